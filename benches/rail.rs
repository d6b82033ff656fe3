//! What a way over rails costs.

use divan::{Bencher, black_box};
use geo::{Point, point};
use portolan::network::rail::{Options, RailNetwork, route};

fn main() {
    // Decoding has a row of its own.
    RailNetwork::world();
    divan::main();
}

const NAJIN: Point = Point(geo::Coord { x: 130.30, y: 42.2333 });
const TIKHORETSK: Point = Point(geo::Coord { x: 40.122, y: 45.846 });

#[divan::bench]
fn decode() -> Option<RailNetwork> {
    RailNetwork::decode()
}

#[divan::bench]
fn najin_to_tikhoretsk(bencher: Bencher) {
    bencher.bench(|| route(black_box(&[NAJIN, TIKHORETSK]), &Options::default()).is_ok());
}

#[divan::bench]
fn najin_to_tikhoretsk_around_china(bencher: Bencher) {
    let options = Options { within: vec!["KP".into(), "RU".into()], ..Options::default() };
    bencher.bench(|| route(black_box(&[NAJIN, TIKHORETSK]), &options).is_ok());
}

#[divan::bench]
fn paris_to_lyon(bencher: Bencher) {
    let stops = [point!(x: 2.35, y: 48.86), point!(x: 4.84, y: 45.76)];
    bencher.bench(|| route(black_box(&stops), &Options::default()).is_ok());
}
