//! Tiles of half a degree.

use geo::Coord;

/// Tiles to a degree.
const PER_DEGREE: f64 = 2.0;
const COLUMNS: i32 = 720;
const ROWS: i32 = 360;

/// A square of half a degree. Its column may be any number of turns off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    column: i32,
    row: i32,
}

/// The tile of a position.
pub fn tile_of(at: Coord) -> Tile {
    Tile {
        column: (at.x * PER_DEGREE).floor() as i32,
        row: (((at.y + 90.0) * PER_DEGREE).floor() as i32).clamp(0, ROWS - 1),
    }
}

/// A difference of longitudes brought to ±180.
pub fn turned(degrees: f64) -> f64 {
    degrees - 360.0 * (degrees / 360.0).round()
}

impl Tile {
    /// How many there are.
    pub const COUNT: usize = (COLUMNS * ROWS) as usize;

    /// From 0 to [`Tile::COUNT`].
    pub fn index(self) -> usize {
        (self.row * COLUMNS + self.column.rem_euclid(COLUMNS)) as usize
    }

    /// Where its middle lies.
    pub fn middle(self) -> Coord {
        Coord { x: (f64::from(self.column) + 0.5) / PER_DEGREE, y: (f64::from(self.row) + 0.5) / PER_DEGREE - 90.0 }
    }

    /// Whether it is one of the tiles of the rectangle that has these two at its corners.
    pub fn is_within(self, south_west: Self, north_east: Self) -> bool {
        (south_west.column..=north_east.column).contains(&self.column)
            && (south_west.row..=north_east.row).contains(&self.row)
    }

    /// All tiles of the rectangle that has these two at its corners.
    pub fn through(self, other: Self) -> impl Iterator<Item = Self> {
        let columns = self.column.min(other.column)
            ..=self.column.max(other.column).min(self.column.min(other.column) + COLUMNS - 1);
        let rows = self.row.min(other.row)..=self.row.max(other.row);
        rows.flat_map(move |row| columns.clone().map(move |column| Self { column, row }))
    }
}
