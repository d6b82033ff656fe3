//! A length: `10 km`.

use super::super::wrong::{Wrong, nearest, shown};
use super::super::{Length, Qualifier, Unit};
use super::amount::parse_amount;
use crate::diagnostic::catalog::{NOT_A_FIGURE, UNKNOWN_UNIT};

/// Reads a length: one number and its unit.
///
/// # Errors
/// No number, a negative one, no unit, an unknown one, a range, a word in front.
///
/// ```
/// use portolan::route::{Unit, parse_length};
/// let length = parse_length("10 km").unwrap();
/// assert_eq!((length.number, length.unit), (10.0, Unit::Km));
/// ```
pub fn parse_length(text: &str) -> Result<Length, Wrong> {
    let amount = parse_amount(text, "10 km")?;
    let unit = parse_unit(&amount.unit, text)?;
    if amount.qualifier != Qualifier::Bare {
        let message = format!("`{}` is no single length", shown(text));
        let help = format!("write one number and its unit: \"{} {unit}\"", amount.number);
        return Err(Wrong::new(&NOT_A_FIGURE, message).help(help));
    }
    Ok(Length { number: amount.number, unit })
}

/// The unit in `word`, which stands in `text`.
pub fn parse_unit(word: &str, text: &str) -> Result<Unit, Wrong> {
    if word.is_empty() {
        let message = format!("`{}` has no unit", shown(text));
        let text = shown(text.trim());
        let help = format!("write \"{text} mi\", \"{text} km\", \"{text} nmi\" or \"{text} m\"");
        return Err(Wrong::new(&UNKNOWN_UNIT, message).help(help));
    }
    if word
        .strip_prefix(['e', 'E'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+'))
    {
        let message = format!("`{}` is written with an exponent", shown(text));
        return Err(Wrong::new(&NOT_A_FIGURE, message).help("write the number in full, as \"1,000 km\""));
    }
    let one_space = word.split_whitespace().collect::<Vec<_>>().join(" ");
    Unit::parse(&one_space).ok_or_else(|| {
        let wrong = Wrong::new(&UNKNOWN_UNIT, format!("unknown unit `{}`", shown(word)));
        match nearest(word, ["km", "kilometres", "kilometers", "mi", "miles", "nmi", "nautical miles", "metres"]) {
            Some(unit) => wrong.help(format!("did you mean `{unit}`? The units are mi, km, nmi and m")),
            None => wrong.help("write the length in mi, km, nmi or m"),
        }
    })
}
