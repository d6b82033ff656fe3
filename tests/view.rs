//! Maps: what is drawn where, and that nothing tears or floods.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests")]

mod maps;

use geo::{Coord, LineString, Point, Polygon, line_string, point, polygon};
use maps::{FRAME, everywhere, gap, seen, views};
use portolan::geodesy::densify;
use portolan::projection::{Frame, Projection, Rotation, View, choose};

/// What lies within `radius_deg` of `middle`, its ring counter-clockwise seen from above the middle.
fn cap(middle: Point, radius_deg: f64) -> Polygon {
    let lat = middle.y().to_radians();
    let ring = (0..180).map(|step| {
        let (azimuth, radius) = ((-2.0 * f64::from(step)).to_radians(), radius_deg.to_radians());
        let sin_lat = lat.sin() * radius.cos() + lat.cos() * radius.sin() * azimuth.cos();
        let turn = (azimuth.sin() * radius.sin() * lat.cos()).atan2(radius.cos() - lat.sin() * sin_lat);
        Coord { x: middle.x() + turn.to_degrees(), y: sin_lat.asin().to_degrees() }
    });
    Polygon::new(ring.collect(), Vec::new())
}

fn angle_deg(a: Point, b: Point) -> f64 {
    let [a, b] = [a, b].map(|point| (point.x().to_radians(), point.y().to_radians()));
    (a.1.sin() * b.1.sin() + a.1.cos() * b.1.cos() * (a.0 - b.0).cos()).clamp(-1.0, 1.0).acos().to_degrees()
}

/// Whether the pixel is filled, by the even-odd rule.
fn is_filled(rings: &[Vec<[f64; 2]>], [x, y]: [f64; 2]) -> bool {
    let mut filled = false;
    for ring in rings {
        for (number, a) in ring.iter().enumerate() {
            let b = ring[(number + 1) % ring.len()];
            if (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) {
                filled = !filled;
            }
        }
    }
    filled
}

fn area(ring: &[[f64; 2]]) -> f64 {
    let edges = ring.iter().enumerate().map(|(number, a)| (a, ring[(number + 1) % ring.len()]));
    edges.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0
}

/// How far `pixel` is from a line.
fn off_line(line: &[[f64; 2]], [x, y]: [f64; 2]) -> f64 {
    let off = line.windows(2).map(|edge| {
        let [dx, dy] = [edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]];
        let along = ((x - edge[0][0]) * dx + (y - edge[0][1]) * dy) / (dx * dx + dy * dy).max(1e-300);
        let along = along.clamp(0.0, 1.0);
        gap([x, y], [edge[0][0] + along * dx, edge[0][1] + along * dy])
    });
    off.fold(f64::INFINITY, f64::min)
}

