//! Projections that keep the directions from their centre. Snyder, Map Projections: A Working Manual (1987), chapters 20,
//! 24 and 25.
//!
//! They are drawn around longitude and latitude 0; what else is to be the centre is a matter of rotation. They have no
//! seam but a rim, and what lies beyond it is drawn on it, so that an area that reaches over it ends there.

use std::f64::consts::PI;

/// What an azimuthal projection keeps besides directions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Azimuthal {
    /// Areas (Lambert).
    EqualArea,
    /// Distances from the centre (Postel).
    Equidistant,
    /// Nothing; the earth as it is seen from very far away, one half of it.
    Orthographic,
}

/// How near the map comes to the point opposite its centre: that point would be a whole circle.
const FARTHEST: f64 = 179.9 * PI / 180.0;

impl Azimuthal {
    /// How far the map reaches, as an angle from its centre.
    pub(super) fn rim(self) -> f64 {
        if self == Self::Orthographic { 0.5 * PI } else { FARTHEST }
    }

    /// How far from the centre something is drawn that is `angle` away.
    fn radius(self, angle: f64) -> f64 {
        match self {
            Self::EqualArea => 2.0 * libm::sin(0.5 * angle),
            Self::Equidistant => angle,
            Self::Orthographic => libm::sin(angle),
        }
    }

    pub(super) fn forward(self, lambda: f64, phi: f64) -> [f64; 2] {
        let (sin_lambda, cos_lambda) = libm::sincos(lambda);
        let (sin_phi, cos_phi) = libm::sincos(phi);
        let (east, north) = (cos_phi * sin_lambda, sin_phi);
        let away = (east * east + north * north).sqrt();
        let angle = libm::atan2(away, cos_phi * cos_lambda).min(self.rim());
        if away > 0.0 {
            let stretch = self.radius(angle) / away;
            [stretch * east, stretch * north]
        } else {
            // The centre, or the point opposite to it, which lies on the rim anywhere.
            [if cos_lambda > 0.0 { 0.0 } else { self.radius(angle) }, 0.0]
        }
    }

    /// `None` beyond the rim.
    pub(super) fn inverse(self, x: f64, y: f64) -> Option<[f64; 2]> {
        let radius = (x * x + y * y).sqrt();
        if radius.is_nan() || radius > self.radius(self.rim()) + 1e-9 {
            return None;
        }
        let angle = match self {
            Self::EqualArea => 2.0 * libm::asin((0.5 * radius).min(1.0)),
            Self::Equidistant => radius,
            Self::Orthographic => libm::asin(radius.min(1.0)),
        };
        if radius == 0.0 {
            return Some([0.0, 0.0]);
        }
        let (sine, cosine) = libm::sincos(angle);
        let (east, north) = (sine * x / radius, sine * y / radius);
        Some([libm::atan2(east, cosine), libm::atan2(north, (cosine * cosine + east * east).sqrt())])
    }
}
