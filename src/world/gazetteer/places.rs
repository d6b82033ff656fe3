//! The places, numbered in the order of their folded main name, larger ones first.
//!
//! `places.blocks`: a varint of how many there are, then blocks of [`PLACES_PER_BLOCK`] without labels. Raw, column by
//! column: the names and then the admin1 codes, each ended by a line feed; two letters of country each; varints of
//! population, of latitude + 90 and of longitude + 180 in 1e-5 degree, and of the GeoNames number.

use std::sync::OnceLock;

use geo::{Point, point};

use crate::world::blocks::Blocks;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/places.blocks");

const PLACES_PER_BLOCK: usize = 128;
const UNITS_PER_DEGREE: f64 = 1e5;

/// A populated place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its main name.
    pub name: String,
    /// ISO 3166-1 alpha-2, as GeoNames assigns it: Simferopol is in `UA`.
    pub country: String,
    /// GeoNames' code of the first-level division: `TX`, `38`; empty if it has none.
    pub admin1: String,
    /// How many people live there; 0 if not known.
    pub population: u32,
    /// Its middle.
    pub position: Point,
    /// GeoNames' number; `None` for the few places that are added by hand.
    pub geonames_id: Option<u32>,
}

/// How many places there are.
pub fn count() -> usize {
    file().0
}

/// The places of these numbers, which ascend.
pub fn places(numbers: &[usize]) -> Vec<Place> {
    let mut found = Vec::with_capacity(numbers.len());
    for run in numbers.chunk_by(|one, next| one / PLACES_PER_BLOCK == next / PLACES_PER_BLOCK) {
        let first = run[0] / PLACES_PER_BLOCK * PLACES_PER_BLOCK;
        let block = block(run[0] / PLACES_PER_BLOCK);
        found.extend(run.iter().filter_map(|number| block.get(number - first)).cloned());
    }
    found
}

/// All places, block by block.
pub fn all() -> impl Iterator<Item = Place> {
    (0..file().1.len()).flat_map(block)
}

fn file() -> &'static (usize, Blocks) {
    static INDEX: OnceLock<(usize, Blocks)> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut reader = Reader::new(FILE);
        (reader.varint(), Blocks::new(reader.rest()))
    })
}

fn block(number: usize) -> Vec<Place> {
    let raw = file().1.inflate(number);
    let count = PLACES_PER_BLOCK.min(count().saturating_sub(number * PLACES_PER_BLOCK));
    let mut reader = Reader::new(&raw);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let names: Vec<String> = (0..count).map(|_| text(reader.line())).collect();
    let admin1: Vec<String> = (0..count).map(|_| text(reader.line())).collect();
    let countries: Vec<String> = (0..count).map(|_| text(reader.bytes(2))).collect();
    let mut column = || (0..count).map(|_| reader.varint()).collect::<Vec<_>>();
    let (populations, latitudes, longitudes, ids) = (column(), column(), column(), column());
    let degrees = |units: usize, origin: i64| (units as i64 - origin) as f64 / UNITS_PER_DEGREE;
    let rest = populations.into_iter().zip(latitudes).zip(longitudes).zip(ids);
    names
        .into_iter()
        .zip(admin1)
        .zip(countries)
        .zip(rest)
        .map(|(((name, admin1), country), (((population, latitude), longitude), id))| Place {
            name,
            country,
            admin1,
            population: population as u32,
            position: point!(x: degrees(longitude, 18_000_000), y: degrees(latitude, 9_000_000)),
            geonames_id: (id > 0).then_some(id as u32),
        })
        .collect()
}
