//! plotters on a [`Canvas`].
//!
//! plotters counts in whole numbers; here one of them is 1/64 pixel ([`UNITS_PER_PX`]), so that nothing is lost by it.
//! Sizes of text and widths of lines that plotters is given are in these units too: `("sans-serif", units(14.0))`,
//! `Color::BLACK.stroke_width(units(1.0) as u32)`. The family's name is ignored: there is one. What plotters has no
//! words for (holes, dashes, halos, clips, groups, text at any angle), an element of one's own draws on
//! [`Backend::canvas`]. plotters' own elements are clamped to their drawing area; those that are mapped by [`Unclamped`]
//! on an area with [`Pixels`] as its coordinates are not, and keep their direction where they leave it.

use std::error::Error;
use std::fmt;

use plotters::coord::CoordTranslate;
use plotters::element::CoordMapper;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::{
    Canvas, Cap, Color, Face, FillRule, Fonts, GlyphRun, Join, Lettering, MissingGlyph, Path, PathEl, Point, Rect,
    Stroke, circle, polygon, polyline, rectangle,
};

/// How many of plotters' units make a pixel.
pub const UNITS_PER_PX: i32 = 64;

/// Pixels in plotters' units, rounded.
pub fn units(px: f64) -> i32 {
    (px * f64::from(UNITS_PER_PX)).round() as i32
}

/// A position of plotters' in pixels.
pub fn point((x, y): BackendCoord) -> Point {
    Point::new(px(x), px(y))
}

fn px(units: i32) -> f64 {
    f64::from(units) / f64::from(UNITS_PER_PX)
}

/// What plotters draws on.
pub struct Backend<'a> {
    canvas: &'a mut dyn Canvas,
    fonts: &'a Fonts,
}

impl<'a> Backend<'a> {
    /// Draws on `canvas`, with text set in `fonts`.
    pub fn new(canvas: &'a mut dyn Canvas, fonts: &'a Fonts) -> Self {
        Self { canvas, fonts }
    }

    /// The canvas itself, in pixels.
    pub fn canvas(&mut self) -> &mut dyn Canvas {
        self.canvas
    }

    /// The fonts that text is set in. They outlive the backend, so a run can be set while the canvas is drawn on.
    pub fn fonts(&self) -> &'a Fonts {
        self.fonts
    }

    fn set<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<GlyphRun, DrawingErrorKind<BackendError>> {
        let face = match style.style() {
            FontStyle::Normal => Face::Regular,
            FontStyle::Bold => Face::Bold,
            FontStyle::Oblique | FontStyle::Italic => Face::Italic,
        };
        let lettering = Lettering::new(face, style.size() / f64::from(UNITS_PER_PX));
        self.fonts.shape(text, lettering).map_err(|missing| DrawingErrorKind::DrawingError(missing.into()))
    }

    /// Fills a path, or strokes it.
    fn shape<S: BackendStyle>(&mut self, path: &Path, style: &S, fill: bool, join: Join) {
        let color = style.color().into();
        if fill {
            self.canvas.fill(path, FillRule::NonZero, color);
        } else {
            let width_px = px(style.stroke_width() as i32);
            self.canvas.stroke(path, &Stroke::new(width_px).with_caps(Cap::Butt).with_join(join), color);
        }
    }
}

/// Moves a level or upright line by at most half a pixel, so that its edges lie between pixels: axes, ticks and grids
/// are as sharp as they can be.
fn snap(path: &mut Path, width_px: f64) {
    let snapped = |center: f64| (center - width_px / 2.0).round() + width_px / 2.0;
    if let [PathEl::MoveTo(from), PathEl::LineTo(to)] = path.elements_mut() {
        if from.y.total_cmp(&to.y).is_eq() {
            from.y = snapped(from.y);
            to.y = from.y;
        } else if from.x.total_cmp(&to.x).is_eq() {
            from.x = snapped(from.x);
            to.x = from.x;
        }
    }
}

type Drawn = Result<(), DrawingErrorKind<BackendError>>;

