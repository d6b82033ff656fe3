//! Waters that no ship passes, though the land at 1:10m doesn't show why: shoals and causeways from the list of waterways.
//!
//! To a track each is land: an island some metres wide, from shore to shore.

use geo::{Coord, LineString, Polygon};

use super::passage::rows;
use super::shore::KM_PER_DEGREE;

/// How wide it is on each side of its line.
const HALF_WIDTH_KM: f64 = 0.05;

/// The islands that stand for barriers, counter-clockwise.
pub fn barriers() -> impl Iterator<Item = Polygon> {
    rows().filter(|row| row.kind == "closed").flat_map(|row| {
        let islands: Vec<Polygon> = row.line.windows(2).map(|ends| island(ends[0], ends[1])).collect();
        islands
    })
}

fn island(a: Coord, b: Coord) -> Polygon {
    let lon_km = KM_PER_DEGREE * libm::cos(f64::midpoint(a.y, b.y).to_radians());
    let (x, y) = ((b.x - a.x) * lon_km, (b.y - a.y) * KM_PER_DEGREE);
    let part = HALF_WIDTH_KM / x.hypot(y);
    // To the left of the line.
    let left = Coord { x: -y * part / lon_km, y: x * part / KM_PER_DEGREE };
    Polygon::new(LineString(vec![a - left, b - left, b + left, a + left, a - left]), Vec::new())
}
