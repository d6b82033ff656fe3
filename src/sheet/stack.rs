//! Lines of words, one below the other.

use crate::canvas::{Color, Face, Fonts, GlyphRun, Lettering, MissingGlyph, Point};

use super::mark::Mark;

/// Words that were set in lines of a given width.
#[derive(Default)]
pub struct Stack {
    lines: Vec<(GlyphRun, Color, f64)>,
    height: f64,
    /// The paragraphs that were cut, by the name that they were given.
    pub cut: Vec<&'static str>,
}

/// Where a paragraph stands: how wide it is, how far below what stands already, and how tall it may become.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The longest line, in pixels.
    pub width: f64,
    /// The space above, in pixels, if something stands above.
    pub space: f64,
    /// The height, in pixels; one line is set however little this is.
    pub most: f64,
    /// Whether its lines are to be about equally long, as those of titles are.
    pub is_balanced: bool,
}

/// How far lines of a paragraph stand apart, in sizes of the type.
const LEADING: f64 = 1.3;

impl Stack {
    /// Adds a paragraph called `name`. What does not fit into its height is cut, with an ellipsis at the cut.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn paragraph(
        &mut self,
        fonts: &Fonts,
        (name, text): (&'static str, &str),
        (face, size_px): (Face, f64),
        color: Color,
        column: Column,
    ) -> Result<(), MissingGlyph> {
        if !self.lines.is_empty() {
            self.height += column.space;
        }
        let lettering = Lettering::new(face, size_px);
        let mut runs = fonts.wrap(text, lettering, column.width)?;
        if column.is_balanced && runs.len() > 1 {
            runs = balanced(fonts, text, lettering, (column.width, runs))?;
        }
        let most = ((column.most / (size_px * LEADING)) as usize).max(1);
        if runs.len() > most {
            runs.truncate(most);
            if let Some(last) = runs.pop() {
                runs.push(with_ellipsis(fonts, last.text(), lettering, column.width)?);
            }
            self.cut.push(name);
        }
        for run in runs {
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

/// The text in as many lines that are as short as can be: none of a few words alone. No word is broken for it.
fn balanced(
    fonts: &Fonts,
    text: &str,
    lettering: Lettering,
    (width, mut runs): (f64, Vec<GlyphRun>),
) -> Result<Vec<GlyphRun>, MissingGlyph> {
    let mut least: f64 = 0.0;
    for word in text.split_whitespace() {
        least = least.max(fonts.shape(word, lettering)?.width());
    }
    let mut most = width;
    for _ in 0..6 {
        let middle = f64::midpoint(least, most);
        let narrower = fonts.wrap(text, lettering, middle)?;
        if narrower.len() == runs.len() {
            (most, runs) = (middle, narrower);
        } else {
            least = middle;
        }
    }
    Ok(runs)
}

/// As much of a line as leaves room for the ellipsis behind it.
fn with_ellipsis(fonts: &Fonts, line: &str, lettering: Lettering, width: f64) -> Result<GlyphRun, MissingGlyph> {
    let mut line = line.trim_end();
    loop {
        let run = fonts.shape(&format!("{line}…"), lettering)?;
        let Some((last, _)) = line.char_indices().next_back().filter(|_| run.width() > width) else {
            return Ok(run);
        };
        line = line[..last].trim_end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_title_are_about_equally_long() {
        let column = Column { width: 560.0, space: 0.0, most: 500.0, is_balanced: true };
        let mut stack = Stack::default();
        let text = "The trial container train from Ukraine to China's border that went round Russia, January 2016";
        let set = stack.paragraph(&Fonts::embedded(), ("t", text), (Face::Regular, 18.0), Color::WHITE, column);
        assert!(set.is_ok());
        let widths: Vec<f64> = stack.lines.iter().map(|(run, ..)| run.width()).collect();
        assert!(widths.len() == 2 && widths[1] > 0.75 * widths[0], "{widths:?}");
    }
}
