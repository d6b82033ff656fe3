use super::{Path, PathEl, Point, Rect};

/// How far from an arc's end the control point of a cubic lies that stands for a quarter of a circle, as a part of the
/// radius: 4/3 (√2 − 1). The curve leaves the circle by at most 0.03 % of the radius.
const QUARTER: f64 = 0.552_284_749_830_793_4;

/// A full circle, as a closed path of four cubics; no sine is needed, so it is the same on every machine.
pub fn circle(center: Point, radius: f64) -> Path {
    let (k, r) = (QUARTER * radius, radius);
    let at = |x: f64, y: f64| Point::new(center.x + x, center.y + y);
    let mut path = Path::new();
    path.move_to(at(r, 0.0));
    path.curve_to(at(r, k), at(k, r), at(0.0, r));
    path.curve_to(at(-k, r), at(-r, k), at(-r, 0.0));
    path.curve_to(at(-r, -k), at(-k, -r), at(0.0, -r));
    path.curve_to(at(k, -r), at(r, -k), at(r, 0.0));
    path.close_path();
    path
}

/// The outline of a rectangle.
pub fn rectangle(rect: Rect) -> Path {
    polygon([(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)])
}

/// A line through points, left open.
pub fn polyline<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> Path {
    let start = |point: P| PathEl::MoveTo(point.into());
    let mut points = points.into_iter();
    let first = points.next().map(start);
    first.into_iter().chain(points.map(|point| PathEl::LineTo(point.into()))).collect()
}

/// A line through points and back to the first.
pub fn polygon<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> Path {
    let mut path = polyline(points);
    if !path.elements().is_empty() {
        path.close_path();
    }
    path
}
