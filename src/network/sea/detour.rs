//! From one point to another around the land that is in between.
//!
//! Where the straight way enters land it follows the shore to where the straight way comes out again, the shorter way
//! around. Then the track is pulled taut.

use super::crossing::Crossing;
use super::shore::Shore;
use super::string::{Stop, pull};
use super::vector::{Vector, about_km, chord_km};

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
    let crossings = shore.crossings(a.v, b.v);
    if crossings.is_empty() {
        return Some(vec![a, b]);
    }
    if crossings.len() % 2 == 1 || crossings.len() > 2 * limit.shores {
        return None;
    }
    let mut track = vec![Stop { fixed: true, ..a }];
    for pair in crossings.chunks_exact(2) {
        track.extend(along_shore(shore, pair[0], pair[1], limit.shore_km)?);
    }
    track.push(Stop { fixed: true, ..b });
    pull(shore, &mut track);
    let last = track.len() - 1;
    (track[0].fixed, track[last].fixed) = (a.fixed, b.fixed);
    Some(track)
}

/// The points beside the vertices of a shore between two edges of it, the shorter way around.
fn along_shore(shore: &Shore, from: Crossing, to: Crossing, limit_km: f64) -> Option<Vec<Stop>> {
    let ring = shore.ring(from.vertex);
    if !shore.vertices_of(ring).contains(&to.vertex) {
        return None;
    }
    // Forwards: from the end of the first edge to the start of the second. Backwards: the other way around.
    let (mut forward, mut backward) = (Walk::new(shore, from), Walk::new(shore, from));
    let (forward_end, backward_end) = (to.vertex, shore.next(to.vertex));
    let mut ahead = shore.next(from.vertex);
    let mut behind = from.vertex;
    if from.vertex == to.vertex {
        return Some(Vec::new());
    }
    while forward.length_km <= limit_km || backward.length_km <= limit_km {
        if forward.length_km <= backward.length_km {
            forward.step(ahead);
            if ahead == forward_end {
                return Some(forward.stops);
            }
            ahead = shore.next(ahead);
        } else {
            backward.step(behind);
            if behind == backward_end {
                return Some(backward.stops);
            }
            behind = shore.before(behind);
        }
    }
    None
}

struct Walk<'a> {
    shore: &'a Shore,
    stops: Vec<Stop>,
    here: Vector,
    length_km: f64,
}

impl<'a> Walk<'a> {
    fn new(shore: &'a Shore, from: Crossing) -> Self {
        Self { shore, stops: Vec::new(), here: from.direction, length_km: 0.0 }
    }

    fn step(&mut self, vertex: u32) {
        let stop = Stop::beside(self.shore, vertex);
        // The crossing is a direction only, on a sphere of no size.
        if !self.stops.is_empty() {
            self.length_km += chord_km(self.here, stop.v);
        }
        self.here = stop.v;
        self.stops.push(stop);
    }
}

/// About how long a track is.
pub fn about_length_km(track: &[Stop]) -> f64 {
    track.windows(2).map(|pair| about_km(pair[0].v, pair[1].v)).sum()
}
