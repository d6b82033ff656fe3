//! Geodesics, against Karney's test set and on the user's own terms.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests; figures that must be kept to the bit")]

mod reference;

use geo::{Point, line_string};
use portolan::geodesy::{along, densify, destination, distance_km, inverse, length_km};

/// One row: `lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12`.
struct Row {
    start: Point,
    azimuth_deg: f64,
    end: Point,
    metres: f64,
}

/// What a gzip file of one member without optional fields but a name holds.
fn gunzip(file: &[u8]) -> Vec<u8> {
    assert_eq!(file[..3], [0x1f, 0x8b, 8], "a gzip file");
    let flags = file[3];
    assert_eq!(flags & !8, 0, "no optional fields but the name");
    let name = if flags == 8 { file[10..].iter().position(|byte| *byte == 0).unwrap() + 1 } else { 0 };
    miniz_oxide::inflate::decompress_to_vec(&file[10 + name..file.len() - 8]).unwrap()
}

fn rows() -> Option<Vec<Row>> {
    let folder = reference::reference("geodesic")?;
    let text = String::from_utf8(gunzip(&std::fs::read(folder.join("GeodTest-short.dat.gz")).unwrap())).unwrap();
    let rows: Vec<Row> = text
        .lines()
        .map(|line| {
            let figures: Vec<f64> = line.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
            Row {
                start: Point::new(figures[1], figures[0]),
                azimuth_deg: figures[2],
                end: Point::new(figures[4], figures[3]),
                metres: figures[6],
            }
        })
        .collect();
    assert_eq!(rows.len(), 10_000);
    Some(rows)
}

#[test]
fn every_distance_of_the_published_set_is_met_within_15_nanometres() {
    let Some(rows) = rows() else { return };
    let errors: Vec<f64> =
        rows.iter().map(|row| (distance_km(row.start, row.end) * 1000.0 - row.metres).abs()).collect();
    let worst = errors.iter().copied().fold(0.0, f64::max);
    let beyond = errors.iter().filter(|error| **error > 1.5e-8).count();
    assert_eq!(beyond, 0, "worst {worst:e} m");
}

#[test]
fn every_end_of_the_published_set_is_reached_within_15_nanometres() {
    let Some(rows) = rows() else { return };
    for row in rows {
        let reached = destination(row.start, row.azimuth_deg, row.metres / 1000.0);
        let off_metres = distance_km(reached, row.end) * 1000.0;
        assert!(off_metres <= 1.5e-8, "{:?} → {:?}: {off_metres:e} m", row.start, row.end);
    }
}

#[test]
fn a_distance_is_the_same_both_ways_and_however_longitudes_are_written() {
    let (a, b) = (Point::new(170.25, -41.5), Point::new(-150.5, 22.0));
    assert_eq!(distance_km(a, b), distance_km(b, a));
    assert_eq!(distance_km(a, b), distance_km(a, Point::new(209.5, 22.0)));
}

#[test]
fn short_hops_are_not_lost() {
    let a = Point::new(130.3, 42.2333);
    let b = destination(a, 30.0, 1e-6);
    assert!((distance_km(a, b) - 1e-6).abs() < 1e-11);
    assert_eq!(distance_km(a, a), 0.0);
}

#[test]
fn a_point_along_the_way_divides_it() {
    let (a, b) = (Point::new(132.35, 42.88), Point::new(40.13, 45.85));
    let whole = inverse(a, b);
    let third = along(a, b, 1.0 / 3.0);
    assert!((distance_km(a, third) * 3.0 - whole.distance_km).abs() < 1e-9);
    assert!((distance_km(third, b) * 1.5 - whole.distance_km).abs() < 1e-9);
    // What arrives in the direction `azimuth_end_deg` goes on in it.
    let beyond = destination(b, whole.azimuth_end_deg, 100.0);
    assert!((distance_km(a, beyond) - whole.distance_km - 100.0).abs() < 1e-9);
}

#[test]
fn a_densified_line_keeps_its_vertices_and_its_length_and_has_no_piece_too_long() {
    let line = line_string![(x: 139.77, y: 35.62), (x: -118.25, y: 33.74), (x: -118.2, y: 33.7), (x: 100.0, y: -80.0)];
    let dense = densify(&line, 50.0);
    assert!(line.coords().all(|vertex| dense.0.contains(vertex)));
    assert_eq!((dense.0.first(), dense.0.last()), (line.0.first(), line.0.last()));
    assert!((length_km(&dense) - length_km(&line)).abs() < 1e-8);
    for piece in dense.lines() {
        assert!(distance_km(piece.start_point(), piece.end_point()) <= 50.0 + 1e-9);
    }
    assert_eq!(densify(&line, 1e9), line);
}

#[test]
fn a_line_that_came_unwrapped_has_no_jump_after_densifying() {
    let dense = densify(&line_string![(x: 170.0, y: 30.0), (x: 242.0, y: 33.0), (x: 380.0, y: 10.0)], 100.0);
    for piece in dense.lines() {
        assert!((piece.end.x - piece.start.x).abs() < 10.0, "{piece:?}");
    }
}
