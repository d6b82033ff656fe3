//! How far everything is from a border, quickly.
//!
//! Edges are straight in space here, and a chord stands for the arc over it: for a strip that is off by some metres, where
//! its outline may be off by hundreds. Asked a thousand times, that costs what twenty exact answers do.

use geo::{Coord, LineString, Point};

use crate::geodesy::border::Border;
use crate::geodesy::wgs84::{ECCENTRICITY_2, EQUATOR_KM};

/// The mean radius of the earth.
pub(super) const RADIUS_KM: f64 = 6371.0088;

/// So many edges share one ball around them.
const RUN: usize = 24;

/// A longer piece of a border isn't near enough to straight in space.
const LONGEST_DEG: f64 = 0.05;

type Vector = [f64; 3];

/// A border, laid out for many questions.
pub(super) struct Field<'a> {
    border: &'a Border,
    starts: Vec<Vector>,
    steps: Vec<Vector>,
    balls: Vec<(Vector, f64)>,
    /// West and east, south and north of all; everything if it isn't clear what is west and east.
    bounds: [f64; 4],
}

/// What is nearest to a point.
#[derive(Clone, Copy)]
pub(super) struct Foot {
    pub distance_km: f64,
    /// Which way it lies, clockwise from north.
    pub azimuth_deg: f64,
}

impl<'a> Field<'a> {
    pub fn new(border: &'a Border) -> Self {
        let (mut starts, mut steps) = (Vec::new(), Vec::new());
        for (start, end) in border.edges() {
            let span = (end.x - start.x).abs().max((end.y - start.y).abs());
            let pieces = (span / LONGEST_DEG).ceil().max(1.0);
            let mut from = space(start);
            for piece in 1..=pieces as usize {
                let to = space(start + (end - start) * (piece as f64 / pieces));
                starts.push(from);
                steps.push(minus(to, from));
                from = to;
            }
        }
        let balls = starts.chunks(RUN).zip(steps.chunks(RUN)).map(|(starts, steps)| around(starts, steps)).collect();
        Self { border, starts, steps, balls, bounds: bounds(border.rings()) }
    }

    /// The middle of the border, and how far it reaches from there; `None` if there is none.
    pub fn extent(&self) -> Option<(Point, f64)> {
        let [x, y, z] = self.balls.iter().fold([0.0; 3], |sum, (ball, _)| plus(sum, *ball));
        let middle = Point::new(libm::atan2(y, x).to_degrees(), libm::atan2(z, libm::hypot(x, y)).to_degrees());
        let from = space(middle.0);
        let reach = |(ball, radius): &(Vector, f64)| arc_km(length(minus(*ball, from)) + radius);
        (!self.balls.is_empty()).then(|| (middle, self.balls.iter().map(reach).fold(0.0, f64::max)))
    }

    /// What of the border is nearest to a point, on whichever side that lies.
    pub fn foot(&self, from: Point) -> Foot {
        let here = space(from.0);
        let bounds: Vec<f64> =
            self.balls.iter().map(|(ball, radius)| (length(minus(*ball, here)) - radius).max(0.0).powi(2)).collect();
        let mut best = (f64::INFINITY, [0.0; 3]);
        let look = |run: usize, best: &mut (f64, Vector)| {
            let span = run * RUN..self.starts.len().min((run + 1) * RUN);
            for (start, step) in self.starts[span.clone()].iter().zip(&self.steps[span]) {
                let back = minus(*start, here);
                let part = (-dot(back, *step) / dot(*step, *step).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
                let way = [0, 1, 2].map(|axis| back[axis] + part * step[axis]);
                let square = dot(way, way);
                if square < best.0 {
                    *best = (square, way);
                }
            }
        };
        let first = (0..bounds.len()).min_by(|a, b| bounds[*a].total_cmp(&bounds[*b]));
        if let Some(run) = first {
            look(run, &mut best);
        }
        for (run, at_least) in bounds.iter().enumerate() {
            if *at_least < best.0 && Some(run) != first {
                look(run, &mut best);
            }
        }
        let (square, way) = best;
        let (sin_lat, cos_lat) = libm::sincos(from.y().to_radians());
        let (sin_lon, cos_lon) = libm::sincos(from.x().to_radians());
        let east = -sin_lon * way[0] + cos_lon * way[1];
        let north = -sin_lat * (cos_lon * way[0] + sin_lon * way[1]) + cos_lat * way[2];
        Foot { distance_km: arc_km(square.sqrt()), azimuth_deg: libm::atan2(east, north).to_degrees() }
    }

    /// How far a point is from the area within the border: 0 from inside.
    pub fn distance_km(&self, from: Point) -> f64 {
        if self.contains(from) { 0.0 } else { self.foot(from).distance_km }
    }

    /// Whether a point lies in the area.
    pub fn contains(&self, point: Point) -> bool {
        let [west, east, south, north] = self.bounds;
        let x = point.x() + 360.0 * ((west - point.x()) / 360.0).ceil();
        x <= east && point.y() >= south && point.y() <= north && self.border.contains(point)
    }
}

/// The arc over a chord of the sphere.
fn arc_km(chord_km: f64) -> f64 {
    2.0 * RADIUS_KM * libm::asin((chord_km / (2.0 * RADIUS_KM)).min(1.0))
}

/// Where a position lies in space, in kilometres from the earth's centre.
fn space(at: Coord) -> Vector {
    let (sin_lat, cos_lat) = libm::sincos(at.y.to_radians());
    let (sin_lon, cos_lon) = libm::sincos(at.x.to_radians());
    let normal = EQUATOR_KM / (1.0 - ECCENTRICITY_2 * sin_lat * sin_lat).sqrt();
    [normal * cos_lat * cos_lon, normal * cos_lat * sin_lon, normal * (1.0 - ECCENTRICITY_2) * sin_lat]
}

/// A ball around edges.
fn around(starts: &[Vector], steps: &[Vector]) -> (Vector, f64) {
    let ends = || starts.iter().zip(steps).flat_map(|(start, step)| [*start, plus(*start, *step)]);
    let count = (2 * starts.len()) as f64;
    let middle = ends().fold([0.0; 3], plus).map(|sum| sum / count);
    (middle, ends().map(|end| length(minus(end, middle))).fold(0.0, f64::max))
}

fn bounds(rings: &[LineString]) -> [f64; 4] {
    let vertices = || rings.iter().flat_map(LineString::coords);
    let least = |value: fn(&Coord) -> f64| vertices().map(value).fold(f64::INFINITY, f64::min);
    let [west, east, south, north] = [least(|at| at.x), -least(|at| -at.x), least(|at| at.y), -least(|at| -at.y)];
    // Rings that were cut, or that go round a pole.
    if east - west > 180.0 { [-180.0, 180.0, -90.0, 90.0] } else { [west, east, south, north] }
}

fn plus(a: Vector, b: Vector) -> Vector {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

fn minus(a: Vector, b: Vector) -> Vector {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn dot(a: Vector, b: Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn length(a: Vector) -> f64 {
    dot(a, a).sqrt()
}
