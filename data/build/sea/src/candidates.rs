//! Pairs of corners that a taut string may run between.

use crate::sea::detour::{Limit, about_length_km, detour};
use crate::sea::passage::gates_between;
use crate::sea::shore::Shore;
use crate::sea::string::Stop;
use crate::sea::vector::{Vector, about_km, chord_km, cross, dot, vector};

/// A corner that may become a node.
pub struct Corner {
    pub stop: Stop,
    /// The corners before and after it on its simplified ring.
    pub beside: [Vector; 2],
    /// The scale at which it matters: 0 the finest.
    pub level: u8,
}

/// A way between two corners.
#[derive(Clone, Copy)]
pub struct Candidate {
    pub from: u32,
    pub to: u32,
    pub length_km: f64,
    /// Whether it is straight.
    pub straight: bool,
    /// The bits of the passages that it uses.
    pub passages: u32,
}

/// So far edges go at least from and to corners of each level.
pub const REACH_KM: [f64; 3] = [120.0, 700.0, 16_000.0];
/// Longer edges than this are straight.
const BENT_KM: f64 = 1500.0;
/// Sines of angles: how far into the simplified land an edge may point.
const TANGENT: [f64; 3] = [0.25, 0.2, 0.15];

/// All candidates from corner number `from` to those with a higher number.
pub fn candidates(shore: &Shore, corners: &[Corner], from: usize, found: &mut Vec<Candidate>) {
    let a = &corners[from];
    for (to, b) in corners.iter().enumerate().skip(from + 1) {
        let chord = chord_km(a.stop.v, b.stop.v);
        let level = a.level.max(b.level) as usize;
        if chord > REACH_KM[level] || chord < 1e-6 {
            continue;
        }
        let tolerance = TANGENT[level];
        if !is_tangent(a, b, tolerance) || !is_tangent(b, a, tolerance) {
            continue;
        }
        let straight_km = about_km(a.stop.v, b.stop.v);
        // A convex coast may bulge into all of the way from one corner to the next.
        let limit = Limit { shore_km: (1.5 * straight_km).clamp(5.0, 150.0), shores: 4 };
        let track = if straight_km <= BENT_KM {
            detour(shore, a.stop, b.stop, limit)
        } else {
            (!shore.is_between(a.stop.v, b.stop.v)).then(|| vec![a.stop, b.stop])
        };
        let Some(track) = track else { continue };
        let length_km = about_length_km(&track);
        let excess = if straight_km < 150.0 { 1.03 } else { 1.005 };
        if length_km <= straight_km * excess + 0.1 {
            let passages = track.windows(2).fold(0, |set, pair| set | gates_between(pair[0].v, pair[1].v));
            let straight = track.len() == 2;
            found.push(Candidate { from: from as u32, to: to as u32, length_km, straight, passages });
        }
    }
}

fn is_tangent(a: &Corner, b: &Corner, tolerance: f64) -> bool {
    let normal = cross(a.stop.v, b.stop.v);
    let length = dot(normal, normal).sqrt();
    let sines = a.beside.map(|v| dot(normal, v) / (length * chord_km(a.stop.v, v).max(1e-9)));
    sines.iter().all(|&sine| sine > -tolerance) || sines.iter().all(|&sine| sine < tolerance)
}

/// The corners at three scales.
pub fn corners(shore: &Shore, tolerances_km: [f64; 3]) -> Vec<Corner> {
    let mut levels = vec![u8::MAX; shore.len()];
    let mut beside = vec![[0u32; 2]; shore.len()];
    for (level, tolerance_km) in tolerances_km.into_iter().enumerate() {
        for [before, here, next] in crate::corners::corners(shore, tolerance_km) {
            if levels[here as usize] == u8::MAX {
                beside[here as usize] = [before, next];
            }
            levels[here as usize] = level as u8;
        }
    }
    (0..shore.len())
        .filter(|&vertex| levels[vertex] != u8::MAX)
        .map(|vertex| {
            let stop = Stop::beside(shore, vertex as u32);
            let beside = beside[vertex].map(|vertex| vector(shore.at(vertex)));
            Corner { stop, beside, level: levels[vertex] }
        })
        .filter(|corner| is_free(shore, &corner.stop))
        .collect()
}

/// Whether the point beside a vertex is on water: where shores are nearer to each other than the margin it may not be.
fn is_free(shore: &Shore, stop: &Stop) -> bool {
    let Some((vertex, land)) = stop.corner else { return false };
    let crossings = shore.crossings(land, stop.v, usize::MAX).unwrap_or_default();
    crossings.iter().all(|crossing| crossing.vertex == vertex || crossing.vertex == shore.before(vertex))
}
