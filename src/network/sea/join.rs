//! Joining a point to open water.

use geo::{Coord, Point};

use super::graph::Graph;
use super::shore::{MARGIN_KM, Shore};
use super::tile::{tile_of, turned};
use super::vector::{chord_km, vector};
use crate::geodesy::distance_km;

/// A place farther from the sea than this has no harbour, not even up a river.
pub const FARTHEST_KM: f64 = 600.0;

const KM_PER_DEGREE: f64 = 111.2;

/// A body of water that ships don't leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Water {
    /// The oceans and the seas joined to them.
    Ocean,
    /// The Caspian Sea.
    Caspian,
}

/// A point on open water.
#[derive(Clone, Copy, Debug)]
pub struct Joined {
    pub at: Coord,
    /// The geodesic to it from the point that was asked for.
    pub snap_km: f64,
    pub water: Water,
}

/// The water that a point lies on; `None` on land.
pub fn water_at(shore: &Shore, graph: &Graph, at: Coord) -> Option<Water> {
    let here = vector(at);
    let mut nearest: Option<(f64, u32)> = None;
    for reach_deg in [0.2, 2.0, 20.0, 180.0] {
        let lon_deg = reach_deg / libm::cos(at.y.to_radians()).max(1e-3);
        for node in graph.near(at, reach_deg, lon_deg).flatten().map(|&node| u32::from(node)) {
            let chord = chord_km(here, graph.vector(node));
            if nearest.is_none_or(|(least, _)| chord < least) {
                nearest = Some((chord, node));
            }
        }
        if nearest.is_some() {
            break;
        }
    }
    // Whoever crosses shores an even number of times from water comes to water.
    let (_, node) = nearest?;
    let crossings = shore.crossings(here, graph.stop(shore, node).v, usize::MAX)?;
    if crossings.len() % 2 == 1 {
        return None;
    }
    let inland = crossings.iter().filter(|crossing| shore.is_inland(shore.ring(crossing.vertex))).count() % 2 == 1;
    Some(if inland == graph.is_inland(node) { Water::Ocean } else { Water::Caspian })
}

/// The open water nearest to a point: where it lies, or the nearest shore, of `only` one water if that is asked.
/// `None` if none is within [`FARTHEST_KM`].
pub fn join(shore: &Shore, graph: &Graph, point: Point, only: Option<Water>, farthest_km: f64) -> Option<Joined> {
    let at = Coord { x: turned(point.x()), y: point.y() };
    if let Some(water) = water_at(shore, graph, at).filter(|&water| only.is_none_or(|only| only == water)) {
        return Some(Joined { at, snap_km: 0.0, water });
    }
    let mut best: Option<(f64, u32)> = None;
    let lon_km = KM_PER_DEGREE * libm::cos(at.y.to_radians()).max(1e-3);
    let mut reach_deg = 0.25;
    loop {
        let reach_km = reach_deg * KM_PER_DEGREE;
        let lon_deg =
            (reach_km / (KM_PER_DEGREE * libm::cos((at.y.abs() + reach_deg).min(89.9).to_radians()))).min(179.0);
        let south_west = tile_of(Coord { x: at.x - lon_deg, y: at.y - reach_deg });
        let north_east = tile_of(Coord { x: at.x + lon_deg, y: at.y + reach_deg });
        for patch in south_west.through(north_east).filter_map(|tile| shore.patch(tile)) {
            for vertex in patch.vertices() {
                let water = water_of(shore, vertex);
                if only.is_some_and(|only| only != water) {
                    continue;
                }
                let (_, km) = foot(shore, at, lon_km, vertex);
                if best.is_none_or(|least| (km, vertex) < least) {
                    best = Some((km, vertex));
                }
            }
        }
        if best.is_some_and(|(km, _)| km <= reach_km) || reach_km > farthest_km {
            break;
        }
        reach_deg *= 2.0;
    }
    let (_, vertex) = best?;
    let along = foot(shore, at, lon_km, vertex).0;
    // In a narrow inlet the other shore may be nearer than the margin.
    let on_water = (0..6)
        .map(|halved| off_shore(shore, along, vertex, MARGIN_KM / f64::from(1 << (2 * halved))))
        .find(|&on_water| water_at(shore, graph, on_water).is_some())?;
    let snap_km = distance_km(point, on_water.into());
    (snap_km <= farthest_km).then(|| Joined { at: on_water, snap_km, water: water_of(shore, vertex) })
}

/// The Caspian's shores, its islands' too, are the only ones in this rectangle.
fn water_of(shore: &Shore, vertex: u32) -> Water {
    let at = shore.at(vertex);
    if (46.0..55.0).contains(&at.x) && (36.0..48.0).contains(&at.y) { Water::Caspian } else { Water::Ocean }
}

/// How far along an edge, from 0 to 1, it is nearest to a point, and how far that is.
fn foot(shore: &Shore, at: Coord, lon_km: f64, vertex: u32) -> (f64, f64) {
    let local = |c: Coord| (turned(c.x - at.x) * lon_km, (c.y - at.y) * KM_PER_DEGREE);
    let ((ax, ay), (bx, by)) = (local(shore.at(vertex)), local(shore.at(shore.next(vertex))));
    let (dx, dy) = (bx - ax, by - ay);
    let along = (-(ax * dx + ay * dy) / (dx * dx + dy * dy).max(1e-18)).clamp(0.0, 1.0);
    (along, (ax + along * dx).hypot(ay + along * dy))
}

/// A point so far off an edge, to the right of it, where the water is.
fn off_shore(shore: &Shore, along: f64, vertex: u32, off_km: f64) -> Coord {
    let end = if along <= 0.0 { Some(vertex) } else { (along >= 1.0).then(|| shore.next(vertex)) };
    let (a, b) = (shore.at(vertex), shore.at(shore.next(vertex)));
    if let Some(vertex) = end {
        let (at, by) = (shore.at(vertex), shore.beside(vertex).0);
        let part = off_km / MARGIN_KM;
        return Coord { x: turned(at.x + part * (by.x - at.x)), y: at.y + part * (by.y - at.y) };
    }
    let lon_km = KM_PER_DEGREE * libm::cos(a.y.to_radians()).max(1e-3);
    let (dx, dy) = ((b.x - a.x) * lon_km, (b.y - a.y) * KM_PER_DEGREE);
    let step = off_km / dx.hypot(dy).max(1e-9);
    Coord {
        x: turned(a.x + along * (b.x - a.x) + dy * step / lon_km),
        y: a.y + along * (b.y - a.y) - dx * step / KM_PER_DEGREE,
    }
}
