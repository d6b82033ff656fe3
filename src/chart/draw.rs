//! From figures to a picture.

use std::io;

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::backend::{Backend, BackendError, units};
use crate::canvas::{Canvas, Metadata, PageSize};
use crate::diagnostic::{Diagnostic, catalog};
use crate::route::{self, Size};
use crate::sheet::Picture;
use crate::sheet::theme::Theme;

use super::plot::Plot;
use super::style::Style;
use super::words::Words;

/// A part of the page.
pub(super) type Area<'a> = DrawingArea<Backend<'a>, Shift>;
/// Whether it could be drawn.
pub(super) type Drawn = Result<(), DrawingAreaErrorKind<BackendError>>;

/// A chart that is ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What stands around it.
    pub words: Words,
    /// What it shows.
    pub plot: Plot,
    /// Width and height in pixels.
    pub size: Size,
    /// Its colours.
    pub theme: route::Theme,
}

impl Chart {
    /// The chart as the bytes of a picture.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have; a page that is too large.
    pub fn draw(&self, picture: Picture) -> Result<Vec<u8>, Box<Diagnostic>> {
        let theme = Theme::of(self.theme);
        let metadata = Metadata {
            title: self.words.title.clone(),
            description: self.words.subtitle.clone(),
            dpi: f64::from(self.size.dpi),
        };
        let page = PageSize::new(self.size.width, self.size.height).map_err(|error| failed(&error.to_string()))?;
        let drawn = picture.draw(page, theme.paper, metadata, |canvas| {
            self.draw_on(canvas).map_err(|error| io::Error::other(error.to_string()))
        });
        drawn.map_err(|error| failed(&error.to_string()))
    }

    fn draw_on(&self, canvas: &mut dyn Canvas) -> Drawn {
        let style = Style::new(self.size, Theme::of(self.theme));
        let fonts = style.fonts.clone();
        let page = Backend::new(canvas, &fonts).into_drawing_area();
        let layout = self.words.layout(&style).map_err(|missing| {
            DrawingAreaErrorKind::BackendError(plotters_backend::DrawingErrorKind::DrawingError(missing.into()))
        })?;
        let left = units(style.margin_px());
        for line in &layout.lines {
            let color = if line.is_faint { style.theme.faint_ink } else { style.theme.ink };
            let text = style.text(line.face, line.size, color, (HPos::Left, VPos::Top));
            page.draw_text(&line.text, &text, (left, units(line.top_px)))?;
        }
        let plot = page.margin(
            units(layout.header_px + 22.0 * style.unit),
            units(layout.footer_px + 14.0 * style.unit),
            left,
            left,
        );
        match &self.plot {
            Plot::Lines(lines) => lines.draw(&plot, &style),
            Plot::Bars(bars) => bars.draw(&plot, &style),
            Plot::Heat(heat) => heat.draw(&plot, &style),
            Plot::Along(along) => along.draw(&plot, &style),
            Plot::Times(times) => times.draw(&plot, &style),
        }
    }
}

fn failed(why: &str) -> Box<Diagnostic> {
    let found = Diagnostic::error(&catalog::TEXT_MISSING_GLYPH, format!("the chart can't be drawn: {why}"));
    Box::new(found.help("write names with Latin, Greek or Cyrillic letters, and a size of at most 16384 pixels a side"))
}
