//! The shores of the world at 1:10m, edge by edge, found by where they are.
//!
//! Every edge of land lies in the tiles of half a degree that it passes. What a tile holds is turned into vectors when it
//! is first asked for, so that a route pays for the coasts along its way and no others.

use std::sync::{LazyLock, OnceLock};

use geo::Coord;

use super::clearance::Clearance;
use super::near::Near;
use super::tile::{Tile, tile_of, turned};
use super::vector::{Vector, cross, dot, vector};
use crate::world::{Scale, everywhere, land};

/// How far a track stays off a corner of land that it goes around, in kilometres: far less than what 1:10m is good for,
/// and more than what a great ellipse of 500 km leaves the geodesic by.
pub const MARGIN_KM: f64 = 0.03;

const KM_PER_DEGREE: f64 = 111.2;

/// An edge of land: the land is on its left.
pub struct Edge {
    pub start: Vector,
    pub end: Vector,
    /// The vertex where it starts.
    pub vertex: u32,
    /// A point of the water beside that vertex.
    pub beside: Vector,
    /// Whether the land is convex there, so that a track may bend around it.
    pub convex: bool,
}

/// The edges in a tile.
pub struct Patch {
    pub edges: Box<[Edge]>,
    /// A direction and the cosine of an angle around it that hold all of them.
    pub around: (Vector, f64),
}

/// Edges that follow each other, by the vertices where they start.
#[derive(Clone, Copy)]
struct Run {
    first: u32,
    count: u32,
}

impl Run {
    fn end(self) -> u32 {
        self.first + self.count
    }
}

/// All shores.
pub struct Shore {
    vertices: Vec<Coord>,
    /// Where each ring begins in `vertices`; at the end, how many there are.
    rings: Vec<u32>,
    /// Whether water is inside of the ring: an inland sea.
    inland: Vec<bool>,
    /// For each tile, where its edges begin in `runs`.
    starts: Vec<u32>,
    runs: Vec<Run>,
    /// For each tile the number of its patch and one, 0 if it has none.
    numbers: Vec<u32>,
    patches: Vec<OnceLock<Patch>>,
    clearance: OnceLock<Clearance>,
}

static SHORE: LazyLock<Shore> = LazyLock::new(Shore::new);

