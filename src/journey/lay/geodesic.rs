//! Legs that follow no network: geodesics from stop to stop.

use geo::{LineString, Point};

use crate::geodesy;
use crate::route::Leg;

use super::{Kind, LaidLeg, between_ends};

pub(super) fn lay(leg: &Leg, stops: Vec<(String, Point)>) -> LaidLeg {
    let track: LineString = stops.iter().map(|(_, point)| *point).collect();
    LaidLeg {
        number: leg.number,
        kind: Kind::Geodesic,
        distance_km: Some(geodesy::length_km(&track)),
        geodesic_km: between_ends(&stops),
        stops,
        track: Some(track),
        joins: Vec::new(),
        countries: None,
        passages: Vec::new(),
        milestones: Vec::new(),
    }
}
