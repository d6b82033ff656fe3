//! How long it takes to turn a figure: points of a sweep, with all that doesn't change kept.

use portolan::journey::Memo;
use portolan::network::Networks;
use portolan::route::Draft;
use portolan::sweep::{Grid, Sweep, Vary};

fn main() {
    divan::main();
}

/// The shipped route with the depot's distance turned from 200 to 400 miles in so many steps.
fn sweep(steps: usize) {
    let text = include_str!("../data/routes/depot-by-distance.toml");
    let draft = Draft::of_text("depot-by-distance.toml", text);
    let step = 200.0 / steps as f64;
    let vary = Vary::parse(&format!("places.depot.on.distance=200mi..400mi:{step}mi"));
    let Ok(grid) = vary.and_then(|vary| Grid::new(vec![vary], false)) else { return };
    let networks = Networks::default();
    let sweep = Sweep { draft: &draft, sets: &[], variant: None, networks: &networks, grid: &grid };
    let done = sweep.run(|point| {
        divan::black_box(point);
        Ok::<(), ()>(())
    });
    assert_eq!(done.map(|summary| (summary.points, summary.failed)), Ok((steps + 1, 0)));
}

#[divan::bench(sample_count = 1)]
fn ten_thousand_distances_of_the_depot() {
    sweep(10_000);
}

#[divan::bench(sample_count = 3)]
fn a_hundred_distances_of_the_depot() {
    sweep(100);
}

/// One point after others.
#[divan::bench]
fn one_more_distance(bencher: divan::Bencher) {
    let text = include_str!("../data/routes/depot-by-distance.toml");
    let draft = Draft::of_text("depot-by-distance.toml", text);
    let vary = Vary::parse("places.depot.on.distance=200mi..400mi:0.013mi");
    let Ok(grid) = vary.and_then(|vary| Grid::new(vec![vary], false)) else { return };
    let (networks, memo) = (Networks::default(), Memo::shared());
    let sweep = Sweep { draft: &draft, sets: &[], variant: None, networks: &networks, grid: &grid };
    sweep.point(0, &memo);
    let mut at = 0;
    bencher.bench_local(|| {
        at = (at + 997) % grid.len();
        sweep.point(at, &memo)
    });
}
