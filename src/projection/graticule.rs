//! Meridians and parallels.

use geo::Coord;

use super::View;

/// Parallels are no great arcs: so many points from one side of the map to the other draw them well within a pixel, and
/// no two may be farther apart than that (degrees).
const POINTS: f64 = 256.0;
const FARTHEST: f64 = 0.5;

impl View {
    /// Meridians every `step_lon` degrees and parallels every `step_lat`, as lines within the frame.
    ///
    /// Meridians end a parallel short of the poles, where they would crowd, except those at multiples of 90°.
    ///
    /// # Panics
    /// If a step isn't above zero.
    pub fn graticule(&self, step_lon: f64, step_lat: f64) -> Vec<Vec<[f64; 2]>> {
        assert!(step_lon > 0.0 && step_lat > 0.0, "steps of {step_lon}° and {step_lat}°");
        let last_parallel = ((90.0 - 1e-9) / step_lat).floor() * step_lat;
        let mut lines = Vec::new();
        for seen in self.visible_bounds() {
            let (south, north) = (seen.min().y, seen.max().y);
            for x in multiples(step_lon, seen.min().x, seen.max().x).filter(|x| *x < 180.0) {
                let reach = if libm::remainder(x, 90.0).abs() < 1e-9 { 90.0 } else { last_parallel };
                let (south, north) = (south.max(-reach), north.min(reach));
                lines.extend(self.line(&[south, 0.5 * (south + north), north].map(|y| Coord { x, y })));
            }
            let pieces = POINTS.max(seen.width() / FARTHEST).ceil();
            for y in multiples(step_lat, south.max(-last_parallel), north.min(last_parallel)) {
                let x = |piece: usize| seen.min().x + seen.width() * piece as f64 / pieces;
                let points: Vec<Coord> = (0..=pieces as usize).map(|piece| Coord { x: x(piece), y }).collect();
                lines.extend(self.line(&points));
            }
        }
        lines
    }
}

/// The multiples of `step` from `low` to `high`.
fn multiples(step: f64, low: f64, high: f64) -> impl Iterator<Item = f64> {
    let (first, last) = ((low / step - 1e-9).ceil() as i64, (high / step + 1e-9).floor() as i64);
    (first..=last).map(move |number| number as f64 * step)
}
