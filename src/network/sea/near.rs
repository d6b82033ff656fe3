//! Vectors of positions near each other.

use geo::Coord;

use super::tile::turned;
use super::vector::{Vector, from_angles};

/// Sines and cosines near a place, within two degrees, by their series: several times as fast as from scratch.
pub struct Near {
    middle: Coord,
    lon: (f64, f64),
    lat: (f64, f64),
}

impl Near {
    pub fn new(middle: Coord) -> Self {
        Self { middle, lon: libm::sincos(middle.x.to_radians()), lat: libm::sincos(middle.y.to_radians()) }
    }

    /// Where a position lies.
    pub fn vector(&self, at: Coord) -> Vector {
        let ((sin_lon, cos_lon), (sin_lat, cos_lat)) = self.angles(at);
        from_angles(sin_lon, cos_lon, sin_lat, cos_lat)
    }

    /// Sine and cosine of its longitude, and of its latitude.
    pub fn angles(&self, at: Coord) -> ((f64, f64), (f64, f64)) {
        let lon = turn(self.lon, turned(at.x - self.middle.x).to_radians());
        (lon, turn(self.lat, (at.y - self.middle.y).to_radians()))
    }
}

/// Sine and cosine of an angle plus a small one.
fn turn((sin, cos): (f64, f64), by: f64) -> (f64, f64) {
    let b2 = by * by;
    let small_sin = by * (1.0 - b2 / 6.0 * (1.0 - b2 / 20.0 * (1.0 - b2 / 42.0)));
    let small_cos = 1.0 - b2 / 2.0 * (1.0 - b2 / 12.0 * (1.0 - b2 / 30.0));
    (sin * small_cos + cos * small_sin, cos * small_cos - sin * small_sin)
}
