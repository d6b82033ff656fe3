//! The strip around a reported distance, shaded.

use crate::canvas::{Path, Stroke};
use crate::journey::LaidBand;
use crate::projection::View;

use super::distances::Figure;
use super::mark::Mark;
use super::pen::Pen;

/// How opaque the strip is.
pub const FILL: f64 = 0.22;
/// How opaque its rim is.
pub const RIM: f64 = 0.55;

/// The strip as it is drawn; nothing if there is none.
pub fn marks(band: Option<&LaidBand>, view: &View, pen: Pen) -> Vec<Mark> {
    let mut path = Path::new();
    for ring in band.iter().flat_map(|band| rims(band, view)) {
        if let [first, rest @ ..] = &ring[..] {
            path.move_to((first[0], first[1]));
            for at in rest {
                path.line_to((at[0], at[1]));
            }
            path.close_path();
        }
    }
    if path.is_empty() { Vec::new() } else { shaded(path, pen).into() }
}

/// What bounds the strip, in pixels.
pub fn rims(band: &LaidBand, view: &View) -> Vec<Vec<[f64; 2]>> {
    band.area.iter().flat_map(|part| view.polygon(part)).collect()
}

/// What stands beside it.
pub fn figure(band: &LaidBand, view: &View) -> Figure {
    Figure { text: band.figure.clone(), remarks: Vec::new(), pieces: rims(band, view), color: None }
}

/// A shape shaded as the strip is.
pub fn shaded(path: Path, Pen { theme, unit, .. }: Pen) -> [Mark; 2] {
    let rim = Stroke::new(1.4 * unit);
    [Mark::Fill(path.clone(), theme.ink.with_opacity(FILL)), Mark::Stroke(path, rim, theme.ink.with_opacity(RIM))]
}
