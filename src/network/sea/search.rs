//! The shortest way through the graph (A*, Hart, Nilsson and Raphael 1968).
//!
//! How an end is joined to a node is looked at only when the search gets there: until then the straight distance stands
//! for it. To use passages that are asked for, the search counts a node once for every set of those that lie behind it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::ends::{End, Join};
use super::graph::{ABOUT_KM, Graph};
use super::landmarks::{Bound, Landmarks};
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
    /// Nodes that matter on shorter ways only than these from both ends are left out; `None` to leave out none.
    pub slack_km: Option<[f64; 2]>,
    /// What else tells how far the last end is at least.
    pub landmarks: Option<&'static Landmarks>,
}

/// What was found: the track at both ends and the nodes between them, the first and last included.
pub struct Found {
    pub start: Vec<Stop>,
    pub nodes: Vec<u32>,
    pub end: Vec<Stop>,
}

/// Bounds grow by less than this where they are estimated.
const ESTIMATE: f64 = 0.998;
/// What is lost where they are kept in fewer bits.
const ROUNDING_KM: f64 = 0.002;

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
    bound: Option<Bound<'static>>,
    waiting: BinaryHeap<Reverse<(u64, Step)>>,
    /// The shortest way that is known to be one.
    best_km: f64,
    nodes: u32,
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
        for (number, &(node, _)) in to.candidates.iter().enumerate() {
            scratch.set_goal(node, number as u32);
        }
        let bound = rules.landmarks.map(|landmarks| {
            let chosen = from.distances(landmarks).most_telling(&to.distances(landmarks));
            let to_end = |number| (number, to.distance(shore, graph, |node| landmarks.distance(number, node)));
            Bound { landmarks, chosen: chosen.map(to_end) }
        });
        let waiting = BinaryHeap::new();
        Self { graph, shore, from, to, rules, scratch, bound, waiting, best_km: f64::INFINITY, nodes }
    }

    fn run(mut self) -> Option<Found> {
        self.push(about_km(self.from.stop.v, self.to.stop.v), Step::Direct);
        for (number, &(node, km)) in self.from.candidates.iter().enumerate() {
            let [ahead, _] = self.ahead(node);
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
                    direct = self.from.direct(self.shore, self.to).filter(|join| {
                        join.passages & self.rules.closed == 0 && self.set(join.passages) == self.full()
                    });
                    if let Some(join) = &direct {
                        self.push(join.length_km, Step::DirectDone);
                    }
                }
                Step::DirectDone => {
                    return Some(Found { start: direct?.track.clone(), nodes: Vec::new(), end: Vec::new() });
                }
            }
        }
        None
    }

    fn start(&mut self, number: usize) {
        let (node, km) = self.from.candidates[number];
        if self.rules.through == 0 && self.scratch.distance(node).is_some_and(|before| before <= km) {
            return;
        }
        let Some(join) = self.joined(self.from, number) else { return };
        let state = self.set(join.passages) * self.nodes + node;
        self.reach(state, join.length_km, NOBODY - 1 - number as u32, f64::INFINITY);
    }

    fn expand(&mut self, state: u32, key: f64) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.scratch.distance(state) else { return };
        let [ahead, straight_km] = self.ahead(node);
        if key > here + ahead + 1e-6 {
            return;
        }
        if let Some(number) = self.scratch.goal(node) {
            self.push(here + self.to.candidates[number as usize].1, Step::End(state));
        }
        let graph = self.graph;
        for arc in graph.arcs(node) {
            let length_km = f64::from(arc.length_km);
            // The next node may be nearer to the last end by as much as that.
            if self.is_out_of_reach(graph.reach_km(arc), here + length_km, straight_km - length_km) {
                continue;
            }
            let passages = graph.passages(arc);
            if passages & self.rules.closed == 0 {
                let set = if passages & self.rules.through == 0 { set } else { set | self.set(passages) };
                let next = set * self.nodes + u32::from(arc.to);
                self.reach(next, here + length_km, state, graph.reach_km(arc));
            }
        }
    }

    /// Whether a node is of no use so far from both ends.
    fn is_out_of_reach(&self, reach_km: f64, behind: f64, ahead: f64) -> bool {
        self.rules.slack_km.is_some_and(|[first, last]| reach_km + first < behind && reach_km + last < ahead)
    }

    fn end(&mut self, state: u32) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.scratch.distance(state) else { return };
        let number = self.scratch.goal(node).unwrap_or_default();
        let Some(join) = self.joined(self.to, number as usize) else { return };
        if set | self.set(join.passages) == self.full() {
            self.push(here + join.length_km, Step::Done(state));
        }
    }

    /// How an end is joined to one of its candidates, if the rules allow it.
    fn joined(&self, end: &End, number: usize) -> Option<Rc<Join>> {
        end.join(self.shore, self.graph, number).filter(|join| join.passages & self.rules.closed == 0)
    }

    fn found(&self, state: u32) -> Option<Found> {
        let last = state % self.nodes;
        let mut nodes = vec![last];
        let mut here = self.scratch.parent(state);
        while here < self.nodes << self.rules.through.count_ones() {
            nodes.push(here % self.nodes);
            here = self.scratch.parent(here);
        }
        nodes.reverse();
        let start = self.joined(self.from, (NOBODY - 1 - here) as usize)?;
        let end = self.joined(self.to, self.scratch.goal(last)? as usize)?;
        Some(Found { start: start.track.clone(), nodes, end: end.back() })
    }

    fn reach(&mut self, state: u32, distance: f64, parent: u32, reach_km: f64) {
        if self.scratch.distance(state).is_some_and(|before| before <= distance) {
            return;
        }
        let node = state % self.nodes;
        let [ahead, straight_km] = self.ahead(node);
        if self.is_out_of_reach(reach_km, distance, straight_km) {
            return;
        }
        self.scratch.reach(state, distance, parent);
        self.push(distance + ahead, Step::Reached(state));
    }

    /// How far the last end is at least, and how far straight: reaches are made for that.
    fn ahead(&mut self, node: u32) -> [f64; 2] {
        let (here, end) = (self.graph.vector(node), self.to.stop.v);
        self.scratch.ahead(node, || {
            let straight_km = (ESTIMATE * arc_km(chord_km(here, end)) - ABOUT_KM - ROUNDING_KM).max(0.0) as f32;
            [self.bound.as_ref().map_or(straight_km, |bound| bound.from(node).max(straight_km)), straight_km]
        })
    }

    fn push(&mut self, key: f64, step: Step) {
        if key > self.best_km {
            return;
        }
        if matches!(step, Step::Done(_) | Step::DirectDone) {
            self.best_km = key;
        }
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
