//! From a sheet to a picture.

use std::io;

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::IntoDrawingArea;
use plotters_backend::DrawingErrorKind;

use crate::canvas::backend::{Backend, BackendError, Pixels, Unclamped};
use crate::canvas::{Canvas, Color, Fonts, Metadata, PageSize, PdfCanvas, SvgCanvas, draw_png};

use super::Sheet;
use super::mark::Layer;

/// Most pictures take fewer bytes.
const ROOM: usize = 2 << 20;

/// A format that a sheet can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Pixels.
    Png,
    /// Paths, text as paths too.
    Svg,
    /// Paths, and text as text.
    SvgText,
    /// Paths and text, for print.
    Pdf,
}

impl Picture {
    /// The picture of a file with this extension.
    pub fn of_extension(extension: &str) -> Option<Picture> {
        match extension.to_ascii_lowercase().as_str() {
            "png" => Some(Picture::Png),
            "svg" => Some(Picture::Svg),
            "pdf" => Some(Picture::Pdf),
            _ => None,
        }
    }

    /// The bytes of a page; `draw` draws all of it each time that it is called.
    ///
    /// # Errors
    ///
    /// Those of `draw`.
    pub(crate) fn draw(
        self,
        page: PageSize,
        background: Color,
        metadata: Metadata,
        draw: impl Fn(&mut dyn Canvas) -> io::Result<()> + Sync,
    ) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(ROOM);
        match self {
            Picture::Png => {
                draw_png(page, background, metadata, &mut bytes, |canvas| draw(canvas))?;
            }
            Picture::Svg | Picture::SvgText => {
                let canvas = SvgCanvas::new(page, background, &metadata);
                let mut canvas = if self == Picture::SvgText { canvas.with_text() } else { canvas };
                draw(&mut canvas)?;
                canvas.write(&mut bytes)?;
            }
            Picture::Pdf => {
                let mut canvas = PdfCanvas::new(page, background, &metadata);
                draw(&mut canvas)?;
                canvas.write(&mut bytes)?;
            }
        }
        Ok(bytes)
    }
}

impl Sheet {
    /// The sheet as the bytes of a picture.
    ///
    /// # Errors
    ///
    /// None but those of the writer, which is memory.
    pub fn draw(&self, picture: Picture) -> io::Result<Vec<u8>> {
        let page = PageSize::new(self.size.width, self.size.height).map_err(io::Error::other)?;
        let (title, description) = (self.title.clone(), self.description.clone());
        let metadata = Metadata { title, description, dpi: f64::from(self.size.dpi) };
        picture.draw(page, self.background, metadata, |canvas| self.draw_on(canvas))
    }

    /// Draws all layers from back to front, each as an element of plotters' drawing area.
    ///
    /// # Errors
    ///
    /// None: words were set when the sheet was composed, and a canvas takes every path.
    pub fn draw_on(&self, canvas: &mut dyn Canvas) -> io::Result<()> {
        let fonts = Fonts::embedded();
        let area = Backend::new(canvas, &fonts).into_drawing_area().apply_coord_spec(Pixels);
        for layer in &self.layers {
            area.draw(layer).map_err(|error| io::Error::other(error.to_string()))?;
        }
        Ok(())
    }
}

/// A layer holds its own coordinates: plotters has none to translate.
impl<'a> PointCollection<'a, (f64, f64), Unclamped> for &'a Layer {
    type Point = (f64, f64);
    type IntoIter = std::iter::Empty<(f64, f64)>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl Drawable<Backend<'_>, Unclamped> for Layer {
    fn draw<I: Iterator<Item = (i32, i32)>>(
        &self,
        _points: I,
        backend: &mut Backend<'_>,
        _size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<BackendError>> {
        self.draw_on(backend.canvas());
        Ok(())
    }
}
