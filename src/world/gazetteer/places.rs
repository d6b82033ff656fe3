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
        let block = run[0] / PLACES_PER_BLOCK;
        let raw = file().1.inflate(block);
        let columns = Columns::read(block, &raw);
        found.extend(run.iter().filter_map(|number| columns.place(number % PLACES_PER_BLOCK)));
    }
    found
}

/// All places, block by block.
pub fn all() -> impl Iterator<Item = Place> {
    (0..file().1.len()).flat_map(|number| {
        let raw = file().1.inflate(number);
        let columns = Columns::read(number, &raw);
        (0..PLACES_PER_BLOCK).filter_map(|index| columns.place(index)).collect::<Vec<_>>()
    })
}

fn file() -> &'static (usize, Blocks) {
    static INDEX: OnceLock<(usize, Blocks)> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut reader = Reader::new(FILE);
        (reader.varint(), Blocks::new(reader.rest()))
    })
}

/// A block, its columns found but not yet turned into places: of a look-up's block one or a few are wanted.
struct Columns<'a> {
    names: Vec<&'a [u8]>,
    admin1: Vec<&'a [u8]>,
    countries: Vec<&'a [u8]>,
    populations: Vec<usize>,
    latitudes: Vec<usize>,
    longitudes: Vec<usize>,
    ids: Vec<usize>,
}

impl<'a> Columns<'a> {
    fn read(number: usize, raw: &'a [u8]) -> Self {
        let count = PLACES_PER_BLOCK.min(count().saturating_sub(number * PLACES_PER_BLOCK));
        let mut reader = Reader::new(raw);
        let names = (0..count).map(|_| reader.line()).collect();
        let admin1 = (0..count).map(|_| reader.line()).collect();
        let countries = (0..count).map(|_| reader.bytes(2)).collect();
        let mut column = || (0..count).map(|_| reader.varint()).collect();
        let (populations, latitudes, longitudes, ids) = (column(), column(), column(), column());
        Self { names, admin1, countries, populations, latitudes, longitudes, ids }
    }

    /// The place with that number in the block, if it has so many.
    fn place(&self, index: usize) -> Option<Place> {
        let text = |column: &[&[u8]]| String::from_utf8_lossy(column[index]).into_owned();
        let degrees = |column: &[usize], origin: i64| (column[index] as i64 - origin) as f64 / UNITS_PER_DEGREE;
        (index < self.names.len()).then(|| Place {
            name: text(&self.names),
            country: text(&self.countries),
            admin1: text(&self.admin1),
            population: self.populations[index] as u32,
            position: point!(x: degrees(&self.longitudes, 18_000_000), y: degrees(&self.latitudes, 9_000_000)),
            geonames_id: (self.ids[index] > 0).then_some(self.ids[index] as u32),
        })
    }
}
