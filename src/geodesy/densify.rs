//! More points on a line, so that whoever draws its pieces straight still draws geodesics.

use geo::{Coord, LineString, Point};

use super::{destination, inverse};

/// `line` with points added along its geodesics, evenly on each piece, so that no piece is longer than `max_km`.
///
/// The vertices stay as they are given, to the bit. An added longitude is normalised to ±180, except on a piece with an
/// end beyond ±180: a line that came unwrapped stays unwrapped, and goes on from the piece's first end without a jump.
///
/// # Panics
/// If `max_km` isn't above zero.
///
/// # Example
/// ```
/// use geo::line_string;
/// use portolan::geodesy::densify;
///
/// let line = line_string![(x: 170.0, y: 50.0), (x: 190.0, y: 50.0)];
/// assert!(densify(&line, 100.0).coords().all(|vertex| vertex.x >= 170.0));
/// ```
pub fn densify(line: &LineString, max_km: f64) -> LineString {
    assert!(max_km > 0.0, "pieces of at most {max_km} km");
    let mut dense: Vec<Coord> = Vec::with_capacity(line.0.len());
    dense.extend(line.0.first());
    for piece in line.lines() {
        let unwrapped = piece.start.x.abs() > 180.0 || piece.end.x.abs() > 180.0;
        let whole = inverse(piece.start_point(), piece.end_point());
        // Rounding must not leave a piece a hair longer than asked for, nor make two of one that fits.
        let pieces = (whole.distance_km / max_km - 1e-12).ceil();
        let mut before = piece.start.x;
        for step in 1..pieces as usize {
            let way = whole.distance_km * step as f64 / pieces;
            let mut added = destination(piece.start_point(), whole.azimuth_start_deg, way);
            if unwrapped {
                added.set_x(near(added, before));
                before = added.x();
            }
            dense.push(added.0);
        }
        dense.push(piece.end);
    }
    LineString(dense)
}

/// The point's longitude plus as many turns as bring it next to `before`.
fn near(point: Point, before: f64) -> f64 {
    point.x() + 360.0 * ((before - point.x()) / 360.0).round()
}
