//! What a track over water costs.

use divan::{Bencher, black_box};
use geo::{Coord, Point};
use portolan::network::sea::{Options, Passage, route};

fn main() {
    divan::main();
}

const ENDS: [(&str, Point, Point); 4] = [
    ("Najin - Dunay", Point(Coord { x: 130.3, y: 42.23 }), Point(Coord { x: 132.35, y: 42.88 })),
    ("Jeddah - Constanta", Point(Coord { x: 39.18, y: 21.48 }), Point(Coord { x: 28.65, y: 44.17 })),
    ("Shanghai - Rotterdam", Point(Coord { x: 121.5, y: 31.22 }), Point(Coord { x: 4.48, y: 51.9 })),
    ("New York - Colombo", Point(Coord { x: -74.02, y: 40.7 }), Point(Coord { x: 79.85, y: 6.95 })),
];

/// The same way again and again: what the process remembers of its ends and its pieces is there from the second time on.
#[divan::bench(args = 0..ENDS.len())]
fn shortest(bencher: Bencher, ends: usize) {
    let (_, from, to) = ENDS[ends];
    bencher.bench(|| route(black_box(from), to, &Options::default()));
}

#[divan::bench]
fn by_the_cape(bencher: Bencher) {
    let (_, from, to) = ENDS[2];
    let options = Options { avoid: vec![Passage::Suez], through: Vec::new() };
    bencher.bench(|| route(black_box(from), to, &options));
}

/// The pairs of a table (`from_lon`, `from_lat`, `to_lon`, `to_lat` in columns 2, 3, 5, 6) that `PORTOLAN_PAIRS` names; without
/// one there is nothing to measure.
#[divan::bench(sample_count = 5, sample_size = 1, ignore = std::env::var_os("PORTOLAN_PAIRS").is_none())]
fn table_of_pairs(bencher: Bencher) {
    let table = std::env::var_os("PORTOLAN_PAIRS").and_then(|path| std::fs::read_to_string(path).ok());
    let pairs: Vec<(Point, Point)> = table
        .iter()
        .flat_map(|table| table.lines().skip(1))
        .filter_map(|row| {
            let fields: Vec<&str> = row.split(',').collect();
            let number = |column: usize| fields.get(column)?.parse::<f64>().ok();
            Some((Point::new(number(1)?, number(2)?), Point::new(number(4)?, number(5)?)))
        })
        .collect();
    bencher.bench(|| pairs.iter().filter(|(from, to)| route(*from, *to, &Options::default()).is_ok()).count());
}
