//! The nearest point on one edge.

use geo::{Coord, Point};

use super::{Edge, Nearest};
use crate::geodesy::inverse;
use crate::geodesy::root::root;
use crate::geodesy::wgs84::{ECCENTRICITY_2, EQUATOR_KM};

/// A foot is found when the angle between geodesic and edge is this near to a right one, in units of its cosine.
const SQUARE: f64 = 1e-9;

/// Where `edge` is nearest to `point`.
///
/// The distance falls along the edge as long as one comes nearer, and then grows: its derivative has one zero, or the
/// nearest point is an end.
pub(super) fn nearest_on(edge: &Edge, point: Point) -> Nearest {
    let start = slope(edge, point, 0.0);
    if start.0 >= 0.0 {
        return start.1;
    }
    let end = slope(edge, point, 1.0);
    if end.0 <= 0.0 {
        return end.1;
    }
    let mut best = if start.1.distance_km < end.1.distance_km { start.1 } else { end.1 };
    root((0.0, start.0), (1.0, end.0), SQUARE, |along| {
        let (slope, found) = slope(edge, point, along);
        if found.distance_km < best.distance_km {
            best = found;
        }
        slope
    });
    best
}

/// The distance at `along` (0 to 1), and how it changes there: the cosine of the angle between the edge and the way on
/// from `point`, which is -1 where the edge comes straight nearer.
fn slope(edge: &Edge, point: Point, along: f64) -> (f64, Nearest) {
    let step = edge.end - edge.start;
    let position = if along >= 1.0 { edge.end } else { edge.start + step * along };
    let way = inverse(point, Point(position));
    let (sin_lat, cos_lat) = position.y.to_radians().sin_cos();
    let bend = 1.0 - ECCENTRICITY_2 * sin_lat * sin_lat;
    // Kilometres per radian along the meridian and along the parallel.
    let north = step.y * EQUATOR_KM * (1.0 - ECCENTRICITY_2) / (bend * bend.sqrt());
    let east = step.x * EQUATOR_KM * cos_lat / bend.sqrt();
    let (sin_azimuth, cos_azimuth) = way.azimuth_end_deg.to_radians().sin_cos();
    let length = north.hypot(east);
    let slope =
        if length > 0.0 && way.distance_km > 0.0 { (north * cos_azimuth + east * sin_azimuth) / length } else { 0.0 };
    let normalised = Coord { x: libm::remainder(position.x, 360.0), y: position.y };
    (slope, Nearest { position: Point(normalised), distance_km: way.distance_km })
}
