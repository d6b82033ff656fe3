//! Laying a leg: the line that it follows, and how long that is.

use geo::{LineString, Point};
use serde::Serialize;

use crate::geodesy;
use crate::route::Leg;

use super::place::{self, Located};

/// What a distance was measured along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// On the WGS84 ellipsoid, the shortest possible.
    Geodesic,
}

/// A leg with its track and distances.
#[derive(Clone, Debug, PartialEq)]
pub struct LaidLeg {
    /// Its place in the chain, from 1.
    pub number: usize,
    /// What the distance was measured along.
    pub kind: Kind,
    /// The stops in order: ends and `via`, each with the id of its place. Empty if an end is unknown.
    pub stops: Vec<(String, Point)>,
    /// The vertices that it follows, geodesics between them; `None` if an end is unknown.
    pub track: Option<LineString>,
    /// Along the track, in kilometres.
    pub distance_km: Option<f64>,
    /// Straight between the ends, in kilometres.
    pub geodesic_km: Option<f64>,
}

/// Lays `leg` as geodesics through its `via` places.
pub(super) fn lay(leg: &Leg, places: &[Located]) -> LaidLeg {
    let stops: Option<Vec<(String, Point)>> = std::iter::once(&leg.from)
        .chain(&leg.via)
        .chain(std::iter::once(&leg.to))
        .map(|name| {
            let place = place::find(places, &name.value)?;
            Some((place.id.clone(), place.position?))
        })
        .collect();
    let track: Option<LineString> = stops.as_ref().map(|stops| stops.iter().map(|(_, point)| *point).collect());
    let ends = stops.as_ref().and_then(|stops| Some((stops.first()?.1, stops.last()?.1)));
    LaidLeg {
        number: leg.number,
        kind: Kind::Geodesic,
        distance_km: track.as_ref().map(geodesy::length_km),
        geodesic_km: ends.map(|(from, to)| geodesy::distance_km(from, to)),
        stops: stops.unwrap_or_default(),
        track,
    }
}
