//! Mercator's projection. Snyder, Map Projections: A Working Manual (1987), chapter 7.

use super::Earth;

/// Mercator's projection, true to scale along one parallel and its mirror image.
#[derive(Clone, Copy, Debug)]
pub struct Mercator {
    earth: Earth,
    scale: f64,
}

impl Mercator {
    pub(super) fn new(earth: Earth, true_parallel: f64) -> Self {
        Self { earth, scale: earth.parallel(true_parallel) }
    }

    pub(super) fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        [self.scale * lambda, self.scale * self.earth.isometric(phi)]
    }

    pub(super) fn inverse(&self, x: f64, y: f64) -> [f64; 2] {
        [x / self.scale, self.earth.latitude_of_isometric(y / self.scale)]
    }
}
