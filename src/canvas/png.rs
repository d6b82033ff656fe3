use std::io::{self, Write};
use std::mem;
use std::ops::Range;

use png::{BitDepth, ColorType, Encoder, PixelDimensions, SrgbRenderingIntent, Unit, chunk};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::Affine;
use vello_cpu::{Level, PixmapMut, RasterizerSettings, RenderContext, RenderSettings, Resources, TargetInit};

use super::rims::Rims;
use super::rows::Rows;
use super::{Canvas, Color, FillRule, GlyphRun, Halo, Metadata, PageSize, Path, Point, Stroke, is_dashed};
use crate::at_once::at_once;

/// A canvas that becomes a PNG image: opaque, 8 bits of red, green and blue, antialiased.
///
/// ```
/// use portolan::canvas::{Canvas, Color, FillRule, Metadata, PageSize, PngCanvas, Rect, rectangle};
/// let mut canvas = PngCanvas::new(PageSize::new(120, 80)?, Color::WHITE, Metadata::default());
/// canvas.fill(&rectangle(Rect::new(10.0, 10.0, 60.0, 40.0)), FillRule::NonZero, Color::rgb(0xaa_00_00));
/// let mut file = Vec::new();
/// canvas.write(&mut file)?;
/// assert!(file.starts_with(b"\x89PNG"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PngCanvas {
    context: RenderContext,
    size: PageSize,
    /// The rows of the page that are painted.
    rows: Range<u16>,
    background: Color,
    metadata: Metadata,
    clips: usize,
    rims: Rims,
    /// Where the outlines of text are put together, one after the other.
    scratch: Path,
}

impl PngCanvas {
    /// An empty image.
    pub fn new(size: PageSize, background: Color, metadata: Metadata) -> Self {
        Self::band(size, 0..size.height(), background, metadata)
    }

    /// Some rows of an image.
    fn band(size: PageSize, rows: Range<u16>, background: Color, metadata: Metadata) -> Self {
        // The least that every processor of a kind can do, so that all of them give the same bytes.
        let settings = RenderSettings { level: Level::baseline(), num_threads: 0 };
        let mut context = RenderContext::new_with(size.width(), rows.len() as u16, settings);
        context.set_transform(page(&rows));
        Self { context, size, rows, background, metadata, clips: 0, rims: Rims::default(), scratch: Path::new() }
    }

    /// Paints and encodes the image.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(self, out: impl Write) -> io::Result<()> {
        let (size, metadata) = (self.size, self.metadata.clone());
        encode(size, metadata, out, |rows| rows.add(&self.paint()))
    }

    /// The pixels of its rows.
    fn paint(self) -> Vec<u8> {
        let (width, height) = (self.size.width(), self.rows.len() as u16);
        let mut pixels = vec![0; usize::from(width) * usize::from(height) * 4];
        if let Some(target) = PixmapMut::new(width, height, &mut pixels) {
            let target_init = TargetInit::Clear(solid(Color { alpha: 255, ..self.background }));
            let settings = RasterizerSettings { target_init, ..RasterizerSettings::default() };
            self.context.render_with(target, &mut Resources::new(), settings);
        }
        pixels
    }
}

/// Draws an image in two bands at the same time, and encodes it.
///
/// `draw` is called for each band, and must draw the same each time. Where the page is divided doesn't depend on the
/// machine, so its bytes don't either.
///
/// # Errors
///
/// What `draw` and `out` report.
pub fn draw_png(
    size: PageSize,
    background: Color,
    metadata: Metadata,
    out: impl Write,
    draw: impl Fn(&mut dyn Canvas) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let paint = |rows: Range<u16>| {
        let mut canvas = PngCanvas::band(size, rows, background, Metadata::default());
        draw(&mut canvas).map(|()| canvas.paint())
    };
    let upper = 0..size.height() / 2;
    let lower = upper.end..size.height();
    encode(size, metadata, out, |rows| {
        let (lower, upper) = at_once(|| paint(lower.clone()), || rows.add(&paint(upper)?));
        upper?;
        rows.add(&lower?)
    })
}

/// Writes a file around the rows that `add` gives.
fn encode(
    size: PageSize,
    metadata: Metadata,
    out: impl Write,
    add: impl FnOnce(&mut Rows) -> io::Result<()>,
) -> io::Result<()> {
    let mut encoder = Encoder::new(out, size.width().into(), size.height().into());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    let per_meter = (metadata.dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_meter, yppu: per_meter, unit: Unit::Meter }));
    encoder.add_text_chunk("Software".into(), concat!("portolan ", env!("CARGO_PKG_VERSION")).into())?;
    for (keyword, text) in [("Title", metadata.title), ("Description", metadata.description)] {
        if !text.is_empty() {
            encoder.add_itxt_chunk(keyword.into(), text)?;
        }
    }
    let mut file = encoder.write_header()?;
    let mut rows = Rows::new(size)?;
    add(&mut rows)?;
    file.write_chunk(chunk::IDAT, &rows.finish()?)?;
    file.finish()?;
    Ok(())
}

/// From the page to the band of its `rows`.
fn page(rows: &Range<u16>) -> Affine {
    Affine::translate((0.0, -f64::from(rows.start)))
}

impl Canvas for PngCanvas {
    fn size(&self) -> PageSize {
        self.size
    }

    fn fill(&mut self, path: &Path, rule: FillRule, color: Color) {
        if color.alpha > 0 && path.is_finite() {
            self.context.set_paint(solid(color));
            self.context.set_fill_rule(rule);
            self.context.fill_path(path);
        }
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, color: Color) {
        if color.alpha > 0 && path.is_finite() && stroke.is_finite() && stroke.width > 0.0 {
            let mut stroke = stroke.clone();
            if !is_dashed(&stroke) {
                stroke.dash_pattern.clear();
            }
            self.context.set_paint(solid(color));
            self.context.set_stroke(stroke);
            self.context.stroke_path(path);
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, at: Point, angle_deg: f64, color: Color, halo: Option<Halo>) {
        let (sin, cos) = libm::sincos(angle_deg.to_radians());
        let place = page(&self.rows) * Affine::new([cos, sin, -sin, cos, at.x, at.y]);
        let halo = halo.filter(|halo| halo.color.alpha > 0 && halo.width_px > 0.0);
        let rim = halo.map_or(0.0, |halo| halo.width_px) + 1.0;
        let covered = place.transform_rect_bbox(run.ink().inflate(rim, rim));
        let is_seen = covered.y1 >= 0.0 && covered.y0 <= self.rows.len() as f64;
        if !is_seen || !place.is_finite() {
            return;
        }
        self.context.set_transform(place);
        let mut path = mem::take(&mut self.scratch);
        if let Some(halo) = halo {
            path.truncate(0);
            self.rims.outline(run, halo.width_px, &mut path);
            self.fill(&path, FillRule::NonZero, halo.color);
        }
        path.truncate(0);
        run.outline(&mut path);
        self.fill(&path, FillRule::NonZero, color);
        self.scratch = path;
        self.context.set_transform(page(&self.rows));
    }

    fn push_clip(&mut self, path: &Path) {
        self.context.set_fill_rule(FillRule::NonZero);
        self.context.push_clip_path(path);
        self.clips += 1;
    }

    fn pop_clip(&mut self) {
        if self.clips > 0 {
            self.context.pop_clip();
            self.clips -= 1;
        }
    }

    fn begin_group(&mut self, _name: &str) {}

    fn end_group(&mut self) {}
}

fn solid(color: Color) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(color.red, color.green, color.blue, color.alpha)
}
