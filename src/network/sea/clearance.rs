//! How far it is at least to the next shore, to cross oceans in a few steps.

use std::collections::VecDeque;

use geo::Coord;

use super::tile::tile_of;

const COLUMNS: i32 = 360;
const ROWS: i32 = 180;
const KM_PER_DEGREE: f64 = 110.5;

/// For every square degree, how many squares away the nearest one with a shore is.
pub struct Clearance {
    squares: Vec<u8>,
}

impl Clearance {
    /// From where tiles are empty.
    pub fn new(is_empty: impl Fn(super::tile::Tile) -> bool) -> Self {
        let mut squares = vec![u8::MAX; (COLUMNS * ROWS) as usize];
        let mut waiting = VecDeque::new();
        for (index, square) in squares.iter_mut().enumerate() {
            let south_west = Coord { x: (index as i32 % COLUMNS).into(), y: f64::from(index as i32 / COLUMNS) - 90.0 };
            let north_east = Coord { x: south_west.x + 0.75, y: south_west.y + 0.75 };
            if tile_of(south_west).through(tile_of(north_east)).any(|tile| !is_empty(tile)) {
                *square = 0;
                waiting.push_back(index as i32);
            }
        }
        while let Some(index) = waiting.pop_front() {
            let (column, row) = (index % COLUMNS, index / COLUMNS);
            for other_row in (row - 1).max(0)..=(row + 1).min(ROWS - 1) {
                for other_column in column - 1..=column + 1 {
                    let other = other_row * COLUMNS + other_column.rem_euclid(COLUMNS);
                    if squares[other as usize] == u8::MAX {
                        squares[other as usize] = squares[index as usize].saturating_add(1).min(u8::MAX - 1);
                        waiting.push_back(other);
                    }
                }
            }
        }
        Self { squares }
    }

    /// So many kilometres around there is no shore.
    pub fn at_least_km(&self, at: Coord) -> f64 {
        let column = (at.x.floor() as i32).rem_euclid(COLUMNS);
        let row = ((at.y + 90.0).floor() as i32).clamp(0, ROWS - 1);
        let free = f64::from(self.squares[(row * COLUMNS + column) as usize]) - 1.0;
        let narrowest = (at.y.abs() + free + 1.0).min(90.0);
        (free * KM_PER_DEGREE * libm::cos(narrowest.to_radians())).max(0.0)
    }
}
