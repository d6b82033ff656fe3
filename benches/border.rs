//! How long it takes to find the nearest point of a border of many edges.

use std::hint::black_box;

use geo::{MultiPolygon, Point};
use portolan::geodesy::Border;
use portolan::world::{Boundaries, country_shape};

fn main() {
    divan::main();
}

/// The longest border that is carried.
fn canada() -> MultiPolygon {
    country_shape("CA", Boundaries::Recognised).unwrap_or_else(|| MultiPolygon(Vec::new()))
}

const FAR: Point = Point(geo::Coord { x: 132.35, y: 42.88 });
const NEAR: Point = Point(geo::Coord { x: -122.33, y: 47.61 });

#[divan::bench(args = [FAR, NEAR])]
fn cold(bencher: divan::Bencher, point: Point) {
    let canada = canada();
    bencher.bench(|| Border::new(black_box(&canada)).nearest(point));
}

#[divan::bench(args = [FAR, NEAR])]
fn warm(bencher: divan::Bencher, point: Point) {
    let border = Border::new(&canada());
    bencher.bench(|| border.nearest(black_box(point)));
}

#[divan::bench]
fn contains(bencher: divan::Bencher) {
    let border = Border::new(&canada());
    bencher.bench(|| border.contains(black_box(NEAR)));
}
