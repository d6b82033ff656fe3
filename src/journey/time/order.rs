//! Dates that cannot all be right, and stays that count to nothing.

use crate::diagnostic::{Diagnostic, catalog};
use crate::route::{Interval, Place, Route, day_of};

use super::chain::bundles;
use super::{LegTime, Stretch};

/// Tells where a leg leaves before the legs before it can have arrived, by dates and stays alone.
pub(super) fn check(route: &Route, times: &[LegTime], diagnostics: &mut Vec<Diagnostic>) {
    // The leg that says so, and the earliest that the cargo can be where the next leg starts.
    let mut here: Option<(usize, f64)> = None;
    for bundle in bundles(route) {
        let Some(&first) = bundle.first() else { continue };
        let stay = route.place(&route.legs[first].from.value).and_then(|place| place.stay_days);
        if let Some((from, earliest)) = here {
            let ready = earliest + stay.map_or(0.0, |stay| stay.low);
            let latest = bundle.iter().map(|&at| latest_departure(&times[at])).fold(f64::NEG_INFINITY, f64::max);
            here = Some((from, ready));
            if ready >= latest {
                diagnostics.push(contradiction(route, from, first, ready, latest, stay));
                here = None;
            }
        }
        let arrival = bundle.iter().map(|&at| earliest_arrival(&times[at])).fold(f64::INFINITY, f64::min);
        if arrival.is_finite() && here.is_none_or(|(_, earliest)| arrival > earliest) {
            here = Some((first, arrival));
        }
    }
    diagnostics.extend(times.iter().filter_map(|time| within_itself(route, time)));
    diagnostics.extend(route.places.iter().filter_map(|place| unused_stay(route, place)));
}

/// `dates` that hold no day on which the leg can have left or arrived.
fn within_itself(route: &Route, time: &LegTime) -> Option<Diagnostic> {
    let leg = route.legs.get(time.number - 1)?;
    let empty = |stretch: Stretch| stretch.earliest >= stretch.latest;
    let happened = match () {
        () if empty(time.reported_departure) => "left",
        () if empty(time.reported_arrival) => "arrived",
        () => return None,
    };
    let message = format!("the `dates` of leg {} hold no day on which it can have {happened}", leg.label());
    Some(
        Diagnostic::warning(&catalog::LEG_OUT_OF_ORDER, message)
            .at(route.documents.locate(leg.span))
            .help("`dates` hold the whole leg, from its loading to its arrival: correct one of them"),
    )
}

/// No leg leaves after it arrived.
fn latest_departure(time: &LegTime) -> f64 {
    time.reported_departure.latest.min(time.reported_arrival.latest)
}

/// No leg arrives before it left.
fn earliest_arrival(time: &LegTime) -> f64 {
    time.reported_arrival.earliest.max(time.reported_departure.earliest)
}

fn contradiction(
    route: &Route,
    from: usize,
    next: usize,
    ready: f64,
    latest: f64,
    stay: Option<Interval>,
) -> Diagnostic {
    let (leg, next) = (&route.legs[from], &route.legs[next]);
    let waits = if stay.is_some_and(|stay| stay.low > 0.0) { ", with the stay in between" } else { "" };
    let message = format!(
        "leg {} leaves on {} at the latest, before what leg {} brings can be there: on {} at the earliest{waits}",
        next.label(),
        day_of(latest - 1.0),
        leg.label(),
        day_of(ready),
    );
    Diagnostic::warning(&catalog::LEG_OUT_OF_ORDER, message)
        .at(route.documents.locate(next.span))
        .help("correct a date, or write the doubtful one as a claim about its key: about = \"legs.ship.arrived\"")
}

/// A stay counts between two legs, and on the way of a leg.
fn unused_stay(route: &Route, place: &Place) -> Option<Diagnostic> {
    place.stay_days?;
    let here = |name: &crate::route::Spanned<String>| name.value == place.id;
    let between = route.legs.windows(2).any(|pair| pair[0].to.value == pair[1].from.value && here(&pair[1].from));
    if between || route.legs.iter().any(|leg| leg.via.iter().any(here)) {
        return None;
    }
    let message = format!("the stay at `{}` counts to nothing: no cargo passes through it from leg to leg", place.id);
    Some(
        Diagnostic::note(&catalog::PLACE_STAY_UNUSED, message)
            .at(route.documents.locate(place.span))
            .help("a stay is the time between two legs, or at a place that a leg names in `via`"),
    )
}
