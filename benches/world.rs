//! What decoding the embedded world costs.

use divan::{Bencher, black_box};
use geo::{Rect, point};
use portolan::world::gazetteer::look_up;
use portolan::world::{Boundaries, Scale, border_lines, country_at, country_shape, everywhere, lakes, land};

fn main() {
    divan::main();
}

const SCALES: [Scale; 3] = [Scale::M110, Scale::M50, Scale::M10];

#[divan::bench(args = SCALES)]
fn all_land(scale: Scale) -> usize {
    land(scale, &[everywhere()]).len()
}

#[divan::bench(args = SCALES)]
fn land_around_najin(scale: Scale) -> usize {
    land(scale, &[Rect::new((128.0, 40.0), (134.0, 44.0))]).len()
}

#[divan::bench]
fn small_land_only(bencher: Bencher) {
    let fiji = [Rect::new((176.0, -20.0), (182.0, -15.0))];
    bencher.bench(|| land(Scale::M10, black_box(&fiji)).len());
}

#[divan::bench(args = SCALES)]
fn all_lakes(scale: Scale) -> usize {
    lakes(scale, &[everywhere()]).len()
}

#[divan::bench(args = SCALES)]
fn all_borders(scale: Scale) -> usize {
    border_lines(scale, Boundaries::Recognised, &[everywhere()]).len()
}

#[divan::bench(args = ["UA", "RU", "CA", "LS"])]
fn shape_of(code: &str) -> usize {
    country_shape(code, Boundaries::Recognised).map_or(0, |shape| shape.0.len())
}

#[divan::bench]
fn country_of_a_point() -> Option<&'static str> {
    country_at(black_box(point!(x: 40.12, y: 45.85)), Boundaries::Recognised).map(|country| country.code)
}

#[divan::bench(args = ["Tikhoretsk, RU", "Paris", "San José", "평양", "Tikhorezk, RU", "Vladivostock"])]
fn place(query: &str) -> usize {
    look_up(query).matches.len()
}
