//! The places, numbered in the order of their folded main name, larger ones first.
//!
//! `place_names.blocks`: blocks of [`PLACES_PER_BLOCK`] names, each ended by a line feed; a block is labelled by its first
//! name, folded. So a place is found by its name, and what else is known of it stands under its number in `records`.

use std::sync::OnceLock;

use geo::{Point, Rect, point};

use super::fold::fold;
use super::records::{self, PLACES_PER_BLOCK, Record};
use crate::world::blocks::Blocks;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/place_names.blocks");

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

/// The places whose folded main name is this, the largest first.
pub fn places_named(key: &str) -> Vec<Place> {
    let mut found = Vec::new();
    // The first of them may stand in the block before one that is labelled with the name.
    for number in file().before(key.as_bytes())..file().len() {
        let raw = file().inflate(number);
        let names = lines(&raw);
        let folded = |name: &[u8]| fold(&String::from_utf8_lossy(name));
        let start = names.partition_point(|name| folded(name).as_str() < key);
        let count = names[start..].iter().take_while(|name| folded(name) == key).count();
        let named = records::block(number).zip(&names).skip(start).take(count);
        found.extend(named.map(|(record, name)| place(name, record)));
        if start + count < names.len() {
            break;
        }
    }
    found
}

/// The places of these numbers, which ascend.
pub fn places(numbers: &[usize]) -> Vec<Place> {
    let mut found = Vec::with_capacity(numbers.len());
    for run in numbers.chunk_by(|one, next| one / PLACES_PER_BLOCK == next / PLACES_PER_BLOCK) {
        let block = run[0] / PLACES_PER_BLOCK;
        let raw = file().inflate(block);
        let mut wanted = run.iter().map(|number| number % PLACES_PER_BLOCK).peekable();
        for (index, (record, name)) in records::block(block).zip(lines(&raw)).enumerate() {
            if wanted.next_if_eq(&index).is_some() {
                found.push(place(name, record));
            }
        }
    }
    found
}

/// The most populous places in rectangles of longitude and latitude, at most so many, the largest first.
pub fn places_within(areas: &[Rect], most: usize) -> Vec<Place> {
    let units = |degrees: f64| (degrees * UNITS_PER_DEGREE) as i32;
    let areas: Vec<[i32; 4]> =
        areas.iter().map(|area| [area.min().x, area.max().x, area.min().y, area.max().y].map(units)).collect();
    let is_within = |record: &Record| {
        areas.iter().any(|[west, east, south, north]| {
            let turn = units(360.0);
            let mut turns = [record.longitude - turn, record.longitude, record.longitude + turn].into_iter();
            (*south..=*north).contains(&record.latitude) && turns.any(|x| (*west..=*east).contains(&x))
        })
    };
    let mut found: Vec<(u32, usize)> = Vec::new();
    for block in 0..file().len() {
        let inside = records::block(block).enumerate().filter(|(_, record)| is_within(record));
        found.extend(inside.map(|(index, record)| (record.population, block * PLACES_PER_BLOCK + index)));
    }
    found.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
    let mut numbers: Vec<usize> = found.iter().map(|(_, number)| *number).collect();
    numbers.sort_unstable();
    let places = places(&numbers);
    let place = |(_, number): &(u32, usize)| places.get(numbers.binary_search(number).ok()?).cloned();
    found.iter().filter_map(place).collect()
}

/// All places, block by block.
pub fn all() -> impl Iterator<Item = Place> {
    (0..file().len()).flat_map(|number| {
        let raw = file().inflate(number);
        records::block(number).zip(lines(&raw)).map(|(record, name)| place(name, record)).collect::<Vec<_>>()
    })
}

fn file() -> &'static Blocks {
    static INDEX: OnceLock<Blocks> = OnceLock::new();
    INDEX.get_or_init(|| Blocks::new(FILE))
}

fn lines(raw: &[u8]) -> Vec<&[u8]> {
    let mut reader = Reader::new(raw);
    std::iter::from_fn(|| (!reader.rest().is_empty()).then(|| reader.line())).collect()
}

fn place(name: &[u8], record: Record) -> Place {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let degrees = |units: i32| f64::from(units) / UNITS_PER_DEGREE;
    Place {
        name: text(name),
        country: text(record.country),
        admin1: text(record.admin1),
        population: record.population,
        position: point!(x: degrees(record.longitude), y: degrees(record.latitude)),
        geonames_id: (record.geonames_id > 0).then_some(record.geonames_id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_stored_in_the_order_of_their_names_as_they_are_folded_here() {
        let names: Vec<String> = all().map(|place| fold(&place.name)).collect();
        assert_eq!(names.len(), records::count());
        assert!(names.is_sorted());
    }

    #[test]
    fn the_largest_places_in_an_area_come_first_and_across_180_degrees() {
        let names = |west: f64, south: f64, east: f64, north: f64| -> Vec<String> {
            let found = places_within(&[Rect::new((west, south), (east, north))], 3);
            found.into_iter().map(|place| place.name).collect()
        };
        assert_eq!(names(3.8, 51.7, 5.4, 52.5)[..2], ["Rotterdam", "Amsterdam"]);
        assert!(names(176.0, -20.0, 183.0, -15.0).contains(&"Suva".to_owned()));
    }

    #[test]
    fn a_place_is_among_those_of_its_name() {
        for place in all().step_by(293) {
            assert!(places_named(&fold(&place.name)).contains(&place), "{}", place.name);
        }
    }

    #[test]
    fn all_places_of_a_name_are_found_even_if_they_go_on_in_the_next_block() {
        let all: Vec<Place> = all().collect();
        let last_and_next = all.chunks(PLACES_PER_BLOCK).zip(all.chunks(PLACES_PER_BLOCK).skip(1));
        let cut = last_and_next.filter_map(|(block, next)| {
            let name = fold(&next[0].name);
            (fold(&block[block.len() - 1].name) == name).then_some(name)
        });
        let mut count = 0;
        for name in cut {
            let expected: Vec<&Place> = all.iter().filter(|place| fold(&place.name) == name).collect();
            assert_eq!(places_named(&name).iter().collect::<Vec<_>>(), expected, "{name}");
            count += 1;
        }
        assert!(count > 0);
    }
}
