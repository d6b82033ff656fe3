//! A plane around a point, in which distances and directions from that point are true.

use geo::{Coord, Point};

use super::field::RADIUS_KM;

/// The azimuthal equidistant projection of the sphere. It only says where on the earth to look: what is found there is
/// measured on the ellipsoid.
///
/// # References
/// J. P. Snyder, Map Projections: A Working Manual (1987), 195.
pub(super) struct Plane {
    lon: f64,
    sin: f64,
    cos: f64,
}

impl Plane {
    pub fn around(middle: Point) -> Self {
        let (sin, cos) = libm::sincos(middle.y().to_radians());
        Self { lon: middle.x(), sin, cos }
    }

    /// From kilometres east and north of the middle to longitude and latitude.
    pub fn position(&self, at: Coord) -> Point {
        let distance = libm::hypot(at.x, at.y);
        if distance == 0.0 {
            return Point::new(self.lon, libm::asin(self.sin).to_degrees());
        }
        let (sin, cos) = libm::sincos(distance / RADIUS_KM);
        let lat = libm::asin((cos * self.sin + at.y * sin * self.cos / distance).clamp(-1.0, 1.0));
        let lon = libm::atan2(at.x * sin, distance * self.cos * cos - at.y * self.sin * sin);
        Point::new(libm::remainder(self.lon + lon.to_degrees(), 360.0), lat.to_degrees())
    }

    /// From longitude and latitude to kilometres east and north of the middle.
    pub fn flat(&self, at: Coord) -> Coord {
        let (sin_lat, cos_lat) = libm::sincos(at.y.to_radians());
        let (sin_lon, cos_lon) = libm::sincos((at.x - self.lon).to_radians());
        let (east, north) = (cos_lat * sin_lon, self.cos * sin_lat - self.sin * cos_lat * cos_lon);
        let along = self.sin * sin_lat + self.cos * cos_lat * cos_lon;
        let across = libm::hypot(east, north);
        if across == 0.0 {
            return Coord { x: 0.0, y: 0.0 };
        }
        let km = RADIUS_KM * libm::atan2(across, along) / across;
        Coord { x: east * km, y: north * km }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_flat_comes_back() {
        let plane = Plane::around(Point::new(170.0, 50.0));
        for (x, y) in [(170.0, 50.0), (-170.0, 40.0), (10.0, 80.0), (170.0, -50.0)] {
            let back = plane.position(plane.flat(Coord { x, y }));
            assert!((back.x() - x).abs() < 1e-9 && (back.y() - y).abs() < 1e-9, "{back:?}");
        }
    }
}
