//! What paths and glyphs are drawn on: PNG, SVG, PDF. Knows nothing of maps.
//!
//! A sheet or a chart draws once, on a [`Canvas`]; which format comes out is decided by which canvas it is. Text is
//! shaped once, by [`Fonts`], into a [`GlyphRun`] that carries its own outlines, so that all formats show the same
//! shapes in the same places and need no fonts of the system. Everything is in pixels, x to the right, y down; angles
//! turn clockwise. The same calls give the same bytes.

pub mod backend;
mod color;
mod level;
mod metadata;
mod number;
mod pdf;
mod png;
mod rims;
mod rows;
mod shapes;
mod size;
mod slice;
mod svg;
pub mod text;
mod zlib;

pub use color::Color;
pub use metadata::Metadata;
pub use pdf::PdfCanvas;
pub use png::{PngCanvas, draw_png};
pub use shapes::{circle, polygon, polyline, rectangle};
pub use size::{PageSize, PageSizeError};
pub use svg::SvgCanvas;
pub use text::{Face, Fonts, GlyphRun, Lettering, MissingGlyph};
pub use vello_cpu::kurbo::{BezPath as Path, Cap, Join, PathEl, Point, Rect, Shape, Stroke};
pub use vello_cpu::peniko::Fill as FillRule;

/// A page that is drawn on from back to front.
///
/// Paths outside of the page cost time and bytes but leave no mark, so callers clip what can be far away; a path with a
/// coordinate that is not finite is not drawn at all, and as a clip lets nothing through.
pub trait Canvas {
    /// Width and height.
    fn size(&self) -> PageSize;

    /// Fills a path. Open subpaths are closed.
    fn fill(&mut self, path: &Path, rule: FillRule, color: Color);

    /// Strokes a path. A dash pattern whose lengths don't add up to anything is drawn as a solid line.
    ///
    /// Every dash costs something, on the page or not; round joins cost twice as much as mitred or bevelled ones.
    fn stroke(&mut self, path: &Path, stroke: &Stroke, color: Color);

    /// Draws a line of text whose baseline begins at `at`, turned clockwise around that point.
    fn glyphs(&mut self, run: &GlyphRun, at: Point, angle_deg: f64, color: Color, halo: Option<Halo>);

    /// Limits what follows, up to the matching [`pop_clip`](Self::pop_clip), to the inside of a path (non-zero rule).
    fn push_clip(&mut self, path: &Path);

    /// Ends the clip that was pushed last.
    fn pop_clip(&mut self);

    /// Begins a part of the drawing that has a name: a layer where the format has such a thing, nothing elsewhere.
    fn begin_group(&mut self, name: &str);

    /// Ends the group that was begun last.
    fn end_group(&mut self);
}

/// A rim around text that keeps it legible on whatever lies behind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halo {
    /// The rim's colour.
    pub color: Color,
    /// How far the rim reaches beyond the glyphs, in pixels.
    pub width_px: f64,
}

impl Halo {
    /// The stroke that paints this halo when the text is drawn over it.
    fn stroke(self) -> Stroke {
        Stroke::new(2.0 * self.width_px)
    }
}

/// Whether the stroke's dash pattern can be walked along a line without standing still.
fn is_dashed(stroke: &Stroke) -> bool {
    let pattern = &stroke.dash_pattern;
    pattern.iter().all(|dash| *dash >= 0.0) && (1e-3..f64::INFINITY).contains(&pattern.iter().sum())
}
