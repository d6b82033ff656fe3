//! From stops to a track.

use std::collections::{BTreeMap, BTreeSet};

use geo::{Coord, LineString, Point};

use super::allowed::Allowed;
use super::graph::RailNetwork;
use super::no_way::{NoWay, not_joined, too_far};
use super::passage::Passage;
use super::search::{Way, shortest};
use super::snap::{Foot, feet};
use super::{Milestone, Options, RailTrack, Snap};
use crate::geodesy::distance_km;
use crate::world::{Boundaries, country_at};

impl RailNetwork {
    /// The shortest way over this network through all stops in their order: see [`super::route`].
    ///
    /// # Errors
    /// As [`super::route`].
    pub fn route(&self, stops: &[Point], options: &Options) -> Result<RailTrack, NoWay> {
        if stops.len() < 2 {
            return Err(NoWay::TooFewStops);
        }
        let found = self.route_allowed(stops, options);
        if found.is_ok() || *options == Options::default() {
            return found;
        }
        match self.route_allowed(stops, &Options::default()) {
            Ok(way) => Err(NoWay::OnlyThroughOthers { countries: way.countries, distance_km: way.distance_km }),
            Err(why) => Err(why),
        }
    }

    /// The shortest way over this network, within one country if it can be done: see [`super::route_staying`].
    ///
    /// # Errors
    /// As [`super::route`].
    pub fn route_staying(&self, stops: &[Point], options: &Options, country: &str) -> Result<(RailTrack, bool), NoWay> {
        let staying = Options { within: vec![country.to_owned()], avoid: options.avoid.clone() };
        match self.route_allowed(stops, &staying) {
            Ok(track) => Ok((track, true)),
            Err(_) => self.route(stops, options).map(|track| (track, false)),
        }
    }

    fn route_allowed(&self, stops: &[Point], options: &Options) -> Result<RailTrack, NoWay> {
        let restricted;
        let allowed = if *options == Options::default() {
            self.free.get_or_init(|| Allowed::new(self, options))
        } else {
            restricted = Allowed::new(self, options);
            &restricted
        };
        let feet = self.join(allowed, stops)?;
        let mut drawn = Drawn::default();
        let (mut legs_km, mut rails_km) = (Vec::new(), 0.0);
        drawn.pass(&self.country_of(stops[0], &feet[0]));
        for (number, (ends, feet)) in stops.windows(2).zip(feet.windows(2)).enumerate() {
            let [from, to] = [&feet[0], &feet[1]];
            let way = shortest(self, allowed, from, to)
                .ok_or_else(|| not_joined(self, allowed, number, [ends[0], ends[1]], [from.edge, to.edge]))?;
            rails_km += way.length_km;
            // The joins make it long enough but for rounding.
            let whole = from.join_km + way.length_km + to.join_km;
            legs_km.push(whole.max(distance_km(ends[0], ends[1])));
            self.draw(&mut drawn, from, &way, to);
        }
        if let (Some(last), Some(foot)) = (stops.last(), feet.last()) {
            drawn.pass(&self.country_of(*last, foot));
            drawn.reach(0.0);
        }
        let snaps: Vec<Snap> = feet.iter().map(|foot| Snap { point: foot.point, distance_km: foot.join_km }).collect();
        Ok(RailTrack {
            track: LineString(drawn.track),
            distance_km: legs_km.iter().sum(),
            legs_km,
            rails_km,
            snap_from_km: snaps.first().map_or(0.0, |snap| snap.distance_km),
            snap_to_km: snaps.last().map_or(0.0, |snap| snap.distance_km),
            snaps,
            countries: drawn.countries,
            milestones: drawn.milestones,
        })
    }

    /// Joins all stops to rails that hang together, with the shortest joins in all.
    fn join(&self, allowed: &Allowed, stops: &[Point]) -> Result<Vec<Foot>, NoWay> {
        let mut around: Vec<BTreeMap<u32, Foot>> = Vec::with_capacity(stops.len());
        // The parts of the network that all stops so far can be joined to.
        let mut common: BTreeSet<u32> = BTreeSet::new();
        for (stop, point) in stops.iter().enumerate() {
            let feet = feet(self, allowed, *point);
            if feet.is_empty() {
                return Err(too_far(self, allowed, stop, *point));
            }
            let here: BTreeSet<u32> = feet.keys().copied().collect();
            let shared = if stop == 0 { here.clone() } else { common.intersection(&here).copied().collect() };
            if shared.is_empty() {
                let edges = [nearest_of(&around[stop - 1], &common), nearest_of(&feet, &here)];
                return Err(not_joined(self, allowed, stop - 1, [stops[stop - 1], *point], edges));
            }
            common = shared;
            around.push(feet);
        }
        let joins_km = |part: &u32| around.iter().map(|feet| feet[part].join_km).sum::<f64>();
        let best = common.into_iter().min_by(|a, b| joins_km(a).total_cmp(&joins_km(b)));
        Ok(best.map_or_else(Vec::new, |part| around.iter().map(|feet| feet[&part]).collect()))
    }

