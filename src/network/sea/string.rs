//! Pulling a track taut, as a string is pulled around the corners of the land.
//!
//! At a point b between a and c the string is let go: it springs towards the straight way from a to c until corners of
//! land inside the triangle a b c catch it. What is left is the convex hull of a, c and those corners on b's side. When no
//! point can be let go any more the track is the shortest of all that pass the same way between the islands.

use std::cell::RefCell;

use geo::Coord;

use super::known::Known;
use super::shore::Shore;
use super::triangle::Triangle;
use super::vector::{Vector, chord_km, side, vector};

/// A string that is bent by less than a millimetre is straight.
const STRAIGHT_KM: f64 = 1e-6;
const RADIUS_KM: f64 = 6371.0;

thread_local! {
    /// What is caught when a string between three vertices is let go.
    static KNOWN: RefCell<Known<3, Option<Vec<u32>>>> = RefCell::default();
    /// The points beside vertices.
    static BESIDE: RefCell<Known<1, Stop>> = RefCell::default();
}

/// A point of a track.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    pub at: Coord,
    pub v: Vector,
    /// The vertex of land that it lies beside, and where that is.
    pub corner: Option<(u32, Vector)>,
    /// Whether the track must pass here: its ends, and the ends of canals.
    pub fixed: bool,
    /// Whether the way to the next point is known to be free of land.
    pub clear: bool,
}

impl Stop {
    /// A point that the track must pass.
    pub fn fixed(at: Coord) -> Self {
        Self { at, v: vector(at), corner: None, fixed: true, clear: false }
    }

    /// Beside a vertex of land.
    pub fn beside(shore: &Shore, vertex: u32) -> Self {
        BESIDE.with_borrow_mut(|known| *known.get_or_insert([vertex], || Self::off(shore, vertex, 1.0)))
    }

    /// Beside a vertex of land, so many margins off.
    pub fn off(shore: &Shore, vertex: u32, margins: f64) -> Self {
        let (land, by) = (shore.at(vertex), shore.beside(vertex).0);
        let at = Coord { x: land.x + margins * (by.x - land.x), y: land.y + margins * (by.y - land.y) };
        Self { at, v: vector(at), corner: Some((vertex, vector(land))), fixed: false, clear: false }
    }

    /// The vertex that it lies beside.
    pub fn vertex(&self) -> Option<u32> {
        self.corner.map(|(vertex, _)| vertex)
    }
}

/// Pulls the track taut between its fixed points.
pub fn pull(shore: &Shore, track: &mut Vec<Stop>) {
    let mut patience = 50 * track.len() + 1000;
    let mut at = 1;
    while at + 1 < track.len() && patience > 0 {
        patience -= 1;
        match let_go_once(shore, &track[at - 1], &track[at], &track[at + 1]) {
            None => at += 1,
            Some(caught) => {
                track[at - 1].clear = false;
                track.splice(at..=at, caught);
                at = at.saturating_sub(1).max(1);
            }
        }
    }
}

/// [`let_go`], looked up where all three lie beside vertices: tracks bend around the same capes again and again.
fn let_go_once(shore: &Shore, a: &Stop, b: &Stop, c: &Stop) -> Option<Vec<Stop>> {
    if b.fixed {
        return None;
    }
    let (Some(before), Some(here), Some(after)) = (a.vertex(), b.vertex(), c.vertex()) else {
        return let_go(shore, a, b, c).map(|caught| besides(shore, &caught));
    };
    KNOWN.with_borrow_mut(|known| {
        let caught = known.get_or_insert([before, here, after], || let_go(shore, a, b, c));
        caught.as_ref().map(|caught| besides(shore, caught))
    })
}

/// The points beside these vertices.
pub fn besides(shore: &Shore, vertices: &[u32]) -> Vec<Stop> {
    vertices.iter().map(|&vertex| Stop::beside(shore, vertex)).collect()
}

/// The vertices beside which the string lies when `b` is let go; `None` if it stays.
fn let_go(shore: &Shore, a: &Stop, b: &Stop, c: &Stop) -> Option<Vec<u32>> {
    let turn = side(a.v, b.v, c.v);
    if turn.abs() <= STRAIGHT_KM * RADIUS_KM * chord_km(a.v, c.v).max(STRAIGHT_KM) {
        return Some(Vec::new());
    }
    // Everything below is for a turn to the left; one to the right is its mirror image.
    let left = |p: Vector, q: Vector, r: Vector| side(p, q, r) * turn.signum();
    if b.corner.is_some_and(|(_, land)| left(a.v, b.v, land) > 0.0 && left(b.v, c.v, land) > 0.0) {
        return None;
    }
    let known = [a.vertex(), b.vertex(), c.vertex()];
    let mut inside = Triangle::new([a, b, c].map(|stop| stop.v), turn.signum()).corners(shore);
    inside.retain(|&(vertex, _)| !known.contains(&Some(vertex)));
    // From a to c around all corners, always to the one that lies farthest to the right.
    let mut caught = Vec::new();
    let mut here = a.v;
    loop {
        let mut next = (None, c.v);
        for &(vertex, v) in &inside {
            if left(here, next.1, v) < 0.0 {
                next = (Some(vertex), v);
            }
        }
        let (Some(vertex), v) = next else { break };
        caught.push(vertex);
        inside.retain(|&(other, w)| other != vertex && left(here, v, w) > 0.0 && left(v, c.v, w) < 0.0);
        here = v;
    }
    Some(caught)
}
