//! A network of rails as a graph.

use std::sync::OnceLock;

use geo::{Coord, Rect};

use super::allowed::Allowed;
use super::passage::Passages;

/// A graph of rails: the world's, or the user's own.
#[derive(Debug)]
pub struct RailNetwork {
    /// Where the nodes are.
    pub(super) nodes: Vec<Coord>,
    pub(super) edges: Vec<Edge>,
    /// The vertices between the nodes, edge by edge.
    pub(super) vertices: Vec<Coord>,
    /// Which countries the edges are in.
    pub(super) passages: Passages,
    /// All edges allowed, found out once.
    pub(super) free: OnceLock<Allowed>,
    /// Per node the index in `ends` of its first edge; one more at the end.
    first: Vec<u32>,
    /// Edges by the nodes at their ends.
    ends: Vec<u32>,
}

/// A line between two nodes.
#[derive(Debug)]
pub(super) struct Edge {
    pub nodes: [u32; 2],
    /// The length of the track; at least that of the line.
    pub length_km: f64,
    /// Which of the passages it is, in the world's network.
    pub class: u32,
    /// Where its vertices begin and end.
    pub vertices: [u32; 2],
    /// West and south, east and north.
    pub bounds: Rect,
}

impl Edge {
    /// The node at the other end.
    pub fn other(&self, node: u32) -> u32 {
        self.nodes[usize::from(self.nodes[0] == node)]
    }
}

impl RailNetwork {
    /// The graph of these parts. Edges refer to nodes and vertices that there are.
    pub(super) fn new(nodes: Vec<Coord>, edges: Vec<Edge>, vertices: Vec<Coord>, passages: Passages) -> Self {
        let mut first = vec![0_u32; nodes.len() + 1];
        for node in edges.iter().flat_map(|edge| edge.nodes) {
            first[node as usize + 1] += 1;
        }
        for node in 0..nodes.len() {
            first[node + 1] += first[node];
        }
        let mut free = first.clone();
        let mut ends = vec![0; 2 * edges.len()];
        for (index, edge) in edges.iter().enumerate() {
            for node in edge.nodes {
                ends[free[node as usize] as usize] = index as u32;
                free[node as usize] += 1;
            }
        }
        Self { nodes, edges, vertices, passages, free: OnceLock::new(), first, ends }
    }

    /// The world's rails, decoded once; `None` in a build without the feature `rail`.
    pub fn world() -> Option<&'static Self> {
        static WORLD: OnceLock<Option<RailNetwork>> = OnceLock::new();
        WORLD.get_or_init(Self::decode).as_ref()
    }

    /// The world's rails, decoded anew.
    pub fn decode() -> Option<Self> {
        #[cfg(feature = "rail")]
        return Some(super::decode::decode());
        #[cfg(not(feature = "rail"))]
        None
    }

    /// The edges that end at a node; one that begins and ends there comes twice.
    pub(super) fn edges_at(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.ends[self.first[node] as usize..self.first[node + 1] as usize]
    }

    /// The positions along an edge, both nodes included.
    pub(super) fn line(&self, edge: u32) -> impl DoubleEndedIterator<Item = Coord> + '_ {
        let edge = &self.edges[edge as usize];
        let [start, end] = edge.nodes.map(|node| self.nodes[node as usize]);
        let inner = &self.vertices[edge.vertices[0] as usize..edge.vertices[1] as usize];
        std::iter::once(start).chain(inner.iter().copied()).chain(std::iter::once(end))
    }
}

/// The bounds of some positions.
pub(super) fn bounds(positions: impl Iterator<Item = Coord>) -> Rect {
    let mut low = Coord { x: f64::INFINITY, y: f64::INFINITY };
    let mut high = Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY };
    for position in positions {
        low = Coord { x: low.x.min(position.x), y: low.y.min(position.y) };
        high = Coord { x: high.x.max(position.x), y: high.y.max(position.y) };
    }
    Rect::new(low, high)
}
