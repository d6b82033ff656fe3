//! Points of the unit sphere.

/// A point as angles in radians, seen from the map's centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spherical {
    /// The longitude from the central meridian, -π to π.
    pub(super) lambda: f64,
    pub(super) phi: f64,
}

impl Spherical {
    pub(super) fn vector(self) -> [f64; 3] {
        let (sin_lambda, cos_lambda) = libm::sincos(self.lambda);
        let (sin_phi, cos_phi) = libm::sincos(self.phi);
        [cos_phi * cos_lambda, cos_phi * sin_lambda, sin_phi]
    }

    /// The direction of `vector`, whose length doesn't matter.
    pub(super) fn of([x, y, z]: [f64; 3]) -> Self {
        Self { lambda: libm::atan2(y, x), phi: libm::atan2(z, (x * x + y * y).sqrt()) }
    }
}

/// Halfway along the great arc between two points, as a vector of length 1.
pub(super) fn halfway(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let sum = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    let length = dot(sum, sum).sqrt();
    if length > 0.0 { sum.map(|axis| axis / length) } else { a }
}

pub(super) fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}
