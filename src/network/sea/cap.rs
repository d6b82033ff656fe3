//! Caps of the globe, and the straight way between two points.

use std::ops::Range;

use geo::Coord;

use super::vector::{Vector, cross, dot, position, scaled, sum};

const ROUNDING: f64 = 1e-12;
/// Which caps are small, as the sine of the angle; where poles are near; how far edges may reach out of their cells.
const SMALL: f64 = 0.1;
const POLAR_DEG: f64 = 75.0;
const BULGE_DEG: f64 = 0.005;

/// A direction and an angle around it that hold all of a cell.
#[derive(Clone, Copy)]
pub struct Cap {
    pub middle: Vector,
    pub angle: Angle,
}

/// An angle below a right one.
#[derive(Clone, Copy)]
pub struct Angle {
    pub sine: f64,
    pub cosine: f64,
}

/// The straight way between two points.
pub struct Way {
    /// Of its plane.
    pub normal: Vector,
    /// All of it lies within a cap around its middle.
    pub around: Cap,
}

impl Cap {
    /// One that holds some points, and what is between them, on one half of the globe.
    pub fn around<const N: usize>(points: [Vector; N]) -> Self {
        let directions = points.map(|v| scaled(v, 1.0 / dot(v, v).sqrt()));
        let middle = directions.into_iter().fold([0.0; 3], sum);
        let middle = scaled(middle, 1.0 / dot(middle, middle).sqrt().max(f64::MIN_POSITIVE));
        let cosine = directions.into_iter().map(|v| dot(middle, v)).fold(1.0, f64::min);
        Self { middle, angle: Angle { sine: (1.0 - cosine * cosine).max(0.0).sqrt(), cosine } }
    }

    /// The columns and rows of the cells of a size, in degrees, that it may meet: the first of `sizes` of which those are
    /// few, and its number. `None` if it is large or near a pole. Columns may go on beyond the last.
    pub fn cells(&self, sizes: &[f64]) -> Option<(usize, Range<usize>, Range<usize>)> {
        let Coord { x, y } = position(self.middle);
        if self.angle.sine > SMALL || y.abs() > POLAR_DEG {
            return None;
        }
        // An angle this small is hardly larger than its sine; no more is a difference of geodetic latitudes.
        let lat_deg = 1.02 * self.angle.sine.to_degrees() + BULGE_DEG;
        let lon_deg = lat_deg / libm::cos((y.abs() + lat_deg).to_radians());
        let number = sizes.iter().position(|size| *size >= lon_deg)?;
        let cells = |from: f64, to: f64| (from / sizes[number]) as usize..(to / sizes[number]) as usize + 1;
        Some((number, cells(x + 360.0 - lon_deg, x + 360.0 + lon_deg), cells(y + 90.0 - lat_deg, y + 90.0 + lat_deg)))
    }

    /// Whether it and another one may have points in common; both are smaller than a half of the globe.
    pub fn meets(&self, other: Self) -> bool {
        let (a, b) = (self.angle, other.angle);
        dot(self.middle, other.middle) >= a.cosine * b.cosine - a.sine * b.sine - ROUNDING
    }
}

impl Way {
    /// `None` if they are one point, or opposite to each other.
    pub fn new(a: Vector, b: Vector) -> Option<Self> {
        let across = cross(a, b);
        let length = dot(across, across).sqrt();
        if length == 0.0 {
            return None;
        }
        let normal = scaled(across, 1.0 / length);
        Some(Self { normal, around: Cap::around([a, b]) })
    }

    /// Whether it may meet a cap.
    pub fn meets(&self, cap: Cap) -> bool {
        self.around.meets(cap) && dot(self.normal, cap.middle).abs() <= cap.angle.sine
    }

    /// The direction where it meets the line of an edge, if that is on this side of the globe.
    pub fn meeting(&self, start: Vector, end: Vector) -> Option<Vector> {
        let on_both = cross(self.normal, cross(start, end));
        let length = dot(on_both, on_both).sqrt().copysign(dot(on_both, start));
        let direction = scaled(on_both, 1.0 / length);
        (dot(direction, self.around.middle) > 0.0).then_some(direction)
    }
}
