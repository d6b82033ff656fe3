//! Which tiles hold a shore, in a tree: a straight way over the sea passes by whole oceans at once.
//!
//! Tiles of half a degree lie in cells of 1, 2, 6, 12 and 36 degrees. Around each is a cap of the globe, and a way that
//! doesn't meet the cap doesn't meet what is in it: one product of vectors tells, whatever the longitude and latitude.

use std::ops::ControlFlow;

use super::cap::{Angle, Cap, Way};
use super::tile::Tile;
use super::vector::{dot, from_angles, scaled};

/// How many cells of a level, each way, lie in one of the next.
const FACTORS: [usize; 5] = [2, 2, 3, 2, 3];
/// A great ellipse leaves the straight line between two vertices by less than this, in radians.
const BULGE: f64 = 5e-5;
/// The sizes of the smallest ones.
const SIZES_DEG: [f64; 5] = [0.5, 1.0, 2.0, 6.0, 12.0];

/// The tree.
pub struct Caps {
    levels: Vec<Level>,
    /// For each tile a number, 0 if there is no shore.
    numbers: Vec<u16>,
}

struct Level {
    columns: usize,
    full: Vec<bool>,
    /// By row: the distance from the axis and the height of a cell's middle, and the angle of the cap.
    rows: Vec<(f64, f64, Angle)>,
    /// By column: cosine and sine of the longitude of its middle.
    longitudes: Vec<(f64, f64)>,
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
            let full = &mut level.full[row * level.columns + column];
            if std::mem::replace(full, true) {
                break;
            }
            (column, row) = (column / factor, row / factor);
        }
    }

    /// The number of a tile, 0 if there is no shore.
    pub fn number(&self, tile: Tile) -> u16 {
        self.numbers[tile.index()]
    }

    /// The numbers of all tiles.
    pub fn numbers(&self) -> &[u16] {
        &self.numbers
    }

    /// Shows `look` the tiles with a shore that the way may pass, until it has seen enough.
    pub fn along(&self, way: &Way, look: &mut impl FnMut(Tile) -> ControlFlow<()>) -> ControlFlow<()> {
        self.within(way.around, &|cap| way.meets(cap), look)
    }

    /// Shows `look` the tiles with a shore that may lie in the cap `around` and whose own caps are `wanted`, as those of all
    /// cells are that they lie in, until it has seen enough.
    pub fn within(
        &self,
        around: Cap,
        wanted: &impl Fn(Cap) -> bool,
        look: &mut impl FnMut(Tile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let (from, columns, rows) = around.cells(&SIZES_DEG).unwrap_or_else(|| {
            let top = self.levels.len() - 1;
            let columns = self.levels[top].columns;
            (top, 0..columns, 0..self.levels[top].full.len() / columns)
        });
        for row in rows {
            for column in columns.clone() {
                self.in_cell(from, (column % self.levels[from].columns, row), wanted, look)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn in_cell(
        &self,
        number: usize,
        (column, row): (usize, usize),
        wanted: &impl Fn(Cap) -> bool,
        look: &mut impl FnMut(Tile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let level = &self.levels[number];
        if !level.full[row * level.columns + column] || !wanted(level.cap(column, row)) {
            return ControlFlow::Continue(());
        }
        if number == 0 {
            return look(Tile::new(column as i32, row as i32));
        }
        let factor = FACTORS[number - 1];
        for inner_row in row * factor..(row + 1) * factor {
            for inner_column in column * factor..(column + 1) * factor {
                self.in_cell(number - 1, (inner_column, inner_row), wanted, look)?;
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
            let sine = ((1.0 - cosine * cosine).max(0.0).sqrt() + BULGE).min(1.0);
            (middle[0], middle[2], Angle { sine, cosine: (1.0 - sine * sine).sqrt() })
        };
        Self { columns, full: vec![false; columns * rows], rows: (0..rows).map(row).collect(), longitudes }
    }

    fn cap(&self, column: usize, row: usize) -> Cap {
        let ((out, up, angle), (cos, sin)) = (self.rows[row], self.longitudes[column]);
        Cap { middle: [out * cos, out * sin, up], angle }
    }
}

#[cfg(test)]
mod tests {
    use geo::Coord;

    use super::*;
    use crate::network::sea::vector::{position, sum, vector};
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
