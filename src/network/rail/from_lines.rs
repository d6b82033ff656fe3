//! A network of the user's own lines.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use geo::{Coord, LineString, Point};

use super::RailNetwork;
use super::graph::{Edge, bounds};
use super::passage::Passages;
use crate::geodesy::{distance_km, length_km};

/// Ends of lines that are not farther apart are one node.
const JOIN_KM: f64 = 0.05;

/// A cell of the grid that ends are looked for in, in degrees of latitude; larger than [`JOIN_KM`].
const CELL_DEGREES: f64 = 0.001;

impl RailNetwork {
    /// The network of these lines. They meet where they share a vertex, as lines of OpenStreetMap do, and where an end of one is
    /// within 50 m of an end of another; lines that cross elsewhere do not meet. Lengths are the geodesic lengths of the lines. A line with a position that is none (not finite,
    /// beyond 90° of latitude) is left out.
    ///
    /// # Example
    /// ```
    /// use geo::{line_string, point};
    /// use portolan::network::rail::{Options, RailNetwork};
    ///
    /// let lines = [line_string![(x: 8.0, y: 47.0), (x: 8.1, y: 47.1)], line_string![(x: 8.1, y: 47.1), (x: 8.2, y: 47.0)]];
    /// let way = RailNetwork::from_lines(&lines).route(&[point!(x: 8.0, y: 47.0), point!(x: 8.2, y: 47.0)], &Options::default());
    /// assert_eq!(way.unwrap().distance_km.round(), 27.0);
    /// ```
    pub fn from_lines(lines: &[LineString]) -> Self {
        let mut ends = Ends::default();
        let (mut edges, mut vertices) = (Vec::new(), Vec::new());
        let is_position = |at: &Coord| at.x.is_finite() && at.y.abs() <= 90.0;
        let lines: Vec<&LineString> =
            lines.iter().filter(|line| line.0.len() > 1 && line.0.iter().all(is_position)).collect();
        for line in apart(&lines) {
            let (Some(&start), Some(&end)) = (line.0.first(), line.0.last()) else { continue };
            let nodes = [ends.node(start), ends.node(end)];
            let first = vertices.len();
            vertices.extend_from_slice(&line.0[1..line.0.len() - 1]);
            let mut drawn = line.clone();
            for (position, node) in [(0, nodes[0]), (line.0.len() - 1, nodes[1])] {
                drawn.0[position] = ends.nodes[node as usize];
            }
            edges.push(Edge {
                nodes,
                length_km: length_km(&drawn),
                class: 0,
                vertices: [first as u32, vertices.len() as u32],
                bounds: bounds(drawn.0.iter().copied()),
            });
        }
        let passages = Passages::LookedUp(edges.iter().map(|_| OnceLock::new()).collect());
        Self::new(ends.nodes, edges, vertices, passages)
    }
}

/// The lines, taken apart at the vertices that several of them share.
fn apart(lines: &[&LineString]) -> Vec<LineString> {
    // Files have at most seven decimals, which are a centimetre.
    let key = |at: &Coord| ((at.x * 1e7).round() as i64, (at.y * 1e7).round() as i64);
    let mut passed: BTreeMap<(i64, i64), u32> = BTreeMap::new();
    for line in lines {
        let last = line.0.len() - 1;
        for (number, at) in line.0.iter().enumerate() {
            // An end takes apart what passes through it.
            *passed.entry(key(at)).or_default() += if number == 0 || number == last { 2 } else { 1 };
        }
    }
    let mut pieces = Vec::new();
    for line in lines {
        let mut piece: Vec<Coord> = vec![line.0[0]];
        for at in &line.0[1..] {
            piece.push(*at);
            if passed.get(&key(at)).is_some_and(|times| *times > 1) {
                pieces.push(LineString(std::mem::replace(&mut piece, vec![*at])));
            }
        }
    }
    pieces
}

/// The ends of lines so far.
#[derive(Default)]
struct Ends {
    nodes: Vec<Coord>,
    cells: BTreeMap<(i64, i64), Vec<u32>>,
}

impl Ends {
    /// The node at a position: the first one there was near it, or a new one.
    fn node(&mut self, at: Coord) -> u32 {
        let row = (at.y / CELL_DEGREES).floor() as i64;
        // Meridians come together: towards the poles more cells lie side by side within the same distance.
        let wide = (1.0 / libm::cos(at.y.to_radians()).max(0.01)).ceil() as i64;
        let column = (at.x / CELL_DEGREES).floor() as i64;
        let near = (row - 1..=row + 1)
            .flat_map(|row| (column - wide..=column + wide).map(move |column| (row, column)))
            .filter_map(|cell| self.cells.get(&cell))
            .flatten()
            .map(|&node| (distance_km(Point(self.nodes[node as usize]), Point(at)), node))
            .filter(|(km, _)| *km <= JOIN_KM)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near.map_or_else(
            || {
                let node = self.nodes.len() as u32;
                self.nodes.push(at);
                self.cells.entry((row, column)).or_default().push(node);
                node
            },
            |(_, node)| node,
        )
    }
}
