//! What a search remembers of states and nodes, kept from one search to the next.

use std::cell::RefCell;

pub const NOBODY: u32 = u32::MAX;

/// Whatever was noted in an earlier round counts for nothing.
#[derive(Default)]
pub struct Scratch {
    round: u32,
    states: Vec<State>,
    nodes: Vec<Node>,
}

/// How far a state is, and by way of which other.
#[derive(Clone, Copy)]
struct State {
    round: u32,
    parent: u32,
    distance: f64,
}

/// How far the last end is at least, and how far straight if it may be joined to the node.
#[derive(Clone, Copy)]
struct Node {
    seen: u32,
    goal: u32,
    ahead: f64,
    goal_km: f64,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Scratch {
    /// Gives this thread's to a search of so many nodes and states.
    pub fn with<T>(nodes: usize, states: usize, search: impl FnOnce(&mut Self) -> T) -> T {
        SCRATCH.with_borrow_mut(|scratch| {
            scratch.round = scratch.round.wrapping_add(1);
            if scratch.states.len() < states || scratch.round == 0 {
                let state = State { round: 0, parent: NOBODY, distance: 0.0 };
                let node = Node { seen: 0, goal: 0, ahead: 0.0, goal_km: 0.0 };
                *scratch = Self { round: 1, states: vec![state; states], nodes: vec![node; nodes] };
            }
            search(scratch)
        })
    }

    /// How far a state is, if it was reached.
    pub fn distance(&self, state: u32) -> Option<f64> {
        let State { round, distance, .. } = self.states[state as usize];
        (round == self.round).then_some(distance)
    }

    /// By way of which other it was reached.
    pub fn parent(&self, state: u32) -> u32 {
        self.states[state as usize].parent
    }

    pub fn reach(&mut self, state: u32, distance: f64, parent: u32) {
        self.states[state as usize] = State { round: self.round, parent, distance };
    }

    /// Notes that the last end may be joined to a node.
    pub fn set_goal(&mut self, node: u32, km: f64) {
        let known = &mut self.nodes[node as usize];
        (known.goal, known.goal_km) = (self.round, km);
    }

    /// How far straight the last end is from a node that it may be joined to.
    pub fn goal_km(&self, node: u32) -> Option<f64> {
        let Node { goal, goal_km, .. } = self.nodes[node as usize];
        (goal == self.round).then_some(goal_km)
    }

    /// How far the last end is at least, which is estimated once.
    pub fn ahead(&mut self, node: u32, estimate: impl FnOnce() -> f64) -> f64 {
        let known = &mut self.nodes[node as usize];
        if known.seen != self.round {
            (known.seen, known.ahead) = (self.round, estimate());
        }
        known.ahead
    }
}
