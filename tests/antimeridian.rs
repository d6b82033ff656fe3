//! Cutting lines at ±180°.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests; figures that must be kept to the bit")]

mod reference;

use std::path::Path;

use geo::{Coord, LineString, MultiLineString, MultiPolygon, Point, Polygon, line_string};
use portolan::geodesy::{Edges, cut_line, cut_polygon, densify, distance_km, length_km};

fn read(path: &Path) -> geo::Geometry {
    let text = std::fs::read_to_string(path).unwrap();
    if text.starts_with("../") {
        // A link to a case that has the same answer.
        return read(&path.with_file_name(text.trim()));
    }
    geo::Geometry::try_from(text.parse::<geojson::GeoJson>().unwrap()).unwrap()
}

fn lines(geometry: geo::Geometry) -> Vec<LineString> {
    match geometry {
        geo::Geometry::LineString(line) => vec![line],
        geo::Geometry::MultiLineString(lines) => lines.0,
        other => panic!("no lines in {other:?}"),
    }
}

fn assert_same(found: &[LineString], expected: &[LineString]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.0.len(), expected.0.len(), "{found:?}");
        for (a, b) in found.coords().zip(expected.coords()) {
            assert!((a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9, "{a:?} for {b:?}");
        }
    }
}

fn cut_all(input: &Path, edges: Edges) -> Vec<LineString> {
    lines(read(input)).iter().flat_map(|line| cut_line(line, edges).0).collect()
}

#[test]
fn lines_are_cut_as_the_published_cases_say() {
    let Some(folder) = reference::reference("geojson/antimeridian") else { return };
    for case in ["line.json", "multi-line.json"] {
        let expected = lines(read(&folder.join("flat").join(case)));
        // The cases' lines cross on the equator at half their way, where all methods agree.
        for edges in [Edges::Straight, Edges::Geodesic] {
            assert_same(&cut_all(&folder.join("input").join(case), edges), &expected);
        }
    }
}

#[test]
fn the_worked_example_of_rfc_7946_comes_out_as_it_stands_there() {
    let Some(folder) = reference::reference("geojson/rfc7946") else { return };
    let expected = lines(read(&folder.join("antimeridian-line.expected.json")));
    assert_same(&cut_all(&folder.join("antimeridian-line.input.json"), Edges::Straight), &expected);
}

#[test]
fn a_geodesic_is_cut_where_it_crosses() {
    let line = line_string![(x: 139.77, y: 35.62), (x: -118.25, y: 33.74)];
    let MultiLineString(parts) = cut_line(&line, Edges::Geodesic);
    assert_eq!(parts.len(), 2);
    let (end, start) = (*parts[0].0.last().unwrap(), parts[1].0[0]);
    assert_eq!((end.x, start.x, end.y), (180.0, -180.0, start.y));
    // Cut anywhere else, the two parts together would be longer than the geodesic.
    let whole = distance_km(Point(line.0[0]), Point(line.0[1]));
    assert!((length_km(&parts[0]) + length_km(&parts[1]) - whole).abs() < 1e-9);
    assert!((end.y - 46.0).abs() < 2.0, "far north of both ends: {}", end.y);
}

#[test]
fn it_does_not_matter_how_the_longitudes_are_written() {
    let wrapped = line_string![(x: 150.0, y: 40.0), (x: -130.0, y: 50.0), (x: 160.0, y: -20.0)];
    let unwrapped = line_string![(x: 150.0, y: 40.0), (x: 230.0, y: 50.0), (x: 160.0, y: -20.0)];
    assert_same(&cut_line(&unwrapped, Edges::Geodesic).0, &cut_line(&wrapped, Edges::Geodesic).0);
}

