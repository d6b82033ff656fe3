//! The two geodesic problems: between two points, and from one point on its way.

use std::sync::LazyLock;

use geo::Point;
use geographiclib_rs::{DirectGeodesic, Geodesic, InverseGeodesic};

static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// The geodesic between two points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inverse {
    /// Its length.
    pub distance_km: f64,
    /// Its direction where it starts, -180 to 180.
    pub azimuth_start_deg: f64,
    /// Its direction where it ends: onward, not back to the start.
    pub azimuth_end_deg: f64,
}

/// The geodesic from `a` to `b`: the shortest way over the WGS84 ellipsoid.
///
/// Accurate to 15 nm. Not a number where a latitude lies beyond ±90.
///
/// # References
/// C. F. F. Karney, Algorithms for geodesics (2013).
pub fn inverse(a: Point, b: Point) -> Inverse {
    let (metres, azimuth_start_deg, azimuth_end_deg, _arc): (f64, f64, f64, f64) =
        WGS84.inverse(a.y(), a.x(), b.y(), b.x());
    Inverse { distance_km: metres / 1000.0, azimuth_start_deg, azimuth_end_deg }
}

/// The length of the geodesic from `a` to `b`.
///
/// # Example
/// ```
/// use geo::point;
/// use portolan::geodesy::distance_km;
///
/// let (paris, lyon) = (point! { x: 2.35, y: 48.86 }, point! { x: 4.84, y: 45.76 });
/// assert_eq!(distance_km(paris, lyon).round(), 393.0);
/// ```
pub fn distance_km(a: Point, b: Point) -> f64 {
    let metres: f64 = WGS84.inverse(a.y(), a.x(), b.y(), b.x());
    metres / 1000.0
}

/// Where one arrives who sets out from `a` in the direction `azimuth_deg` and goes straight on for `distance_km`.
///
/// The longitude comes normalised to ±180.
pub fn destination(a: Point, azimuth_deg: f64, distance_km: f64) -> Point {
    let (lat, lon) = WGS84.direct(a.y(), a.x(), azimuth_deg, distance_km * 1000.0);
    Point::new(lon, lat)
}

/// The point that divides the geodesic from `a` to `b`: `fraction` 0 is `a`, 1 is `b`.
///
/// The longitude comes normalised to ±180.
pub fn along(a: Point, b: Point, fraction: f64) -> Point {
    let whole = inverse(a, b);
    destination(a, whole.azimuth_start_deg, whole.distance_km * fraction)
}