impl DrawingBackend for Backend<'_> {
    type ErrorType = BackendError;

    fn get_size(&self) -> (u32, u32) {
        let size = self.canvas.size();
        (u32::from(size.width()) * UNITS_PER_PX as u32, u32::from(size.height()) * UNITS_PER_PX as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Draws a square of one whole pixel.
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let corner = point(at);
        let square = rectangle(Rect::from_points(corner, (corner.x + 1.0, corner.y + 1.0)));
        self.canvas.fill(&square, FillRule::NonZero, color.into());
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        self.shape(&rectangle(Rect::from_points(point(from), point(to))), style, fill, Join::Miter);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut path = polyline(path.into_iter().map(point));
        snap(&mut path, px(style.stroke_width() as i32));
        self.shape(&path, style, false, Join::Round);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.shape(&circle(point(center), px(radius as i32)), style, fill, Join::Round);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.shape(&polygon(corners.into_iter().map(point)), style, true, Join::Round);
        Ok(())
    }

    /// Draws a line of text so that its box (its advance by its font's ascent and descent), turned around `at`, lies at
    /// `at` as the style's anchor says.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let color: Color = style.color().into();
        if text.is_empty() || color.alpha == 0 {
            return Ok(());
        }
        let run = self.set(text, style)?;
        let anchor = style.anchor();
        let x = match anchor.h_pos {
            HPos::Left => 0.0,
            HPos::Center => -run.width() / 2.0,
            HPos::Right => -run.width(),
        };
        let y = match anchor.v_pos {
            VPos::Top => run.ascent(),
            VPos::Center => run.ascent() - run.height() / 2.0,
            VPos::Bottom => -run.descent(),
        };
        let (dx, dy, angle_deg) = match style.transform() {
            FontTransform::None => (x, y, 0.0),
            FontTransform::Rotate90 => (-y, x, 90.0),
            FontTransform::Rotate180 => (-x, -y, 180.0),
            FontTransform::Rotate270 => (y, -x, 270.0),
        };
        let at = point(at);
        self.canvas.glyphs(&run, Point::new(at.x + dx, at.y + dy), angle_deg, color, None);
        Ok(())
    }

    /// The advance of the text, and ascent and descent of its font: the same height for every text of one size.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<BackendError>> {
        let run = self.set(text, style)?;
        let ceiling = |px: f64| (px * f64::from(UNITS_PER_PX)).ceil() as u32;
        Ok((ceiling(run.width()), ceiling(run.height())))
    }

    fn blit_bitmap(&mut self, _at: BackendCoord, _size: (u32, u32), _pixels: &[u8]) -> Drawn {
        Err(DrawingErrorKind::DrawingError(BackendError::Bitmap))
    }
}

/// Why something that plotters asked for could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackendError {
    /// A text has a character that no font has.
    MissingGlyph(MissingGlyph),
    /// A canvas takes paths and text, no bitmaps.
    Bitmap,
}

impl From<MissingGlyph> for BackendError {
    fn from(missing: MissingGlyph) -> Self {
        Self::MissingGlyph(missing)
    }
}

impl fmt::Display for BackendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph(missing) => missing.fmt(f),
            Self::Bitmap => f.write_str("a canvas takes paths and text, no bitmaps"),
        }
    }
}

impl Error for BackendError {}

/// Coordinates in pixels of the whole page, as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels;

impl CoordTranslate for Pixels {
    type From = (f64, f64);

    fn translate(&self, (x, y): &(f64, f64)) -> BackendCoord {
        (units(*x), units(*y))
    }
}

/// Maps points to where they are, also outside of the drawing area, to whose edge plotters' own mapper moves them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclamped;

impl CoordMapper for Unclamped {
    type Output = BackendCoord;

    fn map<T: CoordTranslate>(translate: &T, from: &T::From, _area: &plotters::drawing::Rect) -> BackendCoord {
        translate.translate(from)
    }
}

impl From<BackendColor> for Color {
    fn from(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> Self {
        Self { red, green, blue, alpha: 255 }.with_opacity(alpha)
    }
}

/// So that styles of plotters' are made from colours of the canvas.
impl plotters::style::Color for Color {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { rgb: (self.red, self.green, self.blue), alpha: self.opacity() }
    }
}
