//! From the shipped route file to pictures of it, stage by stage.

use divan::{Bencher, black_box};
use portolan::sheet::{Picture, Sheet};
use portolan::{Journey, route};

fn main() {
    divan::main();
}

fn text() -> String {
    std::fs::read_to_string("data/routes/najin-tikhoretsk.toml").unwrap_or_default()
}

fn journey() -> Option<Journey> {
    Journey::lay(route::read_text("route.toml", &text(), &[], None).ok()?.route).ok()
}

#[divan::bench]
fn read(bencher: Bencher) {
    let text = text();
    bencher.bench(|| route::read_text("route.toml", black_box(&text), &[], None).is_ok());
}

#[divan::bench]
fn read_and_lay(bencher: Bencher) {
    bencher.bench(|| journey().is_some());
}

#[divan::bench]
fn compose(bencher: Bencher) {
    bencher.with_inputs(journey).bench_refs(|journey| journey.as_ref().map(|journey| Sheet::compose(journey).is_ok()));
}

#[divan::bench(args = [Picture::Png, Picture::Svg])]
fn draw(bencher: Bencher, picture: Picture) {
    let sheet = journey().and_then(|journey| Sheet::compose(&journey).ok());
    bencher.bench(|| sheet.as_ref().map(|sheet| sheet.draw(picture).map(|bytes| bytes.len())));
}
