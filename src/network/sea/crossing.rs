//! Where the straight way between two points meets a shore.

use geo::Coord;

use super::shore::{Patch, Shore, crosses};
use super::tile::{Tile, tile_of, turned};
use super::vector::{Vector, cross, dot, position, scaled, sum};

/// The way along a coast is looked at in steps of so many kilometres.
const STEP_KM: f64 = 20.0;
/// So far, in degrees, a step may bulge out of the rectangle of its ends.
const BULGE_DEG: f64 = 1e-3;

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
        let normal = cross(a, b);
        self.walk(a, b, |patch| !patch.edges.iter().any(|edge| crosses(normal, a, b, edge)))
    }

    /// The crossings with shores, in their order along the way; `None` if there are more than `most`.
    pub fn crossings(&self, a: Vector, b: Vector, most: usize) -> Option<Vec<Crossing>> {
        let normal = cross(a, b);
        let middle = sum(a, b);
        let mut found: Vec<Crossing> = Vec::new();
        // An edge may lie in up to four tiles.
        let too_many = self.walk(a, b, |patch| {
            for edge in patch.edges.iter().filter(|edge| crosses(normal, a, b, edge)) {
                let on_both = cross(normal, cross(edge.start, edge.end));
                let length = dot(on_both, on_both).sqrt().copysign(dot(on_both, middle));
                let direction = scaled(on_both, 1.0 / length);
                found.push(Crossing { vertex: edge.vertex, along: -dot(direction, a), direction });
            }
            found.len() / 4 <= most
        });
        if too_many {
            return None;
        }
        found.sort_by(|x, y| x.along.total_cmp(&y.along).then(x.vertex.cmp(&y.vertex)));
        found.dedup_by_key(|crossing| crossing.vertex);
        (found.len() <= most).then_some(found)
    }

    /// Shows `look` all that is near the way, until it says no. Whether it did.
    fn walk(&self, a: Vector, b: Vector, mut look: impl FnMut(&Patch) -> bool) -> bool {
        let normal = cross(a, b);
        let (length_a, normal_length) = (dot(a, a).sqrt(), dot(normal, normal).sqrt());
        if normal_length == 0.0 {
            return false;
        }
        let forward = scaled(cross(normal, a), 1.0 / normal_length);
        let whole = libm::atan2(normal_length, dot(a, b));
        let at = |angle: f64| {
            let (sin, cos) = libm::sincos(angle);
            position(sum(scaled(a, cos), scaled(forward, sin)))
        };
        let (mut angle, mut here) = (0.0, at(0.0));
        let mut last: Option<(Tile, Tile)> = None;
        while angle < whole {
            let free_km = self.clearance().at_least_km(here);
            let step_km = free_km.max(STEP_KM);
            angle = (angle + step_km / length_a.max(6378.2)).min(whole);
            let before = std::mem::replace(&mut here, at(angle));
            if free_km >= STEP_KM {
                continue;
            }
            let (from, to) = corners(before, here);
            let mut tiles = from.through(to);
            if tiles.any(|tile| {
                !last.is_some_and(|(from, to)| tile.is_within(from, to))
                    && self.patch(tile).is_some_and(|patch| {
                        let (middle, cosine) = patch.around;
                        let off = dot(normal, middle);
                        let reach = (1.0 - cosine * cosine).max(0.0);
                        off * off <= reach * normal_length * normal_length * dot(middle, middle) && !look(patch)
                    })
            }) {
                return true;
            }
            last = Some((from, to));
        }
        false
    }
}

/// The tiles at two corners of the rectangle around a short step.
fn corners(a: Coord, b: Coord) -> (Tile, Tile) {
    let b = Coord { x: a.x + turned(b.x - a.x), y: b.y };
    let south_west = Coord { x: a.x.min(b.x) - BULGE_DEG, y: a.y.min(b.y) - BULGE_DEG };
    let north_east = Coord { x: a.x.max(b.x) + BULGE_DEG, y: a.y.max(b.y) + BULGE_DEG };
    (tile_of(south_west), tile_of(north_east))
}
