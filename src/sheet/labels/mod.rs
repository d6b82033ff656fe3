//! Where words can stand on the map: several candidates for each, obstacles, one solution over all.
//!
//! A [`Wish`] is something that wants room beside a point. [`candidates`] lists where it could stand, best first;
//! [`Obstacles`] tell which of these are free; [`solve()`] chooses for all, and says which got none.

mod candidates;
mod obstacles;
mod solve;

use crate::canvas::{Point, Rect};

pub use obstacles::{Obstacles, crosses, overlap};
pub use solve::solve;

/// Something that wants room on the map.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The point that it belongs to.
    pub anchor: Point,
    /// How far it must stay from the anchor: the marker's radius and a gap.
    pub clearance: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// Where it may stand.
    pub stance: Stance,
    /// Who is served first: higher.
    pub priority: u32,
}

/// Where a label may stand relative to its anchor.
#[derive(Clone, Debug, PartialEq)]
pub enum Stance {
    /// Beside it; if there is no room, further off with a leader line.
    Beside,
    /// Beside it, or nowhere.
    Close,
    /// With its middle on one of these points, the best first: the name of an area.
    Among(Vec<Point>),
}

/// Where a wish was granted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// What it covers.
    pub rect: Rect,
    /// From the anchor's marker to the label, if it stands too far off to be understood without.
    pub leader: Option<(Point, Point)>,
    /// Lower is better.
    cost: f64,
}
