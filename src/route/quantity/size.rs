//! The sheet's size: `2400x1350`, or a name for one: `square`.

use super::super::Size;
use super::super::wrong::{Wrong, nearest, shown};
use crate::diagnostic::catalog::{NOT_A_FIGURE, OUT_OF_RANGE};

/// The smallest and the largest side, in pixels.
const SIDE: std::ops::RangeInclusive<u32> = 100..=16_384;
/// The largest sheet, in pixels.
const AREA: u64 = 100_000_000;

/// Sizes that have a name. A newspaper's column is printed 80 mm wide at 300 dpi, and is as tall as its map needs, up to that
/// height; A4 has 200 dpi.
pub const PRESETS: [(&str, Size); 6] = [
    ("wide", Size::new(2400, 1350)),
    ("square", Size::new(1800, 1800)),
    ("portrait", Size::new(1600, 2000)),
    ("column", Size { width: 945, height: 2400, dpi: 300, is_column: true }),
    ("a4", Size { dpi: 200, ..Size::new(1654, 2339) }),
    ("a4-landscape", Size { dpi: 200, ..Size::new(2339, 1654) }),
];

/// Reads width and height in pixels, or the name of a size.
///
/// # Errors
/// Anything but a name of [`PRESETS`] or two whole numbers with an `x` between them; sides or sheets too small or too large to draw.
///
/// ```
/// use portolan::route::parse_size;
/// assert_eq!(parse_size("2400x1350").unwrap().width, 2400);
/// assert_eq!(parse_size("square").unwrap().height, 1800);
/// assert!(parse_size("2400").is_err());
/// ```
pub fn parse_size(text: &str) -> Result<Size, Wrong> {
    let name = text.trim().to_lowercase().replace([' ', '_'], "-");
    if let Some((_, size)) = PRESETS.iter().find(|(preset, _)| *preset == name) {
        return Ok(*size);
    }
    let names = PRESETS.map(|(name, _)| name);
    let help = match nearest(&name, names) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("write width x height in pixels, as \"2400x1350\", or one of {}", names.join(", ")),
    };
    let none = || Wrong::new(&NOT_A_FIGURE, format!("`{}` is no size", shown(text))).help(help.as_str());
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
    let size = Size::new(side(width)?, side(height)?);
    if u64::from(size.width) * u64::from(size.height) > AREA {
        let message = format!("`{}` has more than 100 million pixels", shown(text));
        return Err(Wrong::new(&OUT_OF_RANGE, message).help("write a smaller size, as \"10000x8000\""));
    }
    Ok(size)
}

/// The size with that many times as many pixels, for screens whose pixels are finer: as large in inches.
///
/// # Errors
/// Sides or sheets too small or too large to draw.
pub fn scaled(size: Size, factor: f64) -> Result<Size, Wrong> {
    let side = |side: u32| (f64::from(side) * factor).round() as u32;
    let larger = parse_size(&format!("{}x{}", side(size.width), side(size.height)))?;
    Ok(Size { dpi: (f64::from(size.dpi) * factor).round() as u32, is_column: size.is_column, ..larger })
}
