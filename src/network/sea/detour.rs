//! From one point to another around the land that is in between.
//!
//! Where the straight way enters land it follows the shore to where the straight way comes out again, the shorter way
//! around. Then the track is pulled taut.

use super::crossing::Crossing;
use super::shore::Shore;
use super::string::{Stop, pull};
use super::vector::{about_km, chord_km, position};

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
    // Where the straight way meets the shore is part of the track: it may be free of land only as far as there.
    if from.vertex == to.vertex {
        return Some(vec![on_shore(from), on_shore(to)]);
    }
    while forward.length_km <= limit_km || backward.length_km <= limit_km {
        if forward.length_km <= backward.length_km {
            forward.step(ahead);
            if ahead == forward_end {
                return Some(forward.finish(to));
            }
            ahead = shore.next(ahead);
        } else {
            backward.step(behind);
            if behind == backward_end {
                return Some(backward.finish(to));
            }
            behind = shore.before(behind);
        }
    }
    None
}

fn on_shore(crossing: Crossing) -> Stop {
    let at = position(crossing.direction);
    Stop { fixed: false, ..Stop::fixed(at) }
}

struct Walk<'a> {
    shore: &'a Shore,
    stops: Vec<Stop>,
    length_km: f64,
}

impl<'a> Walk<'a> {
    fn new(shore: &'a Shore, from: Crossing) -> Self {
        Self { shore, stops: vec![on_shore(from)], length_km: 0.0 }
    }

    fn step(&mut self, vertex: u32) {
        self.push(Stop::beside(self.shore, vertex));
    }

    fn push(&mut self, stop: Stop) {
        self.length_km += self.stops.last().map_or(0.0, |last| chord_km(last.v, stop.v));
        self.stops.push(stop);
    }

    fn finish(mut self, to: Crossing) -> Vec<Stop> {
        self.push(on_shore(to));
        self.stops
    }
}

/// About how long a track is.
pub fn about_length_km(track: &[Stop]) -> f64 {
    track.windows(2).map(|pair| about_km(pair[0].v, pair[1].v)).sum()
}
