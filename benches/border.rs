//! How long it takes to find the nearest point of a border of 40,000 edges.

use std::hint::black_box;

use geo::{MultiPolygon, Point, Polygon, point};
use portolan::geodesy::{Border, destination};

fn main() {
    divan::main();
}

/// A ragged coast, about as dense as that of a large country at 1:10m.
fn coast() -> MultiPolygon {
    let middle = point! { x: 38.0, y: 50.0 };
    let mut state: u32 = 2023;
    let ring = (0..40_000).map(|step| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let ragged = 1.0 + 0.002 * (f64::from(state >> 16) / 65536.0 - 0.5);
        destination(middle, -360.0 * f64::from(step) / 40_000.0, 1500.0 * ragged).0
    });
    Polygon::new(ring.collect(), Vec::new()).into()
}

const FAR: Point = Point(geo::Coord { x: 132.35, y: 42.88 });
const NEAR: Point = Point(geo::Coord { x: 58.0, y: 55.0 });

#[divan::bench(args = [FAR, NEAR])]
fn cold(bencher: divan::Bencher, point: Point) {
    let coast = coast();
    bencher.bench(|| Border::new(black_box(&coast)).nearest(point));
}

#[divan::bench(args = [FAR, NEAR])]
fn warm(bencher: divan::Bencher, point: Point) {
    let border = Border::new(&coast());
    bencher.bench(|| border.nearest(black_box(point)));
}

#[divan::bench]
fn contains(bencher: divan::Bencher) {
    let border = Border::new(&coast());
    bencher.bench(|| border.contains(black_box(NEAR)));
}
