//! What a search remembers of states and nodes, kept from one search to the next.

use std::cell::RefCell;

pub const NOBODY: u32 = u32::MAX;

/// Whatever was noted in an earlier round counts for nothing.
#[derive(Default)]
pub struct Scratch {
    round: u32,
    states: Vec<State>,
    ahead: Vec<Ahead>,
    goals: Vec<Goal>,
}

/// How far a state is, and by way of which other.
#[derive(Clone, Copy)]
struct State {
    round: u32,
    parent: u32,
    distance: f64,
}

/// How far the last end is at least, and how far straight.
#[derive(Clone, Copy)]
struct Ahead {
    round: u32,
    km: f32,
    straight_km: f32,
}

/// Which of the last end's candidates a node is.
#[derive(Clone, Copy)]
struct Goal {
    round: u32,
    number: u32,
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
                let (ahead, goal) = (Ahead { round: 0, km: 0.0, straight_km: 0.0 }, Goal { round: 0, number: 0 });
                let (ahead, goals) = (vec![ahead; nodes], vec![goal; nodes]);
                *scratch = Self { round: 1, states: vec![state; states], ahead, goals };
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

    /// Notes which of the last end's candidates a node is.
    pub fn set_goal(&mut self, node: u32, number: u32) {
        self.goals[node as usize] = Goal { round: self.round, number };
    }

    /// Which of the last end's candidates a node is, if it is one.
    pub fn goal(&self, node: u32) -> Option<u32> {
        let Goal { round, number } = self.goals[node as usize];
        (round == self.round).then_some(number)
    }

    /// How far the last end is at least, and how far straight, which is estimated once.
    pub fn ahead(&mut self, node: u32, estimate: impl FnOnce() -> [f32; 2]) -> [f64; 2] {
        let known = &mut self.ahead[node as usize];
        if known.round != self.round {
            let [km, straight_km] = estimate();
            *known = Ahead { round: self.round, km, straight_km };
        }
        [known.km.into(), known.straight_km.into()]
    }
}
