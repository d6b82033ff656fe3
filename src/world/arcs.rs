//! Stores of arcs: stretches of outline that several shapes run along, each stored once.
//!
//! The coast of a country is the coast of its land, and a border is the edge of two countries and a line of its own. An arc
//! has no position, only steps; a shape says where it begins, and walks its arcs forward or backward. Arc by arc:
//!
//! ```text
//! varint          32 times the number of steps, and the width
//! bits            per step, in longitude and in latitude, in 1e-5 degree, both as zigzag numbers: how many times each
//!                 holds 2^width, as so many zeros and a one; then the rest of each, `width` bits. The least significant
//!                 bit of a byte comes first; the last byte is filled with zeros
//! ```
//!
//! At the end there are eight bytes of nothing, so that eight can be taken at a time; no step is longer than 57 bits, what
//! eight bytes hold from any bit of the first on. This is Golomb's code (1966) with Rice's parameters (1979).

use super::encoding::{Reader, unzigzag};

/// A store of arcs.
#[derive(Clone, Copy)]
pub struct Arcs(pub &'static [u8]);

impl Arcs {
    /// Appends the points along the arc at that offset, which begins at the last of `path`; gives the offset of its end.
    pub fn follow(self, offset: usize, is_backward: bool, path: &mut Vec<[i32; 2]>) -> usize {
        let mut reader = Reader::new(self.0.get(offset..).unwrap_or_default());
        let head = reader.varint();
        let (steps, width) = (head >> 5, head as u32 & 31);
        let bits = reader.rest();
        let Some(&[mut x, mut y]) = path.last() else { return offset };
        let start = path.len() - 1;
        let mut at = 0;
        path.extend((0..steps).map(|_| {
            let (step, length) = step(word(bits, at), width);
            at += length as usize;
            x += step[0];
            y += step[1];
            [x, y]
        }));
        if is_backward {
            let walked = &mut path[start..];
            walked.reverse();
            // What was taken for its first point is its last.
            let [from_x, from_y] = walked[0];
            let [first_x, first_y] = walked[walked.len() - 1];
            for point in walked {
                *point = [point[0] - from_x + first_x, point[1] - from_y + first_y];
            }
        }
        self.0.len() - bits.len() + at.div_ceil(8)
    }
}

/// Eight bytes from that bit on, as far as they are to be had; at least 57 bits of them count.
fn word(bytes: &[u8], bit: usize) -> u64 {
    let eight = bytes.get(bit / 8..).and_then(<[u8]>::first_chunk);
    eight.map_or(0, |eight| u64::from_le_bytes(*eight) >> (bit % 8))
}

/// The step that the word begins with, and how many bits it takes.
fn step(word: u64, width: u32) -> ([i32; 2], u32) {
    let mask = (1 << width) - 1;
    let x = word.trailing_zeros();
    let rest = word.checked_shr(x + 1).unwrap_or_default();
    let y = rest.trailing_zeros();
    let rest = rest.checked_shr(y + 1).unwrap_or_default();
    let number = |times: u32, rest: u64| unzigzag((times << width) | (rest & mask) as u32);
    ([number(x, rest), number(y, rest >> width)], x + y + 2 + 2 * width)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One arc of two steps, (2, -3) and (-1, 0), with a width of 1: numbers 4 and 5, then 1 and 0.
    static TWO_STEPS: [u8; 11] = [2 << 5 | 1, 0b1010_0100, 0b0111, 0, 0, 0, 0, 0, 0, 0, 0];

    #[test]
    fn an_arc_is_walked_forward_and_backward() {
        let arcs = Arcs(&TWO_STEPS);
        let mut path = vec![[10, 20]];
        assert_eq!(arcs.follow(0, false, &mut path), 3);
        assert_eq!(path, [[10, 20], [12, 17], [11, 17]]);
        assert_eq!(arcs.follow(0, true, &mut path), 3);
        assert_eq!(path, [[10, 20], [12, 17], [11, 17], [12, 17], [10, 20]]);
    }
}
