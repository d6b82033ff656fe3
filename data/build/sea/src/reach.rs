//! How far from both ends of a shortest way a node may lie (R. Gutman, Reach-based routing, 2004).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::sea::passage::Passage;
use crate::write::Edge;

/// Ways from every so-manieth node are looked at: its neighbours' hardly differ.
const EVERY: usize = 4;

/// The reach of each node, with the passages closed that are so by default.
pub fn reaches(nodes: usize, edges: &[Edge]) -> Vec<f64> {
    let closed = Passage::ALL.iter().filter(|p| p.is_closed_by_default()).fold(0, |set, p| set | p.bit());
    let mut arcs = vec![Vec::new(); nodes];
    for edge in edges.iter().filter(|edge| edge.passages & closed == 0) {
        arcs[edge.from as usize].push((edge.to, edge.length_km));
        arcs[edge.to as usize].push((edge.from, edge.length_km));
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut most = vec![0.0f64; nodes];
        loop {
            let from = next.fetch_add(EVERY, Relaxed);
            if from >= nodes {
                return most;
            }
            tree(&arcs, from, &mut most);
        }
    };
    let parts: Vec<Vec<f64>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join()).collect()
    });
    (0..nodes).map(|node| parts.iter().map(|part| part[node]).fold(0.0, f64::max)).collect()
}

/// Raises each node's reach to what the shortest ways from one node give.
fn tree(arcs: &[Vec<(u32, f64)>], from: usize, most: &mut [f64]) {
    let mut distance = vec![f64::INFINITY; arcs.len()];
    let mut parent = vec![from as u32; arcs.len()];
    let mut order = Vec::new();
    let mut waiting = BinaryHeap::from([Reverse((0u64, from as u32))]);
    distance[from] = 0.0;
    while let Some(Reverse((key, node))) = waiting.pop() {
        let here = distance[node as usize];
        if f64::from_bits(key) > here {
            continue;
        }
        order.push(node);
        for &(next, length_km) in &arcs[node as usize] {
            let there = here + length_km;
            if there < distance[next as usize] {
                distance[next as usize] = there;
                parent[next as usize] = node;
                waiting.push(Reverse((there.to_bits(), next)));
            }
        }
    }
    let mut farthest = distance.clone();
    for &node in order.iter().rev() {
        let node = node as usize;
        most[node] = most[node].max(distance[node].min(farthest[node] - distance[node]));
        let up = parent[node] as usize;
        farthest[up] = farthest[up].max(farthest[node]);
    }
}