impl Shore {
    /// The shores of the embedded land.
    pub fn get() -> &'static Self {
        &SHORE
    }

    fn new() -> Self {
        let (mut vertices, mut rings, mut inland) = (Vec::with_capacity(450_000), Vec::new(), Vec::new());
        for polygon in land(Scale::M10, &[everywhere()]) {
            let (exterior, interiors) = polygon.into_inner();
            for (ring, inner) in
                std::iter::once((exterior, false)).chain(interiors.into_iter().map(|ring| (ring, true)))
            {
                rings.push(vertices.len() as u32);
                inland.push(inner);
                let count = ring.0.len().saturating_sub(1);
                vertices.extend_from_slice(&ring.0[..count]);
            }
        }
        rings.push(vertices.len() as u32);
        let mut shore = Self {
            vertices,
            rings,
            inland,
            starts: Vec::new(),
            runs: Vec::new(),
            numbers: Vec::new(),
            patches: Vec::new(),
            clearance: OnceLock::new(),
        };
        shore.sort_into_tiles();
        shore
    }

    fn sort_into_tiles(&mut self) {
        let mut lying: Vec<(u32, Run)> = Vec::with_capacity(self.vertices.len() / 4);
        for ring in 0..self.inland.len() {
            let (first, end) = (self.rings[ring], self.rings[ring + 1]);
            let Some(start) = self.vertices.get(first as usize) else { continue };
            let mut from = tile_of(*start);
            for vertex in first..end {
                let next = if vertex + 1 == end { first } else { vertex + 1 };
                let (a, b) = (self.vertices[vertex as usize], self.vertices[next as usize]);
                let to = tile_of(b);
                // The edge that closes Antarctica's ring is none on the sphere.
                if (a.x - b.x).abs() <= 180.0 {
                    if from == to {
                        let tile = from.index() as u32;
                        // Coasts stay in a tile for a while.
                        match lying.last_mut() {
                            Some((last, run)) if *last == tile && run.end() == vertex => run.count += 1,
                            _ => lying.push((tile, Run { first: vertex, count: 1 })),
                        }
                    } else {
                        let run = Run { first: vertex, count: 1 };
                        lying.extend(from.through(to).map(|tile| (tile.index() as u32, run)));
                    }
                }
                from = to;
            }
        }
        let mut starts = vec![0u32; Tile::COUNT + 1];
        for &(tile, _) in &lying {
            starts[tile as usize + 1] += 1;
        }
        self.numbers = vec![0; Tile::COUNT];
        let mut patches = 0;
        for tile in 0..Tile::COUNT {
            if starts[tile + 1] > 0 {
                patches += 1;
                self.numbers[tile] = patches;
            }
            starts[tile + 1] += starts[tile];
        }
        self.runs = vec![Run { first: 0, count: 0 }; lying.len()];
        let mut next = starts.clone();
        for (tile, run) in lying {
            let place = &mut next[tile as usize];
            self.runs[*place as usize] = run;
            *place += 1;
        }
        self.starts = starts;
        self.patches = (0..patches).map(|_| OnceLock::new()).collect();
    }

    /// How far it is to the next shore.
    pub fn clearance(&self) -> &Clearance {
        self.clearance.get_or_init(|| Clearance::new(|tile| self.is_empty(tile)))
    }

    /// Whether a tile holds no shore.
    pub fn is_empty(&self, tile: Tile) -> bool {
        self.numbers[tile.index()] == 0
    }

    /// What is in a tile, if anything.
    pub fn patch(&self, tile: Tile) -> Option<&Patch> {
        let number = self.numbers[tile.index()];
        let slot = self.patches.get((number as usize).wrapping_sub(1))?;
        Some(slot.get_or_init(|| self.make_patch(tile)))
    }

    fn make_patch(&self, tile: Tile) -> Patch {
        let near = Near::new(tile);
        let runs = &self.runs[self.starts[tile.index()] as usize..self.starts[tile.index() + 1] as usize];
        let mut made: Vec<Edge> = Vec::with_capacity(runs.iter().map(|run| run.count as usize).sum());
        let middle = vector(tile.middle());
        let middle_square = dot(middle, middle);
        let mut least = f64::INFINITY;
        let mut last: Option<(u32, Vector)> = None;
        let mut ring = 0..0;
        for vertex in runs.iter().flat_map(|run| run.first..run.end()) {
            if !ring.contains(&vertex) {
                ring = self.vertices_of(self.ring(vertex));
            }
            let before = if vertex == ring.start { ring.end - 1 } else { vertex - 1 };
            let next = if vertex + 1 == ring.end { ring.start } else { vertex + 1 };
            let (beside, convex) = beside(self.at(before), self.at(vertex), self.at(next));
            let start = last.filter(|&(end, _)| end == vertex).map_or_else(|| near.vector(self.at(vertex)), |(_, v)| v);
            let end = near.vector(self.at(next));
            last = Some((next, end));
            let beside = near.vector(beside);
            for v in [start, end] {
                let along = dot(middle, v);
                least = least.min(along * along.abs() / (middle_square * dot(v, v)));
            }
            made.push(Edge { start, end, vertex, beside, convex });
        }
        // Room for the points beside, which are a margin farther out.
        let least = (least.max(0.0).sqrt() - 1e-5).max(0.0);
        Patch { edges: made.into_boxed_slice(), around: (middle, least) }
    }

    /// How many vertices there are.
    #[allow(dead_code, reason = "for the program that makes the graph")]
    pub fn len(&self) -> usize {
        self.vertices.len()
    }

    /// Where a vertex lies. Longitudes may be beyond ±180.
    pub fn at(&self, vertex: u32) -> Coord {
        self.vertices[vertex as usize]
    }

    /// The ring of a vertex.
    pub fn ring(&self, vertex: u32) -> usize {
        self.rings.partition_point(|&first| first <= vertex) - 1
    }

    /// The numbers of a ring's vertices.
    pub fn vertices_of(&self, ring: usize) -> std::ops::Range<u32> {
        self.rings[ring]..self.rings[ring + 1]
    }

    /// How many rings there are.
    #[allow(dead_code, reason = "for the program that makes the graph")]
    pub fn rings(&self) -> usize {
        self.inland.len()
    }

    /// Whether the ring is the shore of an inland sea, and not of the oceans.
    pub fn is_inland(&self, ring: usize) -> bool {
        self.inland[ring]
    }

    /// The vertex after this one on its ring.
    pub fn next(&self, vertex: u32) -> u32 {
        if self.rings.binary_search(&(vertex + 1)).is_ok() {
            self.vertices_of(self.ring(vertex)).start
        } else {
            vertex + 1
        }
    }

    /// The vertex before this one on its ring.
    pub fn before(&self, vertex: u32) -> u32 {
        if self.rings.binary_search(&vertex).is_ok() { self.vertices_of(self.ring(vertex)).end - 1 } else { vertex - 1 }
    }

    /// The point beside a vertex on the water, [`MARGIN_KM`] off, and whether the land is convex there.
    pub fn beside(&self, vertex: u32) -> (Coord, bool) {
        beside(self.at(self.before(vertex)), self.at(vertex), self.at(self.next(vertex)))
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

/// Whether the way from `a` to `b` crosses the edge; both are known to be near each other.
pub fn crosses(normal: Vector, a: Vector, b: Vector, edge: &Edge) -> bool {
    let (start, end) = (dot(normal, edge.start), dot(normal, edge.end));
    if start * end >= 0.0 {
        return false;
    }
    let across = cross(edge.start, edge.end);
    dot(across, a) * dot(across, b) < 0.0
}
