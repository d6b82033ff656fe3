//! The Equal Earth projection. B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection (2018).

use super::Earth;

/// The polynomial's coefficients (the paper's A1 to A4).
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// √3 / 2: the sine of the parameter at the poles.
const M: f64 = 0.866_025_403_784_438_6;

/// The Equal Earth projection; on an ellipsoid by way of the sphere of the same area.
#[derive(Clone, Copy, Debug)]
pub struct EqualEarth {
    earth: Earth,
    radius: f64,
}

impl EqualEarth {
    pub(super) fn new(earth: Earth) -> Self {
        Self { earth, radius: earth.authalic_radius() }
    }

    pub(super) fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        let sine = M * self.earth.sin_authalic(phi);
        let theta = libm::asin(sine);
        let cosine = (1.0 - sine * sine).sqrt();
        [self.radius * lambda * cosine / (M * slope(theta)), self.radius * height(theta)]
    }

    /// `None` beyond the lines that the poles are drawn as.
    pub(super) fn inverse(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        let pole = std::f64::consts::FRAC_PI_3;
        let (x, y) = (x / self.radius, y / self.radius);
        if y.abs() > height(pole) + 1e-9 {
            return None;
        }
        let mut theta = y / A[0];
        // Newton's method on a curve that is nearly straight.
        for _ in 0..8 {
            theta -= (height(theta) - y) / slope(theta);
        }
        let theta = theta.clamp(-pole, pole);
        let phi = self.earth.latitude_of_authalic(libm::sin(theta) / M);
        Some([M * x * slope(theta) / libm::cos(theta), phi])
    }
}

/// The paper's y of θ.
fn height(theta: f64) -> f64 {
    let t2 = theta * theta;
    theta * (A[0] + A[1] * t2 + t2 * t2 * t2 * (A[2] + A[3] * t2))
}

/// Its derivative.
fn slope(theta: f64) -> f64 {
    let t2 = theta * theta;
    A[0] + 3.0 * A[1] * t2 + t2 * t2 * t2 * (7.0 * A[2] + 9.0 * A[3] * t2)
}
