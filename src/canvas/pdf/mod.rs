//! PDF: paths as paths, text as text in fonts that hold the glyphs that occur, so that it can be selected and found.
//!
//! [`content`] writes what the page draws, [`typeface`] keeps what the page needs of a font, [`document`] puts the file
//! together. Halos are drawn from outlines, each glyph's being defined once: as text they would be found a second time.

mod content;
mod document;
mod typeface;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use self::content::Content;
use self::typeface::Typeface;
use super::number::Number;
use super::text::Font;
use super::{
    Canvas, Cap, Color, FillRule, GlyphRun, Halo, Join, Metadata, PageSize, Path, Point, Rect, Stroke, rectangle,
};

/// A canvas that becomes a PDF file of one page.
///
/// The page is as large as the picture at its [`Metadata::dpi`]: at 96, 2400 × 1350 px are 25 × 14.06 inches. Colours are
/// red, green and blue. Groups are layers, which programs that read PDF can show and hide.
///
/// ```
/// use portolan::canvas::{Canvas, Color, FillRule, Metadata, PageSize, PdfCanvas, Rect, rectangle};
/// let mut canvas = PdfCanvas::new(PageSize::new(120, 80)?, Color::WHITE, &Metadata::default());
/// canvas.fill(&rectangle(Rect::new(10.0, 10.0, 60.0, 40.0)), FillRule::NonZero, Color::rgb(0xaa_00_00));
/// let mut file = Vec::new();
/// canvas.write(&mut file)?;
/// assert!(file.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PdfCanvas {
    size: PageSize,
    metadata: Metadata,
    content: Content,
    typefaces: Vec<Typeface>,
    /// The number of a glyph's outline, by its font's place in `typefaces` and its own number in the font.
    outlines: BTreeMap<(usize, u32), usize>,
    opacities: BTreeSet<u8>,
    layers: Vec<String>,
    /// What is to be closed, the last first.
    open: Vec<Open>,
}

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Clip,
    Group,
}

impl PdfCanvas {
    /// An empty page.
    pub fn new(size: PageSize, background: Color, metadata: &Metadata) -> Self {
        let mut canvas = Self {
            size,
            metadata: metadata.clone(),
            content: Content::default(),
            typefaces: Vec::new(),
            outlines: BTreeMap::new(),
            opacities: BTreeSet::new(),
            layers: Vec::new(),
            open: Vec::new(),
        };
        // From pixels, y down, to points, y up.
        let points = canvas.points_per_px();
        let (k, height) = (Number::new(points, 6), Number::new(points * f64::from(size.height()), 4));
        let _ = writeln!(canvas.content.out, "{k} 0 0 -{k} 0 {height} cm");
        let page = Rect::new(0.0, 0.0, f64::from(size.width()), f64::from(size.height()));
        canvas.fill(&rectangle(page), FillRule::NonZero, Color { alpha: 255, ..background });
        canvas
    }

    fn points_per_px(&self) -> f64 {
        72.0 / self.metadata.dpi
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(mut self, mut out: impl Write) -> io::Result<()> {
        while let Some(open) = self.open.last().copied() {
            self.close(open);
        }
        out.write_all(&document::assemble(&self)?)
    }

    /// Closes what was opened last of that kind, and what was opened in it.
    fn close(&mut self, kind: Open) {
        if !self.open.contains(&kind) {
            return;
        }
        while let Some(last) = self.open.pop() {
            match last {
                Open::Clip => self.content.restore(),
                Open::Group => self.content.out.push_str("EMC\n"),
            }
            if last == kind {
                break;
            }
        }
    }

    fn typeface(&mut self, font: &Arc<Font>) -> usize {
        self.typefaces.iter().position(|known| Arc::ptr_eq(&known.font, font)).unwrap_or_else(|| {
            self.typefaces.push(Typeface::new(font));
            self.typefaces.len() - 1
        })
    }

    /// Strokes the outlines of a run: in font units, since that is what outlines are in.
    fn halo(&mut self, typeface: usize, run: &GlyphRun, at: Point, angle_deg: f64, halo: Halo) {
        let scale = run.scale();
        let (sine, cosine) = libm::sincos(angle_deg.to_radians());
        self.content.save();
        self.opacities.insert(halo.color.alpha);
        self.content.stroke_color(halo.color);
        let width = halo.stroke().width / scale;
        self.content.line(&Stroke::new(width).with_caps(Cap::Butt).with_join(Join::Round));
        for entry in [scale * cosine, scale * sine, -scale * sine, scale * cosine] {
            let _ = write!(self.content.out, "{} ", Number::new(entry, 7));
        }
        let _ = writeln!(self.content.out, "{} {} cm", Number::new(at.x, 2), Number::new(at.y, 2));
        let mut pen = (0, 0);
        for glyph in run.glyphs() {
            if run.font().outline(glyph.id).is_empty() {
                continue;
            }
            let next = self.outlines.len() + 1;
            let number = *self.outlines.entry((typeface, glyph.id)).or_insert(next);
            let place = ((glyph.x / scale).round() as i64, (glyph.y / scale).round() as i64);
            let step = (place.0 - pen.0, place.1 - pen.1);
            pen = place;
            if step != (0, 0) {
                let _ = write!(self.content.out, "1 0 0 1 {} {} cm ", step.0, step.1);
            }
            let _ = writeln!(self.content.out, "/G{number} Do");
        }
        self.content.restore();
    }
}

impl Canvas for PdfCanvas {
    fn size(&self) -> PageSize {
        self.size
    }

    fn fill(&mut self, path: &Path, rule: FillRule, color: Color) {
        if color.alpha > 0 && !path.is_empty() && path.is_finite() {
            self.opacities.insert(color.alpha);
            self.content.fill_color(color);
            self.content.fill(path, rule);
        }
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, color: Color) {
        if color.alpha > 0 && !path.is_empty() && path.is_finite() && stroke.is_finite() && stroke.width > 0.0 {
            self.opacities.insert(color.alpha);
            self.content.stroke_color(color);
            self.content.line(stroke);
            self.content.stroke(path);
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, at: Point, angle_deg: f64, color: Color, halo: Option<Halo>) {
        if !at.is_finite() || !angle_deg.is_finite() || !run.scale().is_finite() || run.scale() <= 0.0 {
            return;
        }
        let typeface = self.typeface(run.font());
        if let Some(halo) = halo.filter(|halo| halo.color.alpha > 0 && halo.width_px > 0.0) {
            self.halo(typeface, run, at, angle_deg, halo);
        }
        if color.alpha > 0 && !run.glyphs().is_empty() {
            self.opacities.insert(color.alpha);
            self.content.fill_color(color);
            self.typefaces[typeface].show(typeface, run, at, angle_deg, &mut self.content.out);
        }
    }

    fn push_clip(&mut self, path: &Path) {
        self.content.save();
        self.content.clip(Some(path).filter(|path| path.is_finite() && !path.is_empty()));
        self.open.push(Open::Clip);
    }

    fn pop_clip(&mut self) {
        self.close(Open::Clip);
    }

    fn begin_group(&mut self, name: &str) {
        let number = self.layers.iter().position(|known| known == name).unwrap_or_else(|| {
            self.layers.push(name.to_owned());
            self.layers.len() - 1
        });
        let _ = writeln!(self.content.out, "/OC /L{number} BDC");
        self.open.push(Open::Group);
    }

    fn end_group(&mut self) {
        self.close(Open::Group);
    }
}
