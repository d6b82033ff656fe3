//! What the options leave of a network.

use std::collections::VecDeque;

use super::Options;
use super::graph::RailNetwork;
use super::passage::Passage;

/// The edges that may be used, and what hangs together by them.
#[derive(Debug)]
pub(super) struct Allowed {
    /// Per edge whether it may be used.
    edges: Vec<bool>,
    /// Per node the lowest node that it is joined to.
    parts: Vec<u32>,
}

impl Allowed {
    pub fn new(network: &RailNetwork, options: &Options) -> Self {
        let free = options.within.is_empty() && options.avoid.is_empty();
        let edges: Vec<bool> =
            (0..network.edges.len() as u32).map(|edge| free || may_use(network.passage(edge), options)).collect();
        let parts = parts(network, &edges);
        Self { edges, parts }
    }

    pub fn edge(&self, edge: u32) -> bool {
        self.edges[edge as usize]
    }

    /// The number of what the node hangs together with.
    pub fn part(&self, node: u32) -> u32 {
        self.parts[node as usize]
    }
}

impl Options {
    /// Whether a country may be used.
    fn allows(&self, code: &str) -> bool {
        let has = |list: &[String]| list.iter().any(|one| one == code);
        (self.within.is_empty() || has(&self.within)) && !has(&self.avoid)
    }
}

/// An edge that is nowhere for certain may be used if one of the countries that it is near to may. One at sea may.
fn may_use(passage: &Passage, options: &Options) -> bool {
    passage.entered.iter().all(|code| options.allows(code))
        && (passage.near.is_empty() || passage.near.iter().any(|code| options.allows(code)))
}

fn parts(network: &RailNetwork, allowed: &[bool]) -> Vec<u32> {
    const NONE: u32 = u32::MAX;
    let mut parts = vec![NONE; network.nodes.len()];
    let mut queue = VecDeque::new();
    for start in 0..network.nodes.len() as u32 {
        if parts[start as usize] != NONE {
            continue;
        }
        parts[start as usize] = start;
        queue.push_back(start);
        while let Some(node) = queue.pop_front() {
            for &edge in network.edges_at(node).iter().filter(|edge| allowed[**edge as usize]) {
                let other = network.edges[edge as usize].other(node);
                if parts[other as usize] == NONE {
                    parts[other as usize] = start;
                    queue.push_back(other);
                }
            }
        }
    }
    parts
}
