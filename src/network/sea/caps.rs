//! Which tiles hold a shore, in a tree: a straight way over the sea passes by whole oceans at once.
//!
//! Tiles of half a degree lie in cells of 1, 2, 6, 12 and 36 degrees. Around each is a cap of the globe, and a way that
//! doesn't meet the cap doesn't meet what is in it: one product of vectors tells, whatever the longitude and latitude.

use std::ops::ControlFlow;

use super::tile::Tile;
use super::vector::{Vector, cross, dot, from_angles, scaled, sum};

/// How many cells of a level, each way, lie in one of the next.
const FACTORS: [usize; 5] = [2, 2, 3, 2, 3];
/// A great ellipse leaves the straight line between two vertices by less than this, in radians.
const BULGE: f64 = 5e-5;

/// The tree.
pub struct Caps {
    levels: Vec<Level>,
    /// For each tile a number, 0 if there is no shore.
    numbers: Vec<u16>,
}

struct Level {
    columns: usize,
    full: Vec<bool>,
    /// By row: the distance from the axis and the height of a cell's middle, and the sine of the cap's angle.
    rows: Vec<(f64, f64, f64)>,
    /// By column: cosine and sine of the longitude of its middle.
    longitudes: Vec<(f64, f64)>,
}

/// The straight way between two points.
pub struct Way {
    /// Of its plane.
    pub normal: Vector,
    /// The direction from the first point on, and from the last one on.
    ahead: [Vector; 2],
    /// The direction of its middle.
    middle: Vector,
}

impl Way {
    /// `None` if they are one point, or opposite to each other.
    pub fn new(a: Vector, b: Vector) -> Option<Self> {
        let across = cross(a, b);
        let length = dot(across, across).sqrt();
        if length == 0.0 {
            return None;
        }
        let normal = scaled(across, 1.0 / length);
        let ahead = [a, b].map(|v| scaled(cross(normal, v), 1.0 / dot(v, v).sqrt()));
        let ends = [a, b].map(|v| scaled(v, 1.0 / dot(v, v).sqrt()));
        let middle = sum(ends[0], ends[1]);
        let middle = scaled(middle, 1.0 / dot(middle, middle).sqrt().max(f64::MIN_POSITIVE));
        Some(Self { normal, ahead, middle })
    }

    /// Whether it may meet the cap around a direction.
    fn meets(&self, middle: Vector, sine: f64) -> bool {
        dot(self.normal, middle).abs() <= sine
            && dot(self.ahead[0], middle) >= -sine
            && dot(self.ahead[1], middle) <= sine
            && dot(self.middle, middle) >= -sine
    }

    /// The direction where it meets the line of an edge, if that is on this side of the globe.
    pub fn meeting(&self, start: Vector, end: Vector) -> Option<Vector> {
        let on_both = cross(self.normal, cross(start, end));
        let length = dot(on_both, on_both).sqrt().copysign(dot(on_both, start));
        let direction = scaled(on_both, 1.0 / length);
        (dot(direction, self.middle) > 0.0).then_some(direction)
    }
}

impl Caps {
    pub fn new() -> Self {
        let mut tiles = 1;
        let levels = (0..=FACTORS.len())
            .map(|level| {
                let made = Level::new(tiles);
                tiles *= FACTORS.get(level).copied().unwrap_or(1);
                made
            })
            .collect();
        Self { levels, numbers: vec![0; Tile::COUNT] }
    }

    /// Puts a number on a tile.
    pub fn fill(&mut self, tile: Tile, number: u16) {
        let tile = tile.index();
        self.numbers[tile] = number;
        let (mut column, mut row) = (tile % Tile::COLUMNS, tile / Tile::COLUMNS);
        for (level, factor) in self.levels.iter_mut().zip(FACTORS.into_iter().chain([1])) {
            level.full[row * level.columns + column] = true;
            (column, row) = (column / factor, row / factor);
        }
    }

    /// The number of a tile, 0 if there is no shore.
    pub fn number(&self, tile: Tile) -> u16 {
        self.numbers[tile.index()]
    }

