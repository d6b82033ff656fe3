//! The strip between two distances around a border, held against the distances themselves.

use geo::{Contains, MultiPolygon, Point, point};
use portolan::geodesy::{Border, along, band, distance_km, ring};
use portolan::world::{Boundaries, country_shape};

fn border(code: &str) -> Border {
    Border::new(&country_shape(code, Boundaries::Recognised).expect("a country has this code"))
}

/// Numbers from 0 to 1 that look random (Park and Miller 1988).
fn numbers(mut seed: u64) -> impl Iterator<Item = f64> {
    std::iter::repeat_with(move || {
        seed = seed * 48_271 % 2_147_483_647;
        seed as f64 / 2_147_483_647.0
    })
}

/// Every vertex of the strip, and the middle of every edge, with how far off the nearer one of the two distances it is, as
/// a part of that.
fn worst(border: &Border, strip: &MultiPolygon, near_km: f64, far_km: f64) -> f64 {
    let mut worst: f64 = 0.0;
    for polygon in strip {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            for edge in ring.lines() {
                for at in [edge.start_point(), along(edge.start_point(), edge.end_point(), 0.5)] {
                    let km = border.distance_to_km(at);
                    worst = worst.max(
                        [near_km, far_km]
                            .map(|line| (km - line).abs() / line)
                            .into_iter()
                            .fold(f64::INFINITY, f64::min),
                    );
                }
            }
        }
    }
    worst
}

/// Whether the strip holds a position, wherever the turn is that its rings are unwrapped to.
fn holds(strip: &MultiPolygon, at: Point) -> bool {
    [-360.0, 0.0, 360.0].iter().any(|turn| strip.contains(&point!(x: at.x() + turn, y: at.y())))
}

#[test]
fn the_outline_is_within_a_thousandth_of_its_distance() {
    // A country with a long coast, one of islands on both sides of ±180°, a landlocked one, one within another.
    for (code, near_km, far_km) in [
        ("UA", 458.7, 474.8),
        ("UA", 20.0, 40.0),
        ("FJ", 300.0, 900.0),
        ("CH", 50.0, 52.0),
        ("SM", 5.0, 100.0),
        ("JP", 200.0, 400.0),
    ] {
        let border = border(code);
        let strip = band(&border, near_km, far_km);
        assert!(!strip.0.is_empty(), "{code}");
        let worst = worst(&border, &strip, near_km, far_km);
        assert!(worst < 0.001, "{code}, {near_km} to {far_km} km: {worst}");
    }
}

#[test]
fn the_strip_holds_what_is_at_such_a_distance_and_nothing_else() {
    for (code, near_km, far_km, around) in [
        ("UA", 458.7, 600.0, [15.0, 55.0, 40.0, 58.0]),
        ("FJ", 300.0, 900.0, [165.0, 195.0, -30.0, -8.0]),
        ("JP", 200.0, 400.0, [120.0, 150.0, 22.0, 48.0]),
        ("IT", 60.0, 150.0, [5.0, 20.0, 35.0, 49.0]),
    ] {
        let border = border(code);
        let strip = band(&border, near_km, far_km);
        let [west, east, south, north] = around;
        let mut seed = numbers(7);
        let (mut inside, mut outside) = (0, 0);
        for _ in 0..1500 {
            let (Some(a), Some(b)) = (seed.next(), seed.next()) else { break };
            let at = point!(x: west + a * (east - west), y: south + b * (north - south));
            let km = border.distance_to_km(at);
            // On the line itself it can be either.
            if [near_km, far_km].iter().any(|line| (km - line).abs() < 0.0015 * line) {
                continue;
            }
            let wanted = km > near_km && km < far_km;
            assert_eq!(holds(&strip, at), wanted, "{code}: {at:?} is {km} km away");
            *(if wanted { &mut inside } else { &mut outside }) += 1;
        }
        assert!(inside > 100 && outside > 100, "{code}: {inside} inside, {outside} outside");
    }
}

#[test]
fn from_nothing_on_it_begins_at_the_border() {
    let border = border("CH");
    let strip = band(&border, 0.0, 30.0);
    assert_eq!(strip.0.len(), 1);
    assert!(!holds(&strip, point!(x: 8.2, y: 46.8)), "Obwalden");
    assert!(holds(&strip, point!(x: 7.75, y: 47.75)), "Breisgau, 19 km off");
}

#[test]
fn a_ring_around_a_place_is_a_circle_on_the_ellipsoid() {
    for middle in [point!(x: 40.12, y: 45.85), point!(x: 179.9, y: -60.0), point!(x: 10.0, y: 89.0)] {
        for polygon in &ring(middle, 100.0, 290.0) {
            assert!(polygon.exterior().points().all(|at| (distance_km(middle, at) - 290.0).abs() < 1e-6));
            assert!(polygon.interiors()[0].points().all(|at| (distance_km(middle, at) - 100.0).abs() < 1e-6));
            let edges = polygon.exterior().lines();
            assert!(
                edges
                    .map(|edge| distance_km(middle, along(edge.start_point(), edge.end_point(), 0.5)))
                    .all(|km| km > 290.0 * 0.999)
            );
        }
    }
}

#[test]
fn what_makes_no_strip_gives_none() {
    let border = border("CH");
    for (near_km, far_km) in [(20.0, 10.0), (10.0, 10.0), (f64::NAN, 10.0), (0.0, f64::INFINITY), (0.0, 19_000.0)] {
        assert!(band(&border, near_km, far_km).0.is_empty());
        assert!(ring(Point(geo::Coord { x: 0.0, y: 0.0 }), near_km, far_km).0.is_empty());
    }
    assert!(band(&Border::new(&MultiPolygon(Vec::new())), 1.0, 2.0).0.is_empty());
}
