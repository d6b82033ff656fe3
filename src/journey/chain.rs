//! The legs as a chain: what they add up to, where it is broken, which of them run side by side.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, catalog};
use crate::route::{Interval, Leg, Mode, Route};

use super::lay::LaidLeg;
use super::place::{self, Located};

/// Sums over the legs, in kilometres. Parallel legs count once, legs with an unknown end not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Along the tracks; of parallel legs the shortest.
    pub distance_km: f64,
    /// Along the tracks, with the shortest and the longest of parallel legs; `None` where these are the same.
    pub spread: Option<Interval>,
    /// Straight between the ends of each leg.
    pub geodesic_km: f64,
    /// Along the tracks, by mode.
    pub by_mode: BTreeMap<Mode, f64>,
    /// Numbers of the legs that are left out because an end is unknown.
    pub left_out: Vec<usize>,
    /// Numbers of the legs that run beside the one before them.
    pub parallel: Vec<usize>,
    /// Numbers of the legs that do not start where the one before them ends.
    pub after_gap: Vec<usize>,
}

pub(super) fn add_up(route: &Route, legs: &[LaidLeg], places: &[Located], diagnostics: &mut Vec<Diagnostic>) -> Totals {
    let mut totals = Totals::default();
    let mut high_km = 0.0;
    for bundle in bundles(&route.legs) {
        let first = &bundle[0];
        let laid: Vec<&LaidLeg> = bundle.iter().map(|leg| &legs[leg.number - 1]).collect();
        totals.parallel.extend(bundle[1..].iter().map(|leg| leg.number));
        let shortest = laid.iter().filter(|leg| leg.distance_km.is_some()).min_by(|a, b| {
            let km = |leg: &LaidLeg| leg.distance_km.unwrap_or(f64::INFINITY);
            km(a).total_cmp(&km(b))
        });
        let (Some(shortest), Some(geodesic_km)) = (shortest, laid[0].geodesic_km) else {
            totals.left_out.extend(bundle.iter().map(|leg| leg.number));
            diagnostics.push(left_out(first, route, places));
            continue;
        };
        let low = shortest.distance_km.unwrap_or_default();
        totals.distance_km += low;
        totals.geodesic_km += geodesic_km;
        high_km += laid.iter().filter_map(|leg| leg.distance_km).fold(low, f64::max);
        *totals.by_mode.entry(route.legs[shortest.number - 1].mode).or_default() += low;
    }
    if high_km > totals.distance_km {
        totals.spread = Some(Interval { low: totals.distance_km, high: high_km });
    }
    for pair in route.legs.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        if !parallel(before, after) && !same_place(&before.to.value, &after.from.value, places) {
            totals.after_gap.push(after.number);
            diagnostics.push(
                Diagnostic::warning(
                    &catalog::LEG_GAP,
                    format!(
                        "leg {} ends at `{}` and leg {} starts at `{}`: how the cargo got from one to the other is not told",
                        before.label(),
                        before.to.value,
                        after.label(),
                        after.from.value
                    ),
                )
                .at(route.documents.locate(after.from.span))
                .help("add the missing leg, with an end \"unknown\" if nobody reports it; the totals leave the gap out"),
            );
        }
    }
    totals
}

/// Legs that run beside one another, grouped.
pub(super) fn bundles(legs: &[Leg]) -> impl Iterator<Item = &[Leg]> {
    legs.chunk_by(parallel)
}

fn parallel(before: &Leg, after: &Leg) -> bool {
    before.from.value == after.from.value && before.to.value == after.to.value
}

fn same_place(a: &str, b: &str, places: &[Located]) -> bool {
    if a == b {
        return true;
    }
    let position = |name| place::find(places, name).and_then(|place| place.position);
    position(a).is_some() && position(a) == position(b)
}

fn left_out(leg: &Leg, route: &Route, places: &[Located]) -> Diagnostic {
    let ends = std::iter::once(&leg.from).chain(&leg.via).chain(std::iter::once(&leg.to));
    let missing = ends
        .filter(|name| place::find(places, &name.value).is_none_or(|place| place.position.is_none()))
        .map(|name| format!("`{}`", name.value))
        .collect::<Vec<_>>()
        .join(", ");
    Diagnostic::warning(
        &catalog::LEG_LEFT_OUT,
        format!("leg {} has no distance, and the totals leave it out: where {missing} is, is not known", leg.label()),
    )
    .at(route.documents.locate(leg.span))
    .help("give the place a position, or leave it: the map shows a question mark and no line")
}
