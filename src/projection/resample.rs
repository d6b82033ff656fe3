//! Adding points where a great arc bends on the map.

use super::sphere::{Spherical, dot, halfway};
use super::view::Plotter;

/// How far the drawn line may be from the great arc, in pixels.
const DEVIATION: f64 = 0.2;

/// Edges shorter than that, in pixels, are drawn straight, provided that they are also short on the earth.
const SHORT: f64 = 6.0;
const SHORT_ANGLE: f64 = 0.1;

/// The cosine of 15°: an arc that is longer is always halved, since its middle alone says little about it.
const LONG: f64 = 0.965_925_826_289_068_3;

/// How often an edge may be halved.
const DEPTH: u32 = 14;

/// A point of the line in all its shapes.
#[derive(Clone, Copy)]
struct Node {
    vector: [f64; 3],
    lambda: f64,
    pixel: [f64; 2],
}

/// `line` in pixels, its edges as great arcs. No edge may cross the seam.
pub(super) fn resample(plotter: &Plotter, line: &[Spherical]) -> Vec<[f64; 2]> {
    let mut pixels = Vec::with_capacity(line.len() + 8);
    let Some(mut before) = line.first().map(|point| (*point, plotter.pixel(*point))) else { return pixels };
    pixels.push(before.1);
    for &point in &line[1..] {
        let here = (point, plotter.pixel(point));
        if bends(plotter, before, here) {
            let [from, to] =
                [before, here].map(|(point, pixel)| Node { vector: point.vector(), lambda: point.lambda, pixel });
            halve(plotter, from, to, DEPTH, &mut pixels);
        }
        pixels.push(here.1);
        before = here;
    }
    pixels
}

/// Whether an edge is worth a closer look: long enough, and not wholly far outside.
fn bends(plotter: &Plotter, (a, p): (Spherical, [f64; 2]), (b, q): (Spherical, [f64; 2])) -> bool {
    let (dx, dy) = ((q[0] - p[0]).abs(), (q[1] - p[1]).abs());
    let short_on_earth = (b.lambda - a.lambda).abs() < SHORT_ANGLE && (b.phi - a.phi).abs() < SHORT_ANGLE;
    if dx < SHORT && dy < SHORT && short_on_earth {
        return false;
    }
    // A bend stays within the edge's own length of it.
    let reach = plotter.clip.grown(dx.max(dy));
    !(short_on_earth && reach.beyond(p) & reach.beyond(q) != 0)
}

fn halve(plotter: &Plotter, a: Node, b: Node, depth: u32, pixels: &mut Vec<[f64; 2]>) {
    let [dx, dy] = [b.pixel[0] - a.pixel[0], b.pixel[1] - a.pixel[1]];
    let length2 = dx * dx + dy * dy;
    let cosine = dot(a.vector, b.vector);
    if depth == 0 || (length2 < 1.0 && cosine > LONG) {
        return;
    }
    let vector = halfway(a.vector, b.vector);
    let mut point = Spherical::of(vector);
    // Along the seam itself, rounding must not throw the middle to the other side.
    if plotter.rim.is_none() && (point.lambda - a.lambda).abs() > std::f64::consts::PI {
        point.lambda = std::f64::consts::PI.copysign(a.lambda);
    }
    let middle = Node { vector, lambda: point.lambda, pixel: plotter.pixel(point) };
    let [ex, ey] = [middle.pixel[0] - a.pixel[0], middle.pixel[1] - a.pixel[1]];
    let across = dx * ey - dy * ex;
    let along = (dx * ex + dy * ey) / length2;
    // An uneven division means that the map's scale changes along the edge: its bend is then not largest in the middle.
    if across * across > DEVIATION * DEVIATION * length2 || (along - 0.5).abs() > 0.3 || cosine < LONG {
        halve(plotter, a, middle, depth - 1, pixels);
        pixels.push(middle.pixel);
        halve(plotter, middle, b, depth - 1, pixels);
    }
}
