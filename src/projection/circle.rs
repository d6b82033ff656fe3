//! Cutting lines at a circle: at the rim of a map, or at its last parallel.

use std::f64::consts::PI;

use super::sphere::{Spherical, dot};

/// What lies no farther from the end of `axis`, a vector of length 1, than the angle whose cosine is `limit`.
pub(super) struct Circle {
    pub axis: [f64; 3],
    pub limit: f64,
}

/// The parts of `line` within the circle. Its edges are great arcs.
pub(super) fn cut_at(line: &[Spherical], circle: &Circle) -> Vec<Vec<Spherical>> {
    let mut parts: Vec<Vec<Spherical>> = Vec::new();
    let mut is_open = false;
    for edge in line.windows(2) {
        let mut ends_at_edge = false;
        for (from, to) in within(edge[0], edge[1], circle) {
            match parts.last_mut() {
                Some(part) if is_open && from == edge[0] => part.push(to),
                _ => parts.push(vec![from, to]),
            }
            ends_at_edge = to == edge[1];
        }
        is_open = ends_at_edge;
    }
    parts
}

/// The parts of a great arc within the circle, by their ends.
pub(super) fn within(a: Spherical, b: Spherical, circle: &Circle) -> Vec<(Spherical, Spherical)> {
    let (v, w) = (a.vector(), b.vector());
    let (from, to, limit) = (dot(v, circle.axis), dot(w, circle.axis), circle.limit);
    let cosine = dot(v, w).clamp(-1.0, 1.0);
    // An arc comes no nearer to the axis than its nearer end, nor farther than its farther one, but for that much.
    let bulge = 1.0 - cosine;
    if from.max(to) < limit - bulge {
        return Vec::new();
    }
    let side = [0, 1, 2].map(|axis| w[axis] - cosine * v[axis]);
    let sine = dot(side, side).sqrt();
    // A point has no direction, nor has half a turn.
    if from.min(to) >= limit + bulge || sine < 1e-12 {
        return vec![(a, b)];
    }
    let side = side.map(|axis| axis / sine);
    let (across, length) = (dot(side, circle.axis), libm::atan2(sine, cosine));
    let peak = libm::atan2(across, from);
    let reach = libm::acos((limit / (from * from + across * across).sqrt().max(1e-300)).clamp(-1.0, 1.0));
    let mut cuts: Vec<f64> = [peak - reach, peak + reach, peak - reach + 2.0 * PI, peak + reach - 2.0 * PI]
        .into_iter()
        .filter(|along| (1e-12..length - 1e-12).contains(along))
        .collect();
    cuts.sort_unstable_by(f64::total_cmp);
    let at = |along: f64| {
        let (sine, cosine) = libm::sincos(along);
        Spherical::of([0, 1, 2].map(|axis| cosine * v[axis] + sine * side[axis]))
    };
    let mut places = vec![(0.0, a)];
    places.extend(cuts.into_iter().map(|along| (along, at(along))));
    places.push((length, b));
    let pairs = places.windows(2).filter(|pair| {
        let middle = f64::midpoint(pair[0].0, pair[1].0);
        libm::cos(middle) * from + libm::sin(middle) * across >= limit
    });
    pairs.map(|pair| (pair[0].1, pair[1].1)).collect()
}