#[test]
fn a_pixel_is_filled_if_and_only_if_the_place_that_it_shows_lies_in_the_area() {
    let mut looked_at = 0;
    for view in views() {
        for (middle, radius) in [
            (point! { x: 0.0, y: 0.0 }, 20.0),
            (point! { x: 180.0, y: 10.0 }, 25.0),
            (point! { x: -85.0, y: -30.0 }, 40.0),
            (point! { x: 10.0, y: 89.9 }, 15.0),
            (point! { x: 130.0, y: -80.0 }, 30.0),
            (point! { x: 95.0, y: 50.0 }, 120.0),
            (point! { x: -60.0, y: -20.0 }, 165.0),
        ] {
            let rings = view.polygon(&cap(middle, radius));
            for place in everywhere(400) {
                let away = angle_deg(place, middle) - radius;
                let Some(pixel) = seen(&view, place) else { continue };
                if away.abs() > 0.5 {
                    assert_eq!(is_filled(&rings, pixel), away < 0.0, "{place:?} of {middle:?} {radius} in {view:?}");
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 20_000, "{looked_at} pixels are no test");
}

#[test]
fn a_hole_stays_a_hole_wherever_the_seam_cuts() {
    for view in views() {
        let (rim, mut hole) = (cap(point! { x: 150.0, y: 20.0 }, 50.0), cap(point! { x: 150.0, y: 20.0 }, 20.0));
        hole.exterior_mut(|ring| ring.0.reverse());
        let area = Polygon::new(rim.exterior().clone(), vec![hole.exterior().clone()]);
        let rings = view.polygon(&area);
        for place in everywhere(600) {
            let away = angle_deg(place, point! { x: 150.0, y: 20.0 });
            let Some(pixel) = seen(&view, place) else { continue };
            if (away - 50.0).abs() > 0.5 && (away - 20.0).abs() > 0.5 {
                assert_eq!(is_filled(&rings, pixel), (20.0..50.0).contains(&away), "{place:?} in {view:?}");
            }
        }
    }
}

#[test]
fn a_square_across_the_seam_becomes_two_rings_of_the_same_area() {
    let square = |x: f64| polygon![(x: x, y: 10.0), (x: x + 40.0, y: 10.0), (x: x + 40.0, y: 50.0), (x: x, y: 50.0)];
    let view = View::new(Projection::EqualEarth, Rotation::default(), 200.0, [600.0, 350.0], FRAME);
    let (cut, whole) = (view.polygon(&square(165.0)), view.polygon(&square(0.0)));
    assert_eq!((cut.len(), whole.len()), (2, 1));
    let total: f64 = cut.iter().map(|ring| area(ring).abs()).sum();
    let expected = area(&whole[0]).abs();
    assert!((total / expected - 1.0).abs() < 1e-3, "{total} px² for {expected} px²");
    // Written either way, wrapped or unwrapped, it is the same area.
    let wrapped = polygon![(x: 165.0, y: 10.0), (x: -155.0, y: 10.0), (x: -155.0, y: 50.0), (x: 165.0, y: 50.0)];
    let other: f64 = view.polygon(&wrapped).iter().map(|ring| area(ring).abs()).sum();
    assert!((other - total).abs() < 1e-6);
}

#[test]
fn land_round_a_pole_without_an_edge_to_it_fills_the_pole() {
    let coast = (0..72).map(|step| Coord { x: 180.0 - 5.0 * f64::from(step), y: -70.0 });
    let land = Polygon::new(coast.collect(), Vec::new());
    for view in views() {
        let rings = view.polygon(&land);
        for (x, y) in [(0.0, -88.0), (100.0, -85.0), (-179.0, -75.0), (33.0, -60.0), (33.0, 80.0)] {
            let place = Point::new(x, y);
            if let Some(pixel) = view.project(place).filter(|pixel| FRAME.contains(*pixel)) {
                assert_eq!(is_filled(&rings, pixel), y < -70.0, "{place:?} in {view:?}");
            }
        }
    }
}

#[test]
fn an_area_that_was_cut_at_180_is_filled_like_the_whole_one() {
    let coast: Vec<(f64, f64)> = (0..72).map(|step| (180.0 - 5.0 * f64::from(step), -72.0)).collect();
    let mut cut_round_pole = vec![(-180.0, -72.0), (-180.0, -90.0), (180.0, -90.0)];
    cut_round_pole.extend(&coast);
    let pairs = [
        (vec![Polygon::new(cut_round_pole.into(), Vec::new())], Polygon::new(coast.into(), Vec::new())),
        (
            vec![
                polygon![(x: 170.0, y: 55.0), (x: 180.0, y: 55.0), (x: 180.0, y: 70.0), (x: 170.0, y: 70.0)],
                polygon![(x: -180.0, y: 55.0), (x: -170.0, y: 55.0), (x: -170.0, y: 70.0), (x: -180.0, y: 70.0)],
            ],
            polygon![(x: 170.0, y: 55.0), (x: 180.0, y: 55.0), (x: 190.0, y: 55.0), (x: 190.0, y: 70.0),
                (x: 180.0, y: 70.0), (x: 170.0, y: 70.0)],
        ),
    ];
    for view in views() {
        for (parts, whole) in &pairs {
            let parts: Vec<_> = parts.iter().map(|part| view.polygon(part)).collect();
            let whole = view.polygon(whole);
            for place in everywhere(2000) {
                // On the cut itself rounding decides.
                if 180.0 - place.x().abs() < 0.1 {
                    continue;
                }
                let Some(pixel) = view.project(place).filter(|pixel| FRAME.contains(*pixel)) else { continue };
                let filled = parts.iter().any(|part| is_filled(part, pixel));
                assert_eq!(filled, is_filled(&whole, pixel), "{place:?} in {view:?}");
            }
        }
    }
}

#[test]
fn the_outline_of_an_area_has_no_line_along_the_seam_or_the_frame() {
    let square = polygon![(x: 165.0, y: -20.0), (x: 205.0, y: -20.0), (x: 205.0, y: 20.0), (x: 165.0, y: 20.0)];
    let view = View::new(Projection::EqualEarth, Rotation::default(), 200.0, [600.0, 350.0], FRAME);
    let edges: Vec<LineString> = square.exterior().lines().map(|edge| densify(&edge.into(), 20.0)).collect();
    let truth: Vec<Vec<[f64; 2]>> =
        edges.iter().map(|edge| edge.points().filter_map(|place| view.project(place)).collect()).collect();
    for line in view.outline(&square) {
        for pixel in line {
            let off = truth.iter().map(|edge| off_line(edge, pixel)).fold(f64::INFINITY, f64::min);
            assert!(off < 1.0, "{pixel:?} is {off} px beside the square's edges");
        }
    }
}

#[test]
fn no_line_runs_along_the_last_parallel_of_a_map() {
    let cone = Projection::LambertConformalConic { lat_1: -50.0, lat_2: -20.0 };
    // An island beside the point that each map never reaches.
    for (projection, middle) in [
        (Projection::Mercator, point! { x: 20.0, y: 87.0 }),
        (cone, point! { x: 20.0, y: 87.0 }),
        (Projection::TransverseMercator, point! { x: 87.0, y: 0.0 }),
    ] {
        let frame = Frame { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 };
        let view = View::new(projection, Rotation::default(), 100.0, [600.0, 350.0], frame);
        let island = cap(middle, 2.0);
        let mut drawn = 0;
        for edge in view.outline(&island).iter().flat_map(|line| line.windows(2)) {
            let halfway = view.invert([0, 1].map(|axis| f64::midpoint(edge[0][axis], edge[1][axis])));
            let Some(place) = halfway else { continue };
            let off = (angle_deg(place, middle) - 2.0).abs();
            assert!(off < 0.05, "{place:?} is {off}° beside the coast in {projection:?}");
            drawn += 1;
        }
        assert!(drawn > 20, "{drawn} edges in {projection:?}");
    }
}

#[test]
fn lines_deviate_less_than_half_a_pixel_from_the_great_arc() {
    for view in views() {
        let ends: Vec<Point> = everywhere(40).collect();
        for pair in ends.chunks(2) {
            let (a, b) = (pair[0], pair[1]);
            let parts = view.line(&[a.0, b.0]);
            let whole = angle_deg(a, b).to_radians();
            let [from, to] = [a, b].map(|place| {
                let (x, y) = (place.x().to_radians(), place.y().to_radians());
                [y.cos() * x.cos(), y.cos() * x.sin(), y.sin()]
            });
            for step in 1..500 {
                let along = f64::from(step) / 500.0;
                let (p, q) = (((1.0 - along) * whole).sin(), (along * whole).sin());
                let [x, y, z] = [0, 1, 2].map(|axis| p * from[axis] + q * to[axis]);
                let place = Point::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees());
                let Some(pixel) = view.project(place).filter(|pixel| FRAME.contains(*pixel)) else { continue };
                let off = parts.iter().map(|part| off_line(part, pixel)).fold(f64::INFINITY, f64::min);
                assert!(off < 0.5, "{off} px off at {pixel:?} from {a:?} to {b:?} in {view:?}");
            }
        }
    }
}

#[test]
fn a_route_over_the_pacific_has_no_jump_where_the_map_is_centred_on_it() {
    let route = densify(&line_string![(x: -118.25, y: 33.74), (x: 121.5, y: 31.22)], 50.0);
    let points: Vec<Point> = route.points().collect();
    let choice = choose(&points);
    let view = View::fit(choice.projection, choice.rotation, FRAME, 60.0, &points);
    let parts = view.line(&route.0);
    assert_eq!(parts.len(), 1, "in one piece");
    assert!(parts[0].windows(2).all(|edge| gap(edge[0], edge[1]) < 20.0));
    // Centred on Greenwich it must be cut, with each part ending at the map's edge.
    let world = View::fit(Projection::EqualEarth, Rotation::default(), FRAME, 20.0, &[]);
    let parts = world.line(&route.0);
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|part| part.windows(2).all(|edge| gap(edge[0], edge[1]) < 20.0)));
}

