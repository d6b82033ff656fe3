//! The strip between two distances around a border or a place.
//!
//! A claim says "about 290 miles from the border": this is the ground that it speaks of. Around a place ([`ring`]) it lies
//! between two circles. Around a border ([`band`]) each of its two lines is found on a grid (`grid`), in a plane around the
//! border (`plane`), and then moved and refined to where it lies (`line`), by distances that are quick and good to some metres
//! (`field`); the lines are then put together to polygons (`assemble`).

mod assemble;
mod field;
mod grid;
mod line;
mod plane;

use geo::{MultiPolygon, Point, Polygon};

use super::border::Border;
use super::destination;
use field::Field;
use plane::Plane;

/// A line at a distance is off by this part of it at most, between its vertices too.
pub const TOLERANCE: f64 = 0.001;

/// A circle has so many vertices: then its chords lie within a third of [`TOLERANCE`].
const CIRCLE: u32 = 120;

/// So many cells of the grid make up the distance.
const CELLS: f64 = 6.0;
/// Nor is a cell larger or smaller than this.
const CELL_KM: [f64; 2] = [1.0, 150.0];
/// Farther around a border nothing is found: the plane around it tears on the other side of the earth.
const FARTHEST_KM: f64 = 15_000.0;

/// The part of the earth that is at least `near_km` and at most `far_km` from the area within `border`.
///
/// Its edges are geodesics. From 0 kilometres it begins at the border itself. Exterior rings run counter-clockwise, holes
/// clockwise; longitudes are unwrapped along each ring. Empty if there is no border, if `near_km` isn't below `far_km`, or if
/// `far_km` reaches too far around the earth (15,000 km from the middle of the area).
///
/// # Example
/// ```
/// use geo::{Contains, point, polygon};
/// use portolan::geodesy::{Border, band};
///
/// let square = polygon![(x: 10.0, y: 0.0), (x: 12.0, y: 0.0), (x: 12.0, y: 2.0), (x: 10.0, y: 2.0)];
/// let strip = band(&Border::new(&square.into()), 100.0, 120.0);
/// assert!(strip.contains(&point! { x: 9.0, y: 1.0 }));
/// assert!(!strip.contains(&point! { x: 9.5, y: 1.0 }) && !strip.contains(&point! { x: 11.0, y: 1.0 }));
/// ```
pub fn band(border: &Border, near_km: f64, far_km: f64) -> MultiPolygon {
    let field = Field::new(border);
    let Some((middle, reach_km)) = field.extent() else { return MultiPolygon(Vec::new()) };
    // Written so that what is not a number is none either.
    if !(near_km < far_km && reach_km + far_km < FARTHEST_KM) {
        return MultiPolygon(Vec::new());
    }
    let plane = Plane::around(middle);
    let [far, near] = [far_km, near_km].map(|km| {
        if km > 0.0 {
            let cell_km = (km / CELLS).clamp(CELL_KM[0], CELL_KM[1]);
            let found = grid::lines(&field, &plane, reach_km + km, km, cell_km);
            found.into_iter().map(|ring| line::settled(&field, &ring, km)).collect()
        } else {
            border.rings().to_vec()
        }
    });
    assemble::polygons(&plane, far, near)
}

/// The part of the earth that is at least `near_km` and at most `far_km` from a point. As [`band`].
///
/// # Example
/// ```
/// use geo::point;
/// use portolan::geodesy::{distance_km, ring};
///
/// let pole = point! { x: 0.0, y: 90.0 };
/// let strip = ring(pole, 100.0, 200.0);
/// assert!(strip.0[0].exterior().points().all(|at| (distance_km(pole, at) - 200.0).abs() < 1e-6));
/// ```
pub fn ring(middle: Point, near_km: f64, far_km: f64) -> MultiPolygon {
    if !(0.0 <= near_km && near_km < far_km && far_km < FARTHEST_KM) {
        return MultiPolygon(Vec::new());
    }
    let circle = |km: f64| {
        let steps = (0..=CIRCLE).map(|step| 360.0 - 360.0 * f64::from(step % CIRCLE) / f64::from(CIRCLE));
        line::unwrapped(steps.map(|azimuth| destination(middle, azimuth, km).0))
    };
    let mut holes = Vec::new();
    if near_km > 0.0 {
        let mut hole = circle(near_km);
        hole.0.reverse();
        holes.push(hole);
    }
    MultiPolygon(vec![Polygon::new(circle(far_km), holes)])
}
