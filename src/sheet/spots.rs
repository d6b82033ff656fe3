//! Where the name of a country may stand: points on its land or beside it, the best first.

use crate::canvas::{Point, Rect};

use super::area::Area;

/// So many places in each direction are looked at for a name.
const GRID: u32 = 10;
/// So many of them are offered, the best ones.
pub const OFFERED: usize = 16;
/// How far a name that has little room reaches from its middle within its country, as a part of its width.
const REACH: f64 = 0.42;

/// Where a name may stand that finds no room in its country: across it; one that must be shown also beside it.
pub fn beside(at: Point, (width, height): (f64, f64), must: bool) -> Vec<Point> {
    let across = [(0.0, 0.0), (0.0, -0.8), (0.0, 0.8)];
    let aside = [(0.0, -1.6), (0.0, 1.6), (0.6, 0.0), (-0.6, 0.0), (0.6, 1.5), (-0.6, 1.5)];
    let aside = aside.iter().filter(|_| must);
    across.iter().chain(aside).map(|(x, y)| Point::new(at.x + x * width, at.y + y * height)).collect()
}

/// Where else a name may stand that must be shown: anywhere on its land, or close by, the nearest to the middle first.
pub fn around(area: Option<&Area>, middle: Point, (width, height): (f64, f64)) -> Vec<Point> {
    let bounds = area.map_or(Rect::from_points(middle, middle), |area| area.bounds);
    let on_land = grid(bounds, GRID, GRID).filter(|at| area.is_some_and(|area| area.holds(*at)));
    let mut spots: Vec<Point> = on_land.collect();
    nearest_first(&mut spots, middle);
    // Beside it, so that the name touches the box around it.
    let rim = bounds.inflate(0.55 * width, 0.6 * height);
    let mut beside: Vec<Point> = grid(rim, GRID, GRID).filter(|at| !bounds.contains(*at)).collect();
    for step in 0..=GRID {
        let part = f64::from(step) / f64::from(GRID);
        let (x, y) = (rim.x0 + part * rim.width(), rim.y0 + part * rim.height());
        beside.extend([(x, rim.y0), (x, rim.y1), (rim.x0, y), (rim.x1, y)].map(Point::from));
    }
    nearest_first(&mut beside, middle);
    spots.extend(beside);
    spots
}

/// Sorts points by how far they are from one.
pub fn nearest_first(points: &mut [Point], to: Point) {
    points.sort_by(|a, b| a.distance_squared(to).total_cmp(&b.distance_squared(to)));
}

/// Points spread over a box in so many columns and rows, row by row.
pub fn grid(bounds: Rect, columns: u32, rows: u32) -> impl Iterator<Item = Point> {
    let part = |step: u32, steps: u32| (f64::from(step) + 0.5) / f64::from(steps);
    let all = (0..rows).flat_map(move |row| (0..columns).map(move |column| (column, row)));
    all.map(move |(column, row)| {
        let (x, y) = (part(column, columns), part(row, rows));
        Point::new(bounds.x0 + x * bounds.width(), bounds.y0 + y * bounds.height())
    })
}

/// Middles of boxes that lie within the area: the nearest to where the name usually stands come first, or those in the
/// middle of what is seen.
pub fn spots(area: &Area, (width, height): (f64, f64), favourite: Option<Point>) -> Vec<Point> {
    let bounds = area.bounds;
    let middle = favourite.filter(|at| area.holds(*at)).unwrap_or(bounds.center());
    let mut spots: Vec<Point> = grid(bounds, GRID, GRID).collect();
    spots.extend(favourite);
    // A name may reach a little over its country's border, but there where it doesn't it reads better.
    let holds = |at: &Point, share: f64| {
        let (w, h) = (width * share, height * 0.4);
        let edges = [-1.0, -0.5, 0.0, 0.5, 1.0].iter().flat_map(|x| [(x * w, -h), (x * w, h)]);
        edges.into_iter().all(|(dx, dy)| area.holds(Point::new(at.x + dx, at.y + dy)))
    };
    spots.retain(|at| holds(at, REACH));
    let (mut spots, mut over): (Vec<Point>, Vec<Point>) = spots.into_iter().partition(|at| holds(at, 0.5));
    nearest_first(&mut spots, middle);
    nearest_first(&mut over, middle);
    spots.append(&mut over);
    spots.truncate(OFFERED * OFFERED / 2);
    // The nearest few, and every so often one that is further off, in case that what is near is taken.
    let step = (spots.len() / OFFERED).max(1);
    spots.iter().copied().enumerate().filter(|(at, _)| *at < 6 || at % step == 0).map(|(_, spot)| spot).collect()
}
