//! Land so broad that no short way leads around it: an end of a track is not joined across it.

use geo::Coord;

use super::graph::Graph;
use super::join::water_at;
use super::shore::Shore;
use super::tile::{Tile, tile_of};
use super::vector::{Vector, chord_km, difference, dot, position, quarter_turns, scaled, sum};

/// A straight way that passes through it runs over land for at least so long.
pub const BROAD_KM: f64 = 30.0;
/// Nearer to the poles tiles are too narrow for that.
const FARTHEST_DEG: f64 = 70.0;
/// Ways are looked at in steps of this, and in so many at most.
const STEP_KM: f64 = 25.0;
const MOST_STEPS: f64 = 60.0;

/// The tiles of land that have no shore, nor have those around them.
pub struct Mainland {
    /// By tile.
    land: Vec<bool>,
    /// About where a direction leads: by its height above the equator the first tile of a row, by its turn the column.
    rows: Vec<u32>,
    columns: Vec<u32>,
}

/// So fine are these, for a unit of height and for a quarter of a turn.
const HEIGHTS: f64 = 1024.0;
const TURNS: f64 = 1024.0;

#[derive(Clone, Copy, PartialEq)]
enum Ground {
    Shore,
    Unknown,
    Water,
    Land,
}

impl Mainland {
    /// Finds them.
    pub fn find(shore: &Shore, graph: &Graph) -> Self {
        let tile = |at: usize| Tile::new((at % Tile::COLUMNS) as i32, (at / Tile::COLUMNS) as i32);
        let of_number = |&number: &u16| if number == 0 { Ground::Unknown } else { Ground::Shore };
        let mut ground: Vec<Ground> = shore.caps.numbers().iter().map(of_number).collect();
        let broad = broad(&ground);
        let mut waiting = Vec::new();
        for &first in &broad {
            if ground[first] != Ground::Unknown {
                continue;
            }
            // What hangs together without a shore is of one kind.
            let is_water = water_at(shore, graph, tile(first).middle()).is_some();
            waiting.push(first);
            while let Some(at) = waiting.pop() {
                if ground[at] == Ground::Unknown {
                    ground[at] = if is_water { Ground::Water } else { Ground::Land };
                    waiting.extend(beside(at));
                }
            }
        }
        let mut land = vec![false; Tile::COUNT];
        for at in broad {
            land[at] = ground[at] == Ground::Land;
        }
        let row = |step: usize| {
            let height = ((step as f64 + 0.5) / HEIGHTS - 1.0).min(1.0);
            let at = position([(1.0 - height * height).sqrt(), 0.0, height]);
            tile_of(Coord { x: 0.0, y: at.y }).index() as u32
        };
        let column = |step: usize| {
            let turn = (step as f64 + 0.5) / TURNS;
            let y = if turn < 1.0 {
                turn
            } else if turn < 3.0 {
                2.0 - turn
            } else {
                turn - 4.0
            };
            let x = if (1.0..3.0).contains(&turn) { y.abs() - 1.0 } else { 1.0 - y.abs() };
            tile_of(Coord { x: position([x, y, 0.0]).x, y: -90.0 }).index() as u32
        };
        let rows = (0..=2 * HEIGHTS as usize).map(row).collect();
        let columns = (0..=4 * TURNS as usize).map(column).collect();
        Self { land, rows, columns }
    }

    /// Whether the straight way from `a` to `b` is known to pass through it.
    pub fn is_between(&self, a: Vector, b: Vector) -> bool {
        let steps = (chord_km(a, b) / STEP_KM).ceil().min(MOST_STEPS);
        let (mut at, by) = (a, scaled(difference(b, a), 1.0 / steps));
        (1..steps as u32).any(|_| {
            at = sum(at, by);
            self.land[self.tile(at)]
        })
    }

    /// About where a direction leads.
    fn tile(&self, v: Vector) -> usize {
        let height = v[2] / dot(v, v).sqrt();
        (self.rows[((height + 1.0) * HEIGHTS) as usize] + self.columns[(quarter_turns(v[0], v[1]) * TURNS) as usize])
            as usize
    }
}

/// The tiles beside one.
fn beside(at: usize) -> impl Iterator<Item = usize> {
    let (row, column) = (at / Tile::COLUMNS, at % Tile::COLUMNS);
    let (east, west) = ((column + 1) % Tile::COLUMNS, (column + Tile::COLUMNS - 1) % Tile::COLUMNS);
    let rows = [row.checked_sub(1), Some(row + 1).filter(|&row| row < Tile::ROWS)];
    let columns = [east, west].map(|column| row * Tile::COLUMNS + column);
    columns.into_iter().chain(rows.into_iter().flatten().map(move |row| row * Tile::COLUMNS + column))
}

/// The tiles that have no shore in or around them, but for those near the poles.
fn broad(ground: &[Ground]) -> Vec<usize> {
    let rows = ((90.0 - FARTHEST_DEG) * 2.0) as usize..((90.0 + FARTHEST_DEG) * 2.0) as usize;
    let is_free = |at: usize| ground[at] != Ground::Shore;
    let is_column_free = |at: usize| is_free(at) && is_free(at - Tile::COLUMNS) && is_free(at + Tile::COLUMNS);
    let all = rows.start * Tile::COLUMNS..rows.end * Tile::COLUMNS;
    all.filter(|&at| is_column_free(at) && beside(at).take(2).all(is_column_free)).collect()
}
