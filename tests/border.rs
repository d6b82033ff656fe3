//! The nearest point of a border.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests; figures that must be kept to the bit")]

use geo::{MultiPolygon, Point, Polygon, line_string, point, polygon};
use portolan::geodesy::{Border, Nearest, destination, distance_km};

/// A ragged coast of `count` vertices round `middle`, deterministic.
fn coast(middle: Point, radius_km: f64, count: usize) -> Polygon {
    let mut state: u32 = 2023;
    let ring = (0..count).map(|step| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let ragged = 1.0 + 0.1 * (f64::from(state >> 16) / 65536.0 - 0.5);
        destination(middle, -360.0 * step as f64 / count as f64, radius_km * ragged).0
    });
    Polygon::new(ring.collect(), Vec::new())
}

/// The same by trying: 300 points on every edge.
fn by_trying(area: &Polygon, point: Point) -> f64 {
    let mut least = f64::INFINITY;
    for edge in area.exterior().lines() {
        for step in 0..=300 {
            let tried = edge.start + (edge.end - edge.start) * (f64::from(step) / 300.0);
            least = least.min(distance_km(point, Point(tried)));
        }
    }
    least
}

fn nearest(area: &Polygon, point: Point) -> Nearest {
    Border::new(&area.clone().into()).nearest(point).unwrap()
}

#[test]
fn the_nearest_point_of_a_ragged_coast_is_the_one_that_trying_finds() {
    let area = coast(point! { x: 38.0, y: 50.0 }, 400.0, 150);
    for (azimuth, away_km) in
        [(0.0, 0.0), (10.0, 150.0), (77.0, 420.0), (200.0, 900.0), (310.0, 6500.0), (45.0, 15000.0)]
    {
        let point = destination(point! { x: 38.0, y: 50.0 }, azimuth, away_km);
        let (found, tried) = (nearest(&area, point), by_trying(&area, point));
        assert!(found.distance_km <= tried + 1e-9, "{away_km} km away: {} against {tried}", found.distance_km);
        assert!(tried - found.distance_km < 0.005, "{away_km} km away: {} against {tried}", found.distance_km);
        assert!((distance_km(point, found.position) - found.distance_km).abs() < 1e-9);
    }
}

#[test]
fn edges_are_straight_in_longitude_and_latitude() {
    // North of this edge a geodesic between its ends would pass 0.3° nearer.
    let area = polygon![(x: 0.0, y: 40.0), (x: 20.0, y: 40.0), (x: 20.0, y: 60.0), (x: 0.0, y: 60.0)];
    let south = nearest(&area, point! { x: 10.0, y: 39.0 });
    assert!((south.position.y() - 40.0).abs() < 1e-12);
    assert!((south.distance_km - distance_km(point! { x: 10.0, y: 39.0 }, point! { x: 10.0, y: 40.0 })).abs() < 1e-9);
}

#[test]
fn a_point_in_a_hole_is_outside_and_the_holes_rim_is_border() {
    let area = Polygon::new(
        line_string![(x: 0.0, y: 0.0), (x: 10.0, y: 0.0), (x: 10.0, y: 10.0), (x: 0.0, y: 10.0), (x: 0.0, y: 0.0)],
        vec![line_string![(x: 4.0, y: 4.0), (x: 4.0, y: 6.0), (x: 6.0, y: 6.0), (x: 6.0, y: 4.0), (x: 4.0, y: 4.0)]],
    );
    let border = Border::new(&area.into());
    assert!(border.contains(point! { x: 2.0, y: 5.0 }));
    assert!(!border.contains(point! { x: 5.0, y: 5.0 }));
    assert_eq!(border.distance_to_km(point! { x: 2.0, y: 5.0 }), 0.0);
    let rim = border.nearest(point! { x: 5.2, y: 5.0 }).unwrap();
    assert!((rim.position.x() - 6.0).abs() < 1e-9, "{rim:?}");
    assert_eq!(border.distance_to_km(point! { x: 5.2, y: 5.0 }), rim.distance_km);
    // Inside, the distance to the border is still to be had.
    assert!(border.nearest(point! { x: 3.5, y: 5.0 }).unwrap().distance_km > 50.0);
}

#[test]
fn a_cut_at_180_is_no_border() {
    let cut: MultiPolygon = MultiPolygon(vec![
        polygon![(x: 170.0, y: -5.0), (x: 180.0, y: -5.0), (x: 180.0, y: 5.0), (x: 170.0, y: 5.0)],
        polygon![(x: -180.0, y: -5.0), (x: -170.0, y: -5.0), (x: -170.0, y: 5.0), (x: -180.0, y: 5.0)],
    ]);
    let whole: MultiPolygon =
        polygon![(x: 170.0, y: -5.0), (x: 190.0, y: -5.0), (x: 190.0, y: 5.0), (x: 170.0, y: 5.0)].into();
    for x in [165.0, 172.0, 179.5, -179.5, -175.0, -172.0, -160.0] {
        for y in [-7.0, 1.0, 4.0] {
            let point = Point::new(x, y);
            let (cut, whole) = (Border::new(&cut), Border::new(&whole));
            assert_eq!(cut.contains(point), whole.contains(point), "{point:?}");
            assert_eq!(cut.contains(point), !(-170.0..=170.0).contains(&x) && y.abs() < 5.0, "{point:?}");
            let (cut, whole) = (cut.nearest(point).unwrap(), whole.nearest(point).unwrap());
            assert!((cut.distance_km - whole.distance_km).abs() < 1e-9, "{point:?}: {cut:?}, {whole:?}");
            assert!(cut.position.x().abs() <= 180.0 && cut.distance_km > 100.0);
        }
    }
}

#[test]
fn land_round_the_south_pole_holds_it_whether_it_is_cut_or_not() {
    let coast: Vec<(f64, f64)> = (-180..180).rev().step_by(10).map(|x| (f64::from(x), -70.0)).collect();
    let round = Polygon::new(coast.clone().into(), Vec::new());
    let mut cut = vec![(-180.0, -90.0), (180.0, -90.0), (180.0, -70.0)];
    cut.extend(coast.iter().copied());
    cut.push((-180.0, -70.0));
    let cut = Polygon::new(cut.into(), Vec::new());
    for area in [round, cut] {
        let border = Border::new(&area.into());
        assert!(border.contains(point! { x: 33.0, y: -89.0 }) && border.contains(point! { x: 180.0, y: -80.0 }));
        assert!(!border.contains(point! { x: 33.0, y: -60.0 }) && !border.contains(point! { x: 33.0, y: 89.0 }));
        let pole = border.nearest(point! { x: 0.0, y: -90.0 }).unwrap();
        assert!((pole.position.y() + 70.0).abs() < 1e-9, "{pole:?}");
    }
}

#[test]
fn an_area_without_a_border_has_no_nearest_point() {
    let border = Border::new(&MultiPolygon(Vec::new()));
    assert_eq!(border.nearest(point! { x: 0.0, y: 0.0 }), None);
    assert_eq!(border.distance_to_km(point! { x: 0.0, y: 0.0 }), f64::INFINITY);
}

#[test]
fn what_is_no_position_is_near_to_nothing() {
    let border = Border::new(&coast(point! { x: 38.0, y: 50.0 }, 400.0, 150).into());
    for (x, y) in [(f64::NAN, 0.0), (0.0, f64::NAN), (f64::INFINITY, 0.0), (0.0, 90.1)] {
        assert_eq!(border.nearest(Point::new(x, y)), None);
        assert!(!border.contains(Point::new(x, y)));
    }
}
