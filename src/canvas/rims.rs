use std::collections::BTreeMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, StrokeOpts, stroke};

use super::text::Font;
use super::{Color, GlyphRun, Halo, Path};

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
    /// What a halo of `width_px` covers around `run`, to be filled by the non-zero rule.
    pub fn of(&mut self, run: &GlyphRun, width_px: f64) -> Path {
        let font = self.fonts.iter().position(|font| Arc::ptr_eq(font, run.font())).unwrap_or_else(|| {
            self.fonts.push(Arc::clone(run.font()));
            self.fonts.len() - 1
        });
        let mut all = Path::new();
        for glyph in run.glyphs() {
            let key = (font, glyph.id, run.scale().to_bits(), width_px.to_bits());
            let rim = self.glyphs.entry(key).or_insert_with(|| {
                let outline = Affine::scale(run.scale()) * run.font().outline(glyph.id);
                let pen = Halo { color: Color::BLACK, width_px }.stroke();
                stroke(outline, &pen, &StrokeOpts::default(), TOLERANCE_PX)
            });
            let place = Affine::translate((glyph.x, glyph.y));
            all.extend(rim.iter().map(|element| place * element));
        }
        all
    }
}
