//! The folded other names of places, sorted, and the places that bear them.
//!
//! `place_keys.blocks`: blocks labelled by their first name. Raw, column by column:
//!
//! ```text
//! varint          how many names
//! varint per name how many bytes it shares with the previous name of the block
//! per name        the rest of it, ended by a line feed
//! varint per name how many places have it as another name
//! bytes           the numbers of those places: first the low bytes of all, then the middle ones, then the high ones
//! ```

use std::ops::Range;
use std::sync::OnceLock;

use crate::world::blocks::Blocks;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/place_keys.blocks");

/// The places that bear the folded name besides their main one, ascending.
pub fn bearers(key: &str) -> Vec<usize> {
    let raw = file().inflate(file().find(key.as_bytes()));
    let mut reader = Reader::new(&raw);
    let count = reader.varint();
    let shared: Vec<usize> = (0..count).map(|_| reader.varint()).collect();
    let mut name = Vec::new();
    let mut wanted = None;
    for (index, &length) in shared.iter().enumerate() {
        name.truncate(length);
        name.extend_from_slice(reader.line());
        if name == key.as_bytes() {
            wanted = Some(index);
        }
    }
    let Some(wanted) = wanted else { return Vec::new() };
    let counts: Vec<usize> = (0..count).map(|_| reader.varint()).collect();
    let before: usize = counts[..wanted].iter().sum();
    numbers(reader.rest(), before..before + counts[wanted])
}

/// Numbers of three bytes, stored as all low bytes, all middle bytes, all high bytes.
fn numbers(planes: &[u8], range: Range<usize>) -> Vec<usize> {
    let size = planes.len() / 3;
    let byte = |plane: usize, index: usize| planes.get(plane * size + index).map_or(0, |&byte| usize::from(byte));
    range.map(|index| byte(0, index) | byte(1, index) << 8 | byte(2, index) << 16).collect()
}

fn file() -> &'static Blocks {
    static INDEX: OnceLock<Blocks> = OnceLock::new();
    INDEX.get_or_init(|| Blocks::new(FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_starts_with_the_name_that_it_is_found_by() {
        for number in 0..file().len() {
            let raw = file().inflate(number);
            let mut reader = Reader::new(&raw);
            let count = reader.varint();
            assert!(count > 0, "block {number}");
            let shared: Vec<usize> = (0..count).map(|_| reader.varint()).collect();
            let mut names = vec![Vec::new()];
            for length in shared {
                let previous: &Vec<u8> = &names[names.len() - 1];
                names.push([&previous[..length], reader.line()].concat());
            }
            assert!(names.is_sorted_by(|one, next| one < next), "block {number}");
            assert_eq!(file().find(&names[1]), number);
            assert_eq!(file().find(&names[count]), number);
        }
    }
}
