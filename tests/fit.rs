//! Maps: which projection, how large, what is seen, what a pixel measures.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests")]

mod maps;

use geo::{LineString, Point, line_string, point};
use maps::{CONE, FRAME, PROJECTIONS, chance, gap, views};
use portolan::geodesy::{densify, distance_km};
use portolan::projection::{Projection, Rotation, View, choose};

/// A map of a route through Siberia.
fn siberia() -> View {
    let ends = [point! { x: 60.0, y: 50.0 }, point! { x: 110.0, y: 60.0 }];
    View::fit(CONE, Rotation::centred_on(87.0), FRAME, 50.0, &ends)
}

#[test]
fn a_fitted_route_fills_its_frame_and_no_more() {
    let route = densify(&line_string![(x: 130.3, y: 42.2), (x: 92.0, y: 56.0), (x: 40.1, y: 45.8)], 50.0);
    let points: Vec<Point> = route.points().collect();
    for projection in PROJECTIONS {
        let rotation = Rotation {
            phi: if matches!(projection, Projection::Azimuthal(_)) { -50.0 } else { 0.0 },
            ..Rotation::centred_on(87.0)
        };
        let view = View::fit(projection, rotation, FRAME, 50.0, &points);
        let pixels: Vec<[f64; 2]> = points.iter().map(|point| view.project(*point).unwrap()).collect();
        let room = FRAME.grown(-50.0);
        assert!(pixels.iter().all(|pixel| room.grown(1e-6).contains(*pixel)));
        let reach = |axis: usize, least: f64, most: f64| {
            let figures = pixels.iter().map(|pixel| pixel[axis]);
            let (low, high) = figures.fold((f64::INFINITY, -f64::INFINITY), |(a, b), x| (a.min(x), b.max(x)));
            assert!((low - least - (most - high)).abs() < 1e-6, "in the middle");
            low - least
        };
        let spare = reach(0, room.left, room.right).min(reach(1, room.top, room.bottom));
        assert!(spare.abs() < 1e-6, "{spare} px are left free both ways");
    }
}

#[test]
fn a_map_of_the_world_leaves_no_more_of_its_frame_empty_than_it_must() {
    let route = densify(&line_string![(x: -122.4, y: 37.8), (x: 0.0, y: 51.5), (x: 139.8, y: 35.6)], 50.0);
    let points: Vec<Point> = route.points().collect();
    let room = FRAME.grown(-40.0);
    let fitted = View::fit(Projection::EqualEarth, Rotation::default(), room, 0.0, &points).framed(FRAME);
    let settled = fitted.settled(room, &points);
    let empty = |view: &View| view.outline_of_globe()[0].iter().map(|pixel| pixel[1]).fold(f64::INFINITY, f64::min);
    assert!(empty(&fitted) > 20.0 && empty(&settled) < empty(&fitted) - 20.0, "{} {}", empty(&fitted), empty(&settled));
    for point in &points {
        assert!(room.grown(1e-6).contains(settled.project(*point).unwrap()), "{point:?}");
    }
    // What fills its frame stays where it is.
    let near = siberia();
    let place = point! { x: 80.0, y: 55.0 };
    assert_eq!(near.settled(FRAME, &[place]).project(place), near.project(place));
}

#[test]
fn a_single_place_can_be_fitted() {
    let place = point! { x: 40.12, y: 45.85 };
    let view = View::fit(CONE, Rotation::centred_on(40.0), FRAME, 50.0, &[place]);
    assert!(gap(view.project(place).unwrap(), [600.0, 350.0]) < 1e-6);
    assert!(view.scale_at([600.0, 350.0]).unwrap() > 1.0);
}

#[test]
fn a_scale_bar_measures_what_it_says() {
    let view = siberia();
    let metres = view.scale_at([600.0, 400.0]).unwrap();
    let [west, east] = [550.0, 650.0].map(|x| view.invert([x, 400.0]).unwrap());
    assert!((distance_km(west, east) * 10.0 / metres - 1.0).abs() < 1e-3);
    let world = View::fit(Projection::EqualEarth, Rotation::default(), FRAME, 20.0, &[]);
    assert_eq!(world.scale_at([2.0, 2.0]), None, "beside the map");
}

#[test]
fn the_visible_bounds_hold_everything_that_is_seen() {
    for view in views() {
        let bounds = view.visible_bounds();
        for (across, down) in chance(300).zip(chance(600).skip(300)) {
            let Some(place) = view.invert([across * FRAME.width(), down * FRAME.height()]) else { continue };
            assert!(
                bounds.iter().any(|rect| {
                    (rect.min().x..=rect.max().x).contains(&place.x())
                        && (rect.min().y..=rect.max().y).contains(&place.y())
                }),
                "{place:?} isn't in {bounds:?} of {view:?}"
            );
        }
    }
    // A map of the Crimea needn't decode the whole world.
    let points = [point! { x: 33.0, y: 44.5 }, point! { x: 36.0, y: 46.0 }];
    let bounds = View::fit(CONE, Rotation::centred_on(34.5), FRAME, 50.0, &points).visible_bounds();
    assert_eq!(bounds.len(), 1);
    assert!(bounds[0].width() < 8.0 && bounds[0].height() < 5.0, "{bounds:?}");
}

