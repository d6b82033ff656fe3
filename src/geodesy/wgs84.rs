//! The ellipsoid of the World Geodetic System 1984.

/// The equatorial radius in kilometres.
pub const EQUATOR_KM: f64 = 6378.137;

/// The squared eccentricity, f(2 - f) for the flattening f = 1/298.257223563.
pub const ECCENTRICITY_2: f64 = 0.006_694_379_990_141_316_5;
