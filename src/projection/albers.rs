//! Albers' equal-area conic projection. Snyder, Map Projections: A Working Manual (1987), chapter 14.

use super::Earth;

/// Albers' equal-area conic projection; y is 0 where the central meridian meets the equator.
#[derive(Clone, Copy, Debug)]
pub struct Albers {
    earth: Earth,
    /// Twice the square of the radius of the sphere that has the earth's area.
    whole: f64,
    /// The cone's constant: how much of a full turn the parallels make. 0 for a cylinder.
    n: f64,
    /// Snyder's C: the square of the distance from the tip to the equator, times n².
    c: f64,
    /// The radius of the first parallel.
    parallel: f64,
}

impl Albers {
    /// The cone through two parallels, in radians; if they mirror each other, the equal-area cylinder through them.
    pub(super) fn new(earth: Earth, phi_1: f64, phi_2: f64) -> Self {
        let whole = 2.0 * earth.authalic_radius() * earth.authalic_radius();
        let [q_1, q_2] = [phi_1, phi_2].map(|phi| whole * earth.sin_authalic(phi));
        let parallel = earth.parallel(phi_1);
        let square_1 = parallel * parallel;
        let n = if (phi_1 - phi_2).abs() < 1e-9 {
            libm::sin(phi_1)
        } else {
            let square_2 = earth.parallel(phi_2) * earth.parallel(phi_2);
            (square_1 - square_2) / (q_2 - q_1)
        };
        let n = if n.abs() < 1e-9 { 0.0 } else { n };
        Self { earth, whole, n, c: square_1 + n * q_1, parallel }
    }

    pub(super) fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        let q = self.whole * self.earth.sin_authalic(phi);
        if self.n == 0.0 {
            return [self.parallel * lambda, q / (2.0 * self.parallel)];
        }
        let radius = (self.c - self.n * q).max(0.0).sqrt() / self.n;
        let (sine, cosine) = libm::sincos(self.n * lambda);
        [radius * sine, self.c.sqrt() / self.n - radius * cosine]
    }

    /// `None` beyond the arcs that the poles are drawn as.
    pub(super) fn inverse(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        let (lambda, q) = if self.n == 0.0 {
            (x / self.parallel, 2.0 * y * self.parallel)
        } else {
            // Both axes turn over for a cone that opens to the north.
            let sign = self.n.signum();
            let (x, y) = (sign * x, sign * (self.c.sqrt() / self.n - y));
            let square = x * x + y * y;
            let lambda = if square > 0.0 { libm::atan2(x, y) / self.n } else { 0.0 };
            (lambda, (self.c - square * self.n * self.n) / self.n)
        };
        let sine = q / self.whole;
        (sine.abs() <= 1.0 + 1e-9).then(|| [lambda, self.earth.latitude_of_authalic(sine)])
    }
}
