//! The shortest way through the graph (A*, Hart, Nilsson and Raphael 1968).
//!
//! How an end is joined to a node is looked at only when the search gets there: until then the straight distance stands
//! for it. To use passages that are asked for, the search counts a node once for every set of those that lie behind it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::detour::{Limit, about_length_km};
use super::ends::{End, join};
use super::graph::{ABOUT_KM, Graph};
use super::scratch::{NOBODY, Scratch};
use super::shore::Shore;
use super::string::Stop;
use super::vector::{about_km, arc_km, chord_km};

/// What a search may do.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Bits of the passages that are closed.
    pub closed: u32,
    /// Bits of those that must be used.
    pub through: u32,
    /// How far a join to a node may go around land, and how much longer than straight it may get.
    pub limit: Limit,
    pub longest: f64,
    /// Nodes that matter on shorter ways only than these from both ends are left out; `None` to leave out none.
    pub slack_km: Option<[f64; 2]>,
}

/// What was found: the track at both ends and the nodes between them, the first and last included.
pub struct Found {
    pub start: Vec<Stop>,
    pub nodes: Vec<u32>,
    pub end: Vec<Stop>,
}

/// Distances grow by less than this where they are estimated.
const ESTIMATE: f64 = 0.998;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// A state is reached.
    Reached(u32),
    /// The first end's candidate of this number may be joined.
    Start(u32),
    /// The last end may be joined to the node of this state.
    End(u32),
    /// The last end is joined to it.
    Done(u32),
    /// Both ends may be joined without the graph.
    Direct,
    DirectDone,
}

/// The shortest way from one end to the other; `None` if there is none.
pub fn search(graph: &Graph, shore: &Shore, from: &End, to: &End, rules: Rules) -> Option<Found> {
    let states = graph.len() << rules.through.count_ones();
    Scratch::with(graph.len(), states, |scratch| Search::new(graph, shore, (from, to), rules, scratch).run())
}

struct Search<'a> {
    graph: &'a Graph,
    shore: &'a Shore,
    from: &'a End,
    to: &'a End,
    rules: Rules,
    scratch: &'a mut Scratch,
    waiting: BinaryHeap<Reverse<(u64, Step)>>,
    nodes: u32,
    starts: Vec<Option<Vec<Stop>>>,
    ends: Vec<(u32, Vec<Stop>)>,
}

impl<'a> Search<'a> {
    fn new(
        graph: &'a Graph,
        shore: &'a Shore,
        ends: (&'a End, &'a End),
        rules: Rules,
        scratch: &'a mut Scratch,
    ) -> Self {
        let nodes = graph.len() as u32;
        let (from, to) = ends;
        for &(node, km) in &to.candidates {
            scratch.set_goal(node, km);
        }
        let starts = vec![None; from.candidates.len()];
        let waiting = BinaryHeap::new();
        Self { graph, shore, from, to, rules, scratch, waiting, nodes, starts, ends: Vec::new() }
    }

    fn run(mut self) -> Option<Found> {
        self.push(about_km(self.from.stop.v, self.to.stop.v), Step::Direct);
        for (number, &(node, km)) in self.from.candidates.iter().enumerate() {
            let ahead = self.ahead(node);
            self.push(km + ahead, Step::Start(number as u32));
        }
        let mut direct = None;
        while let Some(Reverse((key, step))) = self.waiting.pop() {
            let key = f64::from_bits(key);
            match step {
                Step::Start(number) => self.start(number as usize),
                Step::Reached(state) => self.expand(state, key),
                Step::End(state) => self.end(state),
                Step::Done(state) => return self.found(state),
                Step::Direct => {
                    let joined = join(self.shore, &self.rules, &self.from.stop, &self.to.stop);
                    if let Some((track, _)) = joined.filter(|(_, passages)| self.set(*passages) == self.full()) {
                        self.push(about_length_km(&track), Step::DirectDone);
                        direct = Some(track);
                    }
                }
                Step::DirectDone => return Some(Found { start: direct?, nodes: Vec::new(), end: Vec::new() }),
            }
        }
        None
    }

