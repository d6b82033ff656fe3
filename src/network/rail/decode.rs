//! Reading `data/world/rail.graph`.
//!
//! ```text
//! text               all countries: ISO 3166-1 alpha-2 codes without anything between
//! varint             number of classes: where an edge is
//! per class:
//!     varint         the country that it enters for certain, counted from 1; 0 if none
//!     varint         how many countries it comes near to, then each of them
//! varint             number of nodes
//! per node:
//!     zigzag, zigzag the step in latitude and longitude from the previous node, at first from 0 0, in 1e-3 degree
//! varint             number of edges
//! per edge, ordered by the lower node:
//!     varint         the lower node, as the step from the previous edge's
//!     varint         the other node, as the step from the lower one
//!     varint         length in units of 10 m, rounded up
//!     varint         class
//!     varint         number of vertices between the nodes
//!     zigzag, zigzag per vertex: the step in latitude and longitude from the previous one, at first from the lower node
//! ```
//!
//! `data/build/rail.py` says the same about writing, and how the source becomes smaller.

use geo::Coord;

use super::RailNetwork;
use super::graph::{Edge, bounds};
use super::passage::{Passage, Passages};
use crate::world::embedded::Embedded;
use crate::world::encoding::Reader;

static FILE: Embedded = Embedded::plain(include_bytes!("../../../data/world/rail.graph"));

const UNITS_PER_DEGREE: f64 = 1000.0;
const UNITS_PER_KM: f64 = 100.0;

/// The world's rails.
pub fn decode() -> RailNetwork {
    let mut reader = Reader::new(FILE.bytes());
    let codes = reader.text();
    let code = |number: usize| -> Option<String> {
        let letters = codes.chunks(2).nth(number.checked_sub(1)?)?;
        Some(String::from_utf8_lossy(letters).into_owned())
    };
    let classes = (0..reader.varint())
        .map(|_| {
            let entered = code(reader.varint()).into_iter().collect();
            let near = (0..reader.varint()).filter_map(|_| code(reader.varint())).collect();
            Passage { entered, near }
        })
        .collect();

    let mut here = (0, 0);
    let nodes: Vec<Coord> = (0..reader.varint()).map(|_| step(&mut reader, &mut here)).collect();
    let count = reader.varint();
    let mut edges = Vec::with_capacity(count);
    let mut vertices = Vec::with_capacity(6 * count);
    let mut low = 0;
    for _ in 0..count {
        low += reader.varint() as u32;
        let high = low + reader.varint() as u32;
        let length_km = reader.varint() as f64 / UNITS_PER_KM;
        let class = reader.varint() as u32;
        let inner = reader.varint();
        let first = vertices.len();
        let [start, end] = [low, high].map(|node| nodes[node as usize]);
        here = ((start.y * UNITS_PER_DEGREE).round() as i32, (start.x * UNITS_PER_DEGREE).round() as i32);
        vertices.extend((0..inner).map(|_| step(&mut reader, &mut here)));
        let bounds = bounds(vertices[first..].iter().copied().chain([start, end]));
        let vertices = [first as u32, vertices.len() as u32];
        edges.push(Edge { nodes: [low, high], length_km, class, vertices, bounds });
    }
    RailNetwork::new(nodes, edges, vertices, Passages::Classes(classes))
}

fn step(reader: &mut Reader, here: &mut (i32, i32)) -> Coord {
    here.0 += reader.zigzag();
    here.1 += reader.zigzag();
    Coord { x: f64::from(here.1) / UNITS_PER_DEGREE, y: f64::from(here.0) / UNITS_PER_DEGREE }
}

#[cfg(test)]
mod tests {
    use geo::LineString;

    use super::*;
    use crate::geodesy::length_km;
    use crate::world::country;

    #[test]
    fn no_track_is_shorter_than_its_line() {
        let network = decode();
        for (index, edge) in network.edges.iter().enumerate() {
            let drawn = length_km(&network.line(index as u32).collect::<LineString>());
            assert!(edge.length_km >= drawn, "edge {index}: {} km, drawn {drawn}", edge.length_km);
        }
    }

    #[test]
    fn every_edge_is_in_known_countries_or_at_sea() {
        let network = decode();
        let mut abroad = 0;
        for edge in 0..network.edges.len() as u32 {
            let passage = network.passage(edge);
            abroad += usize::from(passage.entered.is_empty() && passage.near.len() > 1);
            for code in passage.entered.iter().chain(&passage.near) {
                assert!(country(code).is_some(), "{code}");
            }
        }
        assert!(abroad > 0, "no edge lies along a border");
    }
}
