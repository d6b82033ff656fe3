use std::io::{self, Write};
use std::mem;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use png::{BitDepth, ColorType, Encoder, PixelDimensions, SrgbRenderingIntent, Unit, chunk};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{Affine, Join};
use vello_cpu::{Level, PixmapMut, RasterizerSettings, RenderContext, RenderSettings, Resources, TargetInit};

use super::level::level;
use super::rims::Rims;
use super::slice::Slice;
use super::zlib::{self, Part};
use super::{Canvas, Color, FillRule, GlyphRun, Halo, Metadata, PageSize, Path, Point, Stroke, is_dashed, rows};
use crate::at_once::{each_at_once, threads};

/// A line thinner than that, in pixels, looks the same whether its joins are round or bevelled, which costs half.
const HAIRLINE_PX: f64 = 2.0;

/// So many bands an image is drawn in. The bytes of an image depend on it.
const BANDS: u16 = 8;

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
    /// Where what the rows show of a path is put together, and the outlines of text, one after the other.
    scratch: Path,
    text: Path,
    pixels: Vec<u8>,
}

impl PngCanvas {
    /// An empty image.
    pub fn new(size: PageSize, background: Color, metadata: Metadata) -> Self {
        Self::at_level(level(), size, background, metadata)
    }

    /// The same, drawn with those instructions.
    pub(super) fn at_level(level: Level, size: PageSize, background: Color, metadata: Metadata) -> Self {
        let settings = RenderSettings { level, num_threads: 0 };
        Self {
            context: RenderContext::new_with(size.width(), size.height(), settings),
            size,
            rows: 0..size.height(),
            background,
            metadata,
            clips: 0,
            rims: Rims::default(),
            scratch: Path::new(),
            text: Path::new(),
            pixels: Vec::new(),
        }
    }

    /// Begins anew, with other rows.
    fn turn_to(&mut self, rows: Range<u16>) {
        self.context.reset_and_resize(self.size.width(), rows.len() as u16);
        self.context.set_transform(page(&rows));
        (self.rows, self.clips) = (rows, 0);
    }

    /// Paints and encodes the image.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(mut self, out: impl Write) -> io::Result<()> {
        let part = self.paint();
        encode(self.size, self.metadata, out, vec![part])
    }

    /// Its rows, painted and compressed.
    fn paint(&mut self) -> Part {
        let (width, height) = (self.size.width(), self.rows.len() as u16);
        let length = usize::from(width) * usize::from(height) * 4;
        if self.pixels.len() < length {
            // The next band may have a row more.
            self.pixels = vec![0; length + 4 * usize::from(width)];
        }
        let pixels = &mut self.pixels[..length];
        if let Some(target) = PixmapMut::new(width, height, pixels) {
            let target_init = TargetInit::Clear(solid(Color { alpha: 255, ..self.background }));
            let settings = RasterizerSettings { target_init, ..RasterizerSettings::default() };
            self.context.render_with(target, &mut Resources::new(), settings);
        }
        rows::compressed(pixels, width.into())
    }

    /// The rows that are painted, on the page.
    fn slice(&self) -> Slice {
        Slice { top: self.rows.start.into(), bottom: self.rows.end.into() }
    }
}

/// Draws an image band by band, several of them at the same time, and encodes it.
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
    let edge = |band: u16| (u32::from(size.height()) * u32::from(band) / u32::from(BANDS)) as u16;
    let next = AtomicUsize::new(0);
    let work = || {
        let mut canvas = PngCanvas::new(size, background, Metadata::default());
        let mut parts = Vec::new();
        loop {
            let band = next.fetch_add(1, Ordering::Relaxed);
            if band >= usize::from(BANDS) {
                return Ok(parts);
            }
            canvas.turn_to(edge(band as u16)..edge(band as u16 + 1));
            if canvas.rows.is_empty() {
                continue;
            }
            draw(&mut canvas)?;
            parts.push((band, canvas.paint()));
        }
    };
    let painters = vec![(); threads().min(BANDS.into())];
    let painted: io::Result<Vec<Vec<_>>> = each_at_once(&painters, &|()| work()).into_iter().collect();
    let mut parts: Vec<_> = painted?.into_iter().flatten().collect();
    parts.sort_by_key(|(band, _)| *band);
    encode(size, metadata, out, parts.into_iter().map(|(_, part)| part).collect())
}

/// Writes a file around the parts of its rows.
fn encode(size: PageSize, metadata: Metadata, out: impl Write, parts: Vec<Part>) -> io::Result<()> {
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
    for piece in zlib::stream(parts) {
        file.write_chunk(chunk::IDAT, &piece)?;
    }
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
        if color.alpha == 0 || !path.is_finite() {
            return;
        }
        self.scratch.truncate(0);
        self.slice().of_area(path, &mut self.scratch);
        if !self.scratch.is_empty() {
            self.context.set_paint(solid(color));
            self.context.set_fill_rule(rule);
            self.context.fill_path(&self.scratch);
        }
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, color: Color) {
        if color.alpha == 0 || !path.is_finite() || !stroke.is_finite() || stroke.width <= 0.0 {
            return;
        }
        let mut stroke = stroke.clone();
        let is_dashed = is_dashed(&stroke);
        if !is_dashed {
            stroke.dash_pattern.clear();
        }
        if stroke.width < HAIRLINE_PX && stroke.join == Join::Round {
            stroke.join = Join::Bevel;
        }
        let mitre = if stroke.join == Join::Miter { stroke.miter_limit } else { 0.0 };
        let reach = stroke.width * mitre.max(2.0) / 2.0 + 1.0;
        self.scratch.truncate(0);
        self.slice().grown(reach).of_line(path, is_dashed, &mut self.scratch);
        if !self.scratch.is_empty() {
            self.context.set_paint(solid(color));
            self.context.set_stroke(stroke);
            self.context.stroke_path(&self.scratch);
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
        self.context.set_fill_rule(FillRule::NonZero);
        let mut path = mem::take(&mut self.text);
        let mut fill = |path: &Path, color: Color| {
            if color.alpha > 0 && path.is_finite() {
                self.context.set_paint(solid(color));
                self.context.fill_path(path);
            }
        };
        if let Some(halo) = halo {
            path.truncate(0);
            self.rims.outline(run, halo.width_px, &mut path);
            fill(&path, halo.color);
        }
        path.truncate(0);
        run.outline(&mut path);
        fill(&path, color);
        self.text = path;
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
