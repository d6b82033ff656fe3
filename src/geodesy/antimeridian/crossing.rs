//! Where an edge crosses ±180°.

use geo::{Coord, Point};

use super::Edges;
use crate::geodesy::root::root;
use crate::geodesy::{destination, inverse};

/// The latitude of the edge where its longitude is `seam`, which lies strictly between its ends.
pub(super) fn latitude_at(from: Coord, to: Coord, seam: f64, edges: Edges) -> f64 {
    match edges {
        Edges::Straight => from.y + (to.y - from.y) * (seam - from.x) / (to.x - from.x),
        Edges::GreatArc => great_arc(from, to, seam),
        Edges::Geodesic => geodesic(from, to, seam),
    }
}

/// On a sphere the tangent of the latitude is a sine wave along the longitude.
fn great_arc(from: Coord, to: Coord, seam: f64) -> f64 {
    let weigh = |latitude: f64, degrees: f64| libm::tan(latitude.to_radians()) * libm::sin(degrees.to_radians());
    let wave = weigh(from.y, to.x - seam) + weigh(to.y, seam - from.x);
    libm::atan(wave / libm::sin((to.x - from.x).to_radians())).to_degrees()
}

/// Looks for the point along the geodesic: the longitude grows (or falls) all the way.
fn geodesic(from: Coord, to: Coord, seam: f64) -> f64 {
    let whole = inverse(Point(from), Point(to));
    let at = |way: f64| destination(Point(from), whole.azimuth_start_deg, way);
    // 1e-13 degrees is 10 nm on the equator.
    let way = root((0.0, from.x - seam), (whole.distance_km, to.x - seam), 1e-13, |way| {
        libm::remainder(at(way).x() - seam, 360.0)
    });
    at(way).y()
}
