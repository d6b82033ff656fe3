//! Files of shapes: polygons or lines of arcs behind a table of bounding boxes.
//!
//! ```text
//! varint                 number of shapes
//! varint                 length of the table in bytes
//! table, per shape:
//!     varint, varint     two attributes, whose meaning depends on the layer
//!     zigzag, zigzag     west and south edge of its bounding box, in 1e-5 degree, from those of the shape before
//!     varint, varint     width and height of the box
//!     varint             length of its data in bytes
//! data, per shape:
//!     varint             number of rings (1 for a line)
//!     per ring:
//!         varint         number of arcs
//!         varint, varint where it begins, from the south-west corner of the box
//!         zigzag per arc where it lies in the store, from the end of the arc before, at first from the store's beginning;
//!                        twice that, and one more if it is walked backward
//! ```
//!
//! The table is passed over once; only shapes whose box is wanted are decoded, and only the arcs that they run along. A
//! ring's last arc leads back to where it began, but for the one around the pole, which ends a whole turn from there.

use geo::{Coord, LineString, Polygon, Rect, coord};

use super::arcs::Arcs;
use super::encoding::Reader;

const UNITS_PER_DEGREE: f64 = 1e5;

/// A file of shapes, and the store of its arcs.
#[derive(Clone, Copy)]
pub struct Layer {
    pub shapes: &'static [u8],
    pub arcs: Arcs,
}

/// One shape, not yet decoded.
pub struct Shape {
    /// What the layer says about it.
    pub attributes: (usize, usize),
    /// West, south, east and north in 1e-5 degree; east may be beyond 180 degrees.
    bounds: [i32; 4],
    data: &'static [u8],
    arcs: Arcs,
}

impl Layer {
    /// The shapes, in their order.
    pub fn shapes(self) -> impl Iterator<Item = Shape> {
        let mut file = Reader::new(self.shapes);
        let count = file.varint();
        let length = file.varint();
        let mut table = Reader::new(file.bytes(length));
        let mut data = file;
        let (mut west, mut south) = (0, 0);
        (0..count).map(move |_| {
            let attributes = (table.varint(), table.varint());
            west += table.zigzag();
            south += table.zigzag();
            let (width, height) = (table.varint() as i32, table.varint() as i32);
            let data = data.bytes(table.varint());
            Shape { attributes, bounds: [west, south, west + width, south + height], data, arcs: self.arcs }
        })
    }

    /// The shapes whose bounding box meets one of the rectangles.
    pub fn meeting(self, within: &[Rect]) -> impl Iterator<Item = Shape> {
        self.shapes().filter(|shape| within.iter().any(|rectangle| shape.meets(*rectangle)))
    }
}

impl Shape {
    /// Whether its bounding box meets the rectangle; whole turns of longitude make no difference.
    pub fn meets(&self, within: Rect) -> bool {
        let [west, south, east, north] = self.bounds.map(|edge| f64::from(edge) / UNITS_PER_DEGREE);
        let turns = ((west - within.max().x) / 360.0).ceil() * 360.0;
        within.min().y <= north && within.max().y >= south && within.min().x + turns <= east
    }

    /// How wide or high its bounding box is, whichever is more, in degrees.
    pub fn extent(&self) -> f64 {
        let [west, south, east, north] = self.bounds;
        f64::from((east - west).max(north - south)) / UNITS_PER_DEGREE
    }

    /// Its rings: the exterior, then the holes.
    pub fn polygon(&self) -> Polygon {
        let mut rings = self.paths().map(line_string);
        Polygon::new(rings.next().unwrap_or(LineString(Vec::new())), rings.collect())
    }

