//! Cutting at the map's seam, the meridian opposite its centre, and joining what was cut along the map's outline.
//!
//! A ring has what it encloses on its left. Where the seam cuts it, it falls into pieces from seam to seam; from the end
//! of one the way goes on along the outline, counter-clockwise like everything, to wherever the next piece begins.
//! That holds for poles too, which are a part of the outline.

use std::f64::consts::{FRAC_PI_2, PI};

use super::sphere::Spherical;

/// The length of the outline: two meridians, and two edges a full turn wide that the poles are drawn as (or drawn to).
const AROUND: f64 = 6.0 * PI;

/// How far apart points of the outline are put.
const STEP: f64 = PI / 360.0;

/// `line` in pieces, none of which crosses the seam. An edge is a great arc, so it goes the shorter way round.
pub(super) fn cut(line: &[Spherical]) -> Vec<Vec<Spherical>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut head: Option<Spherical> = None;
    for next in 1..line.len() {
        let (a, b) = (line[next - 1], line[next]);
        if (b.lambda - a.lambda).abs() > PI {
            let phi = crossing(a, b);
            let side = PI.copysign(a.lambda);
            let tail = Spherical { lambda: side, phi };
            pieces.push(head.into_iter().chain(line[start..next].iter().copied()).chain([tail]).collect());
            head = Some(Spherical { lambda: -side, phi });
            start = next;
        }
    }
    pieces.push(head.into_iter().chain(line[start..].iter().copied()).collect());
    pieces
}

/// The pieces of a ring (its first point repeated at its end), each from seam to seam; none if it doesn't cross it.
pub(super) fn cut_ring(ring: &[Spherical]) -> Vec<Vec<Spherical>> {
    let mut pieces = cut(ring);
    let Some(mut last) = pieces.pop() else { return pieces };
    if let Some(first) = pieces.first_mut() {
        // Where the ring happened to begin is no end of a piece.
        last.extend_from_slice(&first[1..]);
        *first = last;
    }
    pieces
}

/// Whether the seam cuts the line at all.
pub(super) fn is_crossed(line: &[Spherical]) -> bool {
    line.windows(2).any(|edge| (edge[1].lambda - edge[0].lambda).abs() > PI)
}

/// The latitude at which the great arc from `a` to `b` meets the seam.
fn crossing(a: Spherical, b: Spherical) -> f64 {
    let (a, b) = (a.vector(), b.vector());
    let (from_a, from_b) = (b[1].abs(), a[1].abs());
    if from_a + from_b > 0.0 {
        Spherical::of([a[0] * from_a + b[0] * from_b, 0.0, a[2] * from_a + b[2] * from_b]).phi
    } else {
        Spherical::of(a).phi
    }
}

/// How far along the outline a point of it lies: down the western side, east along the south, up, back along the north.
pub(super) fn place(point: Spherical) -> f64 {
    if point.lambda < 0.0 { FRAC_PI_2 - point.phi } else { 3.0 * PI + FRAC_PI_2 + point.phi }
}

/// The point of the outline at that place.
fn at(place: f64) -> Spherical {
    let place = libm::fmod(place, AROUND);
    if place <= PI {
        Spherical { lambda: -PI, phi: FRAC_PI_2 - place }
    } else if place <= 3.0 * PI {
        Spherical { lambda: place - 2.0 * PI, phi: -FRAC_PI_2 }
    } else if place <= 4.0 * PI {
        Spherical { lambda: PI, phi: place - 3.5 * PI }
    } else {
        Spherical { lambda: 5.0 * PI - place, phi: FRAC_PI_2 }
    }
}

/// Points of the outline between two places, counter-clockwise, its corners among them.
pub(super) fn outline(from: f64, to: f64) -> impl Iterator<Item = Spherical> {
    let to = if to < from - 1e-12 { to + AROUND } else { to };
    let first = (from / STEP + 1e-9).floor() as i64 + 1;
    let last = (to / STEP - 1e-9).ceil() as i64;
    (first..last).map(|step| at(step as f64 * STEP))
}

/// The whole outline.
pub(super) fn whole_outline() -> impl Iterator<Item = Spherical> {
    outline(0.0, AROUND)
}
