use std::ops::Range;

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
        // What a no-break space holds together is one word here; set it is a space as any other.
        let words = paragraph.split(is_break).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| word.replace('\u{a0}', " ")).collect();
        let text = words.join(" ");
        // Shaping all at once tells where everything lies, so that not every line has to be tried at every length.
        let whole = self.shape(&text, lettering)?;
        let fits = |range: Range<usize>| {
            let width = width(&whole, range.clone());
            // On its own a line is a little wider or narrower: it lacks the kerning with the space at its end.
            let close = (width - max_width).abs() < 0.25 * lettering.size_px;
            let width = if close { self.shape(&text[range], lettering)?.width() } else { width };
            Ok(width <= max_width)
        };
        let mut line = 0..0;
        let mut next = 0;
        let before = lines.len();
        for word in words {
            let word = next..next + word.len();
            let end = word.end;
            next = end + 1;
            if line.is_empty() || !fits(line.start..end)? {
                if !line.is_empty() {
                    let first = lines.len() == before;
                    lines.push(self.shape(without_dots(&text[line], first, false), lettering)?);
                }
                line = word.clone();
                if !fits(word)? {
                    line.start = self.break_word(&whole, line.clone(), max_width, lines)?;
                }
            }
            line.end = end;
        }
        let first = lines.len() == before;
        lines.push(self.shape(without_dots(&text[line], first, true), lettering)?);
        Ok(())
    }

    /// Pushes the lines that the word at `range` fills and gives where that begins which remains of it and fits.
    fn break_word(
        &self,
        whole: &GlyphRun,
        range: Range<usize>,
        max_width: f64,
        lines: &mut Vec<GlyphRun>,
    ) -> Result<usize, MissingGlyph> {
        let mut begin = range.start;
        let clusters = whole.glyphs().chunk_by(|one, next| one.cluster == next.cluster).map(|glyphs| glyphs[0].cluster);
        let mut clusters = clusters.filter(|at| range.contains(at)).peekable();
        while let Some(start) = clusters.next() {
            let end = clusters.peek().copied().unwrap_or(range.end);
            if start > begin && width(whole, begin..end) > max_width {
                lines.push(self.shape(&whole.text()[begin..start], whole.lettering())?);
                begin = start;
            }
        }
        Ok(begin)
    }
}

/// How wide a part of the run is, without the spacing after its last character.
fn width(run: &GlyphRun, range: Range<usize>) -> f64 {
    let glyphs = run.glyphs();
    let x = |at: usize| glyphs.get(glyphs.partition_point(|glyph| glyph.cluster < at)).map(|glyph| glyph.x);
    let end = x(range.end).map_or(run.width(), |end| end - run.lettering().spacing_px);
    end - x(range.start).unwrap_or_default()
}

/// A line without the dot between two statements that is not needed where a line ends between them.
fn without_dots(line: &str, first: bool, last: bool) -> &str {
    let line = line.strip_prefix("· ").filter(|_| !first).unwrap_or(line);
    line.strip_suffix(" ·").filter(|_| !last).unwrap_or(line)
}

/// Whether a line may end at this character.
fn is_break(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
