//! Mercator's cylinder laid round another great circle than the equator.

use super::mercator::Mercator;
use super::{Earth, Rotation};

/// The oblique aspect of Mercator's projection on a sphere: true along the great circle through the centre in the
/// direction of an azimuth, with north up at the centre. The transverse one is that of azimuth 0.
///
/// The globe is turned first ([`Oblique::rotation`]) so that the circle becomes the equator; here the plane is turned back.
#[derive(Clone, Copy, Debug)]
pub struct Oblique {
    cylinder: Mercator,
    sine: f64,
    cosine: f64,
}

impl Oblique {
    /// The azimuth in degrees, clockwise from north.
    pub(super) fn new(azimuth: f64) -> Self {
        let (sine, cosine) = libm::sincos(azimuth.to_radians());
        Self { cylinder: Mercator::new(Earth::SPHERE, 0.0), sine, cosine }
    }

    /// `rotation` and then that which lays the circle of that azimuth along the equator.
    pub(super) fn rotation(rotation: Rotation, azimuth: f64) -> Rotation {
        Rotation { gamma: rotation.gamma + azimuth - 90.0, ..rotation }
    }

    pub(super) fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        let [x, y] = self.cylinder.forward(lambda, phi);
        [self.sine * x - self.cosine * y, self.cosine * x + self.sine * y]
    }

    pub(super) fn inverse(&self, x: f64, y: f64) -> [f64; 2] {
        self.cylinder.inverse(self.sine * x + self.cosine * y, self.sine * y - self.cosine * x)
    }
}
