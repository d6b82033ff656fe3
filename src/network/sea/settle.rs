//! The last look at a track: that no piece of it grazes the shore.
//!
//! Where the coast is nearly straight a piece may pass the margin and touch land some metres deep, and a long geodesic lies
//! beside the great ellipse that was looked at. The corners at the ends of such a piece are given more room.

use geo::{LineString, Point};

use super::shore::Shore;
use super::string::Stop;
use super::vector::vector;
use crate::geodesy::densify;

/// A great ellipse of this length can't be told from a geodesic.
const SAME_KM: f64 = 400.0;
/// Each time a corner gets twice as much room.
const TIMES: i32 = 6;

/// Moves corners of the track off the shore until no piece that wasn't known to be clear touches land.
pub fn settle(shore: &Shore, track: &mut [Stop]) {
    let mut room = vec![0; track.len()];
    let mut suspects: Vec<usize> = (1..track.len()).filter(|&i| !track[i - 1].clear).collect();
    for _ in 0..TIMES {
        suspects.retain(|&i| touches(shore, &track[i - 1], &track[i]));
        if suspects.is_empty() {
            return;
        }
        let mut ends: Vec<usize> = suspects.iter().flat_map(|&i| [i - 1, i]).collect();
        ends.dedup();
        for i in ends {
            if track[i].fixed {
                continue;
            }
            let Some((vertex, _)) = track[i].corner else { continue };
            room[i] += 1;
            let moved = Stop::off(shore, vertex, f64::powi(2.0, room[i]));
            // Not onto the other side of a narrow water.
            if !shore.is_between(track[i].v, moved.v) {
                track[i] = moved;
                suspects.extend([i, i + 1].into_iter().filter(|&piece| (1..track.len()).contains(&piece)));
            }
        }
        suspects.sort_unstable();
        suspects.dedup();
    }
}

fn touches(shore: &Shore, a: &Stop, b: &Stop) -> bool {
    let line = densify(&LineString(vec![a.at, b.at]), SAME_KM);
    if line.0.len() == 2 {
        return shore.is_between(a.v, b.v);
    }
    let points: Vec<_> = line.points().map(|point: Point| vector(point.0)).collect();
    points.windows(2).any(|pair| shore.is_between(pair[0], pair[1]))
}
