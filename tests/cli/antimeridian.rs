//! Lines and rings that others published because of ±180°, brought as tracks and exported.

use std::path::Path;

use geo::{Coord, Geometry, LineString};
use geojson::GeoJson;
use portolan::geodesy::length_km;

use crate::program::{portolan, route, str};

fn geometry(path: &Path) -> Geometry {
    let text = std::fs::read_to_string(path).unwrap();
    Geometry::try_from(text.parse::<GeoJson>().unwrap()).unwrap()
}

/// All lines of a geometry, and the outlines of its areas.
fn lines(geometry: Geometry) -> Vec<LineString> {
    let outlines = |area: geo::Polygon| -> Vec<LineString> {
        let (exterior, interiors) = area.into_inner();
        std::iter::once(exterior).chain(interiors).collect()
    };
    match geometry {
        Geometry::LineString(line) => vec![line],
        Geometry::MultiLineString(lines) => lines.0,
        Geometry::Polygon(area) => outlines(area),
        Geometry::MultiPolygon(areas) => areas.into_iter().flat_map(outlines).collect(),
        other => panic!("no lines in {other:?}"),
    }
}

/// The parts of a leg with this track as they are exported, and their box: west, south, east, north.
fn exported(line: &LineString) -> (Vec<LineString>, Vec<f64>) {
    let place = |name: &str, at: &Coord| {
        let lon = (at.x + 180.0).rem_euclid(360.0) - 180.0;
        format!("[places.{name}]\nlat = {}\nlon = {lon}\n", at.y)
    };
    let (home, path) = route(&format!(
        "title = \"t\"\n{}{}[[legs]]\nmode = \"air\"\nfrom = \"a\"\nto = \"b\"\ntrack = \"line.geojson\"\n",
        place("a", &line.0[0]),
        place("b", &line.0[line.0.len() - 1]),
    ));
    let positions: Vec<[f64; 2]> = line.coords().map(|at| [at.x, at.y]).collect();
    let text = serde_json::json!({"type": "LineString", "coordinates": positions}).to_string();
    std::fs::write(home.path().join("line.geojson"), text).unwrap();
    let run = portolan(&["export", str(&path), "-o", "-"]);
    assert_eq!(run.code, 0, "{line:?}: {}", run.stderr);
    let GeoJson::FeatureCollection(collection) = run.stdout.parse().unwrap() else { panic!("no collection") };
    let leg = collection.features.into_iter().find(|feature| feature.property("leg").is_some()).unwrap();
    (lines(Geometry::try_from(leg.geometry.unwrap()).unwrap()), leg.bbox.unwrap().clone())
}

#[test]
fn every_published_case_of_180_degrees_is_cut_with_ends_that_match_and_nothing_lost() {
    let Some(folder) = crate::reference::reference("geojson/antimeridian/input") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cut, mut whole) = (0, 0);
    for (file, line) in files.iter().flat_map(|file| lines(geometry(file)).into_iter().map(move |line| (file, line))) {
        let (parts, bbox) = exported(&line);
        let told = format!("{}: {parts:?}", file.display());
        for part in &parts {
            assert!(part.coords().all(|at| at.x.abs() <= 180.0 && at.y.abs() <= 90.0), "{told}");
            assert!(
                part.lines().all(|edge| (edge.end.x - edge.start.x).abs() < 180.0 || edge.start.y.abs() > 89.0),
                "{told}"
            );
        }
        // Where one part ends another starts: the same place, written from the other side.
        for pair in parts.windows(2) {
            let (end, start) = (pair[0].0[pair[0].0.len() - 1], pair[1].0[0]);
            assert!((end.x + start.x).abs() < 1e-12 && (end.x.abs() - 180.0).abs() < 1e-12, "{told}");
            assert!((end.y - start.y).abs() < 1e-12, "{told}");
        }
        let (found, expected) = (parts.iter().map(length_km).sum::<f64>(), length_km(&line));
        assert!((found - expected).abs() < 1e-6 * expected, "{found} km of {expected}: {told}");
        let inside = |at: &Coord| {
            let across = if bbox[0] <= bbox[2] {
                (bbox[0]..=bbox[2]).contains(&at.x)
            } else {
                at.x >= bbox[0] || at.x <= bbox[2]
            };
            across && (bbox[1]..=bbox[3]).contains(&at.y)
        };
        assert!(parts.iter().flat_map(LineString::coords).all(inside), "{bbox:?}: {told}");
        if parts.len() > 1 { cut += 1 } else { whole += 1 }
    }
    assert!(cut >= 15 && whole >= 5, "{cut} are cut, {whole} are not");
}
