//! Distances to borders, against published figures for Natural Earth's countries.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod reference;

use std::collections::BTreeMap;

use geo::{Point, line_string};
use portolan::geodesy::{Border, destination, distance_km, inverse, length_km};
use portolan::world::{Boundaries, country_shape};

/// The tolerance that the published figures come with: mostly for positions that are stored to 1e-5°.
const TOLERANCE_KM: f64 = 0.02;

/// The rows of a table, each by its columns' names.
fn table(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let text = std::fs::read_to_string(reference::reference("border")?.join(name)).unwrap();
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| columns.iter().zip(line.split(',')).map(|(a, b)| ((*a).to_owned(), b.to_owned())).collect();
    Some(lines.map(row).collect())
}

fn figure(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap()
}

fn point(row: &BTreeMap<String, String>, lon: &str, lat: &str) -> Point {
    Point::new(figure(row, lon), figure(row, lat))
}

fn view(row: &BTreeMap<String, String>) -> Boundaries {
    match row["view"].as_str() {
        "recognised" => Boundaries::Recognised,
        "de-facto" => Boundaries::DeFacto,
        other => panic!("no such view: {other}"),
    }
}

fn border(code: &str, view: Boundaries) -> Border {
    Border::new(&country_shape(code, view).unwrap_or_else(|| panic!("no {code}")))
}

#[test]
fn places_all_over_the_world_are_as_far_from_borders_as_published() {
    let Some(rows) = table("world.csv") else { return };
    for row in rows {
        let border = border(&row["country_iso_a2"], view(&row));
        let from = point(&row, "lon", "lat");
        assert_eq!(border.contains(from).to_string(), row["inside"], "{row:?}");
        let off = (border.distance_to_km(from) - figure(&row, "distance_km")).abs();
        assert!(off <= TOLERANCE_KM, "{off} km off: {row:?}");
        let nearest = border.nearest(from).unwrap();
        let off = (nearest.distance_km - figure(&row, "boundary_km")).abs();
        assert!(off <= TOLERANCE_KM, "{off} km off: {row:?}");
        let aside = distance_km(nearest.position, point(&row, "nearest_lon", "nearest_lat"));
        assert!(aside <= 0.05, "{aside} km beside the nearest point: {row:?}");
    }
}

#[test]
fn every_station_of_the_rail_leg_is_as_far_from_ukraine_as_published() {
    let Some(rows) = table("ukraine.csv") else { return };
    let borders = [Boundaries::Recognised, Boundaries::DeFacto].map(|view| (view, border("UA", view)));
    let ours: Vec<_> = rows.iter().filter(|row| row["dataset"] == "ne10-5.1").collect();
    assert_eq!(ours.len(), 2 * 19);
    for row in ours {
        let border = &borders.iter().find(|(of, _)| *of == view(row)).unwrap().1;
        let nearest = border.nearest(point(row, "lon", "lat")).unwrap();
        let off = (nearest.distance_km - figure(row, "distance_km")).abs();
        assert!(off <= TOLERANCE_KM, "{off} km off: {row:?}");
    }
}

#[test]
fn the_points_of_the_rail_leg_at_a_given_distance_from_ukraine_are_where_published() {
    let Some(rows) = table("rail_points.csv") else { return };
    let Some(segments) = table("rail_segments.csv") else { return };
    for row in rows.iter().filter(|row| row["dataset"] == "ne10-5.1") {
        let (figure, unit) = row["distance_from_border"].split_once(' ').unwrap();
        let wanted = figure.parse::<f64>().unwrap() * if unit == "mi" { 1.609_344 } else { 1.0 };
        let (from, to) = row["segment"].split_once(" - ").unwrap();
        let segment = segments.iter().find(|segment| segment["from"] == from && segment["to"] == to).unwrap();
        let way = inverse(point(segment, "from_lon", "from_lat"), point(segment, "to_lon", "to_lat"));
        let start = point(segment, "from_lon", "from_lat");
        let border = border("UA", view(row));
        // The distance falls along this segment: halving finds where it is the one that is wanted.
        let (mut near, mut far) = (way.distance_km, 0.0);
        for _ in 0..40 {
            let middle = 0.5 * (near + far);
            let away = border.distance_to_km(destination(start, way.azimuth_start_deg, middle));
            if away > wanted { far = middle } else { near = middle }
        }
        let found = destination(start, way.azimuth_start_deg, near);
        let aside = distance_km(found, point(row, "lon", "lat"));
        assert!(aside <= 0.1, "{aside} km beside: {row:?}");
    }
}

#[test]
fn the_rail_legs_segments_are_as_long_as_published() {
    let Some(rows) = table("rail_segments.csv") else { return };
    let mut total = 0.0;
    for row in &rows {
        let (from, to) = (point(row, "from_lon", "from_lat"), point(row, "to_lon", "to_lat"));
        let length = length_km(&line_string![from.0, to.0]);
        assert!((length - figure(row, "geodesic_km")).abs() <= 1e-4, "{row:?}");
        total += length;
    }
    assert!((total - 7832.717).abs() < 1e-3, "{total}");
}
