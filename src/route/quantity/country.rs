//! A country's code: `RU`.

use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::UNKNOWN_WORD;

/// Names that people write instead of a code. Whether a code exists is for the world to say.
const NAMES: [(&str, &str); 30] = [
    ("russia", "RU"),
    ("russian federation", "RU"),
    ("ukraine", "UA"),
    ("north korea", "KP"),
    ("dprk", "KP"),
    ("south korea", "KR"),
    ("korea", "KR"),
    ("china", "CN"),
    ("prc", "CN"),
    ("iran", "IR"),
    ("belarus", "BY"),
    ("turkey", "TR"),
    ("türkiye", "TR"),
    ("syria", "SY"),
    ("kazakhstan", "KZ"),
    ("mongolia", "MN"),
    ("japan", "JP"),
    ("germany", "DE"),
    ("france", "FR"),
    ("netherlands", "NL"),
    ("poland", "PL"),
    ("georgia", "GE"),
    ("india", "IN"),
    ("egypt", "EG"),
    ("usa", "US"),
    ("united states", "US"),
    ("uk", "GB"),
    ("united kingdom", "GB"),
    ("great britain", "GB"),
    ("azerbaijan", "AZ"),
];

/// Reads a country's ISO 3166-1 code: two capital letters.
///
/// # Errors
/// Anything else; a name that is well known gets its code as advice.
///
/// ```
/// use portolan::route::parse_country;
/// assert_eq!(parse_country("RU").unwrap(), "RU");
/// assert!(parse_country("Russia").unwrap_err().help.unwrap().contains("RU"));
/// ```
pub fn parse_country(text: &str) -> Result<&str, Wrong> {
    if text != "UK" && text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(text);
    }
    let lower = text.trim().to_lowercase();
    let code = NAMES.iter().find(|(name, _)| *name == lower).map(|(_, code)| (*code).to_owned());
    let code = code.or_else(|| (lower.len() == 2 && lower.is_ascii()).then(|| lower.to_uppercase()));
    let wrong = Wrong::new(&UNKNOWN_WORD, format!("`{}` is no country code", shown(text)));
    Err(match code {
        Some(code) => wrong.help(format!("write the two capital letters of ISO 3166-1: \"{code}\"")),
        None => wrong.help("write the two capital letters of ISO 3166-1, as \"RU\" for Russia"),
    })
}
