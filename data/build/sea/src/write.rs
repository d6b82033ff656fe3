//! The file of the graph, in the format that `src/network/sea/graph.rs` describes.

use std::collections::BTreeSet;

use geo::Coord;

use crate::candidates::Corner;
use crate::sea::passage::Passage;
use crate::sea::vector::{Vector, arc_km, chord_km, vector};

/// An edge; nodes are numbered as in the file.
pub struct Edge {
    pub from: u32,
    pub to: u32,
    pub length_km: f64,
    pub straight: bool,
    pub passages: u32,
}

const UNITS_PER_KM: f64 = 20.0;
const UNITS_PER_DEGREE: f64 = 1e3;
/// So many nodes are decoded together.
const BLOCK: usize = 64;

/// Corners with whether they lie on an inland sea, in the order of their vertices; edges between them and the canals' ends.
pub fn encode(corners: &[(&Corner, bool)], reaches_km: &[f64], mut edges: Vec<Edge>) -> Vec<u8> {
    let mut out = Vec::new();
    varint(&mut out, corners.len());
    let mut before = 0;
    let (mut lon, mut lat) = (0, 0);
    for ((corner, inland), &reach_km) in corners.iter().zip(reaches_km) {
        let vertex = corner.stop.corner.map_or(0, |(vertex, _)| vertex as usize);
        varint(&mut out, vertex - before);
        varint(&mut out, usize::from(corner.level) + if *inland { 4 } else { 0 } + 8 * reach_number(reach_km));
        before = vertex;
        let [x, y] = [corner.stop.at.x, corner.stop.at.y].map(|degrees| (degrees * UNITS_PER_DEGREE).round() as i32);
        zigzag(&mut out, x - lon);
        zigzag(&mut out, y - lat);
        (lon, lat) = (x, y);
    }
    // As the reader knows where they lie.
    let rounded = |degrees: f64| (degrees * UNITS_PER_DEGREE).round() / UNITS_PER_DEGREE;
    let at = corners.iter().map(|(corner, _)| Coord { x: rounded(corner.stop.at.x), y: rounded(corner.stop.at.y) });
    let vectors: Vec<Vector> = at.chain(ends_of_canals()).map(vector).collect();
    for edge in &mut edges {
        (edge.from, edge.to) = (edge.from.min(edge.to), edge.from.max(edge.to));
    }
    edges.sort_by_key(|edge| (edge.from, edge.to));
    ways(&mut out, &vectors, &edges);
    out
}

/// The edges in blocks of nodes, after what is to be known of the blocks.
fn ways(out: &mut Vec<u8>, vectors: &[Vector], edges: &[Edge]) {
    let mut sets: Vec<u32> = Vec::new();
    let mut blocks: Vec<(Vec<u8>, BTreeSet<usize>)> = vec![Default::default(); vectors.len().div_ceil(BLOCK)];
    let mut edges = edges;
    for node in 0..vectors.len() {
        let count = edges.iter().take_while(|edge| edge.from as usize == node).count();
        let (own, rest) = edges.split_at(count);
        edges = rest;
        for edge in own.iter().filter(|edge| edge.to as usize / BLOCK > node / BLOCK) {
            blocks[edge.to as usize / BLOCK].1.insert(node / BLOCK);
        }
        let bytes = &mut blocks[node / BLOCK].0;
        varint(bytes, count);
        let mut before = node;
        for edge in own {
            varint(bytes, edge.to as usize - before);
            before = edge.to as usize;
            let straight_km = arc_km(chord_km(vectors[node], vectors[edge.to as usize]));
            let units = ((edge.length_km - straight_km) * UNITS_PER_KM).round() as i32;
            varint(bytes, zigzagged(units) * 4 + if edge.passages != 0 { 2 } else { 0 } + usize::from(edge.straight));
            if edge.passages != 0 {
                let known = sets.iter().position(|set| *set == edge.passages);
                varint(bytes, 1 + known.unwrap_or(sets.len()));
                if known.is_none() {
                    sets.push(edge.passages);
                }
            }
        }
    }
    varint(out, sets.len());
    sets.iter().for_each(|set| varint(out, *set as usize));
    for (bytes, before) in &blocks {
        varint(out, bytes.len());
        varint(out, before.len());
        let mut last = 0;
        for block in before {
            varint(out, block - last);
            last = *block;
        }
    }
    blocks.iter().for_each(|(bytes, _)| out.extend(bytes));
}

fn ends_of_canals() -> impl Iterator<Item = Coord> {
    let channels = Passage::ALL.into_iter().filter(|passage| passage.is_canal()).map(Passage::channel);
    channels.flat_map(|channel| [channel[0], channel[channel.len() - 1]])
}

/// A power of 1.04.
fn reach_number(reach_km: f64) -> usize {
    (0..u8::MAX.into())
        .scan(1.0, |power, _| Some(std::mem::replace(power, *power * 1.04)))
        .position(|power| power >= reach_km)
        .unwrap_or(255)
}

/// As `src/world/encoding.rs` reads it.
pub fn varint(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        out.push((number & 0x7F | 0x80) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}

/// As `src/world/encoding.rs` reads it.
pub fn zigzag(out: &mut Vec<u8>, number: i32) {
    varint(out, zigzagged(number));
}

fn zigzagged(number: i32) -> usize {
    ((number << 1) ^ (number >> 31)) as u32 as usize
}
