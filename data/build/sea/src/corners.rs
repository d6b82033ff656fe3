//! The corners of land that matter at some scale.

use geo::Coord;

use crate::sea::shore::Shore;
use crate::sea::tile::turned;

const KM_PER_DEGREE: f64 = 111.2;

/// The vertices of land where it is convex once its shores are simplified (Ramer 1972, Douglas and Peucker 1973) to
/// within `tolerance_km`, in their order. With each comes the vertex before and after it on the simplified ring.
pub fn corners(shore: &Shore, tolerance_km: f64) -> Vec<[u32; 3]> {
    let mut found = Vec::new();
    for ring in 0..shore.rings() {
        let kept = simplified(shore, ring, tolerance_km);
        let count = kept.len();
        if count < 2 {
            continue;
        }
        for i in 0..count {
            let (before, here, next) = (kept[(i + count - 1) % count], kept[i], kept[(i + 1) % count]);
            if count == 2 || is_convex(shore.at(before), shore.at(here), shore.at(next)) {
                found.push([before, here, next]);
            }
        }
    }
    found.sort_unstable_by_key(|corner| corner[1]);
    found
}

fn is_convex(a: Coord, b: Coord, c: Coord) -> bool {
    let ((ax, ay), (cx, cy)) = (plane(b, a), plane(b, c));
    ay * cx - ax * cy > 0.0
}

fn plane(origin: Coord, at: Coord) -> (f64, f64) {
    let lon_km = KM_PER_DEGREE * libm::cos(origin.y.to_radians());
    (turned(at.x - origin.x) * lon_km, (at.y - origin.y) * KM_PER_DEGREE)
}

fn simplified(shore: &Shore, ring: usize, tolerance_km: f64) -> Vec<u32> {
    let vertices: Vec<u32> = shore.vertices_of(ring).collect();
    let count = vertices.len();
    let far = |from: usize| {
        let distance = |i: usize| {
            let (x, y) = plane(shore.at(vertices[from]), shore.at(vertices[i]));
            x * x + y * y
        };
        (0..count).max_by(|&a, &b| distance(a).total_cmp(&distance(b)).then(b.cmp(&a))).unwrap_or(0)
    };
    let one = far(0);
    let other = far(one);
    let (first, second) = (one.min(other), one.max(other));
    let (x, y) = plane(shore.at(vertices[first]), shore.at(vertices[second]));
    if x.hypot(y) < tolerance_km {
        return Vec::new();
    }
    let mut keep = vec![false; count];
    keep[first] = true;
    keep[second] = true;
    let mut waiting = vec![(first, second), (second, first + count)];
    while let Some((from, to)) = waiting.pop() {
        let (a, b) = (shore.at(vertices[from % count]), shore.at(vertices[to % count]));
        let (bx, by) = plane(a, b);
        let length = bx.hypot(by);
        let off = |i: usize| {
            let (x, y) = plane(a, shore.at(vertices[i % count]));
            let along = ((x * bx + y * by) / (length * length).max(1e-12)).clamp(0.0, 1.0);
            (x - along * bx).hypot(y - along * by)
        };
        let Some((most, i)) = (from + 1..to).map(|i| (off(i), i)).max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        if most > tolerance_km {
            keep[i % count] = true;
            waiting.push((from, i));
            waiting.push((i, to));
        }
    }
    (0..count).filter(|&i| keep[i]).map(|i| vertices[i]).collect()
}
