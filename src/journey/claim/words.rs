//! Distances in the words of a verdict.

use crate::numerals::{length, range};
use crate::route::{Interval, Unit};

/// `202 km`
pub(super) fn km(value: f64) -> String {
    format!("{} km", length(value))
}

/// `202 km (125 mi)`
pub(super) fn km_and_miles(value: f64) -> String {
    format!("{} km ({} mi)", length(value), length(value / Unit::Mi.km()))
}

/// `459–475 km`, `over 9,000 km`
pub(super) fn interval(interval: Interval) -> String {
    format!("{} km", range(interval.low, interval.high))
}
