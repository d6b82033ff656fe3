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

/// The best place for a panel of this size, and how much it covers there (0 is nothing): the place that is liked best of
/// those that are free, or the one that covers least.
pub fn place(
    (width, height): (f64, f64),
    wanted: Wanted,
    frame: Rect,
    margin: f64,
    obstacles: &Obstacles,
) -> (Rect, f64) {
    let room = Rect::new(frame.x0 + margin, frame.y0 + margin, frame.x1 - margin - width, frame.y1 - margin - height);
    let mut spots: Vec<(f64, Rect)> = Vec::new();
    for row in 0..=STEPS.1 {
        for column in 0..=STEPS.0 {
            let x = room.x0 + (room.x1 - room.x0).max(0.0) * f64::from(column) / f64::from(STEPS.0);
            let y = room.y0 + (room.y1 - room.y0).max(0.0) * f64::from(row) / f64::from(STEPS.1);
            let rect = Rect::new(x, y, x + width, y + height);
            let away = match wanted {
                Wanted::Corner(cx, cy) => {
                    let corner = Point::new(room.x0 + cx * (room.x1 - room.x0), room.y0 + cy * (room.y1 - room.y0));
                    corner.distance(Point::new(x, y))
                }
                Wanted::Near(point) => {
                    // Panels look settled at the frame's edge.
                    let edge = (x - room.x0).min(room.x1 - x).min(y - room.y0).min(room.y1 - y).max(0.0);
                    nearest(rect, point).distance(point) + 1.5 * edge
                }
            };
            spots.push((away, rect));
        }
    }
    spots.sort_by(|a, b| a.0.total_cmp(&b.0));
    let around = |rect: Rect| rect.inflate(margin * 0.6, margin * 0.6);
    let mut best: Option<(f64, Rect)> = None;
    for (away, rect) in &spots {
        if best.is_some_and(|(least, _)| *away >= least) {
            break;
        }
        if !obstacles.clear(around(*rect)) {
            continue;
        }
        let crossed = match wanted {
            Wanted::Near(point) => {
                let to = nearest(*rect, point);
                obstacles.crossed(point, to) + 2 * usize::from(!obstacles.open(point, to))
            }
            Wanted::Corner(..) => 0,
        };
        let cost = away + 0.3 * frame.width() * crossed as f64;
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, *rect));
        }
    }
    if let Some((_, rect)) = best {
        return (rect, 0.0);
    }
    let covered = spots.into_iter().map(|(away, rect)| (obstacles.covered(around(rect)), away, rect));
    let least = covered.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    least.map_or((Rect::new(room.x0, room.y0, room.x0 + width, room.y0 + height), 1.0), |(covered, _, rect)| {
        (rect, covered)
    })
}

/// The point of a box that is nearest to a point.
pub fn nearest(rect: Rect, to: Point) -> Point {
    Point::new(to.x.clamp(rect.x0, rect.x1), to.y.clamp(rect.y0, rect.y1))
}
