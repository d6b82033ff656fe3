//! A reported figure, and the interval that it means.
//!
//! What is written is read as journalists write it: a bare figure is rounded to its last digit that is not zero.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Unit;

/// The word in front of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// `290 mi`
    Bare,
    /// `about 290 mi`
    About,
    /// `over 290 mi`
    Over,
    /// `under 290 mi`
    Under,
    /// `280–300 mi`
    Range,
}

/// A reported number with its unit and its qualifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The word in front.
    pub qualifier: Qualifier,
    /// The number; the lower one of a range.
    pub number: f64,
    /// The upper number of a range.
    pub upper: Option<f64>,
    /// How far off the number may be from rounding alone, in its unit.
    pub rounding: f64,
    /// What it counts.
    pub unit: Unit,
}

/// "About" allows at least this part of the figure on each side.
const ABOUT: f64 = 0.015;

impl Figure {
    /// What the figure can mean, in kilometres.
    pub fn interval_km(&self) -> Interval {
        self.interval_in(self.unit)
    }

    /// What the same words would mean with another unit, in kilometres.
    pub fn interval_in(&self, unit: Unit) -> Interval {
        Interval::meant(self.qualifier, self.number, self.upper, self.rounding).times(unit.km())
    }

    /// How far off a bare number may be: half a unit of its last digit that is not zero, but never
    /// coarser than its second digit. `digits` as written, without separators: `290`, `12.5`.
    pub fn rounding_of(digits: &str) -> f64 {
        let whole = digits.find('.').unwrap_or(digits.len());
        // The power of ten of each written digit, leading zeros aside.
        let powers: Vec<(i32, char)> = digits
            .chars()
            .enumerate()
            .filter(|(_, c)| c.is_ascii_digit())
            .map(|(at, c)| (if at < whole { whole as i32 - 1 - at as i32 } else { whole as i32 - at as i32 }, c))
            .skip_while(|(_, c)| *c == '0')
            .collect();
        let last_non_zero = powers.iter().rev().find(|(_, c)| *c != '0').map_or(0, |(power, _)| *power);
        let second = powers.get(1).map_or(i32::MAX, |(power, _)| *power);
        0.5 * libm::exp10(f64::from(last_non_zero.min(second)))
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.qualifier {
            Qualifier::About => "about ",
            Qualifier::Over => "over ",
            Qualifier::Under => "under ",
            Qualifier::Bare | Qualifier::Range => "",
        };
        match self.upper {
            Some(upper) => write!(f, "{word}{}–{upper} {}", self.number, self.unit),
            None => write!(f, "{word}{} {}", self.number, self.unit),
        }
    }
}

/// All values between two, both included; in kilometres where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The smallest.
    pub low: f64,
    /// The largest; infinite where there is no end.
    pub high: f64,
}

impl Interval {
    /// What a figure of nothing negative can mean, in its own unit: `upper` is the end of a range, `rounding` how far
    /// off the number may be from rounding alone.
    pub(super) fn meant(qualifier: Qualifier, number: f64, upper: Option<f64>, rounding: f64) -> Interval {
        let half = match qualifier {
            Qualifier::About => rounding.max(number * ABOUT),
            _ => rounding,
        };
        let (low, high) = match (qualifier, upper) {
            (Qualifier::Over, _) => (number, f64::INFINITY),
            (Qualifier::Under, _) => (0.0, number),
            (_, Some(upper)) => (number, upper),
            _ => ((number - half).max(0.0), number + half),
        };
        Interval { low, high }
    }

    /// The same in a unit that goes so many times into this one.
    pub(super) fn times(self, factor: f64) -> Interval {
        Interval { low: self.low * factor, high: self.high * factor }
    }

    /// Whether a value lies in both.
    pub fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// How far apart they are; 0 if they meet.
    pub fn gap(self, other: Interval) -> f64 {
        (self.low - other.high).max(other.low - self.high).max(0.0)
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// As `[low, high]`, to the metre; `null` for no end.
impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let metre = |value: f64| value.is_finite().then(|| (value * 1000.0).round() / 1000.0);
        [metre(self.low), metre(self.high)].serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_figure_is_rounded_to_its_last_digit_but_never_coarser_than_its_second() {
        for (digits, half) in [
            ("290", 5.0),
            ("125", 0.5),
            ("200", 5.0),
            ("9000", 50.0),
            ("5", 0.5),
            ("12.5", 0.05),
            ("0.50", 0.005),
            ("202.0", 0.5),
        ] {
            assert!((Figure::rounding_of(digits) - half).abs() < 1e-12, "{digits}: {}", Figure::rounding_of(digits));
        }
    }

    #[test]
    fn about_allows_one_and_a_half_percent_where_rounding_allows_less() {
        let figure = Figure { qualifier: Qualifier::About, number: 1251.0, upper: None, rounding: 0.5, unit: Unit::Km };
        let interval = figure.interval_km();
        assert!((interval.low - 1232.235).abs() < 1e-9 && (interval.high - 1269.765).abs() < 1e-9);
    }

    #[test]
    fn over_has_no_end_and_under_starts_at_nothing() {
        let over = Figure { qualifier: Qualifier::Over, number: 9000.0, upper: None, rounding: 50.0, unit: Unit::Km };
        assert_eq!(serde_json::to_string(&over.interval_km()).unwrap(), "[9000.0,null]");
        let under = Figure { qualifier: Qualifier::Under, ..over };
        assert_eq!(serde_json::to_string(&under.interval_km()).unwrap(), "[0.0,9000.0]");
    }
}
