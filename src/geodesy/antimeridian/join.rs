//! Joining the pieces that a cut makes of rings.

/// Puts pieces together to rings.
///
/// Each piece runs from the seam to the seam with what it encloses on its left; `ends` says for each the places along
/// the outline of the map at which it begins and ends, growing counter-clockwise. From the end of a piece the way goes
/// on along the outline to whichever piece begins next. A ring is told as the numbers of its pieces, in order.
pub(crate) fn join(ends: &[(f64, f64)]) -> Vec<Vec<usize>> {
    let mut begins: Vec<usize> = (0..ends.len()).collect();
    begins.sort_by(|a, b| ends[*a].0.total_cmp(&ends[*b].0));
    let mut taken = vec![false; ends.len()];
    let mut rings = Vec::new();
    for first in 0..ends.len() {
        let mut ring = Vec::new();
        let mut piece = first;
        while !taken[piece] {
            taken[piece] = true;
            ring.push(piece);
            // One that begins where this one ends comes next, rounding aside.
            let end = ends[piece].1 - 1e-12;
            let next = begins.partition_point(|begin| ends[*begin].0 < end);
            piece = begins[next % begins.len()];
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}
