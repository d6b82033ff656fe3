use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use super::escape::Escaped;
use super::path_data;
use crate::canvas::number::Number;
use crate::canvas::text::Font;
use crate::canvas::{Color, GlyphRun, Halo, Point};

/// What the drawing refers to: clips, and each glyph's outline once, in font units.
#[derive(Default)]
pub(super) struct Definitions {
    text: String,
    fonts: Vec<Arc<Font>>,
    /// The number of a glyph's definition, by its font's place in `fonts` and its own number in the font.
    glyphs: BTreeMap<(usize, u32), usize>,
    clips: BTreeMap<String, usize>,
    runs: usize,
}

impl Definitions {
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        out.write_all(b"<defs>\n")?;
        out.write_all(self.text.as_bytes())?;
        out.write_all(b"</defs>\n")
    }

    /// The number of the clip with this path data, which is defined if it is new.
    pub fn clip(&mut self, data: &str) -> usize {
        let next = self.clips.len() + 1;
        *self.clips.entry(data.to_owned()).or_insert_with(|| {
            let _ = writeln!(self.text, "<clipPath id=\"_c{next}\"><path d=\"{data}\"/></clipPath>");
            next
        })
    }

    /// Writes a line of text into `body` and defines those of its glyphs that are new.
    pub fn run(
        &mut self,
        body: &mut String,
        run: &GlyphRun,
        at: Point,
        angle_deg: f64,
        color: Color,
        halo: Option<Halo>,
    ) {
        let _ = write!(body, "<g role=\"img\" aria-label=\"{}\" transform=\"translate(", Escaped(run.text()));
        let _ = write!(body, "{} {})", Number::new(at.x, 2), Number::new(at.y, 2));
        if angle_deg != 0.0 {
            let _ = write!(body, "rotate({})", Number::new(angle_deg, 3));
        }
        let _ = write!(body, "scale({})\"><title>{}</title>", Number::new(run.scale(), 7), Escaped(run.text()));
        match halo.filter(|halo| halo.color.alpha > 0 && halo.width_px > 0.0) {
            None => {
                let _ = write!(body, "<g{}>", paint("fill", color));
                self.uses(body, run);
                body.push_str("</g>");
            }
            Some(halo) => {
                // The halo of one glyph must not cover its neighbour, so the run is drawn twice, and written once.
                self.runs += 1;
                let width = Number::new(halo.stroke().width / run.scale(), 0);
                let _ = write!(body, "<g fill=\"none\"{} stroke-width=\"{width}\"", paint("stroke", halo.color));
                let _ = write!(body, " stroke-linejoin=\"round\"><g id=\"_r{}\">", self.runs);
                self.uses(body, run);
                let _ = write!(body, "</g></g><use xlink:href=\"#_r{}\"{}/>", self.runs, paint("fill", color));
            }
        }
        body.push_str("</g>\n");
    }

    fn uses(&mut self, body: &mut String, run: &GlyphRun) {
        let font = self.fonts.iter().position(|font| Arc::ptr_eq(font, run.font())).unwrap_or_else(|| {
            self.fonts.push(Arc::clone(run.font()));
            self.fonts.len() - 1
        });
        for glyph in run.glyphs() {
            let outline = run.font().outline(glyph.id);
            if outline.is_empty() {
                continue;
            }
            let next = self.glyphs.len() + 1;
            let number = *self.glyphs.entry((font, glyph.id)).or_insert_with(|| {
                let _ = write!(self.text, "<path id=\"_{next}\" d=\"");
                path_data::write_at(outline, 0, &mut self.text);
                self.text.push_str("\"/>\n");
                next
            });
            let _ = write!(body, "<use xlink:href=\"#_{number}\"");
            for (name, value) in [("x", glyph.x), ("y", glyph.y)] {
                let units = Number::new(value / run.scale(), 0);
                if units != Number::new(0.0, 0) {
                    let _ = write!(body, " {name}=\"{units}\"");
                }
            }
            body.push_str("/>");
        }
    }
}

/// The attributes of a colour. The opacity is that of the whole, since glyphs may overlap.
fn paint(property: &str, color: Color) -> String {
    match color.alpha {
        255 => format!(" {property}=\"{color}\""),
        _ => format!(" {property}=\"{color}\" opacity=\"{}\"", Number::new(color.opacity(), 3)),
    }
}
