//! From one point to another around the land that is in between.
//!
//! Where the straight way enters land it follows the shore to where the straight way comes out again, the shorter way
//! around. Then the track is pulled taut.

use std::cmp::Ordering::{Equal, Greater, Less};

use geo::Coord;

use super::crossing::Crossing;
use super::shore::{KM_PER_DEGREE, Shore};
use super::string::{Stop, pull};
use super::tile::turned;
use super::vector::{Vector, about_km, chord_km, cross, dot, position, scaled, sum};

/// Less than the earth's radius anywhere.
const NEARLY_RADIUS_KM: f64 = 6350.0;
/// So far one looks for land that is too large to be walked around.
pub const LOOK_AHEAD_KM: f64 = 250.0;

/// How much land may be walked around.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Along any one shore.
    pub shore_km: f64,
    /// Shores.
    pub shores: usize,
}

/// The track from `a` to `b`, taut, if it doesn't ask for more than the limit. Both must lie on water.
pub fn detour(shore: &Shore, a: Stop, b: Stop, limit: Limit) -> Option<Vec<Stop>> {
    let crossings = shore.crossings(a.v, b.v, 2 * limit.shores)?;
    if crossings.is_empty() {
        return Some(vec![Stop { clear: true, ..a }, b]);
    }
    if crossings.len() % 2 == 1 {
        return None;
    }
    if crossings.chunks_exact(2).any(|pair| is_far(shore, pair[0], pair[1], limit.shore_km)) {
        return None;
    }
    let mut track = vec![Stop { fixed: true, ..a }];
    for pair in crossings.chunks_exact(2) {
        along_shore(shore, pair[0], pair[1], limit.shore_km, &mut track)?;
    }
    track.push(Stop { fixed: true, ..b });
    pull(shore, &mut track);
    let last = track.len() - 1;
    (track[0].fixed, track[last].fixed) = (a.fixed, b.fixed);
    Some(track)
}

/// Whether the way along the shore between two edges can't be short: they lie on different shores, or far apart.
fn is_far(shore: &Shore, from: Crossing, to: Crossing, limit_km: f64) -> bool {
    let straight_km = NEARLY_RADIUS_KM * chord_km(from.direction, to.direction);
    straight_km > limit_km || !shore.vertices_of(shore.ring(from.vertex)).contains(&to.vertex)
}

/// Whether the straight way from `a` to `b`, which is far, comes to more land soon than the limit allows to walk around: then
/// there is no [`detour`].
pub fn is_blocked(shore: &Shore, a: Vector, b: Vector, limit: Limit) -> bool {
    let forward = cross(cross(a, b), a);
    let (sin, cos) = libm::sincos(LOOK_AHEAD_KM / NEARLY_RADIUS_KM);
    let ahead = sum(scaled(a, cos / dot(a, a).sqrt()), scaled(forward, sin / dot(forward, forward).sqrt()));
    let Some(crossings) = shore.crossings(a, ahead, 2 * limit.shores) else { return true };
    crossings.chunks(2).any(|pair| match *pair {
        [from, to] => is_far(shore, from, to, limit.shore_km),
        // The land goes on where the look ends.
        [from, ..] => NEARLY_RADIUS_KM * chord_km(from.direction, ahead) > limit.shore_km,
        [] => false,
    })
}

/// Appends the points beside the vertices of a shore between two edges of it, the shorter way around.
fn along_shore(shore: &Shore, from: Crossing, to: Crossing, limit_km: f64, track: &mut Vec<Stop>) -> Option<()> {
    // Where the straight way meets the shore is part of the track: it may be free of land only as far as there.
    let (start, end) = (on_shore(from), on_shore(to));
    track.push(start);
    if from.vertex != to.vertex {
        let ring = shore.ring(from.vertex);
        let (vertices, coords) = (shore.vertices_of(ring), shore.coords(ring));
        let count = vertices.len();
        let [first, last] = [from.vertex, to.vertex].map(|vertex| (vertex - vertices.start) as usize);
        // Forwards: from the end of the first edge to the start of the second. Backwards: the other way around.
        let ahead = (last + count - first) % count;
        let forward = |step: usize| (first + 1 + step) % count;
        let backward = |step: usize| (first + count - step) % count;
        let [mut there, mut round] = [ahead, count - ahead].map(|vertices| Walk::new(start.at, vertices));
        let is_forward = loop {
            let is_forward = there.length_km <= round.length_km;
            let walk = if is_forward { &mut there } else { &mut round };
            if walk.length_km > limit_km {
                return None;
            }
            match walk.steps.cmp(&walk.vertices) {
                Less => walk.step(coords[if is_forward { forward(walk.steps) } else { backward(walk.steps) }]),
                Equal => walk.step(end.at),
                Greater => break is_forward,
            }
        };
        let steps = 0..if is_forward { ahead } else { count - ahead };
        let place = |step| if is_forward { forward(step) } else { backward(step) };
        track.extend(steps.map(|step| Stop::beside(shore, vertices.start + place(step) as u32)));
    }
    track.push(end);
    Some(())
}

fn on_shore(crossing: Crossing) -> Stop {
    let at = position(crossing.direction);
    Stop { fixed: false, ..Stop::fixed(at) }
}

/// How far along a shore one has come, from where the straight way enters land to where it leaves it.
struct Walk {
    last: Coord,
    lon_km: f64,
    /// How many vertices there are on the way, and how many steps were made: one to each and one more.
    vertices: usize,
    steps: usize,
    length_km: f64,
}

impl Walk {
    fn new(start: Coord, vertices: usize) -> Self {
        Self { last: start, lon_km: 0.0, vertices, steps: 0, length_km: 0.0 }
    }

    fn step(&mut self, at: Coord) {
        // Latitudes don't change much on the way.
        if self.steps.is_multiple_of(64) {
            self.lon_km = KM_PER_DEGREE * libm::cos(at.y.to_radians());
        }
        let (x, y) = (turned(at.x - self.last.x) * self.lon_km, (at.y - self.last.y) * KM_PER_DEGREE);
        self.length_km += (x * x + y * y).sqrt();
        self.last = at;
        self.steps += 1;
    }
}

/// About how long a track is.
pub fn about_length_km(track: &[Stop]) -> f64 {
    track.windows(2).map(|pair| about_km(pair[0].v, pair[1].v)).sum()
}
