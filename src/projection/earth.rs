//! The body that is projected, its equatorial radius taken as 1.

use crate::geodesy::wgs84;

/// A sphere or an ellipsoid of revolution, told by its eccentricity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Earth {
    /// 0 for a sphere.
    pub eccentricity: f64,
}

impl Earth {
    /// A sphere, which maps are drawn on.
    pub const SPHERE: Self = Self { eccentricity: 0.0 };

    /// The ellipsoid that distances are measured on.
    pub fn wgs84() -> Self {
        Self { eccentricity: wgs84::ECCENTRICITY_2.sqrt() }
    }

    /// How far north a latitude lies on a map that keeps angles, in radians; infinite at the poles.
    ///
    /// Snyder, Map Projections: A Working Manual (1987), equation 3-7.
    pub(super) fn isometric(self, phi: f64) -> f64 {
        if phi.abs() >= std::f64::consts::FRAC_PI_2 {
            return f64::INFINITY.copysign(phi);
        }
        let (sine, cosine) = libm::sincos(phi);
        let sphere = libm::log((1.0 + sine.abs()) / cosine).copysign(phi);
        let e = self.eccentricity;
        if e > 0.0 { sphere - e * libm::atanh(e * sine) } else { sphere }
    }

    /// The latitude whose isometric latitude is `psi`.
    pub(super) fn latitude_of_isometric(self, psi: f64) -> f64 {
        let e = self.eccentricity;
        let mut phi = libm::atan(libm::sinh(psi));
        if e > 0.0 {
            // Every round brings e² (0.0067 for the earth) of the error that was left.
            for _ in 0..10 {
                phi = libm::atan(libm::sinh(psi + e * libm::atanh(e * libm::sin(phi))));
            }
        }
        phi
    }

    /// The radius of the parallel at `phi`. Snyder (1987), equation 14-15.
    pub(super) fn parallel(self, phi: f64) -> f64 {
        let es = self.eccentricity * libm::sin(phi);
        libm::cos(phi) / (1.0 - es * es).sqrt()
    }

    /// The area between the equator and `phi`, over 2π. Snyder (1987), equation 3-12.
    fn zone(self, phi: f64) -> f64 {
        let (e, s) = (self.eccentricity, libm::sin(phi));
        (1.0 - e * e) * (s / (1.0 - e * e * s * s) + libm::atanh(e * s) / e)
    }

    /// The radius of the sphere that has the same area. Snyder (1987), equation 3-13.
    pub(super) fn authalic_radius(self) -> f64 {
        if self.eccentricity > 0.0 { (0.5 * self.zone(std::f64::consts::FRAC_PI_2)).sqrt() } else { 1.0 }
    }

    /// The sine of the latitude that has the same area south of it on the sphere. Snyder (1987), equation 3-11.
    pub(super) fn sin_authalic(self, phi: f64) -> f64 {
        if self.eccentricity > 0.0 {
            (self.zone(phi) / self.zone(std::f64::consts::FRAC_PI_2)).clamp(-1.0, 1.0)
        } else {
            libm::sin(phi)
        }
    }

    /// The latitude that `sin_authalic` was computed from. Snyder (1987), equation 3-16.
    pub(super) fn latitude_of_authalic(self, sine: f64) -> f64 {
        let mut phi = libm::asin(sine.clamp(-1.0, 1.0));
        let e = self.eccentricity;
        if e > 0.0 {
            let wanted = sine * self.zone(std::f64::consts::FRAC_PI_2);
            for _ in 0..10 {
                let (s, c) = (libm::sin(phi), libm::cos(phi));
                if c < 1e-9 {
                    break;
                }
                let narrow = 1.0 - e * e * s * s;
                phi += (wanted - self.zone(phi)) * narrow * narrow / (2.0 * (1.0 - e * e) * c);
            }
        }
        phi.clamp(-std::f64::consts::FRAC_PI_2, std::f64::consts::FRAC_PI_2)
    }
}
