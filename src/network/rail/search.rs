//! The shortest way between two points on edges.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::allowed::Allowed;
use super::graph::RailNetwork;
use super::snap::Foot;

/// A way from one point on an edge to another.
#[derive(Debug)]
pub(super) struct Way {
    pub length_km: f64,
    /// The nodes that it passes, each with the edge that leads on to the next; none if it stays on one edge.
    pub nodes: Vec<u32>,
    /// The edges between those nodes: one fewer.
    pub edges: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// The shortest way between two points over edges that may be used; `None` if there is none.
///
/// # References
/// E. W. Dijkstra, A note on two problems in connexion with graphs (1959).
pub(super) fn shortest(network: &RailNetwork, allowed: &Allowed, from: &Foot, to: &Foot) -> Option<Way> {
    let mut best = vec![f64::INFINITY; network.nodes.len()];
    let mut by = vec![NONE; network.nodes.len()];
    let mut queue = BinaryHeap::new();
    let start = network.edges[from.edge as usize].nodes;
    for (node, km) in start.into_iter().zip(from.to_nodes_km) {
        if km < best[node as usize] {
            best[node as usize] = km;
            queue.push(Reverse((Key(km), node)));
        }
    }
    let goal = network.edges[to.edge as usize].nodes;
    let mut found = (direct_km(from, to), NONE);
    while let Some(Reverse((Key(km), node))) = queue.pop() {
        if km >= found.0 {
            break;
        }
        if km > best[node as usize] {
            continue;
        }
        for (last, rest) in goal.into_iter().zip(to.to_nodes_km) {
            if last == node && km + rest < found.0 {
                found = (km + rest, node);
            }
        }
        for &index in network.edges_at(node).iter().filter(|index| allowed.edge(**index)) {
            let edge = &network.edges[index as usize];
            let (other, way) = (edge.other(node), km + edge.length_km);
            if way < best[other as usize] {
                best[other as usize] = way;
                by[other as usize] = index;
                queue.push(Reverse((Key(way), other)));
            }
        }
    }
    found.0.is_finite().then(|| back(network, &by, found))
}

/// Along the edge that both are on; without end if they are on different ones.
fn direct_km(from: &Foot, to: &Foot) -> f64 {
    if from.edge == to.edge { (from.to_nodes_km[0] - to.to_nodes_km[0]).abs() } else { f64::INFINITY }
}

fn back(network: &RailNetwork, by: &[u32], (length_km, last): (f64, u32)) -> Way {
    let (mut nodes, mut edges) = (Vec::new(), Vec::new());
    if last != NONE {
        nodes.push(last);
        let mut node = last;
        while by[node as usize] != NONE {
            edges.push(by[node as usize]);
            node = network.edges[by[node as usize] as usize].other(node);
            nodes.push(node);
        }
        nodes.reverse();
        edges.reverse();
    }
    Way { length_km, nodes, edges }
}

/// A length that can be ordered; it is never not a number.
#[derive(PartialEq)]
struct Key(f64);

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
