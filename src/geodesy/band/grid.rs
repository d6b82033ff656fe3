//! Where on a grid a distance from a border is passed.

use std::collections::HashMap;

use geo::{Coord, Point};

use super::field::Field;
use super::plane::Plane;

/// Distances in the plane are at least those on the earth, but for what the ellipsoid is off the sphere.
const SLACK: f64 = 1.01;

/// A corner of the grid, in cells from the south-west.
type Corner = (i32, i32);
/// An edge of the grid: its corner in the south or west, and whether it leads north.
type GridEdge = (Corner, bool);

/// The closed lines on which the distance passes `km`, roughly; what is nearer lies on their left. The last point is the
/// first again.
///
/// The square of `reach_km` around the plane's middle is divided into four, and those again; only squares that the line
/// may pass are looked at, since no distance changes by more than the way that one goes.
pub(super) fn lines(field: &Field, plane: &Plane, reach_km: f64, km: f64, cell_km: f64) -> Vec<Vec<Point>> {
    // One cell more, so that no line touches the edge.
    let levels = libm::ceil(libm::log2(2.0 * (reach_km * SLACK + cell_km) / cell_km)).max(1.0) as u32;
    let south_west = -0.5 * cell_km * f64::from(1_u32 << levels);
    let mut grid = Grid { field, plane, south_west, cell_km, known: HashMap::new() };
    let mut cells = Vec::new();
    grid.divide((0, 0), 1 << levels, km, &mut cells);

    let mut next: HashMap<GridEdge, GridEdge> = HashMap::new();
    let mut starts = Vec::new();
    for cell in cells {
        for (from, to) in grid.pieces(cell, km) {
            next.insert(from, to);
            starts.push(from);
        }
    }
    let mut found = Vec::new();
    // In the order of the cells, so that the same border always gives the same lines.
    for start in starts {
        let mut line = Vec::new();
        let mut here = start;
        while let Some(to) = next.remove(&here) {
            line.push(grid.crossing(here, km));
            here = to;
        }
        if line.len() > 2 && here == start {
            line.push(line[0]);
            found.push(line);
        }
    }
    found
}

/// The distances at the corners of a grid.
struct Grid<'a> {
    field: &'a Field<'a>,
    plane: &'a Plane,
    south_west: f64,
    cell_km: f64,
    known: HashMap<Corner, f64>,
}

impl Grid<'_> {
    fn at(&self, x: f64, y: f64) -> Point {
        self.plane.position(Coord { x: self.south_west + x * self.cell_km, y: self.south_west + y * self.cell_km })
    }

    fn corner(&mut self, corner: Corner) -> f64 {
        if let Some(km) = self.known.get(&corner) {
            return *km;
        }
        let km = self.field.distance_km(self.at(f64::from(corner.0), f64::from(corner.1)));
        self.known.insert(corner, km);
        km
    }

    /// Adds the cells that the line may pass, of those in a square.
    fn divide(&self, corner: Corner, size: i32, km: f64, cells: &mut Vec<Corner>) {
        let half = 0.5 * f64::from(size);
        let middle = self.at(f64::from(corner.0) + half, f64::from(corner.1) + half);
        let farthest = std::f64::consts::SQRT_2 * half * self.cell_km * SLACK;
        let nearest_km = self.field.foot(middle).distance_km;
        // Inside of the border nothing is farther than nothing, however far the border is.
        let is_deep = nearest_km > farthest && self.field.contains(middle);
        if nearest_km - farthest > km || nearest_km + farthest < km || is_deep {
            return;
        }
        if size == 1 {
            cells.push(corner);
            return;
        }
        let step = size / 2;
        for (x, y) in [(0, 0), (step, 0), (0, step), (step, step)] {
            self.divide((corner.0 + x, corner.1 + y), step, km, cells);
        }
    }

    /// The pieces of the line in a cell, from edge to edge, with what is nearer on their left (marching squares).
    fn pieces(&mut self, (x, y): Corner, km: f64) -> Vec<(GridEdge, GridEdge)> {
        let [south, east, north, west] = [((x, y), false), ((x + 1, y), true), ((x, y + 1), false), ((x, y), true)];
        let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
        let near = corners.map(|corner| self.corner(corner) < km);
        // Around the cell counter-clockwise: the line comes in where near ends, and leaves where it begins again.
        let edges = [south, east, north, west];
        let turns = |from: bool| {
            (0..4).filter(move |side| near[*side] == from && near[(*side + 1) % 4] != from).map(move |side| edges[side])
        };
        let (mut ends, begins): (Vec<GridEdge>, Vec<GridEdge>) = (turns(true).collect(), turns(false).collect());
        if ends.len() == 2 {
            let middle = self.field.distance_km(self.at(f64::from(x) + 0.5, f64::from(y) + 0.5)) < km;
            // Two corners that face each other are near: together if the middle is, else each for itself.
            let position = |edge: &GridEdge| edges.iter().position(|other| other == edge).unwrap_or_default();
            ends.sort_by_key(position);
            return ends
                .iter()
                .map(|end| {
                    let at = position(end);
                    let to = if middle { edges[(at + 1) % 4] } else { edges[(at + 3) % 4] };
                    (*end, to)
                })
                .collect();
        }
        ends.into_iter().zip(begins).collect()
    }

    /// Where the line crosses an edge of the grid.
    fn crossing(&mut self, (corner, is_north): GridEdge, km: f64) -> Point {
        let other = if is_north { (corner.0, corner.1 + 1) } else { (corner.0 + 1, corner.1) };
        let (a, b) = (self.corner(corner), self.corner(other));
        // One is nearer than `km` and the other is not, so they differ.
        let part = ((km - a) / (b - a)).clamp(0.0, 1.0);
        let (x, y) = (f64::from(corner.0), f64::from(corner.1));
        if is_north { self.at(x, y + part) } else { self.at(x + part, y) }
    }
}
