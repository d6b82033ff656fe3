//! The edges of land in a tile.

use std::ops::ControlFlow;
use std::sync::OnceLock;

use super::cap::Way;
use super::near::Near;
use super::shore::Shore;
use super::tile::Tile;
use super::vector::{Vector, cross, dot, vector};

/// Edges that follow each other on a ring.
#[derive(Clone, Copy)]
pub struct Run {
    /// The vertex where the first of them begins.
    pub first: u32,
    pub edges: u32,
}

/// A vertex where the land is convex, so that a track may bend around it.
pub struct Corner {
    pub vertex: u32,
    /// The point of the water beside it.
    pub beside: Vector,
}

/// The edges of land in a tile; the land is on their left.
pub struct Patch {
    runs: Box<[Run]>,
    /// Where the edges of each run begin, and where its last one ends.
    vectors: Box<[Vector]>,
    corners: OnceLock<Box<[Corner]>>,
}

impl Patch {
    pub fn new(shore: &Shore, tile: Tile, runs: Box<[Run]>) -> Self {
        let near = Near::new(tile.middle());
        let count: u32 = runs.iter().map(|run| run.edges + 1).sum();
        let mut vectors = Vec::with_capacity(count as usize);
        for run in &runs {
            let ring = shore.ring(run.first);
            let first = (run.first - shore.vertices_of(ring).start) as usize;
            // No run goes past the end of its ring, where the first vertex is repeated.
            let coords = &shore.coords(ring)[first..=first + run.edges as usize];
            vectors.extend(coords.iter().map(|&at| near.vector(at)));
        }
        Self { runs, vectors: vectors.into_boxed_slice(), corners: OnceLock::new() }
    }

    /// Shows `look` the vertices where edges begin that the straight way from `a` to `b` crosses, and in which direction it
    /// does, until that has seen enough.
    pub fn crossed(
        &self,
        way: &Way,
        (a, b): (Vector, Vector),
        mut look: impl FnMut(u32, Vector) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut rest = &self.vectors[..];
        for run in &self.runs {
            let (vectors, others) = rest.split_at(run.edges as usize + 1);
            rest = others;
            let mut before = dot(way.normal, vectors[0]);
            for (number, end) in vectors.iter().enumerate().skip(1) {
                let after = dot(way.normal, *end);
                if before * after < 0.0 {
                    let across = cross(vectors[number - 1], *end);
                    if dot(across, a) * dot(across, b) < 0.0
                        && let Some(direction) = way.meeting(vectors[number - 1], *end)
                    {
                        look(run.first + number as u32 - 1, direction)?;
                    }
                }
                before = after;
            }
        }
        ControlFlow::Continue(())
    }

    /// The vertices where its edges begin.
    pub fn vertices(&self) -> impl Iterator<Item = u32> {
        self.runs.iter().flat_map(|run| run.first..run.first + run.edges)
    }

    /// Those of them where the land is convex.
    pub fn corners(&self, shore: &Shore) -> &[Corner] {
        self.corners.get_or_init(|| {
            let corner = |vertex| {
                let (beside, convex) = shore.beside(vertex);
                convex.then(|| Corner { vertex, beside: vector(beside) })
            };
            self.vertices().filter_map(corner).collect()
        })
    }
}
