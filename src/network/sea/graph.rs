//! The graph of corners that taut strings run between, as `data/build/sea` made it.
//!
//! A node's reach is the most that a shortest way through it (with the Arctic closed) goes on both before and after it:
//! so many times log 1.04 of kilometres, rounded up (R. Gutman, Reach-based routing, 2004).
//!
//! ```text
//! varint                 number of nodes that lie beside a vertex of the land at 1:10m
//! per node:
//!     varint             its vertex, less the one before
//!     varint             the scale at which it matters (0 to 2), plus 4 on an inland sea, plus 8 times its reach
//!     zigzag, zigzag     longitude and latitude in 1e-3 degree, less those of the node before
//! per canal, in the order of `Passage::ALL`: two more nodes, its ends (not stored)
//! varint                 number of sets of passages that edges use, without the empty one
//! per set:
//!     varint             the bits of its passages
//! per 64 nodes:
//!     varint             how many bytes their edges take
//!     varint             number of blocks of 64 nodes before this one with edges into it
//!     per such block:
//!         varint         its number, less that of the one before
//! per node:
//!     varint             number of edges to nodes with a higher number
//!     per edge:
//!         varint         the other node, less the one before (at first, less this node)
//!         varint         how much longer it is than straight from node to node, in units of 50 m, as a zigzag, times 4;
//!                        plus 2 if it crosses gates; plus 1 if it is straight
//!         varint         only if it crosses gates: the number of its set of passages, from 1
//! ```

use geo::Coord;

use super::arcs::{Arc, Arcs, Nodes, grouped};
use super::near::Near;
use super::passage::Passage;
use super::shore::Shore;
use super::string::Stop;
use super::tile::{Tile, tile_of};
use super::vector::{Vector, vector};
use crate::world::encoding::Reader;

const UNITS_PER_DEGREE: f64 = 1e3;

/// The graph.
pub struct Graph {
    /// By node: the vertex that it lies beside, but for the ends of canals.
    vertices: Vec<u32>,
    /// By node: about where it lies.
    vectors: Vec<Vector>,
    levels: Vec<u16>,
    /// The nodes whose level is the coarsest.
    pub coarse: Vec<u16>,
    /// Kilometres by the number that stands for them.
    reaches: [f64; 256],
    /// By node, the number of its reach.
    reach_numbers: Vec<u8>,
    arcs: Arcs,
    canals: Vec<(Passage, u32)>,
    /// The nodes by square degree.
    squares: Vec<u32>,
    by_square: Vec<u16>,
}

/// So far off a node lies at most from where it is said to be.
pub const ABOUT_KM: f64 = 0.08;
const INLAND: usize = 4;
const REACH_STEP: f64 = 1.04;
/// So much farther than they were found to reach count nodes of the coarsest level, which far ends may be joined to: 2.2
/// times. Of 9,000 random pairs of ports none is farther apart so than without any limit.
const ROOM: u8 = 20;

