//! A stretch of time within which something happened.

use crate::route::{Date, Interval, Window};

/// Some time between two, in days since the start of 1970-01-01; infinite where there is no end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The earliest it can be.
    pub earliest: f64,
    /// The latest it can be.
    pub latest: f64,
}

impl Stretch {
    /// Any time at all.
    pub const ALWAYS: Stretch = Stretch { earliest: f64::NEG_INFINITY, latest: f64::INFINITY };

    /// From the start of a window's first day to the end of its last.
    pub fn of(window: Window) -> Stretch {
        Stretch {
            earliest: window.start.map_or(f64::NEG_INFINITY, first_instant),
            latest: window.end.map_or(f64::INFINITY, last_instant),
        }
    }

    /// What lies in both; `None` if nothing does. The latest is the first instant that is too late.
    pub fn and(self, other: Stretch) -> Option<Stretch> {
        let both = Stretch { earliest: self.earliest.max(other.earliest), latest: self.latest.min(other.latest) };
        (both.earliest < both.latest).then_some(both)
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn or(self, other: Stretch) -> Stretch {
        Stretch { earliest: self.earliest.min(other.earliest), latest: self.latest.max(other.latest) }
    }

    /// So many days later.
    #[must_use]
    pub fn later(self, days: Interval) -> Stretch {
        Stretch { earliest: self.earliest + days.low, latest: self.latest + days.high }
    }

    /// So many days earlier.
    #[must_use]
    pub fn earlier(self, days: Interval) -> Stretch {
        Stretch { earliest: self.earliest - days.high, latest: self.latest - days.low }
    }

    /// Whether either end is known.
    pub fn is_bounded(self) -> bool {
        self.earliest.is_finite() || self.latest.is_finite()
    }
}

/// An approximate or doubtful date may be off by one of what it counts: a day, a month, a year; by two if it is both.
fn slack_days(date: Date) -> f64 {
    let marks = f64::from(u8::from(date.approximate) + u8::from(date.uncertain));
    let unit = match (date.month, date.day) {
        (_, Some(_)) => 1.0,
        (Some(_), None) => 31.0,
        (None, None) => 366.0,
    };
    marks * unit
}

fn first_instant(date: Date) -> f64 {
    date.first_day() as f64 - slack_days(date)
}

fn last_instant(date: Date) -> f64 {
    date.last_day() as f64 + 1.0 + slack_days(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::parse_window;

    fn stretch(text: &str) -> Stretch {
        Stretch::of(parse_window(text).unwrap())
    }

    #[test]
    fn a_day_is_24_hours_long_and_a_doubtful_one_three_times_that() {
        let length = |text: &str| stretch(text).latest - stretch(text).earliest;
        for (text, days) in [("2023-09-07", 1.0), ("2023-09-07~", 3.0), ("2023-09-07%", 5.0), ("2024-02", 29.0)] {
            assert!((length(text) - days).abs() < 1e-9, "{text}");
        }
    }

    #[test]
    fn an_end_that_is_not_known_is_infinite() {
        assert!(stretch("../2023-10-01").earliest.is_infinite() && stretch("2023-10-01/..").latest.is_infinite());
    }
}
