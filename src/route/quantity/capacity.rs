//! A capacity: `390 TEU`, `at least 200 containers`.

use super::super::wrong::{Wrong, shown};
use super::super::{Boxes, Capacity};
use super::count::parse_count;
use crate::diagnostic::catalog::{OUT_OF_RANGE, UNKNOWN_UNIT};

/// Reads how many containers a carrier holds.
///
/// # Errors
/// No whole number, nought, a reversed range, `about`, a unit other than TEU and containers.
///
/// ```
/// use portolan::route::{Boxes, parse_capacity};
/// let capacity = parse_capacity("390 TEU").unwrap();
/// assert_eq!((capacity.count.at_most, capacity.boxes), (Some(390), Boxes::Teu));
/// assert!(parse_capacity("390").is_err());
/// ```
pub fn parse_capacity(text: &str) -> Result<Capacity, Wrong> {
    let clean = text.trim();
    let lower = clean.to_lowercase();
    let unit = |word: &str| lower.ends_with(word).then(|| clean.get(..clean.len() - word.len())).flatten();
    let found = [("teu", Boxes::Teu), ("containers", Boxes::Containers), ("container", Boxes::Containers)]
        .into_iter()
        .find_map(|(word, boxes)| Some((unit(word)?, boxes)));
    let Some((number, boxes)) = found else {
        let wrong = Wrong::new(&UNKNOWN_UNIT, format!("`{}` doesn't say TEU or containers", shown(text)));
        return Err(wrong.help("write \"390 TEU\" (a container of 40 feet is two) or \"390 containers\""));
    };
    let count = parse_count(number)?;
    if count.at_most == Some(0) {
        let wrong = Wrong::new(&OUT_OF_RANGE, format!("`{}` is no room for any cargo", shown(text)));
        return Err(wrong.help("write how many containers it holds, or delete the key"));
    }
    Ok(Capacity { count, boxes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacities_are_read_as_they_are_shown() {
        for text in ["390 TEU", "at least 200 containers", "1300–1400 TEU"] {
            assert_eq!(parse_capacity(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_capacity_says_what_to_write() {
        for text in ["390", "0 TEU", "390 t", "about 390 TEU", "TEU"] {
            assert!(parse_capacity(text).unwrap_err().help.is_some(), "{text}");
        }
    }
}