impl Graph {
    /// Decodes the file.
    pub fn read(file: &'static [u8]) -> Self {
        let mut reader = Reader::new(file);
        let count = reader.varint();
        let room = count + 2 * Passage::ALL.len();
        let (mut vertices, mut levels) = (Vec::with_capacity(count), Vec::with_capacity(room));
        let (mut vectors, mut places) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let (mut vertex, mut lon, mut lat) = (0, 0, 0);
        let mut near: Option<(Tile, Near)> = None;
        for _ in 0..count {
            vertex += reader.varint();
            vertices.push(vertex as u32);
            levels.push(reader.varint() as u16);
            lon += reader.zigzag();
            lat += reader.zigzag();
            let at = Coord { x: f64::from(lon) / UNITS_PER_DEGREE, y: f64::from(lat) / UNITS_PER_DEGREE };
            let tile = tile_of(at);
            let near = match &mut near {
                Some((last, near)) if *last == tile => near,
                other => &other.insert((tile, Near::new(tile.middle()))).1,
            };
            vectors.push(near.vector(at));
            places.push(at);
        }
        let mut canals = Vec::new();
        for passage in Passage::ALL.into_iter().filter(|passage| passage.is_canal()) {
            canals.push((passage, vectors.len() as u32));
            levels.extend([u16::from(u8::MAX) * 8 + 2; 2]);
            for end in ends(passage) {
                vectors.push(vector(end));
                places.push(end);
            }
        }
        let arcs = Arcs::read(reader, vectors.len());
        let number = |level: &u16| ((level >> 3) as u8).saturating_add(if level & 3 == 2 { ROOM } else { 0 });
        let reach_numbers = levels.iter().map(number).collect();
        let coarse = (0..vectors.len() as u16).filter(|&node| levels[usize::from(node)] & 3 == 2).collect();
        let mut reaches = [1.0; 256];
        for i in 1..reaches.len() {
            reaches[i] = reaches[i - 1] * REACH_STEP;
        }
        reaches[usize::from(u8::MAX)] = f64::INFINITY;
        let (squares, by_square) = by_square(&places);
        Self { vertices, vectors, levels, coarse, reaches, reach_numbers, arcs, canals, squares, by_square }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// The ways out of a node.
    pub fn arcs(&self, node: u32) -> impl Iterator<Item = Arc> {
        self.arcs.of(node as usize, Nodes { vectors: &self.vectors, reaches: &self.reach_numbers })
    }

    /// The way from one node to the next.
    pub fn arc(&self, from: u32, to: u32) -> Option<Arc> {
        self.arcs(from).find(|arc| u32::from(arc.to) == to)
    }

    /// The bits of the passages that a way uses.
    pub fn passages(&self, arc: Arc) -> u32 {
        self.arcs.passages(arc)
    }

    /// Where exactly a track passes a node.
    pub fn stop(&self, shore: &Shore, node: u32) -> Stop {
        if let Some(&vertex) = self.vertices.get(node as usize) {
            return Stop::beside(shore, vertex);
        }
        let end = node as usize - self.vertices.len();
        Stop::fixed(ends(self.canals[end / 2].0)[end % 2])
    }

    /// Whether a node lies on an inland sea.
    pub fn is_inland(&self, node: u32) -> bool {
        usize::from(self.levels[node as usize]) & INLAND != 0
    }

    /// The scale at which a node matters, 0 the finest.
    pub fn level(&self, node: u32) -> u8 {
        (self.levels[node as usize] & 3) as u8
    }

    /// The most that a shortest way through the node at the end of a way goes on both before and after it.
    pub fn reach_km(&self, arc: Arc) -> f64 {
        self.reaches[usize::from(arc.reach)]
    }

    /// About where a node lies, within [`ABOUT_KM`].
    pub fn vector(&self, node: u32) -> Vector {
        self.vectors[node as usize]
    }

    /// The canal between two nodes, in the direction from the one to the other.
    pub fn canal(&self, from: u32, to: u32) -> Option<(Passage, Vec<Coord>)> {
        self.canals.iter().find_map(|&(passage, first)| {
            let channel = passage.channel().iter().copied();
            if (from, to) == (first, first + 1) {
                Some((passage, channel.collect()))
            } else if (from, to) == (first + 1, first) {
                Some((passage, channel.rev().collect()))
            } else {
                None
            }
        })
    }

    /// The nodes in the square degrees up to so many degrees away, at least, by square.
    pub fn near(&self, at: Coord, lat_deg: f64, lon_deg: f64) -> impl Iterator<Item = &[u16]> {
        let rows = row(at.y - lat_deg)..=row(at.y + lat_deg);
        let (west, east) = if lon_deg < 180.0 { (at.x - lon_deg, at.x + lon_deg) } else { (-180.0, 179.5) };
        let columns = west.floor() as i32..=east.floor() as i32;
        rows.flat_map(move |row| {
            columns.clone().map(move |column| {
                let square = (row * 360 + column.rem_euclid(360)) as usize;
                &self.by_square[self.squares[square] as usize..self.squares[square + 1] as usize]
            })
        })
    }
}

/// The first and the last point of a canal.
fn ends(passage: Passage) -> [Coord; 2] {
    let channel = passage.channel();
    [channel[0], channel[channel.len() - 1]]
}

fn row(lat: f64) -> i32 {
    ((lat + 90.0).floor() as i32).clamp(0, 179)
}

/// Where each square degree's nodes begin, and the nodes square by square.
fn by_square(places: &[Coord]) -> (Vec<u32>, Vec<u16>) {
    let square = |at: &Coord| (row(at.y) * 360 + (at.x.floor() as i32).rem_euclid(360)) as usize;
    grouped(360 * 180, places.iter().map(square))
}
