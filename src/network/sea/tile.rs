//! Tiles of half a degree.

use geo::Coord;

/// Tiles to a degree.
const PER_DEGREE: f64 = 2.0;
const COLUMNS: i32 = Tile::COLUMNS as i32;
const ROWS: i32 = Tile::ROWS as i32;

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
    /// How many there are around the earth.
    pub const COLUMNS: usize = 720;
    /// How many there are from pole to pole.
    pub const ROWS: usize = 360;
    /// How many there are.
    pub const COUNT: usize = Self::COLUMNS * Self::ROWS;

    /// The one in that column, counted from 0° eastwards, and that row, counted from the south pole.
    pub fn new(column: i32, row: i32) -> Self {
        Self { column, row }
    }

    /// The tile so many columns east and rows north of it.
    pub fn moved(self, columns: i32, rows: i32) -> Self {
        Self { column: self.column + columns, row: self.row + rows }
    }

    /// How many columns east and rows north of another it is.
    #[allow(dead_code, reason = "for the program that makes the list of tiles")]
    pub fn less(self, other: Self) -> (i32, i32) {
        (self.column - other.column, self.row - other.row)
    }

    /// From 0 to [`Tile::COUNT`].
    pub fn index(self) -> usize {
        (self.row * COLUMNS + self.column.rem_euclid(COLUMNS)) as usize
    }

    /// Where its middle lies.
    pub fn middle(self) -> Coord {
        Coord { x: (f64::from(self.column) + 0.5) / PER_DEGREE, y: (f64::from(self.row) + 0.5) / PER_DEGREE - 90.0 }
    }

    /// All tiles of the rectangle that has these two at its corners.
    pub fn through(self, other: Self) -> impl Iterator<Item = Self> {
        let columns = self.column.min(other.column)
            ..=self.column.max(other.column).min(self.column.min(other.column) + COLUMNS - 1);
        let rows = self.row.min(other.row)..=self.row.max(other.row);
        rows.flat_map(move |row| columns.clone().map(move |column| Self { column, row }))
    }
}
