//! Leaves out what other edges make up for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::candidates::Candidate;
use crate::sea::vector::{Vector, about_km};

/// A graph that grows.
pub struct Spanner {
    positions: Vec<Vector>,
    /// By node: the other node, the length, the passages.
    arcs: Vec<Vec<(u32, f64, u32)>>,
    distance: Vec<f64>,
    touched: Vec<u32>,
}

impl Spanner {
    pub fn new(positions: Vec<Vector>) -> Self {
        let count = positions.len();
        Self { positions, arcs: vec![Vec::new(); count], distance: vec![f64::INFINITY; count], touched: Vec::new() }
    }

    pub fn add(&mut self, c: &Candidate) {
        self.arcs[c.from as usize].push((c.to, c.length_km, c.passages));
        self.arcs[c.to as usize].push((c.from, c.length_km, c.passages));
    }

    /// Whether others make up for a way, with one at most so many times as long and by no passage that it doesn't use: that
    /// may be closed.
    pub fn makes_up_for(&mut self, c: &Candidate, stretch: f64) -> bool {
        let (from, to, limit_km) = (c.from, c.to, c.length_km * stretch);
        for &node in &self.touched {
            self.distance[node as usize] = f64::INFINITY;
        }
        self.touched.clear();
        let goal = self.positions[to as usize];
        let ahead = |positions: &[Vector], node: u32| 0.9985 * about_km(positions[node as usize], goal);
        let mut waiting = BinaryHeap::new();
        self.distance[from as usize] = 0.0;
        self.touched.push(from);
        waiting.push(Reverse((ahead(&self.positions, from).to_bits(), from)));
        while let Some(Reverse((key, node))) = waiting.pop() {
            if node == to {
                return true;
            }
            let here = self.distance[node as usize];
            if f64::from_bits(key) > here + ahead(&self.positions, node) + 1e-9 {
                continue;
            }
            for &(next, length_km, passages) in &self.arcs[node as usize] {
                if passages & !c.passages != 0 {
                    continue;
                }
                let there = here + length_km;
                if there < self.distance[next as usize] {
                    let estimate = there + ahead(&self.positions, next);
                    if estimate <= limit_km {
                        if self.distance[next as usize] == f64::INFINITY {
                            self.touched.push(next);
                        }
                        self.distance[next as usize] = there;
                        waiting.push(Reverse((estimate.to_bits(), next)));
                    }
                }
            }
        }
        false
    }
}
