//! Cutting polygons down to what a close map shows, before they are projected: a continent's coast has a hundred thousand
//! vertices at 1:10m, an inset shows a few hundred of them.

use geo::{BoundingRect, Coord, LineString, Polygon, Rect};

/// Only maps that show less than so many degrees each way are close: over longer edges a parallel leaves its great arc.
const CLOSE_DEG: f64 = 40.0;
/// How far beside the map coasts may be drawn more simply.
const AROUND_DEG: f64 = 3.0;
/// What is kept around the map, as a part of its size, so that no cut edge shows.
const MARGIN: f64 = 0.5;

/// Where coasts must be drawn as they are; `None` if that may be everywhere.
pub fn near(within: &[Rect]) -> Option<Rect> {
    let first = within.first()?;
    // Two rectangles are one that was cut at 180°.
    let east = if let [_, second] = within { second.max().x + 360.0 } else { first.max().x };
    let width = east - first.min().x;
    (width < 300.0).then(|| {
        let (south, north) = ((first.min().y - AROUND_DEG).max(-90.0), (first.max().y + AROUND_DEG).min(90.0));
        Rect::new((first.min().x - AROUND_DEG, south), (east + AROUND_DEG, north))
    })
}

/// What is to be kept of polygons; `None` where they are better left whole.
pub fn window(within: &[Rect]) -> Option<Rect> {
    let [rect] = within else { return None };
    let polar = rect.max().y.abs().max(rect.min().y.abs()) > 80.0;
    if polar || rect.width() > CLOSE_DEG || rect.height() > CLOSE_DEG {
        return None;
    }
    let (dx, dy) = (MARGIN * rect.width(), MARGIN * rect.height());
    let (south, north) = ((rect.min().y - dy).max(-89.0), (rect.max().y + dy).min(89.0));
    Some(Rect::new((rect.min().x - dx, south), (rect.max().x + dx, north)))
}

/// The part of a polygon in the window, whole turns of longitude apart or not. Edges along the window are new.
pub fn crop(polygon: Polygon, window: Rect) -> Vec<Polygon> {
    let Some(bounds) = polygon.bounding_rect() else { return Vec::new() };
    let turns = [-360.0, 0.0, 360.0].into_iter().filter(|turn| {
        let (west, east) = (window.min().x + turn, window.max().x + turn);
        west <= bounds.max().x && east >= bounds.min().x
    });
    let holds = |turn: f64| {
        window.min().x + turn <= bounds.min().x
            && bounds.max().x <= window.max().x + turn
            && window.min().y <= bounds.min().y
            && bounds.max().y <= window.max().y
    };
    let turns: Vec<f64> = turns.collect();
    if let [turn] = turns[..]
        && holds(turn)
    {
        return vec![polygon];
    }
    let cut = |ring: &LineString, turn: f64| {
        let mut ring = ring.0.clone();
        ring.pop();
        for (axis, limit, sign) in [
            (0, window.min().x + turn, 1.0),
            (0, window.max().x + turn, -1.0),
            (1, window.min().y, 1.0),
            (1, window.max().y, -1.0),
        ] {
            ring = side(&ring, axis, limit, sign);
        }
        if ring.len() > 2 {
            ring.push(ring[0]);
            LineString::new(ring)
        } else {
            LineString::new(Vec::new())
        }
    };
    turns
        .into_iter()
        .map(|turn| {
            Polygon::new(
                cut(polygon.exterior(), turn),
                polygon.interiors().iter().map(|hole| cut(hole, turn)).collect(),
            )
        })
        .filter(|part| part.exterior().0.len() > 3)
        .map(|part| {
            let (exterior, holes) = part.into_inner();
            Polygon::new(exterior, holes.into_iter().filter(|hole| hole.0.len() > 3).collect())
        })
        .collect()
}

/// The part of a ring on one side of a meridian or a parallel. Sutherland & Hodgman (1974).
fn side(ring: &[Coord], axis: usize, limit: f64, sign: f64) -> Vec<Coord> {
    let along = |at: &Coord| if axis == 0 { at.x } else { at.y };
    let inside = |at: &Coord| sign * (along(at) - limit) >= 0.0;
    let mut kept = Vec::new();
    let Some(mut before) = ring.last() else { return kept };
    for at in ring {
        if inside(at) != inside(before) {
            let part = (limit - along(before)) / (along(at) - along(before));
            kept.push(Coord { x: before.x + part * (at.x - before.x), y: before.y + part * (at.y - before.y) });
        }
        if inside(at) {
            kept.push(*at);
        }
        before = at;
    }
    kept
}

#[cfg(test)]
mod tests {
    use geo::{Area, polygon};

    use super::*;

    #[test]
    fn what_lies_in_the_window_is_kept_and_nothing_else() {
        let square = polygon![(x: 0.0, y: 0.0), (x: 100.0, y: 0.0), (x: 100.0, y: 60.0), (x: 0.0, y: 60.0)];
        let window = Rect::new((370.0, 10.0), (390.0, 20.0));
        let parts = crop(square, window);
        assert_eq!(parts.len(), 1);
        assert!((parts[0].unsigned_area() - 200.0).abs() < 1e-9, "{parts:?}");
    }

    #[test]
    fn a_polygon_that_lies_elsewhere_is_gone() {
        let square = polygon![(x: 0.0, y: 0.0), (x: 5.0, y: 0.0), (x: 5.0, y: 5.0), (x: 0.0, y: 5.0)];
        assert!(crop(square, Rect::new((20.0, 0.0), (30.0, 10.0))).is_empty());
    }
}
