//! The words around a chart.

use crate::canvas::{Face, Lettering, MissingGlyph};
use crate::journey::Journey;
use crate::sheet;

use super::style::Style;

/// Title and subtitle above, notes below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title.
    pub title: String,
    /// What the chart shows.
    pub subtitle: String,
    /// What is to be known besides: each a paragraph.
    pub notes: Vec<String>,
}

impl Words {
    /// Those of a journey, with a subtitle of their own.
    pub fn of(journey: &Journey, subtitle: String) -> Words {
        let how = sheet::how_legs_run(journey);
        Words { title: journey.route.title.clone(), subtitle, notes: sheet::notes(journey, &how) }
    }
}

/// A line of words in its place.
pub(super) struct Set {
    pub text: String,
    pub face: Face,
    pub size: f64,
    pub is_faint: bool,
    /// From the page's top to the line's, in pixels.
    pub top_px: f64,
}

/// Lines of type above and below, and the heights that they take, in pixels.
pub(super) struct Layout {
    pub lines: Vec<Set>,
    pub header_px: f64,
    pub footer_px: f64,
}

/// At most so many lines of each paragraph are set; an ellipsis ends what is longer.
const MOST_LINES: usize = 6;
const LEADING: f64 = 1.3;

impl Words {
    /// Breaks the words into lines.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub(super) fn layout(&self, style: &Style) -> Result<Layout, MissingGlyph> {
        let unit = style.unit;
        let width_px = style.width_px - 2.0 * style.margin_px();
        let wrap = |text: &str, face, size: f64| -> Result<Vec<String>, MissingGlyph> {
            let runs = style.fonts.wrap(text, Lettering::new(face, size * unit), width_px)?;
            let mut lines: Vec<String> = runs.iter().take(MOST_LINES).map(|run| run.text().to_owned()).collect();
            if let Some(last) = lines.last_mut().filter(|_| runs.len() > MOST_LINES) {
                // Its last word leaves room for the ellipsis.
                last.truncate(last.trim_end().rfind(' ').unwrap_or(last.len()));
                last.push_str(" …");
            }
            Ok(lines)
        };
        let mut lines = Vec::new();
        let mut top_px = 40.0 * unit;
        for (text, face, size, is_faint) in
            [(&self.title, Face::Bold, 54.0, false), (&self.subtitle, Face::Regular, 29.0, true)]
        {
            for text in wrap(text, face, size)? {
                lines.push(Set { text, face, size, is_faint, top_px });
                top_px += size * LEADING * unit;
            }
        }
        let header_px = top_px;
        let mut below: Vec<(String, f64, bool, f64)> = Vec::new();
        for (at, note) in self.notes.iter().enumerate() {
            let size = if at == 0 { 21.0 } else { 20.0 };
            let space = if at == 0 { 0.0 } else { 5.0 };
            for (line, text) in wrap(note, Face::Regular, size)?.into_iter().enumerate() {
                below.push((text, size, at > 0, if line == 0 { space } else { 0.0 }));
            }
        }
        let height: f64 = below.iter().map(|(_, size, _, space)| size * LEADING + space).sum();
        let footer_px = (height + 36.0) * unit;
        let mut top_px = style.height_px - footer_px;
        for (text, size, is_faint, space) in below {
            top_px += space * unit;
            lines.push(Set { text, face: Face::Regular, size, is_faint, top_px });
            top_px += size * LEADING * unit;
        }
        Ok(Layout { lines, header_px, footer_px })
    }
}
