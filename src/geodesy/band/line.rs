//! A line drawn onto the distance that it stands for.

use geo::{Coord, LineString, Point};

use super::TOLERANCE;
use super::field::Field;
use crate::geodesy::root::root;
use crate::geodesy::{destination, inverse};

/// A vertex is moved so often at most; where the border's two sides are equally near it takes some.
const MOVES: u32 = 6;
/// A piece is halved so often at most.
const HALVINGS: u32 = 12;
/// A piece is halved if its middle is off by more than this part of the tolerance.
const MOST: f64 = 0.9;
/// Vertices lie this much nearer to the distance than pieces between them.
const FINE: f64 = 0.1;

/// The closed line with every vertex moved to `km` from the border, and more of them where it bends: all of it lies within
/// [`TOLERANCE`] of `km`.
pub(super) fn settled(field: &Field, line: &[Point], km: f64) -> LineString {
    let pen = Pen { field, km };
    let moved: Vec<Point> = line.iter().map(|at| pen.moved(*at)).collect();
    let mut dense: Vec<Coord> = moved.first().map(|at| at.0).into_iter().collect();
    for piece in moved.windows(2) {
        pen.halve(piece[0], piece[1], HALVINGS, &mut dense);
    }
    unwrapped(dense)
}

struct Pen<'a> {
    field: &'a Field<'a>,
    km: f64,
}

impl Pen<'_> {
    /// The point at the distance, outside of the border.
    fn moved(&self, from: Point) -> Point {
        let mut at = from;
        for _ in 0..MOVES {
            let foot = self.field.foot(at);
            let inside = foot.distance_km < self.km && self.field.contains(at);
            let off = if inside { -foot.distance_km } else { foot.distance_km } - self.km;
            if off.abs() < FINE * TOLERANCE * self.km {
                break;
            }
            at = destination(at, foot.azimuth_deg, if inside { -off } else { off });
        }
        at
    }

    /// Adds the way from `from`, which is there already, to `to`.
    fn halve(&self, from: Point, to: Point, left: u32, line: &mut Vec<Coord>) {
        let way = inverse(from, to);
        let middle = destination(from, way.azimuth_start_deg, 0.5 * way.distance_km);
        let off = self.off_km(middle);
        if left > 0 && off.abs() > MOST * TOLERANCE * self.km {
            let middle = self.moved_across(middle, way.azimuth_end_deg - 90.0, off);
            self.halve(from, middle, left - 1, line);
            self.halve(middle, to, left - 1, line);
        } else {
            line.push(to.0);
        }
    }

    fn off_km(&self, at: Point) -> f64 {
        self.field.foot(at).distance_km - self.km
    }

    /// A point that is `off_km` too far moved to its left, where it is nearer, until the distance is right. Straight across the
    /// piece, so that both halves are shorter than the whole also where the line has a corner.
    fn moved_across(&self, at: Point, azimuth_deg: f64, off_km: f64) -> Point {
        let mut step = (0.0, off_km);
        let mut other = step;
        for stretch in [1.0, 2.0, 4.0, 8.0] {
            other.0 = stretch * off_km;
            other.1 = self.off_km(destination(at, azimuth_deg, other.0));
            if other.1.abs() < FINE * TOLERANCE * self.km || other.1 * off_km < 0.0 {
                break;
            }
            step = other;
        }
        let fine = FINE * TOLERANCE * self.km;
        if other.1.abs() >= fine && step.1 * other.1 < 0.0 {
            let (low, high) = if step.0 < other.0 { (step, other) } else { (other, step) };
            let found = root(low, high, fine, |km| self.off_km(destination(at, azimuth_deg, km)));
            return destination(at, azimuth_deg, found);
        }
        destination(at, azimuth_deg, other.0)
    }
}

/// The positions with longitudes that go on without a jump.
pub(super) fn unwrapped(positions: impl IntoIterator<Item = Coord>) -> LineString {
    let mut line: Vec<Coord> = Vec::new();
    for at in positions {
        let x = line.last().map_or(at.x, |before| at.x + 360.0 * ((before.x - at.x) / 360.0).round());
        line.push(Coord { x, y: at.y });
    }
    LineString(line)
}
