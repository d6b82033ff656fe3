//! Finding a place for a panel in the frame where it covers nothing of the route.

use crate::canvas::{Point, Rect};

use super::labels::Obstacles;

/// Where a panel would like to stand.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// In a corner: x and y are 0 (left, top) or 1 (right, bottom).
    Corner(f64, f64),
    /// Near a point of the map.
    Near(Point),
}

/// How finely the frame is searched.
const STEPS: (u32, u32) = (24, 16);

/// The best place for a panel of this size; how much it covers there (0 is nothing).
pub fn place(
    (width, height): (f64, f64),
    wanted: Wanted,
    frame: Rect,
    margin: f64,
    obstacles: &Obstacles,
) -> (Rect, f64) {
    let room = Rect::new(frame.x0 + margin, frame.y0 + margin, frame.x1 - margin - width, frame.y1 - margin - height);
    let mut spots: Vec<(f64, Rect)> = Vec::with_capacity(((STEPS.0 + 1) * (STEPS.1 + 1)) as usize);
    for row in 0..=STEPS.1 {
        for column in 0..=STEPS.0 {
            let x = room.x0 + (room.x1 - room.x0).max(0.0) * f64::from(column) / f64::from(STEPS.0);
            let y = room.y0 + (room.y1 - room.y0).max(0.0) * f64::from(row) / f64::from(STEPS.1);
            let rect = Rect::new(x, y, x + width, y + height);
            spots.push((away(wanted, rect, room), rect));
        }
    }
    // The nearest first, so that the search ends as soon as nothing can be better than what was found.
    spots.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut best: Option<(f64, Rect, f64)> = None;
    for (away, rect) in spots {
        if best.is_some_and(|(least, ..)| away >= least) {
            break;
        }
        let covered = obstacles.covered(rect.inflate(margin * 0.6, margin * 0.6));
        let crossed = match wanted {
            Wanted::Corner(..) => 0,
            Wanted::Near(point) => obstacles.crossed(point, nearest(rect, point)),
        };
        let cost = covered * 1e4 + away + 0.3 * frame.width() * crossed as f64;
        if best.is_none_or(|(least, ..)| cost < least) {
            best = Some((cost, rect, covered));
        }
    }
    best.map_or(
        (Rect::new(room.x0, room.y0, room.x0 + width, room.y0 + height), f64::INFINITY),
        |(_, rect, covered)| (rect, covered),
    )
}

/// How far a panel is from where it would like to stand.
fn away(wanted: Wanted, rect: Rect, room: Rect) -> f64 {
    let (x, y) = (rect.x0, rect.y0);
    match wanted {
        Wanted::Corner(cx, cy) => {
            let corner = Point::new(room.x0 + cx * (room.x1 - room.x0), room.y0 + cy * (room.y1 - room.y0));
            corner.distance(Point::new(x, y))
        }
        Wanted::Near(point) => {
            // Panels look settled at the frame's edge.
            let edge = (x - room.x0).min(room.x1 - x).min(y - room.y0).min(room.y1 - y).max(0.0);
            nearest(rect, point).distance(point) + 1.5 * edge
        }
    }
}

fn nearest(rect: Rect, point: Point) -> Point {
    Point::new(point.x.clamp(rect.x0, rect.x1), point.y.clamp(rect.y0, rect.y1))
}
