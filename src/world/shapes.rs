//! Files of shapes: polygons or lines behind a table of bounding boxes.
//!
//! ```text
//! varint                 number of shapes
//! table, per shape:
//!     varint, varint     two attributes, whose meaning depends on the layer
//!     zigzag, zigzag     west and south edge of its bounding box, in 1e-5 degree
//!     varint, varint     width and height of the box
//!     varint             length of its data in bytes
//! data, per shape:
//!     varint             number of rings (1 for a line)
//!     per ring:
//!         varint         number of points; the last point of a ring is not repeated
//!         zigzag, zigzag per point: the step in longitude and latitude from the previous one, at first from the
//!                        south-west corner of the box
//! ```
//!
//! The table is passed over once; only shapes whose box is wanted are decoded.

use geo::{Coord, LineString, Point, Polygon, Rect};

use super::encoding::Reader;

const UNITS_PER_DEGREE: f64 = 1e5;

/// One shape, not yet decoded.
pub struct Shape<'a> {
    /// What the layer says about it.
    pub attributes: (usize, usize),
    /// West, south, east and north in 1e-5 degree; east may be beyond 180 degrees.
    bounds: [i32; 4],
    data: &'a [u8],
}

/// The shapes of a file, in its order.
pub fn shapes(file: &[u8]) -> impl Iterator<Item = Shape<'_>> {
    let mut table = Reader::new(file);
    let count = table.varint();
    let mut skipped = table.clone();
    for _ in 0..7 * count {
        skipped.varint();
    }
    let mut data = skipped;
    (0..count).map(move |_| {
        let attributes = (table.varint(), table.varint());
        let (west, south) = (table.zigzag(), table.zigzag());
        let (width, height) = (table.varint() as i32, table.varint() as i32);
        let length = table.varint();
        Shape { attributes, bounds: [west, south, west + width, south + height], data: data.bytes(length) }
    })
}

impl Shape<'_> {
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

    /// Whether its bounding box holds the point, whose longitude is within the box's turn.
    pub fn may_hold(&self, point: Point) -> bool {
        self.meets(Rect::new(point, point))
    }

    /// Its rings: the exterior, then the holes.
    pub fn polygon(&self) -> Polygon {
        let mut rings = self.rings();
        let exterior = if rings.is_empty() { Vec::new() } else { rings.remove(0) };
        Polygon::new(LineString(exterior), rings.into_iter().map(LineString).collect())
    }

    /// Its exterior ring with every so manyth of its vertices, so that at least `vertices` remain if it has so many.
    pub fn sketch(&self, vertices: usize) -> Polygon {
        let mut reader = Reader::new(self.data);
        let [mut x, mut y, ..] = self.bounds;
        let count = if reader.varint() > 0 { reader.varint() } else { 0 };
        let step = (count / vertices.max(1)).max(1);
        let mut ring = Vec::with_capacity(count / step + 2);
        for number in 0..count {
            x += reader.zigzag();
            y += reader.zigzag();
            if number % step == 0 {
                ring.push(coord(x, y));
            }
        }
        Polygon::new(LineString(ring), Vec::new())
    }

    /// Its only line.
    pub fn line(&self) -> LineString {
        LineString(self.rings().into_iter().next().unwrap_or_default())
    }

    fn rings(&self) -> Vec<Vec<Coord>> {
        let mut reader = Reader::new(self.data);
        let [mut x, mut y, ..] = self.bounds;
        let mut rings = Vec::new();
        for _ in 0..reader.varint() {
            let count = reader.varint();
            // One more, since a polygon repeats a ring's first point at its end.
            let mut ring = Vec::with_capacity(count + 1);
            for _ in 0..count {
                x += reader.zigzag();
                y += reader.zigzag();
                ring.push(coord(x, y));
            }
            rings.push(ring);
        }
        rings
    }
}

fn coord(x: i32, y: i32) -> Coord {
    Coord { x: f64::from(x) / UNITS_PER_DEGREE, y: f64::from(y) / UNITS_PER_DEGREE }
}
