//! What everything on a sheet is drawn with.

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph};

use super::theme::Theme;

/// The faces, the colours, and the unit that all sizes count in.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The faces.
    pub fonts: &'a Fonts,
    /// The colours.
    pub theme: &'a Theme,
    /// One unit of type and line widths, in pixels.
    pub unit: f64,
}

impl Pen<'_> {
    /// Sets a line of words, `size` units tall.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn set(&self, text: &str, face: Face, size: f64) -> Result<GlyphRun, MissingGlyph> {
        self.fonts.shape(text, Lettering::new(face, size * self.unit))
    }

    /// The same pen, so many times as broad.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { unit: self.unit * factor, ..self }
    }
}
