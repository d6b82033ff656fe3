use super::{Fonts, GlyphRun, Lettering, MissingGlyph};

impl Fonts {
    /// Sets text in lines that are at most `max_width` pixels wide.
    ///
    /// Lines end at spaces, as late as possible, and where the text has a line end. A word that is wider than a line is
    /// broken wherever it must be, between characters. A no-break space holds together what is around it.
    ///
    /// # Errors
    ///
    /// Names the first character that the face doesn't have.
    ///
    /// ```
    /// use portolan::canvas::{Face, Fonts, Lettering};
    /// let lettering = Lettering::new(Face::Regular, 16.0);
    /// let lines = Fonts::embedded().wrap("Line computed, not reported.", lettering, 120.0)?;
    /// let texts: Vec<_> = lines.iter().map(|line| line.text()).collect();
    /// assert_eq!(texts, ["Line computed,", "not reported."]);
    /// # Ok::<(), portolan::canvas::MissingGlyph>(())
    /// ```
    pub fn wrap(&self, text: &str, lettering: Lettering, max_width: f64) -> Result<Vec<GlyphRun>, MissingGlyph> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            self.wrap_paragraph(paragraph, lettering, max_width, &mut lines)
                .map_err(|missing| MissingGlyph { text: text.to_owned(), ..missing })?;
        }
        Ok(lines)
    }

    fn wrap_paragraph(
        &self,
        paragraph: &str,
        lettering: Lettering,
        max_width: f64,
        lines: &mut Vec<GlyphRun>,
    ) -> Result<(), MissingGlyph> {
        let mut line = self.shape("", lettering)?;
        for word in paragraph.split(is_break).filter(|word| !word.is_empty()) {
            if !line.text().is_empty() {
                let longer = self.shape(&format!("{} {word}", line.text()), lettering)?;
                if longer.width() <= max_width {
                    line = longer;
                    continue;
                }
                lines.push(line);
            }
            line = self.break_word(word, lettering, max_width, lines)?;
        }
        lines.push(line);
        Ok(())
    }

    /// Pushes the lines that `word` fills and gives what remains of it, which fits.
    fn break_word(
        &self,
        word: &str,
        lettering: Lettering,
        max_width: f64,
        lines: &mut Vec<GlyphRun>,
    ) -> Result<GlyphRun, MissingGlyph> {
        let whole = self.shape(word, lettering)?;
        if whole.width() <= max_width {
            return Ok(whole);
        }
        let glyphs = whole.glyphs();
        let (mut begin, mut begin_x) = (0, 0.0);
        for (index, glyph) in glyphs.iter().enumerate().skip(1) {
            // Where the next character begins is where this one ends; spacing after the last one doesn't count.
            let starts = glyph.cluster != glyphs[index - 1].cluster;
            let next = glyphs[index..].iter().find(|other| other.cluster != glyph.cluster);
            let end_x = next.map_or(whole.width(), |other| other.x - lettering.spacing_px);
            if starts && glyph.cluster > begin && end_x - begin_x > max_width {
                lines.push(self.shape(&word[begin..glyph.cluster], lettering)?);
                (begin, begin_x) = (glyph.cluster, glyph.x);
            }
        }
        self.shape(&word[begin..], lettering)
    }
}

/// Whether a line may end at this character.
fn is_break(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
