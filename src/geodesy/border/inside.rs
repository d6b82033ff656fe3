//! Which side of a border a point lies on.

use geo::{Coord, LineString, Point};

/// Whether `point` is within an odd number of `rings`, whose edges are straight in longitude and latitude.
///
/// A ray goes up the point's meridian to the north pole; the edges over it are counted. That needs no cut at ±180°, and
/// the pole itself is known for a ring that goes round one: it is inside if the ring lies mostly north of the equator.
pub(super) fn is_inside(rings: &[LineString], point: Point) -> bool {
    rings.iter().filter(|ring| is_inside_ring(ring, point)).count() % 2 == 1
}

fn is_inside_ring(ring: &LineString, point: Point) -> bool {
    // Every vertex is judged once, so that two edges that meet in it agree on the side that it is on.
    let offset = |vertex: &Coord| {
        let offset = vertex.x - point.x();
        if offset.abs() < 180.0 { offset } else { libm::remainder(offset, 360.0) }
    };
    let (mut inside, mut turned, mut latitudes) = (false, 0.0, 0.0);
    let Some(mut before) = ring.0.first().map(|vertex| (offset(vertex), vertex.y)) else { return false };
    for vertex in &ring.0[1..] {
        let here = (offset(vertex), vertex.y);
        let step = here.0 - before.0;
        if step.abs() > 180.0 {
            // The edge passes behind the earth, seen from the point.
            turned += step - 360.0f64.copysign(step);
        } else {
            turned += step;
            if (before.0 < 0.0) != (here.0 < 0.0) {
                let latitude = before.1 + (here.1 - before.1) * (-before.0 / step);
                inside ^= latitude > point.y();
            }
        }
        latitudes += here.1;
        before = here;
    }
    let round_a_pole = turned.abs() > 180.0;
    inside ^ (round_a_pole && latitudes > 0.0)
}