#[test]
fn the_choice_fits_the_extent() {
    let chosen = |places: &[(f64, f64)]| {
        let line: LineString = places.iter().copied().collect();
        choose(&densify(&line, 100.0).points().collect::<Vec<_>>())
    };
    let siberia = chosen(&[(132.35, 42.88), (107.0, 52.0), (73.4, 55.0), (40.1, 45.85)]);
    assert!(matches!(siberia.projection, Projection::LambertConformalConic { .. }), "{siberia:?}");
    assert!(siberia.describe().ends_with("° N, centred on 86° E"), "{}", siberia.describe());
    let pacific = chosen(&[(-118.25, 33.74), (121.5, 31.22)]);
    assert_eq!(pacific.describe(), "oblique Mercator along the great circle through 52° N 180° at azimuth 88°");
    let brazil = chosen(&[(-74.0, 40.5), (-52.0, 20.0), (-35.0, -5.0), (-34.8, -8.0)]);
    assert!(brazil.describe().starts_with("oblique Mercator along the great circle through"), "{}", brazil.describe());
    let andes = chosen(&[(-79.9, 9.3), (-81.0, -5.0), (-77.1, -12.0), (-71.6, -33.0), (-75.0, -50.0)]);
    assert_eq!(andes.describe(), "transverse Mercator, central meridian 76° W");
    let arctic = chosen(&[(33.0, 69.0), (60.0, 77.0), (105.0, 78.0), (180.0, 70.0), (-170.0, 66.0), (140.0, 35.0)]);
    assert!(arctic.describe().starts_with("Lambert azimuthal equal-area, centred on 6"), "{}", arctic.describe());
    let pole = chosen(&[(33.0, 69.0), (40.0, 89.0), (-170.0, 66.0)]);
    assert_eq!(pole.describe(), "Lambert azimuthal equal-area, centred on the North Pole");
    let world = chosen(&[(139.8, 35.6), (-122.4, 37.8), (0.0, 51.5), (72.8, 18.9), (139.8, 35.6)]);
    assert!(world.describe().starts_with("Equal Earth, centred on"), "{}", world.describe());
    let malacca = chosen(&[(103.8, 1.3), (80.0, 6.0), (45.0, 12.0)]);
    assert_eq!(malacca.describe(), "Mercator, centred on 74° E");
    let south = chosen(&[(-70.0, -33.0), (-58.0, -34.6), (-65.0, -54.0)]);
    assert!(south.describe().contains("° S, centred on 64° W"), "{}", south.describe());
    assert_eq!(choose(&[]).projection, Projection::EqualEarth);
}

#[test]
fn the_graticule_runs_along_its_degrees() {
    let view = siberia();
    let lines = view.graticule(10.0, 5.0);
    assert!(lines.len() > 10);
    for pixel in lines.iter().flatten() {
        let place = view.invert(*pixel).unwrap();
        let off = |degrees: f64, step: f64| (degrees / step - (degrees / step).round()).abs() * step;
        assert!(off(place.x(), 10.0).min(off(place.y(), 5.0)) < 0.02, "{place:?}");
    }
}

/// Everything round a pole is seen without a gap: both sides of the seam meet in one point.
#[test]
fn a_route_round_a_pole_is_seen_from_above_it() {
    for (side, ring) in [(1.0, [100.0, -80.0, 10.0]), (-1.0, [166.7, 62.9, -64.0])] {
        let points: Vec<Point> = ring.iter().map(|&lon| Point::new(lon, side * 78.0)).collect();
        let choice = choose(&points);
        let view = View::fit(choice.projection, choice.rotation, FRAME, 40.0, &points);
        assert!(choice.describe().starts_with("Lambert azimuthal equal-area, centred on the"), "{}", choice.describe());
        let seam = 180.0 - choice.rotation.lambda;
        let [east, west] = [seam - 1e-6, seam + 1e-6].map(|lon| view.project(Point::new(lon, side * 80.0)).unwrap());
        assert!(gap(east, west) < 1.0, "{}: {east:?} {west:?}", choice.describe());
    }
    // A route that only starts far north is none of these.
    let choice = choose(&[Point::new(33.0, 69.0), Point::new(40.0, 64.5)]);
    assert!(!choice.why.contains("round the pole"), "{}", choice.why);
}