    /// A direction and the sine of an angle around it that hold all of a tile.
    pub fn cap(&self, tile: Tile) -> (Vector, f64) {
        let (column, row) = (tile.index() % Tile::COLUMNS, tile.index() / Tile::COLUMNS);
        self.levels[0].cap(column, row)
    }

    /// Shows `look` the tiles with a shore that the way may pass, until it has seen enough.
    pub fn along(&self, way: &Way, look: &mut impl FnMut(Tile) -> ControlFlow<()>) -> ControlFlow<()> {
        let top = self.levels.len() - 1;
        let columns = self.levels[top].columns;
        for cell in 0..self.levels[top].full.len() {
            self.within(top, cell % columns, cell / columns, way, look)?;
        }
        ControlFlow::Continue(())
    }

    fn within(
        &self,
        number: usize,
        column: usize,
        row: usize,
        way: &Way,
        look: &mut impl FnMut(Tile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let level = &self.levels[number];
        if !level.full[row * level.columns + column] {
            return ControlFlow::Continue(());
        }
        let (middle, sine) = level.cap(column, row);
        if !way.meets(middle, sine) {
            return ControlFlow::Continue(());
        }
        if number == 0 {
            return look(Tile::new(column as i32, row as i32));
        }
        let factor = FACTORS[number - 1];
        for inner_row in row * factor..(row + 1) * factor {
            for inner_column in column * factor..(column + 1) * factor {
                self.within(number - 1, inner_column, inner_row, way, look)?;
            }
        }
        ControlFlow::Continue(())
    }
}

impl Level {
    /// A level whose cells are so many tiles wide and high.
    fn new(tiles: usize) -> Self {
        let (columns, rows) = (Tile::COLUMNS / tiles, Tile::ROWS / tiles);
        let size = (180.0 / rows as f64).to_radians();
        let longitudes = (0..columns)
            .map(|column| {
                let (sin, cos) = libm::sincos((column as f64 + 0.5) * size);
                (cos, sin)
            })
            .collect();
        let half = libm::sincos(size / 2.0);
        let row = |row: usize| {
            let unit = |lat: f64| {
                let (sin, cos) = libm::sincos(lat);
                let v = from_angles(0.0, 1.0, sin, cos);
                scaled(v, 1.0 / dot(v, v).sqrt())
            };
            let south = row as f64 * size - 90_f64.to_radians();
            let middle = unit(south + size / 2.0);
            // The farthest points of a cell are its corners.
            let cosine = [south, south + size]
                .into_iter()
                .map(unit)
                .map(|corner| corner[0] * half.1 * middle[0] + corner[2] * middle[2])
                .fold(1.0, f64::min);
            let sine = (1.0 - cosine * cosine).max(0.0).sqrt();
            (middle[0], middle[2], (sine + BULGE).min(1.0))
        };
        Self { columns, full: vec![false; columns * rows], rows: (0..rows).map(row).collect(), longitudes }
    }

    fn cap(&self, column: usize, row: usize) -> (Vector, f64) {
        let ((out, up, sine), (cos, sin)) = (self.rows[row], self.longitudes[column]);
        ([out * cos, out * sin, up], sine)
    }
}

#[cfg(test)]
mod tests {
    use geo::Coord;

    use super::*;
    use crate::network::sea::vector::{position, vector};
    use crate::world::{Scale, everywhere, land};

    #[test]
    fn no_edge_of_land_bulges_out_of_the_caps_of_its_tiles() {
        let bulge = |edge: geo::Line| {
            let middle = position(sum(vector(edge.start), vector(edge.end)));
            let straight = Coord { x: middle.x, y: f64::midpoint(edge.start.y, edge.end.y) };
            let off: Vec<f64> = vector(middle).iter().zip(vector(straight)).map(|(a, b)| (a - b) / 6356.0).collect();
            off.iter().map(|x| x * x).sum::<f64>().sqrt()
        };
        let rings = land(Scale::M10, &[everywhere()]);
        let edges = rings.iter().flat_map(|polygon| polygon.exterior().lines());
        // The edge that closes the ring around the pole is none on the sphere.
        let on_the_sphere = edges.filter(|edge| edge.dx().abs() <= 180.0);
        let most = on_the_sphere.map(bulge).fold(0.0, f64::max);
        assert!(most < BULGE, "{most}");
    }
}
