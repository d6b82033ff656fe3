//! Balls around edges, and how near to a point they can be at most.

use geo::Coord;

use crate::geodesy::wgs84::{ECCENTRICITY_2, EQUATOR_KM};

/// More than the largest radius of curvature of the ellipsoid (6399.6 km, at the poles).
const FLATTEST_KM: f64 = 6410.0;

/// A ball in space, in kilometres from the earth's centre.
#[derive(Clone, Copy)]
pub(super) struct Ball {
    centre: [f64; 3],
    radius: f64,
}

/// Where a position of longitude and latitude lies in space.
pub(super) fn centre(position: Coord) -> [f64; 3] {
    let (sin_lat, cos_lat) = position.y.to_radians().sin_cos();
    let (sin_lon, cos_lon) = position.x.to_radians().sin_cos();
    let normal = EQUATOR_KM / (1.0 - ECCENTRICITY_2 * sin_lat * sin_lat).sqrt();
    [normal * cos_lat * cos_lon, normal * cos_lat * sin_lon, normal * (1.0 - ECCENTRICITY_2) * sin_lat]
}

impl Ball {
    /// One that holds all vertices and whatever is straight in longitude and latitude between them. Their longitudes
    /// are taken near the first one's.
    pub(super) fn around(vertices: impl IntoIterator<Item = Coord>) -> Self {
        let mut vertices = vertices.into_iter();
        let Some(first) = vertices.next() else { return Self { centre: [0.0; 3], radius: f64::INFINITY } };
        let (mut west, mut east, mut south, mut north) = (first.x, first.x, first.y, first.y);
        for vertex in vertices {
            let mut x = vertex.x;
            if (x - first.x).abs() > 180.0 {
                x += 360.0 * ((first.x - x) / 360.0).round();
            }
            (west, east) = (west.min(x), east.max(x));
            (south, north) = (south.min(vertex.y), north.max(vertex.y));
        }
        let middle = Coord { x: 0.5 * (west + east), y: 0.5 * (south + north) };
        // From the middle to any point of the box: along the parallel, then along the meridian.
        let across = middle.y.to_radians().cos() * (east - west).to_radians();
        let up = (north - south).to_radians();
        Self { centre: centre(middle), radius: 0.5 * FLATTEST_KM * (across + up) }
    }

    /// A geodesic from the point in space `from` (on the ellipsoid) to anything in the ball is at least that long.
    ///
    /// A curve on the ellipsoid bends at least as much as a circle of the radius `FLATTEST_KM`, so it is at least as
    /// long as that circle's arc over the same chord.
    pub(super) fn at_least_km(&self, from: [f64; 3]) -> f64 {
        let [x, y, z] = [0, 1, 2].map(|axis| self.centre[axis] - from[axis]);
        let chord = ((x * x + y * y + z * z).sqrt() - self.radius).max(0.0);
        2.0 * FLATTEST_KM * (chord / (2.0 * FLATTEST_KM)).min(1.0).asin()
    }
}
