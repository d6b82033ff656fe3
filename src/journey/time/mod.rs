//! How long legs take and when they can have taken place.
//!
//! [`days`] finds how long each leg takes: from its dates, else from its length and a speed, the reported one or the
//! usual range of its mode ([`speeds`]). [`chain`] adds them up with the waiting between them and carries the reported
//! dates along the legs, so that each leg's reported dates can be set against what the others leave for it. [`order`] and
//! [`pace`] tell dates that can't all be right and those that leave an unusual speed.
//!
//! Time is counted in days since the start of 1 January 1970 (UTC). A date means some time within its day.

mod chain;
mod days;
mod order;
pub mod pace;
pub mod speeds;
mod stretch;

use crate::diagnostic::Diagnostic;
use crate::route::{Interval, Route};

use super::lay::LaidLeg;

pub use chain::Wait;
pub use days::DaysFrom;
pub(super) use days::{by_speed, length};
pub use stretch::Stretch;

/// When a leg took place, and how long it took.
#[derive(Clone, Debug, PartialEq)]
pub struct LegTime {
    /// Its place in the chain, from 1.
    pub number: usize,
    /// How long it took, in days; `None` if neither its dates nor its length are known.
    pub days: Option<Interval>,
    /// What that was found from.
    pub days_from: Option<DaysFrom>,
    /// How fast it moved by its dates, in kilometres a day; from 0 where there may have been no hurry, infinite where they
    /// leave no time.
    pub implied_km_per_day: Option<Interval>,
    /// When it left, by its own dates.
    pub reported_departure: Stretch,
    /// When it arrived, by its own dates.
    pub reported_arrival: Stretch,
    /// When it can have left, by the dates of the other legs and the days between; `None` if these contradict each other.
    pub computed_departure: Option<Stretch>,
    /// When it can have arrived, by the dates of the other legs and the days between, and by when it left itself; `None` if
    /// these contradict each other.
    pub computed_arrival: Option<Stretch>,
}

/// The legs in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The legs, in the route's order.
    pub legs: Vec<LegTime>,
    /// How long the cargo waited between legs, where that is known.
    pub waits: Vec<Wait>,
    /// All legs and waits, in days; `None` if no leg has any.
    pub total_days: Option<Interval>,
    /// Numbers of the legs that the total leaves out, since how long they took is not known.
    pub left_out: Vec<usize>,
}

/// The legs of a route in time; dates that contradict each other are told.
pub(super) fn line_up(route: &Route, legs: &[LaidLeg], diagnostics: &mut Vec<Diagnostic>) -> Timeline {
    line_up_over(route, legs, &legs.iter().map(length).collect::<Vec<_>>(), diagnostics)
}

/// The same over other lengths than those that were laid.
pub(super) fn line_up_over(
    route: &Route,
    legs: &[LaidLeg],
    lengths_km: &[Option<Interval>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Timeline {
    let all = route.legs.iter().zip(legs).zip(lengths_km);
    let mut times: Vec<LegTime> = all.map(|((leg, laid), km)| days::of(leg, laid, *km, route)).collect();
    chain::carry(route, &mut times);
    order::check(route, &times, diagnostics);
    pace::check(route, &times, diagnostics);
    let (waits, total_days, left_out) = chain::add_up(route, &times);
    Timeline { legs: times, waits, total_days, left_out }
}
