//! Cutting at the rim of an azimuthal map: a circle around its centre.
//!
//! The plane of such a map is the sphere without the point opposite its centre, so nothing is torn: rings stay whole, with
//! what lies beyond the rim drawn on it, and only an area that holds the opposite point needs the rim as a ring of its
//! own. Lines are cut, since their parts on the rim would show.

use std::f64::consts::PI;

use super::sphere::{Spherical, dot};

/// How far apart points of the rim are put.
const STEPS: i32 = 720;

/// Whether the point is no farther than `rim` from the centre.
pub(super) fn is_within(point: Spherical, rim: f64) -> bool {
    from_centre(point)[0] <= rim + 1e-9
}

/// The parts of `line` within the rim. Its edges are great arcs.
pub(super) fn cut(line: &[Spherical], rim: f64) -> Vec<Vec<Spherical>> {
    let limit = libm::cos(rim);
    let mut parts: Vec<Vec<Spherical>> = Vec::new();
    let mut is_open = false;
    for edge in line.windows(2) {
        for (from, to) in within(edge[0], edge[1], limit) {
            match parts.last_mut() {
                Some(part) if is_open && from == edge[0] => part.push(to),
                _ => parts.push(vec![from, to]),
            }
            is_open = to == edge[1];
        }
    }
    parts
}

/// The parts of a great arc where the first coordinate is at least `limit`.
fn within(a: Spherical, b: Spherical, limit: f64) -> Vec<(Spherical, Spherical)> {
    let (v, w) = (a.vector(), b.vector());
    let cosine = dot(v, w).clamp(-1.0, 1.0);
    // An arc comes no nearer to the centre than its nearer end, nor farther than its farther one, but for that much.
    let (nearest, farthest, bulge) = (v[0].max(w[0]), v[0].min(w[0]), 1.0 - cosine);
    if nearest < limit - bulge {
        return Vec::new();
    }
    let side = [0, 1, 2].map(|axis| w[axis] - cosine * v[axis]);
    let sine = dot(side, side).sqrt();
    // A point has no direction, nor has half a turn.
    if farthest >= limit + bulge || sine < 1e-12 {
        return vec![(a, b)];
    }
    let (across, length) = (side[0] / sine, libm::atan2(sine, cosine));
    let peak = libm::atan2(across, v[0]);
    let reach = libm::acos((limit / (v[0] * v[0] + across * across).sqrt().max(1e-300)).clamp(-1.0, 1.0));
    let mut cuts: Vec<f64> = [peak - reach, peak + reach, peak - reach + 2.0 * PI, peak + reach - 2.0 * PI]
        .into_iter()
        .filter(|along| (1e-12..length - 1e-12).contains(along))
        .collect();
    cuts.sort_unstable_by(f64::total_cmp);
    let at = |along: f64| {
        let (sine_along, cosine_along) = libm::sincos(along);
        Spherical::of([0, 1, 2].map(|axis| cosine_along * v[axis] + sine_along * side[axis] / sine))
    };
    let mut places = vec![(0.0, a)];
    places.extend(cuts.into_iter().map(|along| (along, at(along))));
    places.push((length, b));
    let pairs = places.windows(2).filter(|pair| {
        let middle = f64::midpoint(pair[0].0, pair[1].0);
        libm::cos(middle) * v[0] + libm::sin(middle) * across >= limit
    });
    pairs.map(|pair| (pair[0].1, pair[1].1)).collect()
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
    let limit = libm::cos(rim);
    let is_seen = ring.iter().any(|point| point.vector()[0] >= limit)
        || ring.windows(2).any(|edge| !within(edge[0], edge[1], limit).is_empty());
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
