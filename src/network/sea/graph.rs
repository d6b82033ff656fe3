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
//! per canal, in the order of `Passage::ALL`: two more nodes, its ends (not stored)
//! per node:
//!     varint             number of edges to nodes with a higher number
//!     per edge:
//!         varint         the other node, less the one before (at first, less this node)
//!         varint         its length in units of 50 m, times 4; plus 2 if it crosses gates; plus 1 if it is straight
//!         varint         only if it crosses gates: the bits of their passages
//! ```

use std::sync::LazyLock;

use geo::Coord;

use super::passage::Passage;
use super::shore::Shore;
use super::string::Stop;
use super::vector::Vector;
use crate::at_once::at_once;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/sea.graph");

const UNITS_PER_KM: f32 = 20.0;

/// A way from one node to another.
#[derive(Clone, Copy)]
pub struct Arc {
    pub to: u32,
    pub length_km: f32,
    /// The bits of the passages that it uses.
    pub passages: u32,
    /// Whether the straight line is free of land, which is else walked around.
    pub straight: bool,
}

/// The graph.
pub struct Graph {
    pub stops: Vec<Stop>,
    levels: Vec<u16>,
    /// The nodes whose level isn't the finest.
    pub coarse: Vec<u32>,
    /// Kilometres by the number that stands for them.
    reaches: [f64; 256],
    starts: Vec<u32>,
    arcs: Vec<Arc>,
    canals: Vec<(Passage, u32)>,
    /// The nodes by square degree.
    squares: Vec<u32>,
    by_square: Vec<u32>,
}

static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::read(FILE));

const INLAND: usize = 4;
const REACH_STEP: f64 = 1.04;

impl Graph {
    /// The embedded one.
    pub fn get() -> &'static Self {
        &GRAPH
    }

    fn read(file: &[u8]) -> Self {
        let mut reader = Reader::new(file);
        let count = reader.varint();
        let (mut vertices, mut levels) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut vertex = 0;
        for _ in 0..count {
            vertex += reader.varint();
            vertices.push(vertex as u32);
            levels.push(reader.varint() as u16);
        }
        let mut canals = Vec::new();
        for passage in Passage::ALL.into_iter().filter(|passage| passage.is_canal()) {
            canals.push((passage, (vertices.len() + 2 * canals.len()) as u32));
            levels.extend([u16::from(u8::MAX) * 8 + 2; 2]);
        }
        let (stops, (starts, arcs)) = at_once(
            || {
                let shore = Shore::get();
                let capes = vertices.iter().map(|vertex| Stop::beside(shore, *vertex));
                let canals = canals.iter().flat_map(|(passage, _)| {
                    let channel = passage.channel();
                    [channel[0], channel[channel.len() - 1]].map(Stop::fixed)
                });
                capes.chain(canals).collect::<Vec<Stop>>()
            },
            || read_arcs(&mut reader, levels.len()),
        );
        let coarse = (0..stops.len() as u32).filter(|&node| levels[node as usize] & 3 > 0).collect();
        let mut reaches = [1.0; 256];
        for i in 1..reaches.len() {
            reaches[i] = reaches[i - 1] * REACH_STEP;
        }
        let mut graph =
            Self { stops, levels, coarse, reaches, starts, arcs, canals, squares: Vec::new(), by_square: Vec::new() };
        graph.sort_into_squares();
        graph
    }

    /// The ways out of a node.
    pub fn arcs(&self, node: u32) -> &[Arc] {
        &self.arcs[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// The way from one node to the next.
    pub fn arc(&self, from: u32, to: u32) -> Option<&Arc> {
        self.arcs(from).iter().find(|arc| arc.to == to)
    }

    /// Whether a node lies on an inland sea.
    pub fn is_inland(&self, node: u32) -> bool {
        usize::from(self.levels[node as usize]) & INLAND != 0
    }

    /// The scale at which a node matters, 0 the finest.
    pub fn level(&self, node: u32) -> u8 {
        (self.levels[node as usize] & 3) as u8
    }

    /// The most that a shortest way through a node goes on both before and after it.
    pub fn reach_km(&self, node: u32) -> f64 {
        self.reaches[usize::from(self.levels[node as usize] >> 3) & 0xFF]
    }

    pub fn vector(&self, node: u32) -> Vector {
        self.stops[node as usize].v
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
    pub fn near(&self, at: Coord, lat_deg: f64, lon_deg: f64) -> impl Iterator<Item = &[u32]> {
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

    fn sort_into_squares(&mut self) {
        let square = |stop: &Stop| (row(stop.at.y) * 360 + (stop.at.x.floor() as i32).rem_euclid(360)) as usize;
        let mut starts = vec![0u32; 360 * 180 + 1];
        for stop in &self.stops {
            starts[square(stop) + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        self.by_square = vec![0; self.stops.len()];
        for (node, stop) in self.stops.iter().enumerate() {
            let place = &mut next[square(stop)];
            self.by_square[*place as usize] = node as u32;
            *place += 1;
        }
        self.squares = starts;
    }
}

fn row(lat: f64) -> i32 {
    ((lat + 90.0).floor() as i32).clamp(0, 179)
}

/// Where each node's ways begin, and all ways in both directions.
fn read_arcs(reader: &mut Reader<'_>, nodes: usize) -> (Vec<u32>, Vec<Arc>) {
    let mut edges = Vec::with_capacity(reader.rest().len() / 4);
    let mut starts = vec![0u32; nodes + 1];
    for from in 0..nodes {
        let mut to = from;
        for _ in 0..reader.varint() {
            to += reader.varint();
            let number = reader.varint();
            let passages = if number & 2 == 0 { 0 } else { reader.varint() as u32 };
            let length_km = (number >> 2) as f32 / UNITS_PER_KM;
            edges.push((from as u32, Arc { to: to as u32, length_km, passages, straight: number & 1 == 1 }));
            starts[from + 1] += 1;
            if let Some(start) = starts.get_mut(to + 1) {
                *start += 1;
            }
        }
    }
    for node in 0..nodes {
        starts[node + 1] += starts[node];
    }
    let mut next = starts.clone();
    let mut arcs = vec![Arc { to: 0, length_km: 0.0, passages: 0, straight: false }; 2 * edges.len()];
    for (from, arc) in edges.into_iter().filter(|(_, arc)| (arc.to as usize) < nodes) {
        for (from, arc) in [(from, arc), (arc.to, Arc { to: from, ..arc })] {
            let place = &mut next[from as usize];
            arcs[*place as usize] = arc;
            *place += 1;
        }
    }
    (starts, arcs)
}
