//! How the ends of a track are joined to the graph.

use super::detour::{LOOK_AHEAD_KM, about_length_km, detour, is_blocked};
use super::passage::gates_between;
use super::search::Rules;
use super::shore::Shore;
use super::string::Stop;
use super::vector::about_km;

/// How a point is joined to the graph.
pub struct End {
    pub stop: Stop,
    /// Nodes, and how far they are at least.
    pub candidates: Vec<(u32, f64)>,
}

impl End {
    /// An end at a position.
    pub fn new(at: geo::Coord, candidates: Vec<(u32, f64)>) -> Self {
        Self { stop: Stop::fixed(at), candidates }
    }

    /// How far the nearest node is.
    pub fn nearest_km(&self) -> f64 {
        self.candidates.iter().map(|&(_, km)| km).fold(f64::INFINITY, f64::min)
    }
}

/// A track between two points near each other, and the bits of the passages that it uses.
pub type Join = (Vec<Stop>, u32);

/// The track between two points near each other, if the rules allow it.
pub fn join(shore: &Shore, rules: &Rules, a: &Stop, b: &Stop) -> Option<Join> {
    let straight_km = about_km(a.v, b.v);
    if straight_km > 2.0 * LOOK_AHEAD_KM
        && (is_blocked(shore, a.v, b.v, rules.limit) || is_blocked(shore, b.v, a.v, rules.limit))
    {
        return None;
    }
    let track = detour(shore, *a, *b, rules.limit)?;
    if about_length_km(&track) > rules.longest * straight_km + 2.0 {
        return None;
    }
    let passages = track.windows(2).fold(0, |set, pair| set | gates_between(pair[0].v, pair[1].v));
    (passages & rules.closed == 0).then_some((track, passages))
}
