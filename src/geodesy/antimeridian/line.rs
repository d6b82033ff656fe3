//! Cutting a line.

use geo::{Coord, LineString, MultiLineString};

use super::Edges;
use super::crossing::latitude_at;

/// `line` in parts none of which crosses ±180°, longitudes from -180 to 180.
///
/// A piece goes the shorter way round, however its longitudes are written (170 to -170 and 170 to 190 are the same).
/// Where it crosses, one part ends at exactly 180 (or -180) and the next begins at exactly -180 (or 180), both at the
/// latitude that the piece has there. A line that touches ±180 or follows it for a while without changing sides is not
/// cut. A piece over a pole is left whole.
///
/// # Example
/// ```
/// use geo::line_string;
/// use portolan::geodesy::{cut_line, Edges};
///
/// let parts = cut_line(&line_string![(x: 170.0, y: 45.0), (x: 190.0, y: 45.0)], Edges::Straight);
/// assert_eq!(parts.0[0], line_string![(x: 170.0, y: 45.0), (x: 180.0, y: 45.0)]);
/// assert_eq!(parts.0[1], line_string![(x: -180.0, y: 45.0), (x: -170.0, y: 45.0)]);
/// ```
pub fn cut_line(line: &LineString, edges: Edges) -> MultiLineString {
    let mut cutter = Cutter::default();
    let mut unwrapped = unwrap(line);
    let Some(mut before) = unwrapped.next() else { return MultiLineString(Vec::new()) };
    cutter.start(before);
    for vertex in unwrapped {
        cutter.edge(before, vertex, edges);
        before = vertex;
    }
    cutter.finish()
}

/// The vertices, each within 180° of the one before.
fn unwrap(line: &LineString) -> impl Iterator<Item = Coord> + '_ {
    let mut before: Option<f64> = None;
    line.0.iter().map(move |vertex| {
        let x = match before {
            None if vertex.x.abs() <= 180.0 => vertex.x,
            None => vertex.x + turns(vertex.x, 0.0),
            Some(before) => vertex.x + turns(vertex.x, before),
        };
        before = Some(x);
        Coord { x, y: vertex.y }
    })
}

/// The whole turns that bring `x` within 180 of `near`.
fn turns(x: f64, near: f64) -> f64 {
    360.0 * ((near - x) / 360.0).round()
}

/// The parts so far. The plane of unwrapped longitudes lies in strips 360° wide, strip 0 from -180 to 180.
#[derive(Default)]
struct Cutter {
    parts: Vec<LineString>,
    part: Vec<Coord>,
    /// The strip that the part lies in; not known as long as it has only points on ±180.
    strip: Option<i64>,
}

impl Cutter {
    fn start(&mut self, vertex: Coord) {
        self.part.push(vertex);
    }

    fn edge(&mut self, from: Coord, to: Coord, edges: Edges) {
        let (first, last) = (strip_beside(from.x, to.x), strip_beside(to.x, from.x));
        if is_seam(from.x) && is_seam(to.x) && (to.x - from.x).abs() < 180.0 {
            self.part.push(to);
            return;
        }
        self.enter(first, from);
        if first != last {
            let seam = 180.0 * (first + last) as f64;
            let crossing = Coord { x: seam, y: latitude_at(from, to, seam, edges) };
            self.part.push(crossing);
            self.enter(last, crossing);
        }
        self.part.push(to);
    }

    /// Goes on in `strip`: in a new part that begins at `vertex`, if the present one lies in another strip.
    fn enter(&mut self, strip: i64, vertex: Coord) {
        if self.strip.is_some_and(|present| present != strip) {
            self.close();
            self.part.push(vertex);
        }
        self.strip = Some(strip);
    }

    fn close(&mut self) {
        let shift = 360.0 * self.strip.unwrap_or(0) as f64;
        let part = self.part.drain(..).map(|vertex| Coord { x: vertex.x - shift, y: vertex.y }).collect();
        self.parts.push(LineString(part));
    }

    fn finish(mut self) -> MultiLineString {
        self.close();
        MultiLineString(self.parts)
    }
}

fn is_seam(x: f64) -> bool {
    libm::remainder(x, 360.0).abs() >= 180.0
}

/// The strip that `x` lies in; on a seam the one on the side of `other`.
fn strip_beside(x: f64, other: f64) -> i64 {
    let place = x / 360.0;
    let strip = if !is_seam(x) {
        place.round()
    } else if other > x {
        (place + 0.5).floor()
    } else {
        (place - 0.5).ceil()
    };
    strip as i64
}
