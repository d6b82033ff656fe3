//! Lambert's conformal conic projection. Snyder, Map Projections: A Working Manual (1987), chapter 15.

use super::Earth;

/// Lambert's conformal conic projection; y is 0 where the central meridian meets the equator.
#[derive(Clone, Copy, Debug)]
pub struct Lambert {
    earth: Earth,
    /// The cone's constant: how much of a full turn the parallels make. Negative if it opens to the north.
    n: f64,
    /// The equator's distance from the cone's tip.
    equator: f64,
}

impl Lambert {
    /// The cone through two parallels, in radians; `None` if they mirror each other at the equator.
    pub(super) fn new(earth: Earth, phi_1: f64, phi_2: f64) -> Option<Self> {
        let n = if (phi_1 - phi_2).abs() < 1e-9 {
            libm::sin(phi_1)
        } else {
            let [parallel_1, parallel_2] = [phi_1, phi_2].map(|phi| libm::log(earth.parallel(phi)));
            (parallel_1 - parallel_2) / (earth.isometric(phi_2) - earth.isometric(phi_1))
        };
        let equator = earth.parallel(phi_1) * libm::exp(n * earth.isometric(phi_1)) / n;
        (n.abs() > 1e-9 && equator.is_finite()).then_some(Self { earth, n, equator })
    }

    pub(super) fn is_northern(&self) -> bool {
        self.n > 0.0
    }

    pub(super) fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        let radius = self.equator * libm::exp(-self.n * self.earth.isometric(phi));
        let (sine, cosine) = libm::sincos(self.n * lambda);
        [radius * sine, self.equator - radius * cosine]
    }

    pub(super) fn inverse(&self, x: f64, y: f64) -> [f64; 2] {
        // Both axes turn over for a cone that opens to the north.
        let sign = self.n.signum();
        let (x, y) = (sign * x, sign * (self.equator - y));
        let radius = (x * x + y * y).sqrt();
        // The tip has no longitude, and zero may have come with a sign.
        let lambda = if radius > 0.0 { libm::atan2(x, y) / self.n } else { 0.0 };
        let psi = -libm::log(radius / self.equator.abs()) / self.n;
        [lambda, self.earth.latitude_of_isometric(psi)]
    }
}