#[test]
fn a_line_that_touches_180_without_crossing_is_not_cut() {
    for line in [
        line_string![(x: 170.0, y: 0.0), (x: 180.0, y: 5.0), (x: 170.0, y: 10.0)],
        line_string![(x: -170.0, y: 0.0), (x: -180.0, y: 5.0), (x: -180.0, y: 8.0), (x: -170.0, y: 10.0)],
        line_string![(x: 180.0, y: 5.0), (x: 170.0, y: 10.0)],
        line_string![(x: 180.0, y: 5.0), (x: 180.0, y: 10.0)],
    ] {
        assert_eq!(cut_line(&line, Edges::Geodesic).0, [line]);
    }
    // A point on ±180 written with the other sign is the same point.
    let other_sign = line_string![(x: 170.0, y: 0.0), (x: -180.0, y: 5.0), (x: 170.0, y: 10.0)];
    let line = line_string![(x: 170.0, y: 0.0), (x: 180.0, y: 5.0), (x: 170.0, y: 10.0)];
    assert_eq!(cut_line(&other_sign, Edges::Geodesic).0, [line]);
}

#[test]
fn a_line_that_crosses_in_a_vertex_is_cut_there() {
    let line = line_string![(x: 170.0, y: 0.0), (x: 180.0, y: 5.0), (x: -170.0, y: 10.0)];
    let parts = cut_line(&line, Edges::Geodesic).0;
    assert_eq!(parts[0], line_string![(x: 170.0, y: 0.0), (x: 180.0, y: 5.0)]);
    assert_eq!(parts[1], line_string![(x: -180.0, y: 5.0), (x: -170.0, y: 10.0)]);
}

#[test]
fn no_part_of_a_dense_line_crosses_and_nothing_is_lost() {
    let zigzag = line_string![
        (x: 175.0, y: -30.0), (x: -175.0, y: -20.0), (x: 172.0, y: 15.0), (x: 188.0, y: 60.0), (x: 179.0, y: 88.0)
    ];
    let dense = densify(&zigzag, 20.0);
    let parts = cut_line(&dense, Edges::Geodesic);
    assert_eq!(parts.0.len(), 5);
    for part in &parts {
        assert!(part.coords().all(|vertex| vertex.x.abs() <= 180.0));
        assert!(part.lines().all(|piece| (piece.end.x - piece.start.x).abs() < 180.0));
    }
    let total: f64 = parts.iter().map(length_km).sum();
    assert!((total - length_km(&dense)).abs() < 1e-8);
}

/// Exterior counter-clockwise, holes clockwise, where the ring goes round no pole.
fn wound(mut polygon: Polygon) -> Polygon {
    let wind = |ring: &mut LineString, sign: f64| {
        let (mut enclosed, mut turned, mut before) = (0.0, 0.0, ring.0[0].x);
        for edge in ring.lines() {
            let mut step = edge.end.x - edge.start.x;
            if step.abs() > 180.0 {
                step -= 360.0f64.copysign(step);
            }
            enclosed += before * edge.end.y - (before + step) * edge.start.y;
            before += step;
            turned += step;
        }
        if turned.abs() < 180.0 && enclosed * sign < 0.0 {
            ring.0.reverse();
        }
    };
    polygon.exterior_mut(|ring| wind(ring, 1.0));
    polygon.interiors_mut(|holes| holes.iter_mut().for_each(|hole| wind(hole, -1.0)));
    polygon
}

fn polygons(geometry: geo::Geometry) -> Vec<Polygon> {
    match geometry {
        geo::Geometry::Polygon(polygon) => vec![polygon],
        geo::Geometry::MultiPolygon(polygons) => polygons.0,
        other => panic!("no polygons in {other:?}"),
    }
}

/// The rings of an area, in one order and each with one beginning and one direction; to 7 decimals, as the
/// published ones are.
fn normalised(polygons: &[Polygon]) -> Vec<Vec<(i64, i64)>> {
    let rings = polygons.iter().flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()));
    let mut rings: Vec<Vec<(i64, i64)>> = rings
        .map(|ring| {
            let whole = |vertex: &Coord| ((vertex.x * 1e7).round() as i64, (vertex.y * 1e7).round() as i64);
            let mut ring: Vec<(i64, i64)> = ring.0[1..].iter().map(whole).collect();
            ring.dedup();
            let least = (0..ring.len()).min_by_key(|number| ring[*number]).unwrap();
            ring.rotate_left(least);
            let mut reversed = ring.clone();
            reversed[1..].reverse();
            ring.min(reversed)
        })
        .collect();
    rings.sort();
    rings
}

