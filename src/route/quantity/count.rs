//! A number of things: `5`, `at least 5`, `5–8`.

use super::super::wrong::{Wrong, shown};
use super::super::{Count, Qualifier};
use super::amount::parse_amount;
use crate::diagnostic::catalog::NOT_A_FIGURE;

/// Counts above this can't be told apart as `f64`.
const MOST: f64 = 9_007_199_254_740_992.0;

/// Reads a number of things.
///
/// # Errors
/// No whole number, a negative one, a reversed range, `about`.
///
/// ```
/// use portolan::route::parse_count;
/// assert_eq!(parse_count("over 1,000").unwrap().at_least, Some(1000));
/// assert_eq!(parse_count("5–8").unwrap().at_most, Some(8));
/// ```
pub fn parse_count(text: &str) -> Result<Count, Wrong> {
    let unclear = |message: String, help: &str| Err(Wrong::new(&NOT_A_FIGURE, message).help(help));
    let amount = parse_amount(text, "at least 5")?;
    if !amount.unit.is_empty() {
        let message = format!("`{}` is no number: `{}` stands behind it", shown(text), shown(&amount.unit));
        return unclear(message, "write the number alone: 5, \"at least 5\" or \"5–8\"");
    }
    let highest = amount.upper.unwrap_or(amount.number);
    if amount.number.fract() != 0.0 || highest.fract() != 0.0 || highest > MOST {
        return unclear(
            format!("`{}` is no whole number", shown(text)),
            "write a whole number, as 5 or \"at least 5\"",
        );
    }
    let number = amount.number as u64;
    Ok(match amount.qualifier {
        Qualifier::Bare => Count { at_least: Some(number), at_most: Some(number) },
        Qualifier::Over => Count { at_least: Some(number), at_most: None },
        Qualifier::Under => Count { at_least: None, at_most: Some(number) },
        Qualifier::Range => Count { at_least: Some(number), at_most: Some(highest as u64) },
        Qualifier::About => {
            let message = format!("`{}` doesn't say how far off it may be", shown(text));
            return unclear(message, "write the range that it may mean, as \"270–330\", or \"at least 270\"");
        }
    })
}
