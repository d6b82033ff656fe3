//! Time along the chain: what the dates of one leg leave for the others, and how long it all takes.

use crate::route::{Interval, Route};

use super::days::plus;
use super::{DaysFrom, LegTime, Stretch};

/// How long the cargo waited between two legs.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    /// The place, as the file names it.
    pub place: String,
    /// Number of the leg that it waited for.
    pub before_leg: usize,
    /// How long, in days.
    pub days: Interval,
    /// Whether the place has a `stay`; else the dates of the legs tell it.
    pub reported: bool,
}

const ANY: Interval = Interval { low: 0.0, high: f64::INFINITY };

/// Indices of the legs, those that run beside one another together.
pub(super) fn bundles(route: &Route) -> Vec<Vec<usize>> {
    let bundles = crate::journey::chain::bundles(&route.legs);
    bundles.map(|bundle| bundle.iter().map(|leg| leg.number - 1).collect()).collect()
}

/// How long a leg takes at least and at most when nothing is said of its dates.
fn travel(time: &LegTime) -> Interval {
    match time.days_from {
        Some(DaysFrom::Speed | DaysFrom::Usual) => time.days.unwrap_or(ANY),
        _ => ANY,
    }
}

/// How long the cargo waits before a bundle: the `stay` of its place, else any time.
fn stay(route: &Route, bundle: &[usize]) -> Interval {
    let place = bundle.first().and_then(|&at| route.place(&route.legs[at].from.value));
    place.and_then(|place| place.stay_days).unwrap_or(ANY)
}

/// Whether the cargo of a bundle need not all have gone at once: then not all of it has arrived when the next leg leaves.
fn is_spread_out(route: &Route, bundle: &[usize]) -> bool {
    let trips = |&at: &usize| route.legs[at].trips.is_some_and(|trips| trips.at_most != Some(1));
    bundle.len() > 1 || bundle.iter().any(trips)
}

/// Carries dates along the chain, forwards and backwards, into the computed stretches of all legs.
///
/// What is computed for a leg comes from the other legs alone; only its arrival also hangs on its own departure, and its
/// departure on its own arrival.
pub(super) fn carry(route: &Route, times: &mut [LegTime]) {
    let bundles = bundles(route);
    let mut departures = vec![Stretch::ALWAYS; times.len()];
    let mut arrivals = vec![Stretch::ALWAYS; times.len()];
    let mut before = Stretch::ALWAYS;
    for bundle in &bundles {
        let wait = stay(route, bundle);
        let leaves = before.later(wait);
        let mut after: Option<Stretch> = None;
        for &at in bundle {
            departures[at] = leaves;
            arrivals[at] = known(times[at].reported_departure, leaves).later(travel(&times[at]));
            let arrives = known(times[at].reported_arrival, arrivals[at]);
            after = Some(after.map_or(arrives, |after| after.or(arrives)));
        }
        // Several loads arrive one after the other, and the next leg may start with any of them.
        before = after.unwrap_or(Stretch::ALWAYS);
        if is_spread_out(route, bundle) {
            before.latest = f64::INFINITY;
        }
    }
    let mut back = vec![(Stretch::ALWAYS, Stretch::ALWAYS); times.len()];
    let mut next = Stretch::ALWAYS;
    for (number, bundle) in bundles.iter().enumerate().rev() {
        let wait = bundles.get(number + 1).map_or(ANY, |after| stay(route, after));
        let arrives = if is_spread_out(route, bundle) { Stretch::ALWAYS } else { next.earlier(wait) };
        let mut leaves_first: Option<Stretch> = None;
        for &at in bundle {
            let leaves = known(times[at].reported_arrival, arrives).earlier(travel(&times[at]));
            back[at] = (leaves, arrives);
            let leaves = known(times[at].reported_departure, leaves);
            leaves_first = Some(leaves_first.map_or(leaves, |first| first.or(leaves)));
        }
        next = leaves_first.unwrap_or(Stretch::ALWAYS);
        if is_spread_out(route, bundle) {
            next.earliest = f64::NEG_INFINITY;
        }
    }
    for (at, time) in times.iter_mut().enumerate() {
        time.computed_departure = departures[at].and(back[at].0);
        time.computed_arrival = arrivals[at].and(back[at].1);
    }
}

/// What is reported and what is computed together; what is reported where they contradict each other.
fn known(reported: Stretch, computed: Stretch) -> Stretch {
    reported.and(computed).unwrap_or(reported)
}

/// The waits between legs, the days of everything, and the numbers of the legs that have none.
pub(super) fn add_up(route: &Route, times: &[LegTime]) -> (Vec<Wait>, Option<Interval>, Vec<usize>) {
    let (mut waits, mut total, mut left_out) = (Vec::new(), None::<Interval>, Vec::new());
    let bundles = bundles(route);
    for (number, bundle) in bundles.iter().enumerate() {
        let days = bundle.iter().filter_map(|&at| times[at].days).reduce(Interval::hull);
        match days {
            Some(days) => total = Some(total.map_or(days, |total| plus(total, days))),
            None => left_out.extend(bundle.iter().map(|&at| at + 1)),
        }
        let wait = number.checked_sub(1).and_then(|before| wait(route, times, &bundles[before], bundle));
        waits.extend(wait);
    }
    let waiting = waits.iter().map(|wait| wait.days).reduce(plus);
    let total = total.map(|total| waiting.map_or(total, |waiting| plus(total, waiting)));
    (waits, total, left_out)
}

fn wait(route: &Route, times: &[LegTime], before: &[usize], bundle: &[usize]) -> Option<Wait> {
    let first = *bundle.first()?;
    let leg = &route.legs[first];
    let wait = |days, reported| Wait { place: leg.from.value.clone(), before_leg: first + 1, days, reported };
    if let Some(days) = route.place(&leg.from.value).and_then(|place| place.stay_days) {
        return Some(wait(days, true));
    }
    // Of several loads nobody says which waited for which.
    let ([arrived], [_]) = (before, bundle) else { return None };
    if is_spread_out(route, before) || is_spread_out(route, bundle) {
        return None;
    }
    let (arrival, departure) = (times[*arrived].reported_arrival, times[first].reported_departure);
    let (low, high) = (departure.earliest - arrival.latest, departure.latest - arrival.earliest);
    (high.is_finite() && high >= 0.0).then(|| wait(Interval { low: low.max(0.0), high }, false))
}
