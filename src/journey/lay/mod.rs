//! Laying a leg: the line that it follows, and how long that is.
//!
//! What a leg follows depends on its mode: rails by rail, water by sea (if the build has its feature); in all other modes the geodesic from stop to stop,
//! which is marked as such. A leg that brings its own line follows that. A way that no network has is an error, never a
//! straight line in its stead.

mod brought;
mod geodesic;
mod rail;
#[cfg(feature = "sea")]
mod sea;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use geo::{LineString, Point};
use serde::Serialize;

use crate::at_once::at_once;
use crate::diagnostic::{Diagnostic, Severity, catalog};
use crate::geodesy;
use crate::network::Networks;
use crate::network::rail::Milestone;
use crate::numerals;
use crate::route::{Documents, Leg, Mode};

use super::memo::Memo;
use super::place::{self, Located};

/// What a distance was measured along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// On the WGS84 ellipsoid, the shortest possible.
    Geodesic,
    /// Over a network: the shortest feasible distance of ISO 14083.
    Network,
    /// Along a line that the user brought.
    Track,
}

impl Kind {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Geodesic => "geodesic",
            Kind::Network => "network",
            Kind::Track => "track",
        }
    }
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
    /// Along the track and the joins at its ends, in kilometres.
    pub distance_km: Option<f64>,
    /// Straight between the ends, in kilometres.
    pub geodesic_km: Option<f64>,
    /// From each stop to where it is joined to the network; empty on a geodesic, which uses none.
    pub joins: Vec<Join>,
    /// The countries that the track passes, by ISO code; `None` where that is not known.
    pub countries: Option<Vec<String>>,
    /// The passages that the track uses, by the names that the route file has for them.
    pub passages: Vec<&'static str>,
    /// How far along the leg some vertices lie, where the network knows better than the line; empty where it doesn't.
    pub(super) milestones: Vec<Milestone>,
}

/// How a stop is joined to a network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Join {
    /// The stop.
    pub stop: Point,
    /// The point of the network that is nearest.
    pub point: Point,
    /// How far that is, in kilometres.
    pub distance_km: f64,
}

/// A join longer than this is doubtful.
pub const LONG_JOIN_KM: f64 = 5.0;

impl LaidLeg {
    /// How far the start is from the network; `None` on a geodesic.
    pub fn snap_from_km(&self) -> Option<f64> {
        self.joins.first().map(|join| join.distance_km)
    }

    /// How far the end is from the network; `None` on a geodesic.
    pub fn snap_to_km(&self) -> Option<f64> {
        self.joins.last().map(|join| join.distance_km)
    }
}

/// The modes whose networks legs need that are not decoded yet.
pub(super) fn needed(legs: &[Leg]) -> Vec<Mode> {
    let has = |mode: Mode| legs.iter().any(|leg| leg.mode == mode && leg.track.is_none());
    let is_decoded = |mode: Mode| match mode {
        Mode::Rail => false,
        #[cfg(feature = "sea")]
        Mode::Sea => crate::network::sea::is_prepared(),
        _ => true,
    };
    [Mode::Rail, Mode::Sea].into_iter().filter(|mode| has(*mode) && !is_decoded(*mode)).collect()
}

/// Decodes the networks of modes, while something else is done.
pub(super) fn warm_up(modes: &[Mode], networks: &Networks) {
    let rail = || {
        if modes.contains(&Mode::Rail) {
            networks.rail();
        }
    };
    #[cfg(feature = "sea")]
    if modes.contains(&Mode::Sea) {
        at_once(rail, crate::network::sea::prepare);
        return;
    }
    rail();
}

/// What all legs are laid on.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The places of the route.
    pub places: &'a [Located],
    /// The files that it was read from.
    pub documents: &'a Documents,
    /// What legs follow.
    pub networks: &'a Networks,
    /// Legs that were laid before.
    pub memo: &'a Memo,
}