    /// The same with fewer vertices: where a ring keeps to one side of `window`, long edges there stand for it. The part in
    /// the window, whole turns of longitude apart or not, is what it was.
    pub fn polygon_near(&self, window: Rect) -> Polygon {
        let [west, south, east, north] = self.bounds.map(f64::from);
        let [min, max] = [window.min(), window.max()].map(|corner| corner * UNITS_PER_DEGREE);
        if min.x <= west && min.y <= south && east <= max.x && north <= max.y {
            return self.polygon();
        }
        // Only if the shape can't meet the window more than once it is clear what lies to the west or east of it.
        let turn = 360.0 * UNITS_PER_DEGREE;
        let first = ((west - max.x) / turn).ceil() * turn;
        let is_once = east < min.x + first + turn;
        let sides = |at: Coord| {
            let beside = is_once && at.x < min.x + first;
            let beyond = is_once && at.x > max.x + first;
            u8::from(beside) | u8::from(beyond) << 1 | u8::from(at.y < min.y) << 2 | u8::from(at.y > max.y) << 3
        };
        let mut rings = self.paths_by(|path, from| pass_over(path, from, sides)).map(line_string);
        Polygon::new(rings.next().unwrap_or(LineString(Vec::new())), rings.collect())
    }

    /// Its exterior ring, [`thinned`].
    pub fn sketch(&self, vertices: usize) -> LineString {
        line_string(thinned(&self.paths().next().unwrap_or_default(), vertices))
    }

    /// Its only line.
    pub fn line(&self) -> LineString {
        self.paths().next().map_or(LineString(Vec::new()), line_string)
    }

    /// Its rings in 1e-5 degree; each ends where it begins.
    fn paths(&self) -> impl Iterator<Item = Vec<Coord>> {
        self.paths_by(|_, _| {})
    }

    /// The same; what each arc has added is given to `edit`, with the number of the vertex that it began at.
    fn paths_by(&self, edit: impl Fn(&mut Vec<Coord>, usize)) -> impl Iterator<Item = Vec<Coord>> {
        let mut reader = Reader::new(self.data);
        let [west, south, ..] = self.bounds;
        let mut offset = 0;
        (0..reader.varint()).map(move |_| {
            let arcs = reader.varint();
            let (x, y) = (west + reader.varint() as i32, south + reader.varint() as i32);
            let mut path = vec![coord! { x: f64::from(x), y: f64::from(y) }];
            for _ in 0..arcs {
                let reference = reader.zigzag();
                let start = (offset as i32 + (reference >> 1)) as usize;
                let from = path.len() - 1;
                offset = self.arcs.follow(start, reference & 1 == 1, &mut path);
                edit(&mut path, from);
            }
            path
        })
    }
}

/// How long an edge may become that stands for others, in longitude: a great arc of that length rises by less than a quarter
/// of a degree above the parallel.
const LONGEST: f64 = 15.0 * UNITS_PER_DEGREE;

/// Leaves out vertices of a path, from that one on, that lie on the same side as the one that is kept before them and the one
/// after them.
fn pass_over(path: &mut Vec<Coord>, from: usize, sides: impl Fn(Coord) -> u8) {
    let Some(&first) = path.get(from) else { return };
    let (mut kept, mut before) = (from, sides(first));
    let mut here = path.get(from + 1).map_or(0, |at| sides(*at));
    for at in from + 1..path.len() {
        let next = path.get(at + 1).map_or(0, |next| sides(*next));
        let is_passed = before & here & next != 0 && (path[at + 1].x - path[kept].x).abs() < LONGEST;
        if !is_passed {
            kept += 1;
            path[kept] = path[at];
            before = here;
        }
        here = next;
    }
    path.truncate(kept + 1);
}

/// Every so manyth vertex of a ring, so that at least `vertices` remain if it has so many; the last is not the first again.
pub fn thinned(ring: &[Coord], vertices: usize) -> Vec<Coord> {
    let is_closed = ring.len() > 1 && ring.first() == ring.last();
    let count = ring.len() - usize::from(is_closed);
    let step = (count / vertices.max(1)).max(1);
    ring.iter().take(count).step_by(step).copied().collect()
}

/// The path in degrees.
fn line_string(mut path: Vec<Coord>) -> LineString {
    for point in &mut path {
        *point = *point / UNITS_PER_DEGREE;
    }
    LineString(path)
}
