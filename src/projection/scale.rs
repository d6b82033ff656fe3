//! How many metres a pixel is.

use super::View;
use crate::geodesy::distance_km;

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
}
