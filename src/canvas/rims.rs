use std::collections::BTreeMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, StrokeOpts, flatten, stroke};

use super::text::Font;
use super::{Color, GlyphRun, Halo, Path, PathEl, Shape};

/// How far a rim may be from the true one, in pixels.
const TOLERANCE_PX: f64 = 0.1;

/// The rims of glyphs, each made once: finding the outline of a stroked curve takes longer than filling it, and the
/// labels of a map share their letters.
#[derive(Default)]
pub(super) struct Rims {
    /// The fonts that occurred, in that order.
    fonts: Vec<Arc<Font>>,
    /// By the font's place in `fonts`, glyph, size and width.
    glyphs: BTreeMap<(usize, u32, u64, u64), Path>,
}

impl Rims {
    /// Adds to a path what a halo of `width_px` covers around `run`, to be filled by the non-zero rule.
    pub fn outline(&mut self, run: &GlyphRun, width_px: f64, path: &mut Path) {
        let font = self.fonts.iter().position(|font| Arc::ptr_eq(font, run.font())).unwrap_or_else(|| {
            self.fonts.push(Arc::clone(run.font()));
            self.fonts.len() - 1
        });
        for glyph in run.glyphs() {
            let key = (font, glyph.id, run.scale().to_bits(), width_px.to_bits());
            let rim = self
                .glyphs
                .entry(key)
                .or_insert_with(|| rim(&(Affine::scale(run.scale()) * run.font().outline(glyph.id)), width_px));
            let place = Affine::translate((glyph.x, glyph.y));
            path.extend(rim.iter().map(|element| place * element));
        }
    }
}

/// The glyph grown by `width_px` on all sides: of the two sides of a stroke along its contours only the one without, since
/// what lies within is covered by the glyph.
///
/// In fonts, contours have what is black on their right, so that the side without is always the left one.
fn rim(outline: &Path, width_px: f64) -> Path {
    let pen = Halo { color: Color::BLACK, width_px }.stroke();
    // What runs beside straight edges is found far sooner than what runs beside curves.
    let mut edges = Path::new();
    flatten(outline, TOLERANCE_PX, |element| edges.push(element));
    let contours = edges.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    let mut rim = Path::new();
    // A hole as narrow as the rim is filled by it.
    for contour in contours.filter(|contour| contour.area() > 0.0 || inradius(contour) > width_px) {
        // The left side comes first, as a contour of its own.
        let sides = stroke(contour.iter().copied(), &pen, &StrokeOpts::default(), TOLERANCE_PX);
        let left = sides.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_))).next();
        rim.extend(left.unwrap_or_default().iter().copied());
    }
    rim
}

/// The radius of the largest circle within a contour that touches all its sides.
fn inradius(contour: &[PathEl]) -> f64 {
    2.0 * contour.area().abs() / contour.perimeter(TOLERANCE_PX)
}
