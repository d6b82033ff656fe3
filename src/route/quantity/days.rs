//! A span of time: `over 10 days`.

use super::super::Interval;
use super::super::wrong::{Wrong, shown};
use super::amount::parse_amount;
use crate::diagnostic::catalog::UNKNOWN_UNIT;

/// Reads a span of time as days: from, to; infinite where there is no end.
///
/// # Errors
/// No number, a negative one, a reversed range, a unit other than hours, days and weeks.
///
/// ```
/// use portolan::route::{Interval, parse_days};
/// assert_eq!(parse_days("2–3 weeks").unwrap(), Interval { low: 14.0, high: 21.0 });
/// assert!(parse_days("over 10 days").unwrap().high.is_infinite());
/// ```
pub fn parse_days(text: &str) -> Result<Interval, Wrong> {
    let amount = parse_amount(text, "over 10 days")?;
    let days = match amount.unit.to_lowercase().as_str() {
        "day" | "days" | "d" => 1.0,
        "week" | "weeks" => 7.0,
        "hour" | "hours" | "h" => 1.0 / 24.0,
        "" => {
            let message = format!("`{}` doesn't say whether days, weeks or hours", shown(text));
            return Err(Wrong::new(&UNKNOWN_UNIT, message).help(format!("write \"{} days\"", shown(text.trim()))));
        }
        unit => {
            let message = format!("unknown unit of time `{}`", shown(unit));
            return Err(Wrong::new(&UNKNOWN_UNIT, message).help("write it in hours, days or weeks"));
        }
    };
    Ok(amount.interval().times(days))
}
