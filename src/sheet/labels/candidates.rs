//! Where a label could stand.

use crate::canvas::{Point, Rect};

use super::{Room, Stance, Wish};

/// The directions around a point, best first, as unit vectors with y down: right above is what cartographers prefer
/// (Imhof 1975), then right, and so on round.
const DIRECTIONS: [(f64, f64); 8] =
    [(0.8, -0.6), (1.0, 0.0), (0.8, 0.6), (-0.8, -0.6), (-1.0, 0.0), (-0.8, 0.6), (0.0, -1.0), (0.0, 1.0)];

/// How much further than its clearance a label stands that needs a leader line, in heights of the label.
const LEADER_STEPS: [f64; 6] = [0.9, 1.6, 2.4, 3.4, 4.6, 6.0];

/// Every place where the wish could be granted, the best first.
pub(super) fn candidates(wish: &Wish) -> Vec<Room> {
    match &wish.stance {
        Stance::Beside => [beside(wish), further(wish)].concat(),
        Stance::Close => beside(wish),
        Stance::Among(spots) => among(wish, spots),
    }
}

fn beside(wish: &Wish) -> Vec<Room> {
    let room = |(rank, &direction): (usize, &(f64, f64))| Room {
        rect: placed(wish, direction, wish.clearance),
        leader: None,
        cost: rank as f64,
    };
    DIRECTIONS.iter().enumerate().map(room).collect()
}

/// Further off, with a leader line.
fn further(wish: &Wish) -> Vec<Room> {
    let mut rooms = Vec::new();
    for (step, extra) in LEADER_STEPS.iter().enumerate() {
        for (rank, &direction) in DIRECTIONS.iter().enumerate() {
            let rect = placed(wish, direction, wish.clearance + extra * wish.height);
            let cost = 10.0 + 6.0 * step as f64 + 0.5 * rank as f64;
            rooms.push(Room { rect, leader: Some(leader(wish, rect)), cost });
        }
    }
    rooms
}

/// The label's box with its nearest edge `distance` off in that direction.
fn placed(wish: &Wish, (dx, dy): (f64, f64), distance: f64) -> Rect {
    let (x, y) = (wish.anchor.x + dx * distance, wish.anchor.y + dy * distance);
    let left = if dx > 0.3 {
        x
    } else if dx < -0.3 {
        x - wish.width
    } else {
        x - wish.width / 2.0
    };
    // Beside the point, the middle of the line is level with it; above and below, the box stands clear.
    let top = if dx.abs() > 0.9 {
        y - wish.height / 2.0
    } else if dy < 0.0 {
        y - wish.height * if dx.abs() > 0.3 { 0.8 } else { 1.0 }
    } else {
        y - wish.height * if dx.abs() > 0.3 { 0.2 } else { 0.0 }
    };
    Rect::new(left, top, left + wish.width, top + wish.height)
}

/// From the marker's rim to the nearest point of the box.
fn leader(wish: &Wish, rect: Rect) -> (Point, Point) {
    let end = Point::new(wish.anchor.x.clamp(rect.x0, rect.x1), wish.anchor.y.clamp(rect.y0, rect.y1));
    let (dx, dy) = (end.x - wish.anchor.x, end.y - wish.anchor.y);
    let length = (dx * dx + dy * dy).sqrt().max(1e-9);
    let start = wish.clearance.min(length) / length * 0.75;
    (Point::new(wish.anchor.x + dx * start, wish.anchor.y + dy * start), end)
}

fn among(wish: &Wish, spots: &[Point]) -> Vec<Room> {
    let (width, height) = (wish.width / 2.0, wish.height / 2.0);
    let room = |(rank, spot): (usize, &Point)| Room {
        rect: Rect::new(spot.x - width, spot.y - height, spot.x + width, spot.y + height),
        leader: None,
        cost: rank as f64,
    };
    spots.iter().enumerate().map(room).collect()
}
