//! How many metres a pixel is.

use super::{Frame, View};
use crate::geodesy::distance_km;

/// How finely a frame is looked at for its scale.
const COLUMNS: u32 = 8;
const ROWS: u32 = 6;

impl View {
    /// The metres on the ground that one pixel covers from left to right, at `pixel`; `None` beside the map.
    ///
    /// Measured by geodesics between positions half a pixel to either side, so that the ellipsoid is in it although maps
    /// are drawn on a sphere. It differs over the map: a scale bar holds where it was asked for.
    pub fn scale_at(&self, pixel: [f64; 2]) -> Option<f64> {
        let west = self.invert([pixel[0] - 0.5, pixel[1]])?;
        let east = self.invert([pixel[0] + 0.5, pixel[1]])?;
        Some(1000.0 * distance_km(west, east))
    }

    /// How much the scale differs over the frame, in both directions of the page: the largest metres per pixel divided by
    /// the smallest, 1 for none. What lies beside the map does not count.
    pub fn scale_variation(&self) -> f64 {
        let Frame { left, top, right, bottom } = self.frame();
        let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
        for row in 0..=ROWS {
            for column in 0..=COLUMNS {
                let x = left + (right - left) * f64::from(column) / f64::from(COLUMNS);
                let y = top + (bottom - top) * f64::from(row) / f64::from(ROWS);
                let across = |a: [f64; 2], b: [f64; 2]| Some(distance_km(self.invert(a)?, self.invert(b)?));
                let both = [across([x - 0.5, y], [x + 0.5, y]), across([x, y - 0.5], [x, y + 0.5])];
                for km in both.into_iter().flatten() {
                    (least, most) = (least.min(km), most.max(km));
                }
            }
        }
        if most > 0.0 { most / least } else { 1.0 }
    }
}
