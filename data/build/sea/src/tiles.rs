//! Where the shores lie, in the format that `src/network/sea/shore.rs` describes.

use geo::{Coord, Polygon};

use crate::sea::sorting::ELSEWHERE;
use crate::sea::tile::tile_of;
use crate::write::{varint, zigzag};

/// How the rings of this land pass the tiles.
pub fn encode(land: &[Polygon]) -> Vec<u8> {
    let rings: Vec<(&[Coord], bool)> = land
        .iter()
        .flat_map(|polygon| {
            let holes = polygon.interiors().iter().map(|ring| (ring.0.as_slice(), true));
            std::iter::once((polygon.exterior().0.as_slice(), false)).chain(holes)
        })
        .collect();
    let mut out = Vec::new();
    varint(&mut out, rings.len());
    let mut last = tile_of(Coord { x: 0.0, y: -90.0 });
    for (ring, is_hole) in rings {
        varint(&mut out, (ring.len() - 1) * 2 + usize::from(is_hole));
        let mut tile = tile_of(ring[0]);
        let (columns, rows) = tile.less(last);
        zigzag(&mut out, columns);
        zigzag(&mut out, rows);
        last = tile;
        let mut edges = 0;
        for edge in ring.windows(2) {
            let next = tile_of(edge[1]);
            if next == tile {
                edges += 1;
                continue;
            }
            let (columns, rows) = next.less(tile);
            if columns.abs() <= 1 && rows.abs() <= 1 {
                varint(&mut out, 9 * edges + ((rows + 1) * 3 + columns + 1) as usize);
            } else {
                varint(&mut out, 9 * edges + ELSEWHERE);
                zigzag(&mut out, columns);
                zigzag(&mut out, rows);
            }
            (tile, edges) = (next, 0);
        }
        varint(&mut out, 9 * edges);
    }
    out
}
