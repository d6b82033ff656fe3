//! How the ends of a track are joined to the graph.

use std::cell::RefCell;
use std::rc::Rc;

use geo::Coord;

use super::candidates::{all_within, candidates};
use super::detour::{LOOK_AHEAD_KM, Limit, about_length_km, detour, is_blocked};
use super::graph::Graph;
use super::landmarks::{Distances, Landmarks};
use super::mainland::BROAD_KM;
use super::often::Often;
use super::passage::gates_between;
use super::shore::Shore;
use super::string::Stop;
use super::vector::about_km;

/// Tables name the same harbours again and again: so many ends are kept.
const KEPT: usize = 512;
/// Who has a hard time getting out may try all nodes so near.
const FAR_KM: f64 = 500.0;

/// How far a join may go around land, and how much longer than straight it may get.
#[derive(Clone, Copy)]
pub struct Bend {
    limit: Limit,
    longest: f64,
}

const NEAR: Bend = Bend { limit: Limit { shore_km: 30.0, shores: 4 }, longest: 1.2 };
const FAR: Bend = Bend { limit: Limit { shore_km: 1000.0, shores: 60 }, longest: 20.0 };

/// A point that is to be joined to the graph, and what is known of that.
pub struct End {
    pub stop: Stop,
    /// Nodes, and how far they are at least.
    pub candidates: Vec<(u32, f64)>,
    is_inland: bool,
    bend: Bend,
    /// By candidate.
    joins: RefCell<Vec<Known>>,
}

/// What is known of a join.
#[derive(Clone)]
enum Known {
    Nothing,
    NoWay,
    Way(Rc<Join>),
}

/// A track between two points near each other.
pub struct Join {
    pub track: Vec<Stop>,
    pub length_km: f64,
    /// The bits of the passages that it uses.
    pub passages: u32,
}

thread_local! {
    /// The last ones, the latest at the end.
    static ENDS: RefCell<Vec<Rc<End>>> = const { RefCell::new(Vec::new()) };
}

impl End {
    /// An end at a position, with short joins to the graph.
    pub fn near(graph: &Graph, at: Coord, is_inland: bool) -> Rc<Self> {
        ENDS.with_borrow_mut(|ends| {
            let known = ends.iter().position(|end| end.stop.at == at && end.is_inland == is_inland);
            let end = known.map_or_else(
                || Rc::new(Self::new(at, is_inland, candidates(graph, at, is_inland), NEAR)),
                |place| ends.remove(place),
            );
            if ends.len() == KEPT {
                ends.remove(0);
            }
            ends.push(Rc::clone(&end));
            end
        })
    }

    /// The same with whatever it takes to get out of a winding harbour.
    pub fn far(&self, graph: &Graph) -> Self {
        let mut candidates = self.candidates.clone();
        candidates.extend(all_within(graph, self.stop.at, self.is_inland, FAR_KM));
        Self::new(self.stop.at, self.is_inland, candidates, FAR)
    }

    fn new(at: Coord, is_inland: bool, candidates: Vec<(u32, f64)>, bend: Bend) -> Self {
        let joins = RefCell::new(vec![Known::Nothing; candidates.len()]);
        Self { stop: Stop::fixed(at), candidates, is_inland, bend, joins }
    }

    /// How far the nearest node is.
    pub fn nearest_km(&self) -> f64 {
        self.candidates.iter().map(|&(_, km)| km).fold(f64::INFINITY, f64::min)
    }

    /// What is known by now of its distances from landmarks.
    pub fn distances(&self, landmarks: &Landmarks) -> Distances {
        let joins = self.joins.borrow();
        let possible = (0..joins.len()).filter(|&number| !matches!(joins[number], Known::NoWay));
        landmarks.of_end(possible.map(|number| (self.candidates[number].0, self.least_km(number, &joins[number]))))
    }

    /// How far it is at least from a landmark, whose distances from nodes are these; and the most that a node is farther from
    /// the landmark than from here. Joins are looked at as far as that matters.
    pub fn distance(&self, shore: &Shore, graph: &Graph, of_node: impl Fn(u32) -> f32) -> (f32, f32) {
        let farthest = |sign: f32| {
            let far = |number: usize| match &self.joins.borrow()[number] {
                Known::NoWay => f32::NEG_INFINITY,
                join => sign * of_node(self.candidates[number].0) - self.least_km(number, join) as f32,
            };
            let mut all: Vec<f32> = (0..self.candidates.len()).map(far).collect();
            loop {
                let larger = |a: (usize, f32), b: (usize, f32)| if b.1 > a.1 { b } else { a };
                let (number, farthest) = all.iter().copied().enumerate().fold((0, f32::NEG_INFINITY), larger);
                if farthest == f32::NEG_INFINITY || !matches!(self.joins.borrow()[number], Known::Nothing) {
                    return farthest;
                }
                self.join(shore, graph, number);
                all[number] = far(number);
            }
        };
        (-farthest(-1.0), farthest(1.0))
    }

    /// How long the join to a candidate is at least, by what is known of it.
    fn least_km(&self, number: usize, join: &Known) -> f64 {
        if let Known::Way(join) = join { join.length_km } else { self.candidates[number].1 }
    }

    /// How it is joined to the candidate of this number.
    pub fn join(&self, shore: &Shore, graph: &Graph, number: usize) -> Option<Rc<Join>> {
        let (node, _) = self.candidates[number];
        let mut joins = self.joins.borrow_mut();
        if matches!(joins[number], Known::Nothing) {
            let join = self.bend.join(shore, &self.stop, &graph.stop(shore, node));
            joins[number] = join.map_or(Known::NoWay, Known::Way);
        }
        if let Known::Way(join) = &joins[number] { Some(Rc::clone(join)) } else { None }
    }

    /// How it is joined to another end.
    pub fn direct(&self, shore: &Shore, other: &Self) -> Option<Rc<Join>> {
        self.bend.join(shore, &self.stop, &other.stop)
    }
}

impl Bend {
    fn join(&self, shore: &Shore, a: &Stop, b: &Stop) -> Option<Rc<Join>> {
        let straight_km = about_km(a.v, b.v);
        let often = Often::known().filter(|_| self.limit.shore_km <= BROAD_KM);
        if often.is_some_and(|often| often.mainland.is_between(a.v, b.v)) {
            return None;
        }
        if straight_km > 2.0 * LOOK_AHEAD_KM
            && (is_blocked(shore, a.v, b.v, self.limit) || is_blocked(shore, b.v, a.v, self.limit))
        {
            return None;
        }
        let track = detour(shore, *a, *b, self.limit)?;
        let length_km = about_length_km(&track);
        let passages = track.windows(2).fold(0, |set, pair| set | gates_between(pair[0].v, pair[1].v));
        (length_km <= self.longest * straight_km + 2.0).then(|| Rc::new(Join { track, length_km, passages }))
    }
}

impl Join {
    /// The track the other way.
    pub fn back(&self) -> Vec<Stop> {
        // Whether a way is known to be clear stands with the point where it begins.
        let clear = self.track.iter().rev().skip(1).map(|stop| stop.clear).chain([false]);
        self.track.iter().rev().zip(clear).map(|(stop, clear)| Stop { clear, ..*stop }).collect()
    }
}
