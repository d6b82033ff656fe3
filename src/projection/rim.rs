//! The rim of an azimuthal map: a circle around its centre.
//!
//! The plane of such a map is the sphere without the point opposite its centre, so nothing is torn: rings stay whole, with
//! what lies beyond the rim drawn on it, and only an area that holds the opposite point needs the rim as a ring of its
//! own. Lines are cut, since their parts on the rim would show.

use std::f64::consts::PI;

use super::circle::{Circle, cut_at, within};
use super::sphere::Spherical;

/// How far apart points of the rim are put.
const STEPS: i32 = 720;

/// Whether the point is no farther than `rim` from the centre.
pub(super) fn is_within(point: Spherical, rim: f64) -> bool {
    from_centre(point)[0] <= rim + 1e-9
}

/// The parts of `line` within the rim. Its edges are great arcs.
pub(super) fn cut(line: &[Spherical], rim: f64) -> Vec<Vec<Spherical>> {
    cut_at(line, &Circle { axis: [1.0, 0.0, 0.0], limit: libm::cos(rim) })
}

/// The rim, counter-clockwise.
pub(super) fn circle(rim: f64) -> impl Iterator<Item = Spherical> {
    let (away, ahead) = libm::sincos(rim);
    (0..STEPS).map(move |step| {
        let (sine, cosine) = libm::sincos(f64::from(step) * 2.0 * PI / f64::from(STEPS));
        Spherical::of([ahead, away * cosine, away * sine])
    })
}

/// Twice the area that a ring encloses in the plane of the map, which ends nowhere here; negative if it runs clockwise.
pub(super) fn enclosed(ring: &[Spherical]) -> f64 {
    let plane = |point: &Spherical| {
        let [angle, x, y] = from_centre(*point);
        [angle * x, angle * y]
    };
    let edges = ring.windows(2).map(|edge| (plane(&edge[0]), plane(&edge[1])));
    edges.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum()
}

/// How often a ring that lies beyond the rim as a whole goes round it, counter-clockwise; `None` for one that is seen.
pub(super) fn turns_beyond(ring: &[Spherical], rim: f64) -> Option<i32> {
    let circle = Circle { axis: [1.0, 0.0, 0.0], limit: libm::cos(rim) };
    let is_seen = ring.iter().any(|point| point.vector()[0] >= circle.limit)
        || ring.windows(2).any(|edge| !within(edge[0], edge[1], &circle).is_empty());
    if is_seen {
        return None;
    }
    let turn = |a: &Spherical, b: &Spherical| {
        let [[_, x, y], [_, u, v]] = [from_centre(*a), from_centre(*b)];
        libm::atan2(x * v - y * u, x * u + y * v)
    };
    let turned: f64 = ring.windows(2).map(|edge| turn(&edge[0], &edge[1])).sum();
    Some((turned / (2.0 * PI)).round() as i32)
}

/// The angle from the map's centre, and the direction to the east and the north as a vector of length 1.
fn from_centre(point: Spherical) -> [f64; 3] {
    let [ahead, east, north] = point.vector();
    let away = (east * east + north * north).sqrt();
    let length = if away > 0.0 { away } else { 1.0 };
    [libm::atan2(away, ahead), east / length, north / length]
}
