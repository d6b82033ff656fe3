//! Countries, coasts, lakes and borders as they are carried.

use geo::{Area, Intersects, LineString, MultiPolygon, Point, Winding, point};
use portolan::world::{Boundaries, country, country_at, country_by_name, country_labels, country_shape};

const VIEWS: [Boundaries; 2] = [Boundaries::Recognised, Boundaries::DeFacto];

fn shape(code: &str, view: Boundaries) -> MultiPolygon {
    country_shape(code, view).unwrap_or_else(|| panic!("{code} has no shape"))
}

fn code_at(lon: f64, lat: f64, view: Boundaries) -> &'static str {
    country_at(Point::new(lon, lat), view).map_or("sea", |country| country.code)
}

/// Whether a vertex of the outline lies in the rectangle of these corners.
fn has_boundary_in(shape: &MultiPolygon, west_south: [f64; 2], east_north: [f64; 2]) -> bool {
    let rings = shape.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    rings
        .flat_map(LineString::coords)
        .any(|at| (west_south[0]..east_north[0]).contains(&at.x) && (west_south[1]..east_north[1]).contains(&at.y))
}

#[test]
fn crimea_is_ukraine_s_in_the_recognised_view_and_russia_s_de_facto() {
    let simferopol = point!(x: 34.1, y: 44.95);
    assert!(shape("UA", Boundaries::Recognised).intersects(&simferopol));
    assert!(!shape("RU", Boundaries::Recognised).intersects(&simferopol));
    assert!(shape("RU", Boundaries::DeFacto).intersects(&simferopol));
    assert!(!shape("UA", Boundaries::DeFacto).intersects(&simferopol));
}

#[test]
fn recognised_ukraine_has_no_boundary_across_the_perekop_isthmus() {
    // The rectangle lies across the isthmus and holds no coast.
    let (west_south, east_north) = ([33.65, 46.12], [33.72, 46.22]);
    assert!(has_boundary_in(&shape("UA", Boundaries::DeFacto), west_south, east_north));
    assert!(!has_boundary_in(&shape("UA", Boundaries::Recognised), west_south, east_north));
}

#[test]
fn nothing_is_lost_or_gained_between_the_views() {
    for parts in [&["RU", "UA"][..], &["MA", "EH"]] {
        let area = |view| parts.iter().map(|code| shape(code, view).unsigned_area()).sum::<f64>();
        let (recognised, de_facto) = (area(Boundaries::Recognised), area(Boundaries::DeFacto));
        assert!((recognised - de_facto).abs() < 1e-9 * de_facto, "{parts:?}: {recognised} and {de_facto}");
    }
}

#[test]
fn a_point_is_told_its_country() {
    for (lon, lat, code) in [
        (30.52, 50.45, "UA"),
        (37.62, 55.75, "RU"),
        (40.12, 45.85, "RU"),
        (132.33, 42.89, "RU"),
        (125.75, 39.03, "KP"),
        (126.98, 37.57, "KR"),
        (2.35, 48.85, "FR"),
        (10.75, 59.91, "NO"),
        (-52.9, 4.3, "FR"),
        (-177.4, 65.5, "RU"),
        (182.6, 65.5, "RU"),
        (28.25, -29.6, "LS"),
        (21.2, 42.6, "XK"),
        (0.0, -89.0, "AQ"),
        (0.0, 0.0, "sea"),
        (-140.0, 30.0, "sea"),
    ] {
        assert_eq!(code_at(lon, lat, Boundaries::Recognised), code, "{lon} {lat}");
        assert_eq!(code_at(lon, lat, Boundaries::DeFacto), code, "{lon} {lat}");
    }
}

#[test]
fn what_the_views_differ_in_is_told_by_view() {
    for (lon, lat, recognised, de_facto) in [
        (34.1, 44.95, "UA", "RU"),
        (33.6, 35.27, "CY", ""),
        (44.06, 9.56, "SO", ""),
        (-13.2, 27.1, "EH", "MA"),
        (-10.56, 26.15, "EH", "EH"),
        (-75.12, 19.91, "CU", ""),
        (63.3, 45.95, "KZ", "KZ"),
    ] {
        assert_eq!(code_at(lon, lat, Boundaries::Recognised), recognised, "{lon} {lat}");
        assert_eq!(code_at(lon, lat, Boundaries::DeFacto), de_facto, "{lon} {lat}");
    }
}

#[test]
fn merged_countries_have_no_boundary_inside() {
    let inside = [
        ("CY", [33.0, 35.13], [33.3, 35.2]),
        ("SO", [48.3, 8.6], [48.9, 10.5]),
        ("KZ", [62.7, 45.5], [64.1, 46.5]),
        ("EH", [-11.9, 26.05], [-9.5, 27.5]),
    ];
    for (code, west_south, east_north) in inside {
        assert!(has_boundary_in(&shape(code, Boundaries::DeFacto), west_south, east_north), "{code}");
        assert!(!has_boundary_in(&shape(code, Boundaries::Recognised), west_south, east_north), "{code}");
    }
}

#[test]
fn every_country_has_a_shape_wound_counter_clockwise_and_its_holes_clockwise() {
    for view in VIEWS {
        for label in country_labels(view).filter(|label| country(label.country.code) == Some(label.country)) {
            let shape = shape(label.country.code, view);
            assert!(!shape.0.is_empty(), "{}", label.country.name);
            for polygon in &shape {
                assert!(polygon.exterior().is_ccw(), "{}", label.country.name);
                assert!(polygon.interiors().iter().all(Winding::is_cw), "{}", label.country.name);
            }
        }
    }
}

#[test]
fn countries_are_found_by_code_and_by_name() {
    for (name, code) in [
        ("North Korea", "KP"),
        ("russian federation", "RU"),
        ("UK", "GB"),
        ("U.S.A.", "US"),
        ("United States", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Turkey", "TR"),
        ("France", "FR"),
        ("AUS", "AU"),
    ] {
        assert_eq!(country_by_name(name).map(|country| country.code), Some(code), "{name}");
    }
    assert_eq!(country("AU").unwrap().a3, "AUS");
    assert_eq!(country("FR").unwrap().a3, "FRA");
    assert!(country("").is_none() && country("-99").is_none() && country("ZZ").is_none());
    assert!(country_by_name("Atlantis").is_none());
}

#[test]
fn only_the_de_facto_view_labels_what_is_not_recognised() {
    let names = |view| country_labels(view).map(|label| label.country.name).collect::<Vec<_>>();
    for name in ["Somaliland", "Northern Cyprus"] {
        assert!(!names(Boundaries::Recognised).contains(&name), "{name}");
        assert!(names(Boundaries::DeFacto).contains(&name), "{name}");
    }
    for label in country_labels(Boundaries::DeFacto) {
        assert!(!label.country.name.is_empty() && !label.short_name.is_empty() && label.max_zoom > label.min_zoom);
    }
}
