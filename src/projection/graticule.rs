//! Meridians and parallels.

use geo::Coord;

use super::View;

/// Parallels are no great arcs: points this near to each other (degrees) draw them well within a pixel.
const STEP: f64 = 0.25;

impl View {
    /// Meridians every `step_lon` degrees and parallels every `step_lat` (both above 0), as lines within the frame.
    ///
    /// Meridians end a parallel short of the poles, where they would crowd, except those at multiples of 90°.
    pub fn graticule(&self, step_lon: f64, step_lat: f64) -> Vec<Vec<[f64; 2]>> {
        let mut lines = Vec::new();
        let last_parallel = ((90.0 - 1e-9) / step_lat).floor();
        for step in 0..(360.0 / step_lon - 1e-9).ceil() as usize {
            let x = -180.0 + step as f64 * step_lon;
            let reach = if libm::remainder(x, 90.0).abs() < 1e-9 { 90.0 } else { last_parallel * step_lat };
            lines.extend(self.line(&[-reach, 0.0, reach].map(|y| Coord { x, y })));
        }
        for step in -last_parallel as i64..=last_parallel as i64 {
            let y = step as f64 * step_lat;
            let points = (0..=(360.0 / STEP) as usize).map(|step| Coord { x: -180.0 + step as f64 * STEP, y });
            lines.extend(self.line(&points.collect::<Vec<_>>()));
        }
        lines
    }
}
