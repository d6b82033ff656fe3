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
//! per node:
//!     varint             number of edges to nodes with a higher number
//!     per edge:
//!         varint         the other node, less the one before (at first, less this node)
//!         varint         how much longer it is than straight from node to node, in units of 50 m, as a zigzag, times 4;
//!                        plus 2 if it crosses gates; plus 1 if it is straight
//!         varint         only if it crosses gates: the bits of their passages
//! ```

use geo::Coord;

use super::near::Near;
use super::passage::Passage;
use super::shore::Shore;
use super::string::Stop;
use super::tile::{Tile, tile_of};
use super::vector::{Vector, arc_km, chord_km, vector};
use crate::world::encoding::{Reader, unzigzag};

const UNITS_PER_KM: f64 = 20.0;
const UNITS_PER_DEGREE: f64 = 1e3;

/// A way from one node to another.
#[derive(Clone, Copy)]
pub struct Arc {
    pub length_km: f32,
    pub to: u16,
    /// Which set of passages it uses; plus [`STRAIGHT`].
    set: u8,
    /// The number of the other node's reach.
    reach: u8,
}

impl Arc {
    /// Whether the straight line is free of land, which is else walked around.
    pub fn is_straight(self) -> bool {
        self.set & STRAIGHT != 0
    }
}

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
    /// Sets of passages, by their bits.
    sets: Vec<u32>,
    arcs: Arcs,
    canals: Vec<(Passage, u32)>,
    /// The nodes by square degree.
    squares: Vec<u32>,
    by_square: Vec<u16>,
}

/// The ways out of nodes, to those with a higher number and to those with a lower one.
struct Arcs {
    up: Vec<Arc>,
    down: Vec<Arc>,
    /// By node, where both begin; at the end, how many there are.
    starts: Vec<[u32; 2]>,
}

/// So far off a node lies at most from where it is said to be.
pub const ABOUT_KM: f64 = 0.08;
const INLAND: usize = 4;
const STRAIGHT: u8 = 0x80;
const REACH_STEP: f64 = 1.04;

impl Graph {
    /// Decodes the file.
    pub fn read(file: &[u8]) -> Self {
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
        let (sets, arcs) = read_arcs(&mut reader, &levels, &vectors);
        let coarse = (0..vectors.len() as u16).filter(|&node| levels[usize::from(node)] & 3 == 2).collect();
        let mut reaches = [1.0; 256];
        for i in 1..reaches.len() {
            reaches[i] = reaches[i - 1] * REACH_STEP;
        }
        reaches[usize::from(u8::MAX)] = f64::INFINITY;
        let (squares, by_square) = by_square(&places);
        Self { vertices, vectors, levels, coarse, reaches, sets, arcs, canals, squares, by_square }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// The ways out of a node.
    pub fn arcs(&self, node: u32) -> impl Iterator<Item = Arc> {
        let ([up, down], [up_end, down_end]) = (self.arcs.starts[node as usize], self.arcs.starts[node as usize + 1]);
        let (up, down) = (up as usize..up_end as usize, down as usize..down_end as usize);
        self.arcs.up[up].iter().chain(&self.arcs.down[down]).copied()
    }

    /// The way from one node to the next.
    pub fn arc(&self, from: u32, to: u32) -> Option<Arc> {
        self.arcs(from).find(|arc| u32::from(arc.to) == to)
    }

    /// The bits of the passages that a way uses.
    pub fn passages(&self, arc: Arc) -> u32 {
        self.sets[usize::from(arc.set & !STRAIGHT)]
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

    /// The most that a shortest way through the node at the end of a way goes on both before and after it; without limit for
    /// nodes of the coarsest level.
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
    let mut starts = vec![0u32; 360 * 180 + 1];
    for at in places {
        starts[square(at) + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut sorted = vec![0; places.len()];
    for (node, at) in places.iter().enumerate() {
        let place = &mut next[square(at)];
        sorted[*place as usize] = node as u16;
        *place += 1;
    }
    (starts, sorted)
}

/// The sets of passages that are used, the empty one first, and all ways in both directions.
fn read_arcs(reader: &mut Reader<'_>, levels: &[u16], vectors: &[Vector]) -> (Vec<u32>, Arcs) {
    let nodes = levels.len();
    let reach =
        |node: usize| levels.get(node).map_or(0, |level| if level & 3 == 2 { u8::MAX } else { (level >> 3) as u8 });
    let mut sets = vec![0];
    let mut up = Vec::with_capacity(reader.rest().len() / 2);
    let mut starts = vec![[0u32; 2]; nodes + 1];
    for from in 0..nodes {
        let mut to = from;
        for _ in 0..reader.varint() {
            to += reader.varint();
            let number = reader.varint();
            let passages = if number & 2 == 0 { 0 } else { reader.varint() as u32 };
            let set = sets.iter().position(|&set| set == passages).unwrap_or_else(|| {
                sets.push(passages);
                sets.len() - 1
            });
            let straight_km = vectors.get(to).map_or(0.0, |&there| arc_km(chord_km(vectors[from], there)));
            let length_km = (straight_km + f64::from(unzigzag(number as u32 >> 2)) / UNITS_PER_KM) as f32;
            let straight = if number & 1 == 1 { STRAIGHT } else { 0 };
            up.push(Arc { length_km, to: to as u16, set: set as u8 | straight, reach: reach(to) });
            if let Some([_, down]) = starts.get_mut(to + 1) {
                *down += 1;
            }
        }
        starts[from + 1][0] = up.len() as u32;
    }
    for node in 0..nodes {
        starts[node + 1][1] += starts[node][1];
    }
    let mut next: Vec<u32> = starts.iter().map(|start| start[1]).collect();
    let mut down = vec![Arc { length_km: 0.0, to: 0, set: 0, reach: 0 }; up.len()];
    for from in 0..nodes {
        for arc in &up[starts[from][0] as usize..starts[from + 1][0] as usize] {
            let place = &mut next[usize::from(arc.to)];
            down[*place as usize] = Arc { to: from as u16, reach: reach(from), ..*arc };
            *place += 1;
        }
    }
    (sets, Arcs { up, down, starts })
}
