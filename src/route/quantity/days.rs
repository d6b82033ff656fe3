//! A span of time: `over 10 days`.

use super::super::Qualifier;
use super::super::wrong::{Wrong, shown};
use super::amount::parse_amount;
use crate::diagnostic::catalog::UNKNOWN_UNIT;

/// "About" allows at least this part of the figure on each side, as it does for lengths.
const ABOUT: f64 = 0.015;

/// Reads a span of time as days: from, to; infinite where there is no end.
///
/// # Errors
/// No number, a negative one, a reversed range, a unit other than hours, days and weeks.
///
/// ```
/// use portolan::route::parse_days;
/// assert_eq!(parse_days("2–3 weeks").unwrap(), (14.0, 21.0));
/// assert_eq!(parse_days("over 10 days").unwrap(), (10.0, f64::INFINITY));
/// ```
pub fn parse_days(text: &str) -> Result<(f64, f64), Wrong> {
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
    let half = match amount.qualifier {
        Qualifier::About => amount.rounding.max(amount.number * ABOUT),
        _ => amount.rounding,
    };
    let (low, high) = match (amount.qualifier, amount.upper) {
        (Qualifier::Over, _) => (amount.number, f64::INFINITY),
        (Qualifier::Under, _) => (0.0, amount.number),
        (_, Some(upper)) => (amount.number, upper),
        _ => ((amount.number - half).max(0.0), amount.number + half),
    };
    Ok((low * days, high * days))
}
