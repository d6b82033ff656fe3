//! `portolan export`: GeoJSON.

use geojson::{FeatureCollection, GeometryValue};
use serde_json::Value;

use crate::program::{SHIPPED, portolan, route, str};

fn exported(path: &str) -> (String, FeatureCollection) {
    let run = portolan(&["export", path, "-o", "-"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let collection = run.stdout.parse().unwrap();
    (run.stdout, collection)
}

fn in_layer<'a>(collection: &'a FeatureCollection, layer: &str) -> Vec<&'a geojson::Feature> {
    collection.features.iter().filter(|feature| feature.property("layer") == Some(&Value::from(layer))).collect()
}

#[test]
fn every_place_leg_and_claim_is_a_feature_with_its_attributes() {
    let (text, collection) = exported(SHIPPED);
    let legs = in_layer(&collection, "legs");
    assert_eq!((legs.len(), in_layer(&collection, "claims").len()), (2, 7));
    let ship = legs[0];
    for (key, value) in [
        ("id", Value::from("ship")),
        ("mode", Value::from("sea")),
        ("certainty", Value::from("reported")),
        ("start", Value::from("2023-09-07")),
        ("end", Value::from("2023-10-01")),
        ("containers", Value::from("at least 1000")),
        ("sources", Value::from("white-house")),
    ] {
        assert_eq!(ship.property(key), Some(&value), "{key}");
    }
    let claim = in_layer(&collection, "claims")[0];
    assert_eq!(claim.property("verdict"), Some(&Value::from("disagrees")));
    assert!(claim.property("computed_km_min").unwrap().as_f64().unwrap() > 190.0);
    for id in ["najin", "dunay", "depot", "Chita, RU"] {
        assert!(
            in_layer(&collection, "places").iter().any(|place| place.property("id") == Some(&Value::from(id))),
            "{id}"
        );
    }
    assert!(!text.contains("\"crs\""));
    let ids: std::collections::BTreeSet<String> = collection.features.iter().map(|f| format!("{:?}", f.id)).collect();
    assert_eq!(ids.len(), collection.features.len());
}

#[test]
fn no_number_has_more_than_six_decimals() {
    let (text, _) = exported(SHIPPED);
    let mut decimals = 0;
    let mut counting = false;
    for c in text.chars() {
        match c {
            '.' => (counting, decimals) = (true, 0),
            '0'..='9' if counting => decimals += 1,
            _ => counting = false,
        }
        assert!(!counting || decimals <= 6, "a number with more than six decimals");
    }
}

#[test]
fn a_route_across_the_date_line_is_cut_there_with_ends_that_match() {
    let (_folder, path) =
        route("title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Shanghai, CN\"\nto = \"Los Angeles, US\"\n");
    let (_, collection) = exported(str(&path));
    let geometry = &in_layer(&collection, "legs")[0].geometry.as_ref().unwrap().value;
    let GeometryValue::MultiLineString { coordinates } = geometry else { panic!("{geometry:?}") };
    assert_eq!(coordinates.len(), 2);
    let (west, east) = (coordinates[0].last().unwrap().as_slice(), coordinates[1][0].as_slice());
    assert_eq!((west[0], east[0], west[1] - east[1]), (180.0, -180.0, 0.0));
    for line in coordinates {
        for pair in line.windows(2) {
            assert!((pair[0].as_slice()[0] - pair[1].as_slice()[0]).abs() < 5.0, "a jump between {pair:?}");
        }
    }
}

#[test]
fn a_place_that_nobody_locates_has_no_geometry() {
    let (_folder, path) = route("title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rajin, KP\"\nto = \"unknown\"\n");
    let (_, collection) = exported(str(&path));
    assert!(in_layer(&collection, "legs")[0].geometry.is_none());
    assert_eq!(in_layer(&collection, "legs")[0].property("distance_km"), Some(&Value::Null));
}

