//! Decimal numbers, added without the errors of binary ones.

use std::cmp::Ordering;
use std::fmt;

/// More digits than this are no figure, and sums of them might not fit.
const MOST_DIGITS: usize = 18;

/// A decimal number, exactly as it was written.
///
/// # Example
/// ```
/// use portolan::sweep::Decimal;
///
/// let (start, step): (Decimal, Decimal) = ("0.1".parse().unwrap(), "0.1".parse().unwrap());
/// assert_eq!(start.plus_times(step, 2).to_string(), "0.3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The number in units of its last decimal.
    units: i128,
    decimals: u32,
}

impl Decimal {
    /// This and `count` times `step`.
    #[must_use]
    pub fn plus_times(self, step: Decimal, count: usize) -> Decimal {
        let decimals = self.decimals.max(step.decimals);
        Decimal { units: self.in_units(decimals) + step.in_units(decimals) * count as i128, decimals }
    }

    /// How many whole steps lead from here to `end`; `None` if none does, since the step is not above zero or the end lies before.
    pub fn steps_to(self, end: Decimal, step: Decimal) -> Option<usize> {
        let decimals = self.decimals.max(end.decimals).max(step.decimals);
        let (way, step) = (end.in_units(decimals) - self.in_units(decimals), step.in_units(decimals));
        if step > 0 && way >= 0 { usize::try_from(way / step).ok() } else { None }
    }

    fn in_units(self, decimals: u32) -> i128 {
        self.units * 10_i128.pow(decimals - self.decimals)
    }
}

impl std::str::FromStr for Decimal {
    type Err = ();

    /// Digits with at most one point between or before them, and perhaps a sign in front.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{part}");
        if all.is_empty() || all.len() > MOST_DIGITS || !all.bytes().all(|c| c.is_ascii_digit()) {
            return Err(());
        }
        let units: i128 = all.parse().map_err(drop)?;
        Ok(Decimal { units: sign * units, decimals: part.len() as u32 })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let decimals = self.decimals.max(other.decimals);
        Some(self.in_units(decimals).cmp(&other.in_units(decimals)))
    }
}

/// Without noughts at the end of its decimals.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut units, mut decimals) = (self.units, self.decimals);
        while decimals > 0 && units % 10 == 0 {
            (units, decimals) = (units / 10, decimals - 1);
        }
        let sign = if units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals as usize);
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn sums_are_exact() {
        let steps: Vec<String> =
            (0..5).map(|step| decimal("-0.2").plus_times(decimal("0.1"), step).to_string()).collect();
        assert_eq!(steps, ["-0.2", "-0.1", "0", "0.1", "0.2"]);
        assert_eq!(decimal("1.05").plus_times(decimal("10"), 3).to_string(), "31.05");
    }

    #[test]
    fn steps_are_counted_up_to_the_end() {
        let steps = |from, to, step| decimal(from).steps_to(decimal(to), decimal(step));
        assert_eq!(steps("200", "400", "10"), Some(20));
        assert_eq!(steps("0", "1", "0.1"), Some(10));
        assert_eq!(steps("0", "1", "0.3"), Some(3));
        assert_eq!((steps("5", "4", "1"), steps("0", "1", "0")), (None, None));
    }

    #[test]
    fn what_is_no_decimal_number_is_none() {
        for text in ["", ".", "1e3", "1,000", "0x1", "1.2.3", "9999999999999999999"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }
}
