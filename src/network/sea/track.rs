//! The track along the nodes that a search found.

use std::cell::RefCell;

use geo::{Line, LineString};

use super::arcs::Arc;
use super::detour::{Limit, detour};
use super::graph::Graph;
use super::known::Known;
use super::passage::{Passage, gates_crossed};
use super::search::Found;
use super::settle::settle;
use super::shore::Shore;
use super::string::{Stop, besides, pull};
use crate::geodesy::distance_km;

/// A track that is pulled taut.
pub struct Track {
    pub stops: Vec<Stop>,
    /// The canals in it, each with the number of the stop where it begins.
    canals: Vec<(Passage, Stop)>,
}

thread_local! {
    /// The vertices on the way from one to another.
    static KNOWN: RefCell<Known<2, Option<Vec<u32>>>> = RefCell::default();
    /// How long pieces are, by the bits of their ends' coordinates.
    static LENGTHS: RefCell<Known<8, f64>> = RefCell::default();
}

/// What the edges of the graph were made with, and more.
const LIMIT: Limit = Limit { shore_km: 300.0, shores: 40 };

/// Lays the track and pulls it taut; where it uses a strait's gate it is held fast if `held`.
pub fn lay(shore: &Shore, graph: &Graph, found: &Found, held: bool) -> Track {
    let mut stops = found.start.clone();
    let mut canals = Vec::new();
    for pair in found.nodes.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let next = graph.stop(shore, to);
        if let Some((passage, channel)) = graph.canal(from, to) {
            canals.push((passage, Stop::fixed(channel[0])));
            let channel: Vec<Stop> = channel.into_iter().map(Stop::fixed).collect();
            let last = stops.len() - 1;
            stops[last].clear = true;
            stops.extend(channel[1..].iter().map(|&stop| Stop { clear: true, ..stop }));
            let last = stops.len() - 1;
            stops[last].clear = false;
            continue;
        }
        let arc = graph.arc(from, to);
        let passages = arc.map_or(0, |arc| graph.passages(arc));
        let last = stops.len() - 1;
        if held && passages != 0 {
            stops[last].fixed = true;
        }
        if arc.is_some_and(Arc::is_straight) {
            stops[last].clear = true;
            stops.push(next);
        } else {
            stops.extend(around(shore, graph.stop(shore, from), next));
            stops.push(next);
        }
        if held && passages != 0 {
            let last = stops.len() - 1;
            stops[last].fixed = true;
        }
    }
    stops.extend(found.end.iter().skip(1));
    if stops.len() == 1 {
        stops.push(stops[0]);
    }
    pull(shore, &mut stops);
    settle(shore, &mut stops);
    Track { stops, canals }
}

/// The stops on the way around the land between two nodes, looked up where both lie beside vertices.
fn around(shore: &Shore, from: Stop, to: Stop) -> Vec<Stop> {
    let find = || detour(shore, from, to, LIMIT).map_or(Vec::new(), |track| track[1..track.len() - 1].to_vec());
    let (Some(first), Some(last)) = (from.vertex(), to.vertex()) else { return find() };
    KNOWN.with_borrow_mut(|known| {
        let vertices = known.get_or_insert([first, last], || find().iter().map(Stop::vertex).collect());
        vertices.as_ref().map_or_else(find, |vertices| besides(shore, vertices))
    })
}

/// How long a line is, with its pieces looked up: tracks follow the same capes again and again.
pub fn length_km(line: &LineString) -> f64 {
    LENGTHS.with_borrow_mut(|known| {
        let mut length_km = |piece: Line| {
            let number = |at: f64, half: u32| (at.to_bits() >> (32 * half)) as u32;
            let ends = [piece.start.x, piece.start.y, piece.end.x, piece.end.y];
            let bits = std::array::from_fn(|i| number(ends[i / 2], i as u32 % 2));
            *known.get_or_insert(bits, || distance_km(piece.start_point(), piece.end_point()))
        };
        line.lines().map(&mut length_km).sum()
    })
}

/// The passages that a track uses, in their order.
pub fn passages(track: &Track) -> Vec<Passage> {
    let mut used = Vec::new();
    for pair in track.stops.windows(2) {
        if let Some(&(canal, _)) = track.canals.iter().find(|(_, stop)| stop.at == pair[0].at) {
            used.push(canal);
        }
        let mut crossed: Vec<(f64, Passage)> = gates_crossed(pair[0].v, pair[1].v).collect();
        crossed.sort_by(|a, b| a.0.total_cmp(&b.0));
        used.extend(crossed.into_iter().map(|(_, passage)| passage));
    }
    let mut seen = 0;
    used.retain(|passage| {
        let new = seen & passage.bit() == 0;
        seen |= passage.bit();
        new
    });
    used
}
