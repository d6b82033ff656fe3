//! How long it takes to project 100,000 vertices of land.

use std::hint::black_box;

use geo::{Coord, Point, Polygon};
use portolan::projection::{Frame, Projection, Rotation, View};

fn main() {
    divan::main();
}

/// 200 ragged islands of 500 vertices, all over the sphere, some of them on the seam.
fn land() -> Vec<Polygon> {
    let mut state: u32 = 2023;
    let mut chance = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 16) / 65536.0
    };
    let mut island = |number: u32| {
        let y = (2.0 * (f64::from(number) + 0.5) / 200.0 - 1.0).asin().to_degrees();
        let (x, radius) = (360.0 * (f64::from(number) * 0.618_034).fract() - 180.0, 6.0);
        let ring = (0..500).map(|step| {
            let (sin, cos) = (f64::from(step) * std::f64::consts::TAU / 500.0).sin_cos();
            let radius = radius * (0.95 + 0.1 * chance());
            Coord { x: x + radius * cos / y.to_radians().cos().max(0.1), y: (y + radius * sin).clamp(-89.9, 89.9) }
        });
        Polygon::new(ring.collect(), Vec::new())
    };
    (0..200).map(&mut island).collect()
}

fn view(name: &str) -> View {
    let frame = Frame::new(2400.0, 1350.0);
    let cone = Projection::LambertConformalConic { lat_1: 45.0, lat_2: 62.0 };
    let turned = Rotation::centred_on(87.0);
    let route = [Point::new(40.0, 45.0), Point::new(132.0, 43.0), Point::new(87.0, 60.0)];
    match name {
        "Equal Earth" => View::fit(Projection::EqualEarth, turned, frame, 50.0, &[]),
        "Mercator" => View::fit(Projection::Mercator, turned, frame, 50.0, &[]),
        "Equal Earth, tilted" => {
            View::fit(Projection::EqualEarth, Rotation { lambda: -87.0, phi: -40.0, gamma: 0.0 }, frame, 50.0, &[])
        }
        _ => View::fit(cone, turned, frame, 50.0, &route),
    }
}

#[divan::bench(args = ["Equal Earth", "Mercator", "Lambert, regional", "Equal Earth, tilted"])]
fn polygons(bencher: divan::Bencher, name: &str) {
    let (land, view) = (land(), view(name));
    bencher.bench(|| land.iter().map(|island| black_box(&view).polygon(island).len()).sum::<usize>());
}

#[divan::bench(args = ["Equal Earth", "Lambert, regional"])]
fn outlines(bencher: divan::Bencher, name: &str) {
    let (land, view) = (land(), view(name));
    bencher.bench(|| land.iter().map(|island| black_box(&view).outline(island).len()).sum::<usize>());
}
