//! The corners of land in a triangle.

use geo::Coord;

use super::shore::Shore;
use super::tile::{Tile, tile_of, turned};
use super::vector::{Vector, cross, dot, position};

const BULGE_DEG: f64 = 1e-3;

/// A triangle of great ellipses.
pub struct Triangle {
    ends: [(Coord, Vector); 3],
    /// Of the planes through its sides, towards the inside.
    normals: [Vector; 3],
    lengths: [f64; 3],
}

impl Triangle {
    /// From three points, which follow each other to the left (`sign` 1) or to the right (-1).
    pub fn new(ends: [(Coord, Vector); 3], sign: f64) -> Self {
        let normals = [0, 1, 2].map(|i| cross(ends[i].1, ends[(i + 1) % 3].1).map(|x| x * sign));
        Self { ends, normals, lengths: normals.map(|n| dot(n, n).sqrt()) }
    }

    /// The convex corners of land inside, each once: its vertex, and the point beside it.
    pub fn corners(&self, shore: &Shore) -> Vec<(u32, Vector)> {
        let mut found = Vec::new();
        let (from, to) = self.tiles();
        for tile in from.through(to) {
            if shore.caps.number(tile) == 0 {
                continue;
            }
            let (middle, sine) = shore.caps.cap(tile);
            if self.is_beyond(middle, sine) {
                continue;
            }
            let corners = shore.patch(tile).map_or(&[][..], |patch| patch.corners(shore));
            found.extend(corners.iter().filter(|corner| self.contains(corner.beside)).map(|c| (c.vertex, c.beside)));
        }
        found.sort_by_key(|&(vertex, _)| vertex);
        found.dedup_by_key(|&mut (vertex, _)| vertex);
        found
    }

    fn contains(&self, point: Vector) -> bool {
        self.normals.iter().all(|&normal| dot(normal, point) > 0.0)
    }

    /// Whether the cap around a direction lies outside for certain.
    fn is_beyond(&self, middle: Vector, sine: f64) -> bool {
        (0..3).any(|i| dot(self.normals[i], middle) < -sine * self.lengths[i])
    }

    /// Tiles at two corners of a rectangle that holds it.
    fn tiles(&self) -> (Tile, Tile) {
        let mut west = f64::INFINITY;
        let (mut east, mut south, mut north) = (-west, west, -west);
        let mut lon = self.ends[0].0.x;
        for i in 0..3 {
            let ((a, _), (b, _)) = (self.ends[i], self.ends[(i + 1) % 3]);
            lon += turned(b.x - a.x);
            (west, east) = (west.min(lon), east.max(lon));
            (south, north) = (south.min(b.y), north.max(b.y));
            if let Some(lat) = self.turning_point(i) {
                (south, north) = (south.min(lat), north.max(lat));
            }
        }
        if (lon - self.ends[0].0.x).abs() > 180.0 {
            // Around a pole.
            (west, east) = (-180.0, 179.99);
            if north > -south { north = 90.0 } else { south = -90.0 }
        }
        (
            tile_of(Coord { x: west - BULGE_DEG, y: south - BULGE_DEG }),
            tile_of(Coord { x: east + BULGE_DEG, y: north + BULGE_DEG }),
        )
    }

    /// The latitude where a side is farthest north or south, if that is between its ends.
    fn turning_point(&self, i: usize) -> Option<f64> {
        let normal = self.normals[i];
        let (a, b) = (self.ends[i].1, self.ends[(i + 1) % 3].1);
        let mut top = cross(cross(normal, [0.0, 0.0, 1.0]), normal);
        if dot(top, a) + dot(top, b) < 0.0 {
            top = top.map(|x| -x);
        }
        let inward = cross(normal, top);
        (dot(inward, a) * dot(inward, b) < 0.0).then(|| position(top).y)
    }
}
