//! How things look on a chart: sizes, colours and faces, as plotters takes them.

use plotters::prelude::{Color as _, FontStyle, IntoFont, ShapeStyle, TextStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::canvas::backend::units;
use crate::canvas::{Color, Face, Fonts};
use crate::route::Size;
use crate::sheet::theme::Theme;

/// The page, its type's unit and colours.
pub(super) struct Style {
    pub fonts: Fonts,
    pub theme: Theme,
    pub width_px: f64,
    pub height_px: f64,
    /// One unit of type and line widths, in pixels: 1 on a page of 2400 × 1350.
    pub unit: f64,
}

/// How wide a column is in units.
const COLUMN: f64 = 1300.0;

impl Style {
    pub fn new(size: Size, theme: Theme) -> Style {
        let (width_px, height_px) = (f64::from(size.width), f64::from(size.height));
        let unit = ((width_px * height_px) / (2400.0 * 1350.0)).sqrt().min(width_px / 1200.0);
        // A column is printed small: its type is as large as leaves the chart room.
        let unit = if size.is_column { width_px / COLUMN } else { unit };
        Style { fonts: Fonts::embedded(), theme, width_px, height_px, unit }
    }

    pub fn margin_px(&self) -> f64 {
        56.0 * self.unit
    }

    /// So many units of type, in plotters' units.
    pub fn size(&self, size: f64) -> i32 {
        units(size * self.unit)
    }

    /// Type of a size, with its anchor at a corner or side.
    pub fn text(&self, face: Face, size: f64, color: Color, (h, v): (HPos, VPos)) -> TextStyle<'static> {
        let style = match face {
            Face::Regular => FontStyle::Normal,
            Face::Bold => FontStyle::Bold,
            Face::Italic => FontStyle::Italic,
        };
        let font = ("sans-serif", f64::from(self.size(size))).into_font().style(style);
        TextStyle { font, color: color.to_backend_color(), pos: Pos::new(h, v) }
    }

    /// A line so many units wide.
    pub fn line(&self, width: f64, color: Color) -> ShapeStyle {
        color.stroke_width(self.size(width).max(1) as u32)
    }

    /// How wide a text is, in plotters' units; 0 if it can't be set.
    pub fn width(&self, text: &str, face: Face, size: f64) -> i32 {
        let run = self.fonts.shape(text, crate::canvas::Lettering::new(face, size * self.unit));
        run.map_or(0, |run| units(run.width()))
    }
}
