//! Sorting the runs of edges into tiles, from how the rings pass them.

use super::caps::Caps;
use super::patch::Run;
use super::tile::Tile;
use crate::world::encoding::Reader;

/// In the file, where the next edge leads if not to a tile beside this one.
pub const ELSEWHERE: usize = 4;
/// An edge over more columns is none on the sphere.
const HALF_AROUND: i32 = Tile::COLUMNS as i32 / 2;

/// Runs, each with the one before it in its patch.
pub struct Sorting {
    caps: Caps,
    lying: Vec<(Run, u32)>,
    /// For each patch the last of its runs, as a number in `lying`.
    lasts: Vec<u32>,
}

/// The runs of all patches.
pub struct Runs {
    lying: Vec<(Run, u32)>,
    lasts: Vec<u32>,
}

/// Before the first run of a patch.
const NONE: u32 = u32::MAX;

impl Runs {
    /// How many patches there are.
    pub fn patches(&self) -> usize {
        self.lasts.len()
    }

    /// Those of a patch, in the order of their vertices' rings.
    pub fn of(&self, patch: usize) -> Box<[Run]> {
        let mut at = self.lasts[patch];
        let mut runs: Vec<Run> = std::iter::from_fn(|| {
            let (run, before) = self.lying.get(at as usize)?;
            at = *before;
            Some(*run)
        })
        .collect();
        runs.reverse();
        runs.into_boxed_slice()
    }
}

impl Sorting {
    pub fn new() -> Self {
        Self { caps: Caps::new(), lying: Vec::with_capacity(1 << 16), lasts: Vec::with_capacity(1 << 15) }
    }

    /// Reads how a ring of these vertices passes the tiles, beginning in the first.
    pub fn ring(&mut self, reader: &mut Reader<'_>, mut tile: Tile, vertices: std::ops::Range<u32>) {
        let mut run = Run { first: vertices.start, edges: 0 };
        loop {
            let number = reader.varint();
            run.edges += (number / 9) as u32;
            let vertex = run.first + run.edges;
            if vertex >= vertices.end {
                self.push(tile, run);
                return;
            }
            let to = number % 9;
            let (columns, rows) = if to == ELSEWHERE {
                (reader.zigzag(), reader.zigzag())
            } else {
                (to as i32 % 3 - 1, to as i32 / 3 - 1)
            };
            let next = tile.moved(columns, rows);
            if columns.abs() > HALF_AROUND {
                self.push(tile, run);
                run = Run { first: vertex + 1, edges: 0 };
            } else {
                let across = Run { first: vertex, edges: 1 };
                for passed in tile.through(next).filter(|&passed| passed != tile && passed != next) {
                    self.push(passed, across);
                }
                self.push(tile, Run { edges: run.edges + 1, ..run });
                run = across;
            }
            tile = next;
        }
    }

    fn push(&mut self, tile: Tile, run: Run) {
        if run.edges == 0 {
            return;
        }
        let mut number = self.caps.number(tile);
        if number == 0 {
            self.lasts.push(NONE);
            number = self.lasts.len() as u16;
            self.caps.fill(tile, number);
        }
        let last = &mut self.lasts[usize::from(number) - 1];
        self.lying.push((run, std::mem::replace(last, self.lying.len() as u32)));
    }

    /// The tiles, and what lies in them.
    pub fn finish(self) -> (Caps, Runs) {
        (self.caps, Runs { lying: self.lying, lasts: self.lasts })
    }
}
