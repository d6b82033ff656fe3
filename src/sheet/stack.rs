//! Lines of words, one below the other.

use crate::canvas::{Color, Face, Fonts, GlyphRun, Lettering, MissingGlyph, Point};

use super::mark::Mark;

/// Words that were set in lines of a given width.
#[derive(Default)]
pub struct Stack {
    lines: Vec<(GlyphRun, Color, f64)>,
    height: f64,
}

/// How far lines of a paragraph stand apart, in sizes of the type.
const LEADING: f64 = 1.3;

impl Stack {
    /// Adds a paragraph, `space` pixels below what stands already.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn paragraph(
        &mut self,
        fonts: &Fonts,
        text: &str,
        (face, size_px): (Face, f64),
        color: Color,
        (width, space): (f64, f64),
    ) -> Result<(), MissingGlyph> {
        if !self.lines.is_empty() {
            self.height += space;
        }
        for run in fonts.wrap(text, Lettering::new(face, size_px), width)? {
            let baseline = self.height + run.ascent();
            self.height += size_px * LEADING;
            self.lines.push((run, color, baseline));
        }
        Ok(())
    }

    /// From the first line's top to the last line's bottom.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// The lines with the upper left corner at `at`.
    pub fn marks(self, at: Point) -> impl Iterator<Item = Mark> {
        self.lines
            .into_iter()
            .map(move |(run, color, baseline)| Mark::Text(run, Point::new(at.x, at.y + baseline), color, None))
    }
}
