//! More points on a line, only as many as it takes for a straight reading of longitudes and latitudes to follow it.

use geo::{Coord, LineString, Point};

use crate::geodesy::{destination, inverse};

/// The kilometres of a degree of latitude, nearly.
const KM_PER_DEGREE: f64 = 111.2;

/// `line` with points added on its geodesics, so that the straight lines between its vertices, on a plate of longitude
/// and latitude, stay within `within_km` of them. The vertices stay as they are. Over a pole, where no straight line can
/// follow, pieces become as short as `within_km`.
pub(super) fn densify(line: &LineString, within_km: f64) -> LineString {
    let mut dense: Vec<Coord> = line.0.first().copied().into_iter().collect();
    for piece in line.lines() {
        let whole = inverse(piece.start_point(), piece.end_point());
        let way = Way { start: piece.start_point(), azimuth: whole.azimuth_start_deg, within_km };
        way.split((0.0, piece.start), (whole.distance_km, piece.end), &mut dense);
    }
    LineString(dense)
}

struct Way {
    start: Point,
    azimuth: f64,
    within_km: f64,
}

impl Way {
    fn at(&self, km: f64) -> Coord {
        destination(self.start, self.azimuth, km).0
    }

    /// Adds what is needed between two points of the way, and the second.
    fn split(&self, from: (f64, Coord), to: (f64, Coord), dense: &mut Vec<Coord>) {
        let middle_km = from.0.midpoint(to.0);
        if to.0 - from.0 > self.within_km {
            let off = |part: f64| off_km(from.1, to.1, self.at(from.0 + part * (to.0 - from.0)));
            let middle = self.at(middle_km);
            // A way that bends to both sides (over the equator, say) is straight in the middle and off at the quarters.
            if [0.25, 0.5, 0.75].into_iter().any(|part| off(part) > 0.9 * self.within_km) {
                self.split(from, (middle_km, middle), dense);
                self.split((middle_km, middle), to, dense);
                return;
            }
        }
        dense.push(to.1);
    }
}

/// How far the position is from the straight line, in kilometres: on a plate stretched as the earth is at the position.
fn off_km(from: Coord, to: Coord, position: Coord) -> f64 {
    let shrink = libm::cos(position.y.to_radians());
    let flat = |coord: Coord| {
        // Two longitudes of a short piece differ by less than half a turn, however they are written.
        (libm::remainder(coord.x - position.x, 360.0) * shrink * KM_PER_DEGREE, (coord.y - position.y) * KM_PER_DEGREE)
    };
    let ((ax, ay), (bx, by)) = (flat(from), flat(to));
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let part = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    libm::hypot(ax + part * dx, ay + part * dy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodesy::distance_km;

    /// What a straight reading finds at a part of a piece.
    fn read(piece: geo::Line, part: f64) -> Point {
        let dx = libm::remainder(piece.end.x - piece.start.x, 360.0);
        Point::new(piece.start.x + part * dx, piece.start.y + part * (piece.end.y - piece.start.y))
    }

    /// How far the position is from the straight reading of a piece: coarsely, then closer and closer.
    fn off(position: Point, piece: geo::Line) -> f64 {
        let (mut middle, mut reach) = (0.5_f64, 0.5);
        let mut nearest = f64::INFINITY;
        while reach > 1e-6 {
            let parts = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|step| (middle + step * reach).clamp(0.0, 1.0));
            for part in parts {
                let km = distance_km(position, read(piece, part));
                if km < nearest {
                    (nearest, middle) = (km, part);
                }
            }
            reach *= 0.6;
        }
        nearest
    }

    /// How far the geodesics of the line are from the straight reading of the dense one, at most.
    fn farthest_km(line: &LineString, dense: &LineString) -> f64 {
        let far = |point: Point| {
            // Pieces that are wholly north or south of the point are not worth a look.
            let beside = |piece: &geo::Line| {
                let (south, north) = (piece.start.y.min(piece.end.y) - 0.2, piece.start.y.max(piece.end.y) + 0.2);
                (south..=north).contains(&point.y())
            };
            dense.lines().filter(beside).map(|piece| off(point, piece)).fold(f64::INFINITY, f64::min)
        };
        crate::geodesy::densify(line, 90.0).points().map(far).fold(0.0, f64::max)
    }

    #[test]
    fn a_straight_reading_stays_within_what_was_asked_for_at_any_latitude() {
        for (from, to) in [
            ((0.0, 0.0), (30.0, 0.5)),
            ((-20.0, -30.0), (20.0, 30.0)),
            ((130.3, 42.2), (-122.4, 37.8)),
            ((10.0, 78.0), (60.0, 80.0)),
            ((170.0, 88.0), (-100.0, 87.0)),
        ] {
            let line = LineString::from(vec![from, to]);
            for within_km in [0.1, 2.0] {
                let off = farthest_km(&line, &densify(&line, within_km));
                assert!(off < within_km, "{from:?} {to:?}: {off} km at {within_km} km");
            }
        }
    }

    #[test]
    fn what_is_straight_anyway_gets_no_points_and_a_smaller_tolerance_more() {
        let meridian = LineString::from(vec![(20.0, -60.0), (20.0, 60.0)]);
        assert_eq!(densify(&meridian, 0.1).0.len(), 2);
        let parallel = LineString::from(vec![(0.0, 60.0), (40.0, 60.0)]);
        let count = |within_km| densify(&parallel, within_km).0.len();
        assert!(2 < count(10.0) && count(10.0) < count(0.1));
    }
}
