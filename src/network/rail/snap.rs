//! The nearest point of a line for a stop.

use std::collections::BTreeMap;

use geo::{Coord, Point};

use super::allowed::Allowed;
use super::graph::RailNetwork;
use super::{LONGER_JOIN_KM, LONGEST_JOIN_KM};
use crate::geodesy::distance_km;

/// About; only rectangles are compared by it, and they are taken a little larger.
const KM_PER_DEGREE: f64 = 110.0;

/// A point on an edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Foot {
    pub edge: u32,
    /// On the piece from this position of the edge's line to the next.
    pub piece: usize,
    pub point: Point,
    /// How far it is from the stop.
    pub join_km: f64,
    /// How far it is along the track from the edge's two nodes.
    pub to_nodes_km: [f64; 2],
}

/// Per part of the network that hangs together the point nearest to the stop, where it is not farther than
/// [`LONGEST_JOIN_KM`], nor [`LONGER_JOIN_KM`] farther than that of another part.
pub(super) fn feet(network: &RailNetwork, allowed: &Allowed, stop: Point) -> BTreeMap<u32, Foot> {
    let reach = LONGEST_JOIN_KM / KM_PER_DEGREE;
    let wide = reach / libm::cos(stop.y().to_radians()).max(0.01);
    let mut best: BTreeMap<u32, Near> = BTreeMap::new();
    for (index, edge) in network.edges.iter().enumerate() {
        let (low, high) = (edge.bounds.min(), edge.bounds.max());
        // Most edges are told apart by latitude alone, which needs no turning.
        if stop.y() < low.y - reach || stop.y() > high.y + reach {
            continue;
        }
        let x = turned(stop.x(), edge.bounds.center().x);
        if x < low.x - wide || x > high.x + wide || !allowed.edge(index as u32) {
            continue;
        }
        let near = on_edge(network, index as u32, stop);
        let part = allowed.part(edge.nodes[0]);
        if best.get(&part).is_none_or(|other| near.square < other.square) {
            best.insert(part, near);
        }
    }
    let mut feet: BTreeMap<u32, Foot> =
        best.into_iter().map(|(part, near)| (part, foot(network, &near, stop))).collect();
    let shortest = feet.values().map(|foot| foot.join_km).fold(f64::INFINITY, f64::min);
    let longest = LONGEST_JOIN_KM.min(shortest + LONGER_JOIN_KM);
    feet.retain(|_, foot| foot.join_km <= longest);
    feet
}

/// The point nearest to the stop on all edges that `wanted` picks, however far.
pub(super) fn nearest(network: &RailNetwork, stop: Point, wanted: impl Fn(u32) -> bool) -> Option<Foot> {
    let edges = (0..network.edges.len() as u32).filter(|edge| wanted(*edge));
    let near = edges.map(|edge| on_edge(network, edge, stop)).min_by(|a, b| a.square.total_cmp(&b.square))?;
    Some(foot(network, &near, stop))
}

/// A point on an edge, in the plane around the stop.
struct Near {
    edge: u32,
    piece: usize,
    point: Coord,
    /// The square of its distance from the stop, in degrees of latitude.
    square: f64,
}

/// The nearest point of an edge in the plane that touches the earth at the stop: good for what is near, and enough to compare
/// what is far.
fn on_edge(network: &RailNetwork, edge: u32, stop: Point) -> Near {
    let scale = libm::cos(stop.y().to_radians());
    let flat = |at: Coord| Coord { x: (at.x - turned(stop.x(), at.x)) * scale, y: at.y - stop.y() };
    let mut best = Near { edge, piece: 0, point: stop.0, square: f64::INFINITY };
    let mut line = network.line(edge);
    let Some(mut start) = line.next() else { return best };
    for (piece, end) in line.enumerate() {
        let (a, b) = (flat(start), flat(end));
        let along = b - a;
        let length = along.x * along.x + along.y * along.y;
        let t = if length > 0.0 { (-(a.x * along.x + a.y * along.y) / length).clamp(0.0, 1.0) } else { 0.0 };
        let foot = a + along * t;
        let square = foot.x * foot.x + foot.y * foot.y;
        if square < best.square {
            best = Near { edge, piece, point: start + (end - start) * t, square };
        }
        start = end;
    }
    best
}

/// Measures where on its edge a point is. The track is longer than its line; what it is longer is spread evenly.
fn foot(network: &RailNetwork, near: &Near, stop: Point) -> Foot {
    let point = Point(near.point);
    let line: Vec<Coord> = network.line(near.edge).collect();
    let length = |positions: &mut dyn Iterator<Item = Coord>| {
        let mut total = 0.0;
        if let Some(mut before) = positions.next() {
            for position in positions {
                total += distance_km(Point(before), Point(position));
                before = position;
            }
        }
        total
    };
    let before = length(&mut line[..=near.piece].iter().copied().chain([near.point]));
    let after = length(&mut [near.point].into_iter().chain(line[near.piece + 1..].iter().copied()));
    let stretch = (network.edges[near.edge as usize].length_km / (before + after)).max(1.0);
    let to_nodes_km = if before + after > 0.0 { [before * stretch, after * stretch] } else { [0.0; 2] };
    Foot { edge: near.edge, piece: near.piece, point, join_km: distance_km(stop, point), to_nodes_km }
}

/// The longitude plus as many turns as bring it next to `near`.
fn turned(x: f64, near: f64) -> f64 {
    x + 360.0 * ((near - x) / 360.0).round()
}
