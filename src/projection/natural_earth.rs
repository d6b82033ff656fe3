//! The Natural Earth projection. B. Šavrič, B. Jenny, T. Patterson, D. Petrovič, L. Hurni, A polynomial equation for the
//! Natural Earth projection (2011).

/// The paper's coefficients of x, for the powers 0, 2, 4, 10 and 12 of the latitude.
const A: [f64; 5] = [0.8707, -0.131_979, -0.013_791, 0.003_971, -0.001_529];

/// Those of y, for the powers 1, 3, 7, 9 and 11.
const B: [f64; 5] = [1.007_226, 0.015_085, -0.044_475, 0.028_874, -0.005_916];

/// The Natural Earth projection, which knows no ellipsoid.
#[derive(Clone, Copy, Debug)]
pub struct NaturalEarth;

impl NaturalEarth {
    pub(super) fn forward(lambda: f64, phi: f64) -> [f64; 2] {
        [lambda * width(phi), height(phi)]
    }

    /// `None` beyond the lines that the poles are drawn as.
    pub(super) fn inverse(x: f64, y: f64) -> Option<[f64; 2]> {
        let pole = std::f64::consts::FRAC_PI_2;
        if y.abs() > height(pole) + 1e-9 {
            return None;
        }
        let mut phi = y / B[0];
        for _ in 0..12 {
            phi = (phi - (height(phi) - y) / slope(phi)).clamp(-pole, pole);
        }
        Some([x / width(phi), phi])
    }
}

fn width(phi: f64) -> f64 {
    let p2 = phi * phi;
    let p4 = p2 * p2;
    A[0] + p2 * (A[1] + p2 * (A[2] + p4 * p2 * (A[3] + p2 * A[4])))
}

fn height(phi: f64) -> f64 {
    let p2 = phi * phi;
    phi * (B[0] + p2 * (B[1] + p2 * p2 * (B[2] + p2 * (B[3] + p2 * B[4]))))
}

/// The height's derivative.
fn slope(phi: f64) -> f64 {
    let p2 = phi * phi;
    B[0] + p2 * (3.0 * B[1] + p2 * p2 * (7.0 * B[2] + p2 * (9.0 * B[3] + p2 * 11.0 * B[4])))
}
