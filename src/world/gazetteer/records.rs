//! What is known of each place besides its names, by number.
//!
//! `places.table`: a place is a few bits counted from what the places of its first-level division have in common.
//!
//! ```text
//! varint               how many places
//! varint               how many countries
//! per country:
//!     bytes            its two letters
//!     varint           how many divisions of it have places
//!     per division:
//!         text         its code
//!         zigzag each  the least latitude and longitude in 1e-5 degree, and the least GeoNames number, of its places; each
//!                      from that of the division before
//!         bytes        how many bits what goes beyond these takes: of the latitude, of the longitude, of the number
//! varint per block     the length of its records in bytes
//! records, block by block, in bits: the number of the division, of as many bits as the largest needs; latitude, longitude
//!                      and GeoNames number (0 if it has none) from the least of the division; how many bits the population
//!                      has, in five bits, and those but the first, which is a one
//! ```

use std::sync::OnceLock;

use crate::world::bits::Bits;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/places.table");

/// How many places there are in a block of names or records; in the last there may be less.
pub const PLACES_PER_BLOCK: usize = 128;

/// What is known of a place.
#[derive(Clone, Copy)]
pub struct Record {
    pub country: &'static [u8],
    pub admin1: &'static [u8],
    /// In 1e-5 degree.
    pub latitude: i32,
    /// In 1e-5 degree.
    pub longitude: i32,
    /// 0 if it has none.
    pub geonames_id: u32,
    pub population: u32,
}

struct Division {
    country: &'static [u8],
    admin1: &'static [u8],
    least: [i32; 3],
    widths: [u32; 3],
}

struct Table {
    count: usize,
    divisions: Vec<Division>,
    /// The records from the first of each block on.
    blocks: Vec<&'static [u8]>,
}

/// How many places there are.
#[cfg(test)]
pub fn count() -> usize {
    table().count
}

/// The records of a block; none if there is none of that number.
pub fn block(number: usize) -> impl Iterator<Item = Record> {
    let Table { count, divisions, blocks } = table();
    let records = blocks.get(number).copied().unwrap_or_default();
    let places = PLACES_PER_BLOCK.min(count.saturating_sub(number * PLACES_PER_BLOCK));
    let width = usize::BITS - (divisions.len() - 1).leading_zeros();
    let mut bits = Bits::new(records);
    (0..places).filter_map(move |_| {
        let division = divisions.get(bits.take(width) as usize)?;
        let mut number = |column: usize| division.least[column] + bits.take(division.widths[column]) as i32;
        let (latitude, longitude, id) = (number(0), number(1), number(2));
        let length = bits.take(5) as u32;
        let population = length.checked_sub(1).map_or(0, |rest| 1 << rest | bits.take(rest) as u32);
        let (country, admin1) = (division.country, division.admin1);
        Some(Record { country, admin1, latitude, longitude, geonames_id: id as u32, population })
    })
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut reader = Reader::new(FILE);
        let count = reader.varint();
        let mut divisions = Vec::new();
        let mut least = [0; 3];
        for _ in 0..reader.varint() {
            let country = reader.bytes(2);
            for _ in 0..reader.varint() {
                let admin1 = reader.text();
                least = least.map(|before| before + reader.zigzag());
                let widths = [(); 3].map(|()| reader.varint() as u32);
                divisions.push(Division { country, admin1, least, widths });
            }
        }
        let lengths: Vec<usize> = (0..count.div_ceil(PLACES_PER_BLOCK)).map(|_| reader.varint()).collect();
        let block = |length| {
            let records = reader.rest();
            reader.bytes(length);
            records
        };
        Table { count, divisions, blocks: lengths.into_iter().map(block).collect() }
    })
}
