//! The shores of the world at 1:10m, found by where they are.
//!
//! Which edges of land pass a tile of half a degree is known beforehand (`data/build/sea` makes the list); the land itself is
//! decoded polygon by polygon, and turned into vectors tile by tile, when it is first asked for. A route pays for the coasts
//! along its way and no others.
//!
//! ```text
//! varint                 number of rings
//! per ring:
//!     varint             number of vertices, times 2; plus 1 if it is a hole of the land: the shore of an inland sea
//!     zigzag, zigzag     column and row of the tile of its first vertex, less those of the ring before
//!     per stay in a tile, until all of the ring's edges are told:
//!         varint         9 times the number of edges that lie in the tile, plus where the next edge leads: 0 to 8 for the
//!                        tiles around, row by row from the south-west; 4 for somewhere else
//!         zigzag, zigzag only if 4: how many columns and rows away that is
//! ```
//!
//! An edge from one tile to another lies in all tiles of the rectangle between them. One that leads more than half around
//! the globe closes the ring around the pole and is none on the sphere.

use std::sync::OnceLock;

use geo::{Coord, Polygon};

use super::caps::Caps;
use super::patch::Patch;
use super::sorting::{Runs, Sorting};
use super::tile::{Tile, turned};
use crate::world::Shape;
use crate::world::encoding::Reader;

/// How far a track stays off a corner of land that it goes around, in kilometres: far less than what 1:10m is good for,
/// and more than what a great ellipse of 500 km leaves the geodesic by.
pub const MARGIN_KM: f64 = 0.03;

pub const KM_PER_DEGREE: f64 = 111.2;

/// So many vertices share an entry of the index that leads to their ring.
const PAGE: u32 = 64;

/// All shores.
pub struct Shore {
    parts: Vec<Part>,
    rings: Vec<Ring>,
    /// For every [`PAGE`] vertices, the ring of the first.
    pages: Vec<u16>,
    /// Tiles with a shore.
    pub caps: Caps,
    runs: Runs,
    patches: Vec<OnceLock<Box<Patch>>>,
}

/// A polygon of the land.
struct Part {
    shape: Shape,
    polygon: OnceLock<Box<Polygon>>,
}

struct Ring {
    /// The number of its first vertex, and the one after its last.
    first: u32,
    end: u32,
    part: u32,
    /// Which of the part's holes it is, if any.
    hole: Option<u32>,
}

impl Shore {
    /// From the list of rings and tiles, and the land that it was made from.
    pub fn read(file: &[u8], land: Vec<Shape>) -> Self {
        let mut reader = Reader::new(file);
        let mut rings: Vec<Ring> = Vec::with_capacity(land.len());
        let mut sorting = Sorting::new();
        let (mut first, mut parts, mut holes) = (0, 0, 0);
        let mut start = (0, 0);
        for _ in 0..reader.varint() {
            let number = reader.varint();
            let hole = (number & 1 == 1).then_some(holes);
            holes = hole.map_or(0, |hole| hole + 1);
            parts += u32::from(hole.is_none());
            let end = first + (number >> 1) as u32;
            start = (start.0 + reader.zigzag(), start.1 + reader.zigzag());
            sorting.ring(&mut reader, Tile::new(start.0, start.1), first..end);
            rings.push(Ring { first, end, part: parts - 1, hole });
            first = end;
        }
        let mut pages = Vec::with_capacity((first / PAGE + 1) as usize);
        for (number, ring) in rings.iter().enumerate() {
            while (pages.len() as u32) * PAGE < ring.end {
                pages.push(number as u16);
            }
        }
        let (caps, runs) = sorting.finish();
        let patches = (0..runs.patches()).map(|_| OnceLock::new()).collect();
        let parts = land.into_iter().map(|shape| Part { shape, polygon: OnceLock::new() }).collect();
        Self { parts, rings, pages, caps, runs, patches }
    }

    /// What is in a tile, if anything.
    pub fn patch(&self, tile: Tile) -> Option<&Patch> {
        let number = usize::from(self.caps.number(tile)).checked_sub(1)?;
        Some(self.patches[number].get_or_init(|| Box::new(Patch::new(self, tile, self.runs.of(number)))))
    }

