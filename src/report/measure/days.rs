//! Days in the report of `measure`.

use std::fmt::Write;

use serde::Serialize;

use crate::journey::{DaysFrom, Wait, pace, speeds};
use crate::numerals;
use crate::route::{Interval, Mode};

use super::Measure;

/// The cargo waiting between two legs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeasuredWait {
    /// The place, as the file names it.
    pub place: String,
    /// Number of the leg that it waited for.
    pub before_leg: usize,
    /// How long, in days.
    pub days: Interval,
    /// `stay` if the place has one, `dates` if the legs' dates tell it.
    pub days_from: &'static str,
}

pub(super) fn measured(wait: &Wait) -> MeasuredWait {
    MeasuredWait {
        place: wait.place.clone(),
        before_leg: wait.before_leg,
        days: wait.days,
        days_from: if wait.reported { "stay" } else { "dates" },
    }
}

/// `4–6`
pub(super) fn cell(days: Interval) -> String {
    numerals::days(days.low, days.high)
}

/// What there is to say about the days of a table.
pub(super) fn remarks(measure: &Measure) -> String {
    let mut remarks = String::new();
    let total = &measure.total;
    for wait in &total.waiting {
        let _ = write!(
            remarks,
            " Waiting before leg {}: {} days, by {}.",
            wait.before_leg,
            cell(wait.days),
            if wait.days_from == "stay" { "the stay at the place" } else { "the dates" }
        );
    }
    if total.days.is_some() && !total.days_left_out.is_empty() {
        let legs: Vec<String> = total.days_left_out.iter().map(ToString::to_string).collect();
        let _ = write!(remarks, " The days leave out leg {}.", legs.join(", "));
    }
    let from = |from| measure.legs.iter().filter(move |leg| leg.days_from == Some(from));
    for leg in from(DaysFrom::Dates) {
        if let Some(words) = leg.speed_km_per_day.and_then(|speed| pace::in_words(leg.mode, speed)) {
            let _ = write!(remarks, " Leg {} by its dates: {words}.", leg.leg);
        }
    }
    let mut modes: Vec<Mode> = from(DaysFrom::Usual).map(|leg| leg.mode).collect();
    modes.sort_unstable();
    modes.dedup();
    let usual: Vec<String> =
        modes.into_iter().filter_map(|mode| Some(format!("{} by {mode}", speeds::usual(mode)?.words))).collect();
    if !usual.is_empty() {
        let _ = write!(
            remarks,
            " Days by usual: computed at the usual speeds of the mode, {}; no report says how long it took.",
            usual.join(", ")
        );
    }
    remarks
}
