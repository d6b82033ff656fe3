//! Where the straight way between two points meets a shore.

use std::ops::ControlFlow::{self, Break, Continue};

use super::cap::Way;
use super::shore::Shore;
use super::vector::{Vector, dot};

/// A shore that is crossed.
#[derive(Clone, Copy, Debug)]
pub struct Crossing {
    /// The vertex where the edge begins.
    pub vertex: u32,
    /// Grows along the way.
    pub along: f64,
    /// Where it is, as a direction.
    pub direction: Vector,
}

impl Shore {
    /// Whether there is land on the straight way from `a` to `b`, both of them on water.
    pub fn is_between(&self, a: Vector, b: Vector) -> bool {
        Way::new(a, b).is_some_and(|way| self.meet(&way, (a, b), &mut |_, _| Break(())).is_break())
    }

    /// The crossings with shores, in their order along the way; `None` if there are more than `most`.
    pub fn crossings(&self, a: Vector, b: Vector, most: usize) -> Option<Vec<Crossing>> {
        let Some(way) = Way::new(a, b) else { return Some(Vec::new()) };
        let mut found: Vec<Crossing> = Vec::new();
        let too_many = self.meet(&way, (a, b), &mut |vertex, direction| {
            found.push(Crossing { vertex, along: -dot(direction, a), direction });
            // An edge may lie in up to four tiles.
            if found.len() / 4 <= most { Continue(()) } else { Break(()) }
        });
        if too_many.is_break() {
            return None;
        }
        found.sort_unstable_by(|x, y| x.along.total_cmp(&y.along).then(x.vertex.cmp(&y.vertex)));
        found.dedup_by_key(|crossing| crossing.vertex);
        (found.len() <= most).then_some(found)
    }

    fn meet(
        &self,
        way: &Way,
        ends: (Vector, Vector),
        look: &mut impl FnMut(u32, Vector) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.caps
            .along(way, &mut |tile| self.patch(tile).map_or(Continue(()), |patch| patch.crossed(way, ends, &mut *look)))
    }
}
