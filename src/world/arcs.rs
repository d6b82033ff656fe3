//! Stores of arcs: stretches of outline that several shapes run along, each stored once.
//!
//! The coast of a country is the coast of its land, and a border is the edge of two countries and a line of its own. An arc
//! has no position, only steps; a shape says where it begins, and walks its arcs forward or backward. Arc by arc:
//!
//! ```text
//! varint          32 times the number of steps, and the width
//! bits            per step, in longitude and in latitude, in 1e-5 degree, both as zigzag numbers: how many times each
//!                 holds 2^width, as so many zeros and a one; then the rest of each, `width` bits
//! ```
//!
//! An arc begins with a byte of its own. No step is longer than the 56 bits that can be had at a time (see `bits`). This is
//! Golomb's code (1966) with Rice's parameters (1979).

use geo::{Coord, coord};

use super::bits::Bits;
use super::encoding::{Reader, unzigzag};

/// A store of arcs.
#[derive(Clone, Copy)]
pub struct Arcs(pub &'static [u8]);

impl Arcs {
    /// Appends the points along the arc at that offset, which begins at the last of `path`, in 1e-5 degree; gives the offset
    /// of its end.
    pub fn follow(self, offset: usize, is_backward: bool, path: &mut Vec<Coord>) -> usize {
        let mut reader = Reader::new(self.0.get(offset..).unwrap_or_default());
        let head = reader.varint();
        let (steps, width) = (head >> 5, head as u32 & 31);
        let Some(&begin) = path.last() else { return offset };
        let at = path.len() - 1;
        let mut bits = Bits::new(reader.rest());
        let (mut x, mut y) = (begin.x as i32, begin.y as i32);
        path.extend((0..steps).map(|_| {
            let (step, length) = step(bits.peek(), width);
            bits.pass(length);
            x = x.wrapping_add(step[0]);
            y = y.wrapping_add(step[1]);
            coord! { x: f64::from(x), y: f64::from(y) }
        }));
        if is_backward {
            let walked = &mut path[at..];
            walked.reverse();
            // What was taken for its first point is its last.
            let shift = begin - walked[0];
            for point in walked {
                *point = *point + shift;
            }
        }
        self.0.len() - bits.rest()
    }
}

/// The step that the word begins with, and how many bits it takes.
#[inline]
fn step(word: u64, width: u32) -> ([i32; 2], u32) {
    let first = word.trailing_zeros();
    let second = (word & word.wrapping_sub(1)).trailing_zeros();
    let rests = word.wrapping_shr(second + 1);
    let unit = 1_u32 << width;
    let number = |times: u32, rest: u64| unzigzag(times.wrapping_mul(unit) + (rest as u32 & (unit - 1)));
    let x = number(first, rests);
    let y = number(second.wrapping_sub(first + 1), rests >> width);
    ([x, y], second + 1 + 2 * width)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One arc of two steps, (2, -3) and (-1, 0), with a width of 1: numbers 4 and 5, then 1 and 0.
    static TWO_STEPS: [u8; 11] = [2 << 5 | 1, 0b1010_0100, 0b0111, 0, 0, 0, 0, 0, 0, 0, 0];

    #[test]
    fn an_arc_is_walked_forward_and_backward() {
        let arcs = Arcs(&TWO_STEPS);
        let mut path = vec![coord! { x: 10.0, y: 20.0 }];
        assert_eq!(arcs.follow(0, false, &mut path), 3);
        assert_eq!(arcs.follow(0, true, &mut path), 3);
        let path: Vec<(f64, f64)> = path.into_iter().map(|at| at.x_y()).collect();
        assert_eq!(path, [(10.0, 20.0), (12.0, 17.0), (11.0, 17.0), (12.0, 17.0), (10.0, 20.0)]);
    }
}
