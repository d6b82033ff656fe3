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

    /// Sets statements that dots stand between, in lines of that width in pixels. A line ends between two of them rather
    /// than within one.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn statements(&self, text: &str, lettering: Lettering, width: f64) -> Result<Vec<GlyphRun>, MissingGlyph> {
        let mut statements = Vec::new();
        for statement in text.split(" · ") {
            let fits = self.fonts.shape(statement, lettering)?.width() <= width;
            statements.push(if fits { statement.replace(' ', "\u{a0}") } else { statement.to_owned() });
        }
        self.fonts.wrap(&statements.join("\u{a0}· "), lettering, width)
    }

    /// The same pen, so many times as broad.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { unit: self.unit * factor, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route;

    #[test]
    fn a_line_ends_between_two_statements_rather_than_within_one() {
        let fonts = Fonts::embedded();
        let pen = Pen { fonts: &fonts, theme: &Theme::of(route::Theme::Light), unit: 1.0 };
        let lettering = Lettering::new(Face::Regular, 18.0);
        let set = |text: &str| -> Vec<String> {
            let lines = pen.statements(text, lettering, 230.0).unwrap_or_default();
            lines.iter().map(|line| line.text().to_owned()).collect()
        };
        assert_eq!(set("departed 2 May 2023 · MV Tisza"), ["departed 2 May 2023", "MV Tisza"]);
        assert_eq!(set("2 May · MV Tisza"), ["2 May · MV Tisza"]);
        assert_eq!(set("a ferry that has a name of many words"), ["a ferry that has a name of", "many words"]);
    }
}
