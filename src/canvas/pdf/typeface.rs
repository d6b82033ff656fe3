//! A font as a page uses it: which glyphs, what they mean, and how far they advance.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use subsetter::GlyphRemapper;

use crate::canvas::number::Number;
use crate::canvas::text::Font;
use crate::canvas::{GlyphRun, Point};

/// PDF counts the widths of glyphs in thousandths of the size of type.
const THOUSAND: f64 = 1000.0;

/// The glyphs of a font that occur, numbered in the order in which they do.
pub(super) struct Typeface {
    pub font: Arc<Font>,
    pub numbers: GlyphRemapper,
    /// What each stands for, by its number.
    pub meanings: BTreeMap<u16, String>,
    /// How far each advances, in thousandths of the size of type.
    pub advances: BTreeMap<u16, i64>,
}

impl Typeface {
    pub fn new(font: &Arc<Font>) -> Self {
        let (numbers, meanings, advances) = (GlyphRemapper::new(), BTreeMap::new(), BTreeMap::new());
        Self { font: Arc::clone(font), numbers, meanings, advances }
    }

    /// Writes a run as text, turned clockwise around the beginning of its baseline.
    ///
    /// Where a glyph has been seen with another meaning, or letters are spaced, the run's words are written beside it.
    pub fn show(&mut self, number: usize, run: &GlyphRun, at: Point, angle_deg: f64, out: &mut String) {
        let size = run.lettering().size_px;
        let (sine, cosine) = libm::sincos(angle_deg.to_radians());
        let mut shown = String::new();
        // Spaced letters would be found one by one.
        let (mut pen, mut rise, mut is_plain) = (0, 0.0, run.lettering().spacing_px == 0.0);
        let mut is_open = false;
        for (index, glyph) in run.glyphs().iter().enumerate() {
            let code = self.numbers.remap(glyph.id as u16);
            is_plain &= self.means(code, &meaning(run, index));
            if (glyph.y - rise).abs() > 1e-9 {
                rise = glyph.y;
                let close = if std::mem::take(&mut is_open) { ">" } else { "" };
                let _ = write!(shown, "{close}]TJ {} Ts[", Number::new(-rise, 3));
            }
            let place = (THOUSAND * glyph.x / size).round() as i64;
            if place != pen {
                let close = if std::mem::take(&mut is_open) { ">" } else { "" };
                let _ = write!(shown, "{close}{}", pen - place);
            }
            let open = if std::mem::replace(&mut is_open, true) { "" } else { "<" };
            let _ = write!(shown, "{open}{code:04X}");
            let units = self.font.advance(glyph.id) / self.font.units_per_em();
            pen = place + *self.advances.entry(code).or_insert((THOUSAND * units).round() as i64);
        }
        if is_open {
            shown.push('>');
        }
        if !is_plain {
            out.push_str("/Span<</ActualText<feff");
            for unit in run.text().encode_utf16() {
                let _ = write!(out, "{unit:04x}");
            }
            out.push_str(">>>BDC\n");
        }
        let _ = write!(out, "BT /F{number} {} Tf", Number::new(size, 3));
        for entry in [cosine, sine, sine, -cosine] {
            let _ = write!(out, " {}", Number::new(entry, 6));
        }
        let _ = write!(out, " {} {} Tm", Number::new(at.x, 2), Number::new(at.y, 2));
        let end = if rise == 0.0 { "" } else { " 0 Ts" };
        let _ = writeln!(out, "[{shown}]TJ{end} ET");
        if !is_plain {
            out.push_str("EMC\n");
        }
    }

    /// Whether the glyph with this number means `text`, as far as is known.
    fn means(&mut self, code: u16, text: &str) -> bool {
        if text.is_empty() {
            return false;
        }
        let known = self.meanings.entry(code).or_insert_with(|| text.to_owned());
        known == text
    }
}

/// The characters that a glyph stands for; none for one that only adds to the glyph before.
fn meaning(run: &GlyphRun, index: usize) -> String {
    let glyphs = run.glyphs();
    let start = glyphs[index].cluster;
    if index > 0 && glyphs[index - 1].cluster == start {
        return String::new();
    }
    let end = glyphs[index..].iter().map(|glyph| glyph.cluster).find(|cluster| *cluster > start);
    let text = &run.text()[start..end.unwrap_or(run.text().len())];
    // A line of text has one line: tabs and line ends are spaces in it.
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}
