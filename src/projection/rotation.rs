//! Turning the globe before it is projected.

use std::f64::consts::PI;

use geo::Point;

use super::sphere::Spherical;

/// Three turns of the globe, one after the other, in degrees, as in d3-geo: `lambda` about the axis (added to every
/// longitude), `phi` about the line through 90° E (a point of the central meridian moves north), `gamma` about the line
/// of sight (counter-clockwise).
///
/// `Rotation { lambda: -87.0, ..Rotation::default() }` centres the map on 87° E.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rotation {
    /// About the earth's axis.
    pub lambda: f64,
    /// Towards the north.
    pub phi: f64,
    /// About the map's centre.
    pub gamma: f64,
}

impl Rotation {
    /// The one that brings the meridian of `longitude` to the middle of the map.
    pub fn centred_on(longitude: f64) -> Self {
        Self { lambda: -longitude, ..Self::default() }
    }

    /// The position after turning, in degrees; longitude from -180 to 180.
    pub fn rotate(self, position: Point) -> Point {
        let turned = Turn::new(self).forward(position.x(), position.y());
        Point::new(turned.lambda.to_degrees(), turned.phi.to_degrees())
    }

    /// The position that [`Rotation::rotate`] brings to `turned`.
    pub fn unrotate(self, turned: Point) -> Point {
        Turn::new(self).inverse(Spherical { lambda: turned.x().to_radians(), phi: turned.y().to_radians() })
    }
}

/// A rotation made ready for computing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    lambda: f64,
    /// The turns by phi and gamma; `None` where both are 0, which saves most of the work.
    tilt: Option<[[f64; 3]; 3]>,
}

impl Turn {
    pub(super) fn new(rotation: Rotation) -> Self {
        let (sin_phi, cos_phi) = libm::sincos(rotation.phi.to_radians());
        let (sin_gamma, cos_gamma) = libm::sincos(rotation.gamma.to_radians());
        let tilted = rotation.phi.abs() > 0.0 || rotation.gamma.abs() > 0.0;
        let tilt = tilted.then_some([
            [cos_phi, 0.0, -sin_phi],
            [-sin_gamma * sin_phi, cos_gamma, -sin_gamma * cos_phi],
            [cos_gamma * sin_phi, sin_gamma, cos_gamma * cos_phi],
        ]);
        Self { lambda: rotation.lambda.to_radians(), tilt }
    }

    /// Degrees to the angles of the turned globe.
    pub(super) fn forward(&self, longitude: f64, latitude: f64) -> Spherical {
        let turned = Spherical { lambda: wrap(longitude.to_radians() + self.lambda), phi: latitude.to_radians() };
        let Some(tilt) = self.tilt else { return turned };
        let v = turned.vector();
        Spherical::of(tilt.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2]))
    }

    /// Back to degrees, longitude from -180 to 180.
    pub(super) fn inverse(&self, mut turned: Spherical) -> Point {
        if let Some(tilt) = self.tilt {
            let v = turned.vector();
            // The inverse of a rotation is its transpose.
            turned = Spherical::of([0, 1, 2].map(|axis| (0..3).map(|row| tilt[row][axis] * v[row]).sum()));
        }
        Point::new(wrap(turned.lambda - self.lambda).to_degrees(), turned.phi.to_degrees())
    }
}

/// The angle with as many turns taken off as bring it to -π..π.
fn wrap(angle: f64) -> f64 {
    if angle.abs() <= PI {
        angle
    } else if angle.abs() <= 3.0 * PI {
        angle - (2.0 * PI).copysign(angle)
    } else {
        libm::remainder(angle, 2.0 * PI)
    }
}
