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
    assert_eq!((legs.len(), in_layer(&collection, "claims").len()), (2, 4));
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
