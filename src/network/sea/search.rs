//! The shortest way through the graph (A*, Hart, Nilsson and Raphael 1968).
//!
//! How an end is joined to a node is looked at only when the search gets there: until then the straight distance stands
//! for it. To use passages that are asked for, the search counts a node once for every set of those that lie behind it.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::detour::{Limit, about_length_km, detour};
use super::graph::Graph;
use super::passage::gates_between;
use super::shore::Shore;
use super::string::Stop;
use super::vector::about_km;

/// How a point is joined to the graph.
pub struct End {
    pub stop: Stop,
    pub candidates: Vec<(u32, f64)>,
}

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
    /// Longer joins than this are straight.
    pub bent_km: f64,
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
const NOBODY: u32 = u32::MAX;

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

#[derive(Default)]
struct Scratch {
    round: u32,
    rounds: Vec<u32>,
    distance: Vec<f64>,
    parent: Vec<u32>,
    /// By node: how far the last end is at least, and how far straight if it may be joined to it.
    seen: Vec<u32>,
    ahead: Vec<f64>,
    goal_rounds: Vec<u32>,
    goal_km: Vec<f64>,
}

impl Scratch {
    fn new(nodes: usize, states: usize) -> Self {
        Self {
            round: 1,
            rounds: vec![0; states],
            distance: vec![0.0; states],
            parent: vec![NOBODY; states],
            seen: vec![0; nodes],
            ahead: vec![0.0; nodes],
            goal_rounds: vec![0; nodes],
            goal_km: vec![0.0; nodes],
        }
    }
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// The shortest way from one end to the other; `None` if there is none.
pub fn search(graph: &Graph, shore: &Shore, from: &End, to: &End, rules: Rules) -> Option<Found> {
    SCRATCH.with_borrow_mut(|scratch| Search::new(graph, shore, (from, to), rules, scratch).run())
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
        let nodes = graph.stops.len();
        let states = nodes << rules.through.count_ones();
        scratch.round = scratch.round.wrapping_add(1);
        if scratch.rounds.len() < states || scratch.round == 0 {
            *scratch = Scratch::new(nodes, states);
        }
        let (from, to) = ends;
        for &(node, km) in &to.candidates {
            scratch.goal_rounds[node as usize] = scratch.round;
            scratch.goal_km[node as usize] = km;
        }
        let starts = vec![None; from.candidates.len()];
        let waiting = BinaryHeap::new();
        Self { graph, shore, from, to, rules, scratch, waiting, nodes: nodes as u32, starts, ends: Vec::new() }
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
                    let joined = self.join(&self.from.stop, &self.to.stop);
                    if let Some((track, passages)) = joined.filter(|(_, passages)| self.set(*passages) == self.full()) {
                        self.push(about_length_km(&track), Step::DirectDone);
                        direct = Some(track);
                        let _ = passages;
                    }
                }
                Step::DirectDone => return Some(Found { start: direct?, nodes: Vec::new(), end: Vec::new() }),
            }
        }
        None
    }

    fn start(&mut self, number: usize) {
        let (node, km) = self.from.candidates[number];
        if self.rules.through == 0 && self.distance(node).is_some_and(|before| before <= km) {
            return;
        }
        let Some((track, passages)) = self.join(&self.from.stop, &self.graph.stops[node as usize]) else { return };
        let state = self.set(passages) * self.nodes + node;
        if self.reach(state, about_length_km(&track), NOBODY - 1 - number as u32) {
            self.starts[number] = Some(track);
        }
    }

    fn expand(&mut self, state: u32, key: f64) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.distance(state) else { return };
        if key > here + self.ahead(node) + 1e-6 {
            return;
        }
        if self.scratch.goal_rounds[node as usize] == self.scratch.round {
            self.push(here + self.scratch.goal_km[node as usize], Step::End(state));
        }
        for arc in self.graph.arcs(node) {
            if arc.passages & self.rules.closed == 0 {
                let next = (set | self.set(arc.passages)) * self.nodes + arc.to;
                self.reach(next, here + f64::from(arc.length_km), state);
            }
        }
    }

    fn end(&mut self, state: u32) {
        let (node, set) = (state % self.nodes, state / self.nodes);
        let Some(here) = self.distance(state) else { return };
        let Some((track, passages)) = self.join(&self.graph.stops[node as usize], &self.to.stop) else { return };
        if set | self.set(passages) == self.full() {
            self.push(here + about_length_km(&track), Step::Done(state));
            self.ends.push((state, track));
        }
    }

    fn found(&mut self, state: u32) -> Option<Found> {
        let end =
            self.ends.iter().position(|&(other, _)| other == state).map(|place| self.ends.swap_remove(place).1)?;
        let mut nodes = vec![state % self.nodes];
        let mut here = self.scratch.parent[state as usize];
        while here < self.nodes << self.rules.through.count_ones() {
            nodes.push(here % self.nodes);
            here = self.scratch.parent[here as usize];
        }
        nodes.reverse();
        let start = self.starts.get_mut((NOBODY - 1 - here) as usize)?.take()?;
        Some(Found { start, nodes, end })
    }

    /// The track between two points near each other and the passages that it uses, if the rules allow it.
    fn join(&self, a: &Stop, b: &Stop) -> Option<(Vec<Stop>, u32)> {
        let straight_km = about_km(a.v, b.v);
        let track = if straight_km > self.rules.bent_km {
            if self.shore.is_between(a.v, b.v) {
                return None;
            }
            vec![*a, *b]
        } else {
            detour(self.shore, *a, *b, self.rules.limit)?
        };
        if about_length_km(&track) > self.rules.longest * straight_km + 2.0 {
            return None;
        }
        let passages = track.windows(2).fold(0, |set, pair| set | gates_between(pair[0].v, pair[1].v));
        (passages & self.rules.closed == 0).then_some((track, passages))
    }

    fn reach(&mut self, state: u32, distance: f64, parent: u32) -> bool {
        if self.distance(state).is_some_and(|before| before <= distance) {
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
        let place = state as usize;
        self.scratch.rounds[place] = self.scratch.round;
        self.scratch.distance[place] = distance;
        self.scratch.parent[place] = parent;
        self.push(distance + ahead, Step::Reached(state));
        true
    }

    fn distance(&self, state: u32) -> Option<f64> {
        let place = state as usize;
        (self.scratch.rounds[place] == self.scratch.round).then(|| self.scratch.distance[place])
    }

    fn ahead(&mut self, node: u32) -> f64 {
        let place = node as usize;
        if self.scratch.seen[place] != self.scratch.round {
            self.scratch.seen[place] = self.scratch.round;
            self.scratch.ahead[place] = ESTIMATE * about_km(self.graph.vector(node), self.to.stop.v);
        }
        self.scratch.ahead[place]
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

/// An end at a position.
impl End {
    pub fn new(at: geo::Coord, candidates: Vec<(u32, f64)>) -> Self {
        Self { stop: Stop::fixed(at), candidates }
    }

    /// How far the nearest node is.
    pub fn nearest_km(&self) -> f64 {
        self.candidates.iter().map(|&(_, km)| km).fold(f64::INFINITY, f64::min)
    }
}
