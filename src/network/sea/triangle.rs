//! The corners of land in a triangle.

use std::ops::ControlFlow;

use super::cap::Cap;
use super::shore::Shore;
use super::vector::{Vector, cross, dot};

/// A triangle of great ellipses.
pub struct Triangle {
    /// Of the planes through its sides, towards the inside.
    normals: [Vector; 3],
    lengths: [f64; 3],
    /// All of it lies within a cap.
    around: Cap,
}

impl Triangle {
    /// From three points, which follow each other to the left (`sign` 1) or to the right (-1).
    pub fn new(ends: [Vector; 3], sign: f64) -> Self {
        let normals = [0, 1, 2].map(|i| cross(ends[i], ends[(i + 1) % 3]).map(|x| x * sign));
        Self { normals, lengths: normals.map(|n| dot(n, n).sqrt()), around: Cap::around(ends) }
    }

    /// The convex corners of land inside, each once: its vertex, and the point beside it.
    pub fn corners(&self, shore: &Shore) -> Vec<(u32, Vector)> {
        let mut found = Vec::new();
        let _ = shore.caps.within(self.around, &|cap| !self.is_beyond(cap), &mut |tile| {
            let corners = shore.patch(tile).map_or(&[][..], |patch| patch.corners(shore));
            found.extend(corners.iter().filter(|corner| self.contains(corner.beside)).map(|c| (c.vertex, c.beside)));
            ControlFlow::Continue(())
        });
        found.sort_by_key(|&(vertex, _)| vertex);
        found.dedup_by_key(|&mut (vertex, _)| vertex);
        found
    }

    fn contains(&self, point: Vector) -> bool {
        self.normals.iter().all(|&normal| dot(normal, point) > 0.0)
    }

    /// Whether a cap lies outside for certain.
    fn is_beyond(&self, cap: Cap) -> bool {
        !cap.meets(self.around) || (0..3).any(|i| dot(self.normals[i], cap.middle) < -cap.angle.sine * self.lengths[i])
    }
}