#[test]
fn several_formats_are_written_at_once_and_an_unknown_one_is_told_before_any() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = portolan(&["export", SHIPPED, "-o", &path("a.geojson"), "-o", &path("b.gpkg"), "-o", &path("c.xyz")]);
    assert_eq!(run.code, 2);
    for extension in [".geojson", ".gpkg", ".csv", ".kml", ".fgb", ".gpx", ".qgz", ".jsonld"] {
        assert!(run.stderr.contains(extension), "{extension}: {}", run.stderr);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let run = portolan(&["export", SHIPPED, "-o", &path("a.geojson"), "-o", &path("b.gpkg")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(folder.path().join("a.geojson").is_file() && folder.path().join("b.gpkg").is_file());
}

#[test]
fn a_bounding_box_across_the_date_line_has_its_west_in_the_east() {
    let (_folder, path) =
        route("title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Shanghai, CN\"\nto = \"Los Angeles, US\"\n");
    let (_, collection) = exported(str(&path));
    let leg = in_layer(&collection, "legs")[0];
    for bbox in [collection.bbox.as_ref().unwrap(), leg.bbox.as_ref().unwrap()] {
        let [west, south, east, north] = bbox[..] else { panic!("{bbox:?}") };
        assert!(west > 121.0 && east < -118.0 && south > 31.0 && north > south, "{bbox:?}");
    }
    let (_, collection) = exported(SHIPPED);
    let bbox = collection.bbox.unwrap();
    assert!(bbox[0] < bbox[2], "{bbox:?}");
}

fn vertices(path: &str, densify: &str) -> usize {
    let run = portolan(&["export", path, "-o", "-", "--densify", densify]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let collection = run.stdout.parse().unwrap();
    match &in_layer(&collection, "legs")[0].geometry.as_ref().unwrap().value {
        GeometryValue::LineString { coordinates } => coordinates.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn densify_says_how_closely_lines_follow_the_geodesic() {
    let (_folder, path) =
        route("title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Lisbon, PT\"\nto = \"Moscow, RU\"\n");
    let path = str(&path);
    let (coarse, fine) = (vertices(path, "50 km"), vertices(path, "10 m"));
    assert!(2 < coarse && coarse < 20 && fine > 10 * coarse, "{coarse} and {fine}");
    for wrong in ["much", "0 km", "10"] {
        let run = portolan(&["export", path, "-o", "-", "--densify", wrong]);
        assert_eq!(run.code, 2, "{wrong}");
        assert!(run.stderr.contains("--densify"), "{}", run.stderr);
    }
}

#[test]
fn split_gives_a_file_for_each_type_of_geometry_with_its_style_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let run = portolan(&["export", SHIPPED, "--split", "-o", str(&folder.path().join("route.geojson"))]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["route.lines.geojson", "route.lines.qml", "route.points.geojson", "route.points.qml"]);
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    // Among the lines are three claims of which nothing is to be seen.
    for (name, count, unseen) in [("points", 21, 0), ("lines", 9, 3)] {
        let collection: FeatureCollection = read(&format!("route.{name}.geojson")).parse().unwrap();
        assert_eq!(collection.features.len(), count);
        let seen: Vec<_> = collection.features.iter().filter_map(|feature| feature.geometry.as_ref()).collect();
        assert_eq!(collection.features.len() - seen.len(), unseen);
        for geometry in seen {
            assert_eq!(matches!(geometry.value, GeometryValue::Point { .. }), name == "points");
        }
        assert!(crate::formats::elements(&read(&format!("route.{name}.qml")), "rule") >= 3);
    }
    let run = portolan(&["export", SHIPPED, "--split", "-o", str(&folder.path().join("route.gpkg"))]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--split is for GeoJSON"), "{}", run.stderr);
}

#[test]
fn a_leg_that_brings_the_line_of_rfc_7946_is_cut_as_it_stands_there() {
    let Some(folder) = crate::reference::reference("geojson/rfc7946") else { return };
    let (home, path) = route(
        "title = \"t\"\n[places.a]\nlat = 45\nlon = 170\n[places.b]\nlat = 45\nlon = -170\n\
         [[legs]]\nmode = \"air\"\nfrom = \"a\"\nto = \"b\"\ntrack = \"line.geojson\"\n",
    );
    std::fs::copy(folder.join("antimeridian-line.input.json"), home.path().join("line.geojson")).unwrap();
    let run = portolan(&["export", str(&path), "-o", "-", "--densify", "200 km"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let collection = run.stdout.parse().unwrap();
    let found = in_layer(&collection, "legs")[0].geometry.as_ref().unwrap().value.clone();
    let text = std::fs::read_to_string(folder.join("antimeridian-line.expected.json")).unwrap();
    let expected: geojson::Geometry = serde_json::from_str(&text).unwrap();
    let (
        GeometryValue::MultiLineString { coordinates: found },
        GeometryValue::MultiLineString { coordinates: expected },
    ) = (found, expected.value)
    else {
        panic!("no two parts")
    };
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(&expected) {
        for end in [0, 1] {
            let of =
                |line: &Vec<geojson::Position>| if end == 0 { line[0].clone() } else { line[line.len() - 1].clone() };
            let (found, expected) = (of(found), of(expected));
            assert_eq!(found.as_slice()[0].to_bits(), expected.as_slice()[0].to_bits());
            // The example crosses on a straight line; the geodesic bulges a little to the north.
            let bulge = found.as_slice()[1] - expected.as_slice()[1];
            assert!((0.0..0.5).contains(&bulge), "{bulge}");
        }
    }
}

#[test]
fn a_hint_leads_from_geojson_to_the_format_that_opens_styled() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    assert!(portolan(&["export", SHIPPED, "-o", &path("a.geojson")]).stderr.contains("-o FILE.gpkg"));
    assert!(!portolan(&["export", SHIPPED, "-o", &path("a.gpkg")]).stderr.contains("hint"));
}