#[test]
fn polygons_are_cut_as_the_published_cases_say() {
    let Some(folder) = reference::reference("geojson/antimeridian") else { return };
    let table = std::fs::read_to_string(folder.join("cases.csv")).unwrap();
    let mut left_out = Vec::new();
    for case in table.lines().skip(1) {
        let fields: Vec<&str> = case.split(',').collect();
        let edges = match fields[2] {
            "flat" => Edges::Straight,
            "spherical" => Edges::GreatArc,
            // Lines, and cases about what is to be refused.
            _ => continue,
        };
        if NOT_OURS.iter().any(|(name, _)| case.contains(name)) {
            left_out.push(fields[0]);
            continue;
        }
        let prepare = match fields[3] {
            "" | "winding is corrected" => wound,
            "fix_winding=false" => |polygon: Polygon| polygon,
            "reverse=true" => |mut polygon: Polygon| {
                polygon.exterior_mut(|ring| ring.0.reverse());
                polygon
            },
            other => panic!("a new option: {other}"),
        };
        let input = polygons(read(&folder.join(fields[0])));
        let cut: Vec<Polygon> = input.into_iter().flat_map(|area| cut_polygon(&prepare(area), edges).0).collect();
        assert_eq!(normalised(&cut), normalised(&polygons(read(&folder.join(fields[1])))), "{case}");
    }
    assert_eq!(left_out.len(), 2 * NOT_OURS.len(), "{left_out:?}");
}

/// The cases that are left out, and why.
const NOT_OURS: [(&str, &str); 4] = [
    ("force_north_pole", "an option to enclose a pole against the ring's winding, which we don't have"),
    ("force_south_pole", "the same"),
    ("overlap", "the ring crosses itself, so its left side doesn't tell what it encloses"),
    ("issues-171", "the published answer has lost one of the two holes"),
];

#[test]
fn the_rectangle_of_rfc_7946_comes_out_as_it_stands_there() {
    let Some(folder) = reference::reference("geojson/rfc7946") else { return };
    let input = polygons(read(&folder.join("antimeridian-rectangle.input.json")));
    let MultiPolygon(cut) = cut_polygon(&input[0], Edges::Straight);
    let expected = polygons(read(&folder.join("antimeridian-rectangle.expected.json")));
    assert_eq!(normalised(&cut), normalised(&expected));
}

#[test]
fn a_ring_that_begins_on_180_keeps_all_its_parts() {
    let corners = [(180.0, 10.0), (170.0, 0.0), (180.0, -10.0), (190.0, 0.0)];
    let square = |first: usize| {
        let ring: LineString = (0..5).map(|number| corners[(first + number) % 4]).collect();
        normalised(&cut_polygon(&Polygon::new(ring, Vec::new()), Edges::Straight).0)
    };
    assert_eq!(square(0).len(), 2);
    for (first, corner) in corners.iter().enumerate() {
        assert_eq!(square(first), square(0), "begun with {corner:?}");
    }
}

#[test]
fn a_cap_round_a_pole_is_the_same_wherever_its_ring_begins() {
    for (latitude, pole) in [(63.0, 90.0), (-63.0, -90.0)] {
        let areas = [-180.0, -177.0, 0.0, 10.0, 180.0].map(|begin: f64| {
            let turn = f64::copysign(10.0, pole);
            let ring =
                LineString((0..=36).map(|step| Coord { x: begin + turn * f64::from(step), y: latitude }).collect());
            let MultiPolygon(parts) = cut_polygon(&Polygon::new(ring, Vec::new()), Edges::Straight);
            assert_eq!(parts.len(), 1, "{begin}: {parts:?}");
            assert!(
                parts[0].interiors().is_empty() && parts[0].exterior().coords().any(|at| at.y == pole),
                "{parts:?}"
            );
            geo::Area::unsigned_area(&parts[0])
        });
        assert!(areas.iter().all(|area| (area - 360.0 * 27.0).abs() < 1e-9), "{areas:?}");
    }
}
