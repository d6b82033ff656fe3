//! The sheet's size: `2400x1350`.

use super::super::Size;
use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::{NOT_A_FIGURE, OUT_OF_RANGE};

/// The smallest and the largest side, in pixels.
const SIDE: std::ops::RangeInclusive<u32> = 100..=16_384;
/// The largest sheet, in pixels.
const AREA: u64 = 100_000_000;

/// Reads width and height in pixels.
///
/// # Errors
/// Anything but two whole numbers with an `x` between them; sides or sheets too small or too large to draw.
///
/// ```
/// use portolan::route::parse_size;
/// assert_eq!(parse_size("2400x1350").unwrap().width, 2400);
/// assert!(parse_size("2400").is_err());
/// ```
pub fn parse_size(text: &str) -> Result<Size, Wrong> {
    let help = "write width x height in pixels, as \"2400x1350\"";
    let none = || Wrong::new(&NOT_A_FIGURE, format!("`{}` is no size", shown(text))).help(help);
    let (width, height) = text.split_once(['x', 'X', '×', '*']).ok_or_else(none)?;
    let side = |digits: &str| {
        let digits = digits.trim().trim_end_matches("px").trim();
        if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(none());
        }
        let pixels = digits.parse().unwrap_or(u32::MAX);
        if SIDE.contains(&pixels) {
            return Ok(pixels);
        }
        let message = format!("a side of {} px can't be drawn", shown(digits));
        Err(Wrong::new(&OUT_OF_RANGE, message).help("each side has 100 to 16384 pixels"))
    };
    let size = Size { width: side(width)?, height: side(height)? };
    if u64::from(size.width) * u64::from(size.height) > AREA {
        let message = format!("`{}` has more than 100 million pixels", shown(text));
        return Err(Wrong::new(&OUT_OF_RANGE, message).help("write a smaller size, as \"10000x8000\""));
    }
    Ok(size)
}
