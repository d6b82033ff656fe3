//! Positions as vectors from the middle of the earth, in kilometres.
//!
//! A plane through two positions and the middle cuts the ellipsoid in a great ellipse. It leaves the geodesic by 0.7 m on
//! 100 km and by 70 m on 1,000 km (less than the distance that is kept from the shore up to 500 km), and on which side of
//! it a point lies is told by the sign of three products: no seam at ±180°, no poles.

use std::array::from_fn;

use geo::{Coord, Point};

use crate::geodesy::wgs84::{ECCENTRICITY_2, EQUATOR_KM};

/// From the middle of the earth, in kilometres: x towards 0° E on the equator, y towards 90° E, z north.
pub type Vector = [f64; 3];

/// The mean radius of the ellipsoid, for estimates.
const MEAN_KM: f64 = 6371.009;

/// Where a position lies.
pub fn vector(at: Coord) -> Vector {
    let (sin_lon, cos_lon) = libm::sincos(at.x.to_radians());
    let (sin_lat, cos_lat) = libm::sincos(at.y.to_radians());
    from_angles(sin_lon, cos_lon, sin_lat, cos_lat)
}

/// The same from the sines and cosines of longitude and latitude.
pub fn from_angles(sin_lon: f64, cos_lon: f64, sin_lat: f64, cos_lat: f64) -> Vector {
    let normal_km = EQUATOR_KM / (1.0 - ECCENTRICITY_2 * sin_lat * sin_lat).sqrt();
    [normal_km * cos_lat * cos_lon, normal_km * cos_lat * sin_lon, normal_km * (1.0 - ECCENTRICITY_2) * sin_lat]
}

/// Longitude and latitude in degrees of what lies in that direction.
pub fn position(v: Vector) -> Coord {
    let lon = libm::atan2(v[1], v[0]);
    let lat = libm::atan2(v[2], (1.0 - ECCENTRICITY_2) * v[0].hypot(v[1]));
    Coord { x: lon.to_degrees(), y: lat.to_degrees() }
}

pub fn dot(a: Vector, b: Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub fn cross(a: Vector, b: Vector) -> Vector {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

/// Positive if `c` lies to the left of the way from `a` to `b`.
pub fn side(a: Vector, b: Vector, c: Vector) -> f64 {
    dot(cross(a, b), c)
}

pub fn scaled(a: Vector, by: f64) -> Vector {
    a.map(|x| x * by)
}

pub fn sum(a: Vector, b: Vector) -> Vector {
    from_fn(|i| a[i] + b[i])
}

pub fn difference(a: Vector, b: Vector) -> Vector {
    from_fn(|i| a[i] - b[i])
}

/// The length of the straight line through the earth.
pub fn chord_km(a: Vector, b: Vector) -> f64 {
    let d = difference(a, b);
    dot(d, d).sqrt()
}

/// About how long the geodesic is: within a millionth up to 500 km and within 0.2 % anywhere.
pub fn about_km(a: Vector, b: Vector) -> f64 {
    2.0 * MEAN_KM * libm::asin((chord_km(a, b) / (2.0 * MEAN_KM)).min(1.0))
}

/// [`about_km`] from a [`chord_km`], quickly: less than a metre longer or shorter (C. Hastings, Approximations for Digital
/// Computers, 1955; 4.4.46 in M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 1964).
pub fn arc_km(chord_km: f64) -> f64 {
    let x = (chord_km / (2.0 * MEAN_KM)).min(1.0);
    let arc = if x < 0.05 {
        x * (1.0 + x * x / 6.0)
    } else {
        let p =
            [0.006_670_090_1, -0.017_088_125_6, 0.030_891_881_0, -0.050_174_304_6, 0.088_978_987_4, -0.214_598_801_6];
        let polynomial = p.into_iter().fold(-0.001_262_491_1, |sum, a| sum * x + a) * x + 1.570_796_305_0;
        std::f64::consts::FRAC_PI_2 - (1.0 - x).sqrt() * polynomial
    };
    2.0 * MEAN_KM * arc
}

/// A number that grows with the angle of a direction in a plane, from 0 to 4, and needs no trigonometry.
pub fn quarter_turns(x: f64, y: f64) -> f64 {
    let turn = if x.abs() + y.abs() == 0.0 { 0.0 } else { y / (x.abs() + y.abs()) };
    if x < 0.0 {
        2.0 - turn
    } else if turn < 0.0 {
        4.0 + turn
    } else {
        turn
    }
}

/// Whether it is a position at all.
pub fn is_position(at: Point) -> bool {
    at.x().is_finite() && at.x().abs() <= 1e6 && at.y().abs() <= 90.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_arcs_are_less_than_a_metre_off() {
        for step in 0..=12_742_018 / 500 {
            let chord_km = f64::from(step) * 0.5;
            let exact = 2.0 * MEAN_KM * (chord_km / (2.0 * MEAN_KM)).min(1.0).asin();
            assert!((arc_km(chord_km) - exact).abs() < 1e-3, "{chord_km}");
        }
    }
}
