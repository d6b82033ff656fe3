//! SVG: paths as paths, text as outlines that are defined once and used, with its words kept beside them, or as text.
//!
//! [`path_data`] writes coordinates, [`escape`] makes any string fit for XML, [`definitions`] keeps what has been defined.

mod definitions;
mod escape;
mod names;
mod path_data;
mod stroke;
mod text;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

use self::definitions::Definitions;
use self::escape::Escaped;
use self::names::Names;
use super::number::Number;
use super::{Canvas, Color, FillRule, GlyphRun, Halo, Metadata, PageSize, Path, Point, Rect, Stroke, rectangle};

/// A canvas that becomes an SVG file.
///
/// Coordinates have two decimals. A path that is filled and at once stroked becomes one element. Groups get an `id` of
/// their name, and are layers in Inkscape and Illustrator. Text is drawn from outlines, so that it looks the same where no font is installed; its words stand in
/// the `aria-label` and `<title>` of its group, for those who search or listen.
///
/// ```
/// use portolan::canvas::{Canvas, Color, FillRule, Metadata, PageSize, Rect, SvgCanvas, rectangle};
/// let mut canvas = SvgCanvas::new(PageSize::new(120, 80)?, Color::WHITE, &Metadata::default());
/// canvas.fill(&rectangle(Rect::new(10.0, 10.0, 60.0, 40.0)), FillRule::NonZero, Color::rgb(0xaa_00_00));
/// let mut file = Vec::new();
/// canvas.write(&mut file)?;
/// let file = String::from_utf8(file).unwrap_or_default();
/// assert!(file.contains("<path fill=\"#a00\" d=\"m10 10h50v30h-50z\"/>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct SvgCanvas {
    size: PageSize,
    head: String,
    definitions: Definitions,
    /// Whether text is written as text.
    text: bool,
    body: String,
    names: Names,
    open: usize,
    /// Where the path data of the last element stands in `body`, if it ends there and is only filled.
    filled: Option<Range<usize>>,
    scratch: String,
}

impl SvgCanvas {
    /// An empty drawing.
    pub fn new(size: PageSize, background: Color, metadata: &Metadata) -> Self {
        let (width, height) = (size.width(), size.height());
        // An inch has 96 of CSS's pixels.
        let [across, down] = [width, height].map(|side| Number::new(f64::from(side) * 96.0 / metadata.dpi, 2));
        let mut head = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"{across}\" \
             height=\"{down}\" viewBox=\"0 0 {width} {height}\" role=\"graphics-document document\""
        );
        if metadata.title.is_empty() {
            head.push('>');
        } else {
            let _ = write!(head, " aria-label=\"{0}\">\n<title>{0}</title>", Escaped(&metadata.title));
        }
        if !metadata.description.is_empty() {
            let _ = write!(head, "\n<desc>{}</desc>", Escaped(&metadata.description));
        }
        head.push('\n');
        let mut canvas = Self {
            size,
            head,
            definitions: Definitions::default(),
            text: false,
            body: String::new(),
            names: Names::default(),
            open: 0,
            filled: None,
            scratch: String::new(),
        };
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        canvas.fill(&rectangle(page), FillRule::NonZero, Color { alpha: 255, ..background });
        canvas.filled = None;
        canvas
    }

    /// The same with text as text, which can be edited but looks as it should only where the font is installed.
    #[must_use]
    pub fn with_text(self) -> Self {
        Self { text: true, ..self }
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(mut self, mut out: impl Write) -> io::Result<()> {
        while self.open > 0 {
            self.close();
        }
        out.write_all(self.head.as_bytes())?;
        self.definitions.write(&mut out)?;
        out.write_all(self.body.as_bytes())?;
        out.write_all(b"</svg>\n")
    }

    fn close(&mut self) {
        if self.open > 0 {
            self.open -= 1;
            self.body.push_str("</g>\n");
            self.filled = None;
        }
    }
}

impl Canvas for SvgCanvas {
    fn size(&self) -> PageSize {
        self.size
    }

    fn fill(&mut self, path: &Path, rule: FillRule, color: Color) {
        if color.alpha == 0 || path.is_empty() || !path.is_finite() {
            return;
        }
        let _ = write!(self.body, "<path fill=\"{color}\"");
        if color.alpha < 255 {
            let _ = write!(self.body, " fill-opacity=\"{}\"", Number::new(color.opacity(), 3));
        }
        if rule == FillRule::EvenOdd {
            self.body.push_str(" fill-rule=\"evenodd\"");
        }
        self.body.push_str(" d=\"");
        let start = self.body.len();
        path_data::write(path, &mut self.body);
        self.filled = Some(start..self.body.len());
        self.body.push_str("\"/>\n");
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, color: Color) {
        if color.alpha == 0 || path.is_empty() || !path.is_finite() || !stroke.is_finite() || stroke.width <= 0.0 {
            return;
        }
        self.scratch.clear();
        path_data::write(path, &mut self.scratch);
        match self.filled.take() {
            Some(filled) if self.body[filled.clone()] == self.scratch => self.body.truncate(filled.end + 1),
            _ => {
                let _ = write!(self.body, "<path fill=\"none\" d=\"{}\"", self.scratch);
            }
        }
        stroke::write(stroke, color, &mut self.body);
        self.body.push_str("/>\n");
    }

    fn glyphs(&mut self, run: &GlyphRun, at: Point, angle_deg: f64, color: Color, halo: Option<Halo>) {
        if at.is_finite() && angle_deg.is_finite() && run.scale().is_finite() {
            self.filled = None;
            if self.text {
                text::write(&mut self.body, run, at, angle_deg, color, halo);
            } else {
                self.definitions.run(&mut self.body, run, at, angle_deg, color, halo);
            }
        }
    }

    fn push_clip(&mut self, path: &Path) {
        self.scratch.clear();
        if path.is_finite() {
            path_data::write(path, &mut self.scratch);
        }
        let number = self.definitions.clip(&self.scratch);
        let _ = writeln!(self.body, "<g clip-path=\"url(#_c{number})\">");
        self.filled = None;
        self.open += 1;
    }

    fn pop_clip(&mut self) {
        self.close();
    }

    fn begin_group(&mut self, name: &str) {
        let _ = writeln!(
            self.body,
            "<g id=\"{}\" role=\"group\" aria-label=\"{1}\" inkscape:groupmode=\"layer\" inkscape:label=\"{1}\">",
            self.names.unique(name),
            Escaped(name)
        );
        self.filled = None;
        self.open += 1;
    }

    fn end_group(&mut self) {
        self.close();
    }
}
