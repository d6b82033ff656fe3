//! How far a way over water is at least, by landmarks (A. V. Goldberg and C. Harrelson, Computing the shortest path: A*
//! search meets graph theory, 2005).
//!
//! Of two places one is as much farther from a landmark as the way between them is long, or less. Straight distances know
//! nothing of the continents in between; these do.

use geo::{Coord, coord};

use super::graph::Graph;
use super::vector::{chord_km, vector};

/// About where they lie: at the far ends of seas, where ways to what is before them lead past each other least.
const PLACES: [Coord; COUNT] = [
    coord! { x: 29.0, y: 60.0 },
    coord! { x: 38.0, y: 46.5 },
    coord! { x: 48.5, y: 29.5 },
    coord! { x: 121.0, y: 39.5 },
    coord! { x: 151.5, y: -33.5 },
    coord! { x: -122.5, y: 48.5 },
    coord! { x: -95.0, y: 29.0 },
    coord! { x: -57.0, y: -35.0 },
];
const COUNT: usize = 8;
/// So many of them are looked at on a way.
const CHOSEN: usize = 3;
/// More than what is lost by keeping distances in few bits.
const ROUNDING_KM: f32 = 0.2;
/// Nodes are looked at in the order of their distances in steps of this.
const STEP_KM: f32 = 8.0;

/// Something for each landmark, in kilometres.
type Each = [f32; COUNT];

/// The distances of all nodes.
pub struct Landmarks(Vec<Each>);

impl Landmarks {
    /// Measures them over ways that use none of the passages `closed`.
    pub fn measure(graph: &Graph, closed: u32) -> Self {
        let mut all = vec![[f32::INFINITY; COUNT]; graph.len()];
        for (number, place) in PLACES.into_iter().enumerate() {
            let here = vector(place);
            let far = |node: u16| chord_km(here, graph.vector(node.into()));
            let nearest = graph.coarse.iter().copied().min_by(|a, b| far(*a).total_cmp(&far(*b)));
            let distances = nearest.map_or(Vec::new(), |nearest| distances(graph, nearest.into(), closed));
            for (each, distance) in all.iter_mut().zip(distances) {
                each[number] = distance;
            }
        }
        Self(all)
    }

    /// What is known of an end's distances from `joins`: nodes that it may be joined to, and how long the joins are at least.
    pub fn of_end(&self, joins: impl Iterator<Item = (u32, f64)>) -> Distances {
        let mut known = Distances { least: [f32::INFINITY; COUNT], most: [f32::NEG_INFINITY; COUNT] };
        for (node, km) in joins {
            for (i, distance) in self.0[node as usize].into_iter().enumerate() {
                known.least[i] = known.least[i].min(distance + km as f32);
                known.most[i] = known.most[i].max(distance - km as f32);
            }
        }
        known
    }

    /// How far a node is from the landmark of that number.
    pub fn distance(&self, number: usize, node: u32) -> f32 {
        self.0[node as usize][number]
    }
}

/// How far an end is from the landmarks: at least, and the most that a node is farther from them than from the end.
pub struct Distances {
    least: Each,
    most: Each,
}

impl Distances {
    /// The numbers of the landmarks that tell most of the way from here to another end.
    pub fn most_telling(&self, to: &Self) -> [usize; CHOSEN] {
        // What can't be reached from a landmark is no number here, and the maximum leaves it out.
        let told_km = |i: usize| (to.least[i] - self.least[i]).max(self.least[i] - to.most[i]).max(0.0);
        let mut all: [usize; COUNT] = std::array::from_fn(|i| i);
        all.sort_by(|&a, &b| told_km(b).total_cmp(&told_km(a)));
        std::array::from_fn(|i| all[i])
    }
}

/// How far an end is at least.
pub struct Bound<'a> {
    pub landmarks: &'a Landmarks,
    /// Some landmarks' numbers; how far the end is from each at least, and the most that a node is farther from it than from
    /// the end.
    pub chosen: [(usize, (f32, f32)); CHOSEN],
}

impl Bound<'_> {
    /// From a node.
    pub fn from(&self, node: u32) -> f32 {
        let told_km = self.chosen.iter().map(|&(number, (least, most))| {
            let distance = self.landmarks.distance(number, node);
            (least - distance).max(distance - most)
        });
        told_km.fold(0.0, f32::max) - ROUNDING_KM
    }
}

/// How far all nodes are from one (R. B. Dial, Algorithm 360, 1969, with nodes looked at again that turn out to be nearer).
fn distances(graph: &Graph, from: u32, closed: u32) -> Vec<f32> {
    let mut distances = vec![f32::INFINITY; graph.len()];
    distances[from as usize] = 0.0;
    let mut steps = vec![vec![(from, 0.0)]];
    let mut at = 0;
    while at < steps.len() {
        while let Some((node, distance)) = steps[at].pop() {
            if distances[node as usize] < distance {
                continue;
            }
            for arc in graph.arcs(node) {
                let next = distance + arc.length_km;
                if next < distances[usize::from(arc.to)] && graph.passages(arc) & closed == 0 {
                    distances[usize::from(arc.to)] = next;
                    let step = (next / STEP_KM) as usize;
                    if steps.len() <= step {
                        steps.resize(step + 1, Vec::new());
                    }
                    steps[step].push((arc.to.into(), next));
                }
            }
        }
        at += 1;
    }
    distances
}