/// Lays all legs, half of them at the same time as the others; what there is to say about them comes in their order. Those
/// in `ready` are taken as they are.
pub(super) fn lay_all(
    legs: &[Leg],
    ready: &BTreeMap<usize, LaidLeg>,
    ground: &Ground,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LaidLeg> {
    let some = |legs: &[Leg]| {
        let mut said = Vec::new();
        let laid: Vec<LaidLeg> = legs.iter().map(|leg| lay(leg, ready, ground, &mut said)).collect();
        (laid, said)
    };
    let (first, second) = legs.split_at(legs.len() / 2);
    let alone = first.is_empty() || ground.memo.one_thread;
    let ((mut laid, said), (more, more_said)) =
        if alone { (some(first), some(second)) } else { at_once(|| some(first), || some(second)) };
    laid.extend(more);
    diagnostics.extend(said.into_iter().chain(more_said));
    laid
}

fn lay(leg: &Leg, ready: &BTreeMap<usize, LaidLeg>, ground: &Ground, diagnostics: &mut Vec<Diagnostic>) -> LaidLeg {
    let laid = ready.get(&leg.number).cloned().unwrap_or_else(|| {
        let (_, known) = lay_once(leg, ground);
        diagnostics.extend(known.1.iter().cloned());
        known.0.clone()
    });
    diagnostics.extend(long_joins(leg, &laid, ground));
    laid
}

/// Lays one leg as it might be; `None` if it can't be laid so.
pub(super) fn lay_one(leg: &Leg, ground: &Ground) -> Option<LaidLeg> {
    let mut said = Vec::new();
    let laid = lay_line(leg, ground, &mut said);
    said.iter().all(|told| told.severity != Severity::Error).then_some(laid)
}

/// Lays `leg` as [`lay_line`] does, with what was said about it, unless it was laid before; and what it is known by.
pub(super) fn lay_once(leg: &Leg, ground: &Ground) -> (String, Arc<(LaidLeg, Vec<Diagnostic>)>) {
    let stops = std::iter::once(&leg.from).chain(&leg.via).chain(std::iter::once(&leg.to));
    let mut asked = format!("{} {:?} {:?} {:?} ", leg.number, leg.mode, leg.id, leg.span);
    for name in stops {
        let place = place::find(ground.places, &name.value);
        let _ = write!(asked, "{name:?} {:?}; ", place.map(|place| (place.position, &place.country, &place.name)));
    }
    let _ = write!(asked, "{:?} {:?} {:?} {:?}", leg.within, leg.avoid, leg.through, leg.track);
    let laid = ground.memo.legs.get(&asked, || {
        let mut said = Vec::new();
        (lay_line(leg, ground, &mut said), said)
    });
    (asked, laid)
}

/// Lays `leg`; what could not be laid becomes an error. What is doubtful about its joins is not told yet.
pub(super) fn lay_line(leg: &Leg, ground: &Ground, diagnostics: &mut Vec<Diagnostic>) -> LaidLeg {
    let Ground { places, documents, networks, .. } = *ground;
    let names = std::iter::once(&leg.from).chain(&leg.via).chain(std::iter::once(&leg.to));
    let located: Option<Vec<&Located>> = names.map(|name| place::find(places, &name.value)).collect();
    let stops: Option<Vec<(String, Point)>> = located
        .as_ref()
        .and_then(|stops| stops.iter().map(|place| Some((place.id.clone(), place.position?))).collect());
    if let Some(file) = &leg.track {
        return brought::lay(leg, file, stops.unwrap_or_default(), documents, diagnostics);
    }
    let (Some(located), Some(stops)) = (located, stops) else { return unknown(leg) };
    match leg.mode {
        Mode::Rail => rail::lay(leg, &located, stops, documents, networks, diagnostics),
        #[cfg(feature = "sea")]
        Mode::Sea => sea::lay(leg, &located, stops, documents, diagnostics),
        _ => {
            diagnostics.extend(without_effect(leg, documents));
            geodesic::lay(leg, stops)
        }
    }
}

/// Stops that lie far from what the leg follows.
fn long_joins(leg: &Leg, laid: &LaidLeg, ground: &Ground) -> Vec<Diagnostic> {
    let what = if laid.kind == Kind::Track { "line" } else { "network" };
    let ends = |at: usize| if at == 0 { laid.stops.first() } else { laid.stops.last() };
    let long = laid.joins.iter().enumerate().filter(|(_, join)| join.distance_km > LONG_JOIN_KM);
    long.map(|(at, join)| {
        // A brought line is joined at its two ends only.
        let stop = if laid.kind == Kind::Track { ends(at) } else { laid.stops.get(at) };
        let place = stop.and_then(|(id, _)| place::find(ground.places, id));
        let name = place.map_or("a stop", |place| place.name.as_str());
        let km = numerals::length(join.distance_km);
        let message = format!("`{name}` is {km} km from the {what} that leg {} follows", leg.label());
        Diagnostic::warning(&catalog::LEG_SNAPPED_FAR, message)
            .at(ground.documents.locate(leg.span))
            .help("see whether the place is the one that is meant; the map shows the join as a thin line")
    })
    .collect()
}

/// Limits to where a leg may go mean nothing to a geodesic.
fn without_effect(leg: &Leg, documents: &Documents) -> Option<Diagnostic> {
    let (key, first) = [("within", &leg.within), ("avoid", &leg.avoid), ("through", &leg.through)]
        .into_iter()
        .map(|(key, names)| (key, names.first()))
        .find_map(|(key, names)| Some((key, names?)))?;
    let message =
        format!("`{key}` has no effect on leg {}: a leg by {} is straight in this version", leg.label(), leg.mode);
    Some(Diagnostic::note(&catalog::LEG_NO_EFFECT, message).at(documents.locate(first.span)))
}

/// A leg of which an end is not known.
fn unknown(leg: &Leg) -> LaidLeg {
    LaidLeg {
        number: leg.number,
        kind: Kind::Geodesic,
        stops: Vec::new(),
        track: None,
        distance_km: None,
        geodesic_km: None,
        joins: Vec::new(),
        countries: None,
        passages: Vec::new(),
        milestones: Vec::new(),
    }
}

/// Straight between the first stop and the last.
fn between_ends(stops: &[(String, Point)]) -> Option<f64> {
    Some(geodesy::distance_km(stops.first()?.1, stops.last()?.1))
}
