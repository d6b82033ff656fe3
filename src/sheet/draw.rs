//! From a sheet to a picture.

use std::io;

use crate::canvas::{Canvas, Metadata, PngCanvas, SvgCanvas};

use super::Sheet;

/// A format that a sheet can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Pixels.
    Png,
    /// Paths.
    Svg,
}

impl Picture {
    /// The picture of a file with this extension.
    pub fn of_extension(extension: &str) -> Option<Picture> {
        match extension.to_ascii_lowercase().as_str() {
            "png" => Some(Picture::Png),
            "svg" => Some(Picture::Svg),
            _ => None,
        }
    }
}

impl Sheet {
    /// The sheet as the bytes of a picture.
    ///
    /// # Errors
    ///
    /// None but those of the writer, which is memory.
    pub fn draw(&self, picture: Picture) -> io::Result<Vec<u8>> {
        let (width, height) = (self.size.width as u16, self.size.height as u16);
        let metadata = Metadata { title: self.title.clone(), ..Metadata::default() };
        let mut bytes = Vec::new();
        match picture {
            Picture::Png => {
                let mut canvas = PngCanvas::new(width, height, self.background, metadata);
                self.draw_on(&mut canvas);
                canvas.write(&mut bytes)?;
            }
            Picture::Svg => {
                let mut canvas = SvgCanvas::new(width, height, self.background, &metadata);
                self.draw_on(&mut canvas);
                canvas.write(&mut bytes)?;
            }
        }
        Ok(bytes)
    }

    /// Draws all layers from back to front.
    pub fn draw_on(&self, canvas: &mut dyn Canvas) {
        for layer in &self.layers {
            layer.draw(canvas);
        }
    }
}
