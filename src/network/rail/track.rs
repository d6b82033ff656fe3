//! From stops to a track.

use std::collections::{BTreeMap, BTreeSet};

use geo::{Coord, LineString, Point};

use super::allowed::Allowed;
use super::graph::RailNetwork;
use super::no_way::{NoWay, not_joined, too_far};
use super::passage::Passage;
use super::search::{Way, shortest};
use super::snap::{Foot, feet};
use super::{Options, RailTrack, Snap};
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
        let mut track: Vec<Coord> = Vec::new();
        let (mut legs_km, mut rails_km, mut countries) = (Vec::new(), 0.0, Vec::new());
        pass(&mut countries, &self.country_of(stops[0], &feet[0]));
        for (number, (ends, feet)) in stops.windows(2).zip(feet.windows(2)).enumerate() {
            let [from, to] = [&feet[0], &feet[1]];
            let way = shortest(self, allowed, from, to)
                .ok_or_else(|| not_joined(self, allowed, number, [ends[0], ends[1]], [from.edge, to.edge]))?;
            rails_km += way.length_km;
            // The joins make it long enough but for rounding.
            let whole = from.join_km + way.length_km + to.join_km;
            legs_km.push(whole.max(distance_km(ends[0], ends[1])));
            self.draw(&mut track, from, &way, to);
            for edge in [from.edge].into_iter().chain(way.edges).chain([to.edge]) {
                self.passage(edge).entered.iter().for_each(|code| pass(&mut countries, code));
            }
        }
        if let (Some(last), Some(foot)) = (stops.last(), feet.last()) {
            pass(&mut countries, &self.country_of(*last, foot));
        }
        let snaps: Vec<Snap> = feet.iter().map(|foot| Snap { point: foot.point, distance_km: foot.join_km }).collect();
        Ok(RailTrack {
            track: LineString(track),
            distance_km: legs_km.iter().sum(),
            legs_km,
            rails_km,
            snap_from_km: snaps.first().map_or(0.0, |snap| snap.distance_km),
            snap_to_km: snaps.last().map_or(0.0, |snap| snap.distance_km),
            snaps,
            countries,
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

    /// Adds the line of a way to a track.
    fn draw(&self, track: &mut Vec<Coord>, from: &Foot, way: &Way, to: &Foot) {
        let mut add = |position: Coord| {
            if track.last() != Some(&position) {
                track.push(position);
            }
        };
        add(from.point.0);
        if let (Some(&first), Some(&last)) = (way.nodes.first(), way.nodes.last()) {
            self.to_node(from, first).into_iter().for_each(&mut add);
            for (&edge, &node) in way.edges.iter().zip(&way.nodes) {
                self.line_from(edge, node).into_iter().for_each(&mut add);
            }
            self.to_node(to, last).into_iter().rev().for_each(&mut add);
        } else {
            let line: Vec<Coord> = self.line(from.edge).collect();
            if from.to_nodes_km[0] <= to.to_nodes_km[0] {
                line.iter().take(to.piece + 1).skip(from.piece + 1).copied().for_each(&mut add);
            } else {
                line.iter().take(from.piece + 1).skip(to.piece + 1).rev().copied().for_each(&mut add);
            }
        }
        track.push(to.point.0);
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

/// Notes that a country is passed.
fn pass(countries: &mut Vec<String>, code: &str) {
    if !code.is_empty() && countries.iter().all(|known| known != code) {
        countries.push(code.to_owned());
    }
}
