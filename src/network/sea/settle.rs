//! The last look at a track: that no piece of it grazes the shore.
//!
//! Where the coast is nearly straight a piece may pass the margin and touch land some metres deep, and a long geodesic lies
//! beside the great ellipse that was looked at. The corners at the ends of such a piece are given more room; where that doesn't
//! help, the track goes around what it touches.

use std::cell::RefCell;

use geo::{LineString, Point};

use super::detour::{Limit, detour};
use super::known::Known;
use super::shore::Shore;
use super::string::Stop;
use super::vector::vector;
use crate::geodesy::densify;

/// A great ellipse of this length can't be told from a geodesic.
const SAME_KM: f64 = 400.0;
/// Each time a corner gets twice as much room.
const TIMES: i32 = 6;
thread_local! {
    /// Whether the straight way between two vertices touches land.
    static KNOWN: RefCell<Known<2, bool>> = RefCell::default();
}

/// How much may be gone around.
const LIMIT: Limit = Limit { shore_km: 30.0, shores: 4 };

/// Moves corners of the track off the shore until no piece that wasn't known to be clear touches land.
pub fn settle(shore: &Shore, track: &mut Vec<Stop>) {
    let mut room = vec![0; track.len()];
    let mut suspects: Vec<usize> = (1..track.len()).filter(|&i| !track[i - 1].clear).collect();
    let pulled = track.clone();
    for _ in 0..TIMES {
        suspects.retain(|&i| {
            if room[i - 1] == 0 && room[i] == 0 {
                touches_once(shore, &track[i - 1], &track[i])
            } else {
                touches(shore, &track[i - 1], &track[i])
            }
        });
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
    suspects.retain(|&i| touches(shore, &track[i - 1], &track[i]));
    for &i in suspects.iter().rev() {
        (track[i - 1], track[i]) = (pulled[i - 1], pulled[i]);
        if let Some(around) = detour(shore, track[i - 1], track[i], LIMIT) {
            track.splice(i..i, around[1..around.len() - 1].iter().copied());
        }
    }
}

/// [`touches`], looked up where both lie beside vertices.
fn touches_once(shore: &Shore, a: &Stop, b: &Stop) -> bool {
    let (Some((before, _)), Some((after, _))) = (a.corner, b.corner) else { return touches(shore, a, b) };
    KNOWN.with_borrow_mut(|known| *known.get_or_insert([before, after], || touches(shore, a, b)))
}

fn touches(shore: &Shore, a: &Stop, b: &Stop) -> bool {
    let line = densify(&LineString(vec![a.at, b.at]), SAME_KM);
    if line.0.len() == 2 {
        return shore.is_between(a.v, b.v);
    }
    let points: Vec<_> = line.points().map(|point: Point| vector(point.0)).collect();
    points.windows(2).any(|pair| shore.is_between(pair[0], pair[1]))
}