    fn start(&mut self, number: usize) {
        let (node, km) = self.from.candidates[number];
        if self.rules.through == 0 && self.scratch.distance(node).is_some_and(|before| before <= km) {
            return;
        }
        let stop = self.graph.stop(self.shore, node);
        let Some((track, passages)) = join(self.shore, &self.rules, &self.from.stop, &stop) else { return };
        let state = self.set(passages) * self.nodes + node;
        if self.reach(state, about_length_km(&track), NOBODY - 1 - number as u32) {
            self.starts[number] = Some(track);
        }
    }

    fn expand(&mut self, state: u32, key: f64) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.scratch.distance(state) else { return };
        if key > here + self.ahead(node) + 1e-6 {
            return;
        }
        if let Some(km) = self.scratch.goal_km(node) {
            self.push(here + km, Step::End(state));
        }
        let graph = self.graph;
        for arc in graph.arcs(node) {
            let passages = graph.passages(arc);
            if passages & self.rules.closed == 0 {
                let set = if passages & self.rules.through == 0 { set } else { set | self.set(passages) };
                let next = set * self.nodes + u32::from(arc.to);
                self.reach(next, here + f64::from(arc.length_km), state);
            }
        }
    }

    fn end(&mut self, state: u32) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.scratch.distance(state) else { return };
        let stop = self.graph.stop(self.shore, node);
        let Some((track, passages)) = join(self.shore, &self.rules, &stop, &self.to.stop) else { return };
        if set | self.set(passages) == self.full() {
            self.push(here + about_length_km(&track), Step::Done(state));
            self.ends.push((state, track));
        }
    }

    fn found(&mut self, state: u32) -> Option<Found> {
        let end =
            self.ends.iter().position(|&(other, _)| other == state).map(|place| self.ends.swap_remove(place).1)?;
        let mut nodes = vec![state % self.nodes];
        let mut here = self.scratch.parent(state);
        while here < self.nodes << self.rules.through.count_ones() {
            nodes.push(here % self.nodes);
            here = self.scratch.parent(here);
        }
        nodes.reverse();
        let start = self.starts.get_mut((NOBODY - 1 - here) as usize)?.take()?;
        Some(Found { start, nodes, end })
    }

    fn reach(&mut self, state: u32, distance: f64, parent: u32) -> bool {
        if self.scratch.distance(state).is_some_and(|before| before <= distance) {
            return false;
        }
        let node = state % self.nodes;
        let ahead = self.ahead(node);
        if let Some([behind_km, ahead_km]) =
            self.rules.slack_km.filter(|_| self.graph.level(node) < 2 && parent < NOBODY / 2)
        {
            let reach_km = self.graph.reach_km(node);
            if reach_km + behind_km < distance && reach_km + ahead_km < ahead {
                return false;
            }
        }
        self.scratch.reach(state, distance, parent);
        self.push(distance + ahead, Step::Reached(state));
        true
    }

    fn ahead(&mut self, node: u32) -> f64 {
        let (here, end) = (self.graph.vector(node), self.to.stop.v);
        self.scratch.ahead(node, || (ESTIMATE * arc_km(chord_km(here, end)) - ABOUT_KM).max(0.0))
    }

    fn push(&mut self, key: f64, step: Step) {
        self.waiting.push(Reverse((key.to_bits(), step)));
    }

    /// The passages of `bits` that are asked for, packed together.
    fn set(&self, bits: u32) -> u32 {
        let asked = (0..u32::BITS).filter(|bit| self.rules.through >> bit & 1 == 1);
        asked.enumerate().fold(0, |set, (place, bit)| set | (bits >> bit & 1) << place)
    }

    fn full(&self) -> u32 {
        (1 << self.rules.through.count_ones()) - 1
    }
}