    /// Adds the line of a way to what is drawn.
    fn draw(&self, drawn: &mut Drawn, from: &Foot, way: &Way, to: &Foot) {
        drawn.add([from.point.0]);
        drawn.reach(from.join_km);
        let start_km = drawn.km;
        self.enter(drawn, from.edge);
        if let (Some(&first), Some(&last)) = (way.nodes.first(), way.nodes.last()) {
            drawn.add(self.to_node(from, first));
            drawn.reach(self.to_node_km(from, first));
            for (&edge, &node) in way.edges.iter().zip(&way.nodes) {
                drawn.add(self.line_from(edge, node));
                self.enter(drawn, edge);
                drawn.reach(self.edges[edge as usize].length_km);
            }
            drawn.add(self.to_node(to, last).into_iter().rev());
        } else {
            let line: Vec<Coord> = self.line(from.edge).collect();
            if from.to_nodes_km[0] <= to.to_nodes_km[0] {
                drawn.add(line.iter().take(to.piece + 1).skip(from.piece + 1).copied());
            } else {
                drawn.add(line.iter().take(from.piece + 1).skip(to.piece + 1).rev().copied());
            }
        }
        drawn.track.push(to.point.0);
        self.enter(drawn, to.edge);
        drawn.reach(start_km + way.length_km - drawn.km);
        drawn.km += to.join_km;
    }

    fn enter(&self, drawn: &mut Drawn, edge: u32) {
        self.passage(edge).entered.iter().for_each(|code| drawn.pass(code));
    }

    /// How far it is along the track from a foot to a node of its edge.
    fn to_node_km(&self, foot: &Foot, node: u32) -> f64 {
        let [start, end] = self.edges[foot.edge as usize].nodes;
        let [to_start, to_end] = foot.to_nodes_km;
        if start == end {
            to_start.min(to_end)
        } else if node == start {
            to_start
        } else {
            to_end
        }
    }

    /// The positions from a foot, which is not among them, to a node of its edge: the one that is nearer along it, if both
    /// ends are that node.
    fn to_node(&self, foot: &Foot, node: u32) -> Vec<Coord> {
        let [start, end] = self.edges[foot.edge as usize].nodes;
        let line = self.line(foot.edge);
        let backward = if start == end { foot.to_nodes_km[0] <= foot.to_nodes_km[1] } else { node == start };
        if backward {
            let mut before: Vec<Coord> = line.take(foot.piece + 1).collect();
            before.reverse();
            before
        } else {
            line.skip(foot.piece + 1).collect()
        }
    }

    fn line_from(&self, edge: u32, node: u32) -> Vec<Coord> {
        let line = self.line(edge);
        if self.edges[edge as usize].nodes[0] == node { line.collect() } else { line.rev().collect() }
    }

    /// The country that a stop lies in; empty at sea.
    fn country_of(&self, stop: Point, foot: &Foot) -> String {
        // So near to rails that are in one country and near to no other, it lies in that: no polygons needed.
        if foot.join_km < self.passages.sure_km()
            && let Passage { entered, near } = self.passage(foot.edge)
            && let ([code], [only]) = (&entered[..], &near[..])
            && code == only
        {
            return code.clone();
        }
        country_at(stop, Boundaries::Recognised).map_or_else(String::new, |country| country.code.to_owned())
    }

    /// Where an edge is.
    pub(super) fn passage(&self, edge: u32) -> &Passage {
        self.passages.of(edge, self.edges[edge as usize].class, self.line(edge))
    }
}

/// The edge of the nearest of some feet, of those on these parts.
fn nearest_of(feet: &BTreeMap<u32, Foot>, parts: &BTreeSet<u32>) -> u32 {
    let feet = feet.iter().filter(|(part, _)| parts.contains(part)).map(|(_, foot)| foot);
    feet.min_by(|a, b| a.join_km.total_cmp(&b.join_km)).map_or(0, |foot| foot.edge)
}

/// A way as far as it is drawn.
#[derive(Default)]
struct Drawn {
    track: Vec<Coord>,
    milestones: Vec<Milestone>,
    countries: Vec<String>,
    km: f64,
}

impl Drawn {
    /// Goes on through these positions.
    fn add(&mut self, positions: impl IntoIterator<Item = Coord>) {
        for position in positions {
            if self.track.last() != Some(&position) {
                self.track.push(position);
            }
        }
    }

    /// Notes that the last position lies so much farther on than the milestone before.
    fn reach(&mut self, more_km: f64) {
        self.km += more_km;
        let vertex = self.track.len().saturating_sub(1);
        self.milestones.push(Milestone { vertex, km: self.km, countries: self.countries.len() });
    }

    /// Notes that a country is passed.
    fn pass(&mut self, code: &str) {
        if !code.is_empty() && self.countries.iter().all(|known| known != code) {
            self.countries.push(code.to_owned());
        }
    }
}