#[test]
fn a_pixel_leads_back_to_the_place_that_is_drawn_there() {
    for view in views() {
        for place in everywhere(200) {
            let Some(pixel) = view.project(place).filter(|pixel| FRAME.contains(*pixel)) else { continue };
            let back = view.invert(pixel).unwrap();
            assert!(angle_deg(place, back) < 1e-4, "{place:?} → {back:?} in {view:?}");
        }
    }
}

#[test]
fn senseless_input_draws_nothing_odd_and_ends() {
    let nowhere = [f64::NAN, f64::INFINITY, 1e300, 1000.0];
    for view in views() {
        for x in nowhere {
            assert!(view.project(Point::new(0.0, x)).is_none_or(|pixel| pixel[0].is_finite()), "{x}");
            let line = [Coord { x, y: 10.0 }, Coord { x: 20.0, y: x }, Coord { x: 30.0, y: 0.0 }];
            assert!(view.line(&line).iter().flatten().all(|pixel| FRAME.grown(33.0).contains(*pixel)), "{x}");
            view.polygon(&Polygon::new(line.to_vec().into(), Vec::new()));
            assert!(view.invert([x, x]).is_none_or(|place| place.x().abs() <= 180.0), "{x}");
        }
        for count in 0..3 {
            let ring: LineString = vec![Coord { x: 10.0, y: 10.0 }; count].into();
            assert!(view.polygon(&Polygon::new(ring.clone(), vec![ring.clone()])).is_empty());
            assert!(view.outline(&Polygon::new(ring, Vec::new())).iter().all(|line| line.len() < 5));
        }
    }
    let nothing = maps::FRAME.grown(-600.0);
    let view = View::fit(Projection::EqualEarth, Rotation::default(), nothing, 50.0, &[]);
    assert!(view.scale_at([600.0, 350.0]).is_some_and(f64::is_finite));
}
