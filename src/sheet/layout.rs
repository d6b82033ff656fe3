//! Where things stand on the page: the header above, the map's frame, the notes below.

use crate::canvas::Rect;
use crate::route::Size;

/// The page divided up. Lengths in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The page.
    pub size: Size,
    /// Where the title and the subtitle stand.
    pub header: Rect,
    /// The map's frame.
    pub frame: Rect,
    /// Where the notes stand.
    pub footer: Rect,
}

/// The sheet that type sizes are written for.
const REFERENCE: (f64, f64) = (2400.0, 1350.0);
/// How wide a column is in units: its type is as large as can be read where it is printed, 80 mm wide.
const COLUMN: f64 = 1000.0;

impl Layout {
    /// The type's unit on a page of this size: it grows with the page.
    pub fn unit(size: Size) -> f64 {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        if size.is_column {
            return width / COLUMN;
        }
        ((width * height) / (REFERENCE.0 * REFERENCE.1)).sqrt().min(width / 1200.0)
    }

    /// Leaves the header and the footer the height that their words need; the map takes the rest.
    pub fn new(size: Size, unit: f64, header_height: f64, footer_height: f64) -> Layout {
        let (width, height) = (f64::from(size.width), f64::from(size.height));
        let margin = 56.0 * unit;
        let (left, right) = (margin, width - margin);
        let header = Rect::new(left, 44.0 * unit, right, 44.0 * unit + header_height);
        let footer = Rect::new(left, height - 36.0 * unit - footer_height, right, height - 36.0 * unit);
        let top = header.y1 + 26.0 * unit;
        let bottom = (footer.y0 - 22.0 * unit).max(top + 1.0);
        Layout { size, header, frame: Rect::new(left.round(), top.round(), right.round(), bottom.round()), footer }
    }

    /// The same with a map of that height, and with so much free below it. A column ends where its words do.
    #[must_use]
    pub fn with_map(mut self, height: f64, below: f64) -> Layout {
        let bottom = self.frame.y1;
        self.frame.y1 = (self.frame.y0 + height).round();
        if self.size.is_column {
            let spare = (bottom - self.frame.y1 - below).max(0.0).floor();
            self.footer = Rect::new(self.footer.x0, self.footer.y0 - spare, self.footer.x1, self.footer.y1 - spare);
            self.size.height -= spare as u32;
        }
        self
    }

    /// Whether the map keeps a part of the page that is worth having.
    pub fn suffices(&self) -> bool {
        self.frame.height() >= 0.35 * f64::from(self.size.height)
    }
}
