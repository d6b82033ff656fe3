//! Degrees, minutes and seconds, which the route file doesn't take: `42°14′N`.

/// Decimal degrees for a position that is written in degrees, minutes and seconds; `None` if it isn't one.
///
/// ```
/// use portolan::route::parse_degrees;
/// assert_eq!(parse_degrees("42°14′N"), Some(42.2333));
/// assert_eq!(parse_degrees("130.5 W"), Some(-130.5));
/// assert_eq!(parse_degrees("north"), None);
/// ```
pub fn parse_degrees(text: &str) -> Option<f64> {
    let text = text.trim().to_uppercase();
    let side = text.chars().find(|c| "NSEW".contains(*c));
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let marks = |c: char| c.is_whitespace() || "NSEW°º′'’″\"”".contains(c);
    if !text.contains('°') && side.is_none() || !text.chars().all(|c| is_number(c) || marks(c)) {
        return None;
    }
    let mut degrees = 0.0;
    let mut minus = matches!(side, Some('S' | 'W'));
    let parts: Vec<&str> = text.split(marks).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() || parts.len() > 3 {
        return None;
    }
    for (part, size) in parts.into_iter().zip([1.0, 60.0, 3600.0]) {
        let number: f64 = part.parse().ok()?;
        minus ^= number < 0.0;
        degrees += number.abs() / size;
    }
    let rounded = (degrees * 1e4).round() / 1e4;
    (degrees <= 360.0).then_some(if minus { -rounded } else { rounded })
}
