//! The nodes that an end of a track may be joined to: the nearest ones in every direction, at three scales.

use geo::Coord;

use super::graph::{ABOUT_KM, Graph};
use super::vector::{Vector, about_km, chord_km, dot, vector};

const SECTORS: usize = 32;
/// Up to so far, in kilometres, so many nodes of at least this level are taken in each sector.
const SCALES: [(f64, usize, u8); 3] = [(150.0, 3, 0), (800.0, 2, 1), (20_500.0, 3, 2)];
const KM_PER_DEGREE: f64 = 111.0;

/// Nodes and how far they are at least.
pub fn candidates(graph: &Graph, at: Coord, inland: bool) -> Vec<(u32, f64)> {
    let compass = Compass::new(at);
    let mut found = Vec::new();
    let (reach_km, ..) = SCALES[0];
    let lat_deg = reach_km / KM_PER_DEGREE;
    let lon_deg = lat_deg / libm::cos((at.y.abs() + lat_deg).min(89.9).to_radians());
    let fine: Vec<u16> = graph.near(at, lat_deg, lon_deg).flatten().copied().collect();
    for (scale, &(reach_km, most, level)) in SCALES.iter().enumerate() {
        let nodes = if scale == 0 { &fine } else { &graph.coarse };
        let least_km = if scale == 0 { 0.0 } else { SCALES[scale - 1].0 };
        let mut sectors: [Vec<(f64, u32)>; SECTORS] = Default::default();
        for &node in nodes {
            let node = u32::from(node);
            if graph.level(node) < level || graph.is_inland(node) != inland {
                continue;
            }
            let v = graph.vector(node);
            let chord = chord_km(compass.here, v);
            if chord > reach_km || chord < least_km {
                continue;
            }
            let sector = &mut sectors[compass.sector(v)];
            let place = sector.partition_point(|&(other, _)| other <= chord);
            if place < most {
                sector.insert(place, (chord, node));
                sector.truncate(most);
            }
        }
        found.extend(sectors.iter().flatten().map(|&(_, node)| (node, at_least_km(graph, node, compass.here))));
    }
    found
}

/// All nodes within a distance, for ends that are hard to get out of.
pub fn all_within(graph: &Graph, at: Coord, inland: bool, reach_km: f64) -> Vec<(u32, f64)> {
    let here = vector(at);
    (0..graph.len() as u32)
        .filter(|&node| graph.is_inland(node) == inland)
        .map(|node| (node, at_least_km(graph, node, here)))
        .filter(|&(_, km)| km <= reach_km)
        .collect()
}

fn at_least_km(graph: &Graph, node: u32, here: Vector) -> f64 {
    (about_km(here, graph.vector(node)) - ABOUT_KM).max(0.0)
}

struct Compass {
    here: Vector,
    east: Vector,
    north: Vector,
}

impl Compass {
    fn new(at: Coord) -> Self {
        let (sin_lon, cos_lon) = libm::sincos(at.x.to_radians());
        let (sin_lat, cos_lat) = libm::sincos(at.y.to_radians());
        Self {
            here: vector(at),
            east: [-sin_lon, cos_lon, 0.0],
            north: [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
        }
    }

    /// In which of the sectors a point lies.
    fn sector(&self, v: Vector) -> usize {
        let x = dot(self.east, v) - dot(self.east, self.here);
        let y = dot(self.north, v) - dot(self.north, self.here);
        // An angle from 0 to 4 that needs no trigonometry.
        let turn = if x.abs() + y.abs() == 0.0 { 0.0 } else { y / (x.abs() + y.abs()) };
        let turn = if x < 0.0 {
            2.0 - turn
        } else if turn < 0.0 {
            4.0 + turn
        } else {
            turn
        };
        ((turn * SECTORS as f64 / 4.0) as usize).min(SECTORS - 1)
    }
}