    /// How many vertices there are.
    #[allow(dead_code, reason = "for the program that makes the graph")]
    pub fn len(&self) -> usize {
        self.rings.last().map_or(0, |ring| ring.end as usize)
    }

    /// Where a vertex lies. Longitudes may be beyond ±180.
    pub fn at(&self, vertex: u32) -> Coord {
        let ring = self.ring(vertex);
        self.coords(ring)[(vertex - self.rings[ring].first) as usize]
    }

    /// The ring of a vertex.
    pub fn ring(&self, vertex: u32) -> usize {
        let mut ring = usize::from(self.pages[(vertex / PAGE) as usize]);
        while self.rings[ring].end <= vertex {
            ring += 1;
        }
        ring
    }

    /// The numbers of a ring's vertices.
    pub fn vertices_of(&self, ring: usize) -> std::ops::Range<u32> {
        self.rings[ring].first..self.rings[ring].end
    }

    /// Where a ring's vertices lie; the first is repeated at the end.
    pub fn coords(&self, ring: usize) -> &[Coord] {
        let Ring { part, hole, .. } = self.rings[ring];
        let Part { shape, polygon } = &self.parts[part as usize];
        let polygon = polygon.get_or_init(|| Box::new(shape.polygon()));
        hole.map_or(polygon.exterior(), |hole| &polygon.interiors()[hole as usize]).0.as_slice()
    }

    /// How many rings there are.
    #[allow(dead_code, reason = "for the program that makes the graph")]
    pub fn rings(&self) -> usize {
        self.rings.len()
    }

    /// Whether the ring is the shore of an inland sea, and not of the oceans.
    pub fn is_inland(&self, ring: usize) -> bool {
        self.rings[ring].hole.is_some()
    }

    /// The vertex after this one on its ring.
    pub fn next(&self, vertex: u32) -> u32 {
        let ring = &self.rings[self.ring(vertex)];
        if vertex + 1 == ring.end { ring.first } else { vertex + 1 }
    }

    /// The vertex before this one on its ring.
    #[allow(dead_code, reason = "for the program that makes the graph")]
    pub fn before(&self, vertex: u32) -> u32 {
        let ring = &self.rings[self.ring(vertex)];
        if vertex == ring.first { ring.end - 1 } else { vertex - 1 }
    }

    /// The point beside a vertex on the water, [`MARGIN_KM`] off, and whether the land is convex there.
    pub fn beside(&self, vertex: u32) -> (Coord, bool) {
        let ring = self.ring(vertex);
        let (coords, at) = (self.coords(ring), (vertex - self.rings[ring].first) as usize);
        // The first vertex is repeated at the end.
        let before = if at == 0 { coords[coords.len() - 2] } else { coords[at - 1] };
        beside(before, coords[at], coords[at + 1])
    }
}

/// The point beside the middle one of three vertices of a ring, and whether the land is convex there.
fn beside(before: Coord, at: Coord, next: Coord) -> (Coord, bool) {
    let lon_km = KM_PER_DEGREE * libm::cos(at.y.to_radians()).max(1e-3);
    let unit = |other: Coord| {
        let (x, y) = (turned(other.x - at.x) * lon_km, (other.y - at.y) * KM_PER_DEGREE);
        let length = (x * x + y * y).sqrt().max(1e-12);
        (x / length, y / length)
    };
    let ((ax, ay), (bx, by)) = (unit(before), unit(next));
    // The land is on the left going from the vertex before to the next.
    let convex = ay * bx - ax * by > 0.0;
    // Across the way from the one to the other, to the right; well defined unless they lie in the same direction.
    let (mut x, mut y) = (by - ay, ax - bx);
    let mut length = (x * x + y * y).sqrt();
    if length < 1e-6 {
        (x, y) = if convex { (-ax, -ay) } else { (ax, ay) };
        length = 1.0;
    }
    let step = MARGIN_KM / length;
    (Coord { x: at.x + x * step / lon_km, y: at.y + y * step / KM_PER_DEGREE }, convex)
}
