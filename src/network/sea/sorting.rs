//! Sorting the runs of edges into tiles, from how the rings pass them.

use super::caps::Caps;
use super::patch::Run;
use super::tile::Tile;
use crate::world::encoding::Reader;

/// In the file, where the next edge leads if not to a tile beside this one.
pub const ELSEWHERE: usize = 4;
/// An edge over more columns is none on the sphere.
const HALF_AROUND: i32 = Tile::COLUMNS as i32 / 2;

/// Runs, each with the number of the patch that it lies in.
pub struct Sorting {
    caps: Caps,
    lying: Vec<(u16, Run)>,
    /// How many runs each patch has.
    counts: Vec<u32>,
}

impl Sorting {
    pub fn new() -> Self {
        Self { caps: Caps::new(), lying: Vec::with_capacity(1 << 17), counts: Vec::with_capacity(1 << 15) }
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
            self.counts.push(0);
            number = self.counts.len() as u16;
            self.caps.fill(tile, number);
        }
        self.counts[usize::from(number) - 1] += 1;
        self.lying.push((number - 1, run));
    }

    /// The tiles; where each patch's runs begin, at the end how many there are; the runs.
    pub fn finish(self) -> (Caps, Vec<u32>, Vec<Run>) {
        let mut starts = Vec::with_capacity(self.counts.len() + 1);
        let mut count = 0;
        for runs in self.counts {
            starts.push(count);
            count += runs;
        }
        starts.push(count);
        let mut next = starts.clone();
        let mut runs = vec![Run { first: 0, edges: 0 }; self.lying.len()];
        for (patch, run) in self.lying {
            let place = &mut next[usize::from(patch)];
            runs[*place as usize] = run;
            *place += 1;
        }
        (self.caps, starts, runs)
    }
}
