//! The nodes that an end of a track may be joined to: the nearest ones in every direction, at three scales.

use geo::Coord;

use super::graph::{ABOUT_KM, Graph};
use super::vector::{Vector, arc_km, chord_km, difference, dot, quarter_turns, vector};

const SECTORS: usize = 32;
/// Up to so far, in kilometres, so many nodes of at least this level are taken in each sector.
const SCALES: [(f64, usize, u8); 3] = [(150.0, 3, 0), (800.0, 2, 1), (20_500.0, 3, 2)];
const MOST: usize = 3;
const COARSEST: u8 = 2;
const KM_PER_DEGREE: f64 = 111.0;

/// Nodes and how far they are at least.
pub fn candidates(graph: &Graph, at: Coord, inland: bool) -> Vec<(u32, f64)> {
    let compass = Compass::new(at);
    let mut found = Vec::new();
    let mut least_km = 0.0;
    for (reach_km, most, level) in SCALES {
        let mut nearest = Nearest::new(most);
        let mut look = |node: u16| {
            let node = u32::from(node);
            if graph.level(node) >= level && graph.is_inland(node) == inland {
                let way = difference(graph.vector(node), compass.here);
                let square = dot(way, way);
                if (least_km * least_km..=reach_km * reach_km).contains(&square) {
                    nearest.take(compass.sector(way), square, node);
                }
            }
        };
        if level == COARSEST {
            graph.coarse.iter().for_each(|&node| look(node));
        } else {
            let lat_deg = reach_km / KM_PER_DEGREE;
            let lon_deg = lat_deg / libm::cos((at.y.abs() + lat_deg).min(89.9).to_radians());
            graph.near(at, lat_deg, lon_deg).flatten().for_each(|&node| look(node));
        }
        found.extend(nearest.nodes().map(|(square, node)| (node, (arc_km(square.sqrt()) - ABOUT_KM).max(0.0))));
        least_km = reach_km;
    }
    found
}

/// All nodes within a distance, for ends that are hard to get out of.
pub fn all_within(graph: &Graph, at: Coord, inland: bool, reach_km: f64) -> Vec<(u32, f64)> {
    let here = vector(at);
    (0..graph.len() as u32)
        .filter(|&node| graph.is_inland(node) == inland)
        .map(|node| (node, (arc_km(chord_km(here, graph.vector(node))) - ABOUT_KM).max(0.0)))
        .filter(|&(_, km)| km <= reach_km)
        .collect()
}

/// The nearest nodes in each sector, with the squares of how far they are.
struct Nearest {
    most: usize,
    counts: [usize; SECTORS],
    sectors: [[(f64, u32); MOST]; SECTORS],
}

impl Nearest {
    fn new(most: usize) -> Self {
        Self { most, counts: [0; SECTORS], sectors: [[(0.0, 0); MOST]; SECTORS] }
    }

    fn take(&mut self, sector: usize, square: f64, node: u32) {
        let (count, nodes) = (&mut self.counts[sector], &mut self.sectors[sector]);
        if *count == self.most && nodes[*count - 1].0 <= square {
            return;
        }
        let place = nodes[..*count].partition_point(|&(other, _)| other <= square);
        *count = (*count + 1).min(self.most);
        nodes[place..*count].rotate_right(1);
        nodes[place] = (square, node);
    }

    fn nodes(&self) -> impl Iterator<Item = (f64, u32)> {
        self.sectors.iter().zip(self.counts).flat_map(|(nodes, count)| nodes[..count].iter().copied())
    }
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

    /// In which of the sectors a way from here leads.
    fn sector(&self, way: Vector) -> usize {
        ((quarter_turns(dot(self.east, way), dot(self.north, way)) * SECTORS as f64 / 4.0) as usize).min(SECTORS - 1)
    }
}
