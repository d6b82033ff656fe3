//! `portolan new FILE --from DRAWING`: a route file from points and lines that somebody drew.
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "tests: one that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

fn portolan(args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_portolan"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn str(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What `new --from` makes of a drawing: the folder, the route file.
fn made(name: &str, drawing: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), drawing).unwrap();
    let route = folder.path().join("route.toml");
    let (code, _, stderr) = portolan(&["new", str(&route), "--from", str(&folder.path().join(name))]);
    assert_eq!(code, 0, "{stderr}");
    (folder, route)
}

fn measured(route: &Path) -> Value {
    let (code, stdout, stderr) = portolan(&["measure", str(route), "--format", "json"]);
    assert_eq!(code, 0, "{stderr}{}", std::fs::read_to_string(route).unwrap());
    serde_json::from_str(&stdout).unwrap()
}

fn complaint(name: &str, drawing: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), drawing).unwrap();
    let route = folder.path().join("route.toml");
    let (code, _, stderr) = portolan(&["new", str(&route), "--from", str(&folder.path().join(name))]);
    assert_eq!((code, route.exists()), (2, false));
    stderr
}

const GEOJSON: &str = r#"{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"name": "Najin"}, "geometry": {"type": "Point", "coordinates": [130.3, 42.2333]}},
  {"type": "Feature", "properties": {"name": "Dunay"}, "geometry": {"type": "Point", "coordinates": [132.35, 42.88]}},
  {"type": "Feature", "properties": {"mode": "Ship", "name": "by ship"}, "geometry": {"type": "LineString",
    "coordinates": [[130.31, 42.23], [131, 42.3], [132.34, 42.87]]}},
  {"type": "Feature", "properties": {"mode": "rail"}, "geometry": {"type": "MultiLineString",
    "coordinates": [[[132.36, 42.88], [132.5, 43.5]], [[132.5, 43.5], [131.95, 43.8]]]}}]}"#;
const KML: &str = r##"<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Not a place</name>
  <Folder><name>Nor this</name>
  <Placemark><name>Najin</name><Point><coordinates>130.3,42.2333,0</coordinates></Point></Placemark>
  <Placemark><name><![CDATA[Dunay]]></name><Point><coordinates>132.35,42.88</coordinates></Point></Placemark>
  <Placemark><name>by ship</name><ExtendedData><Data name="mode"><value>sea</value></Data></ExtendedData>
    <LineString><coordinates>130.31,42.23 131,42.3
      132.34,42.87</coordinates></LineString></Placemark>
  <Placemark><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="mode">train</SimpleData></SchemaData></ExtendedData>
    <MultiGeometry><LineString><coordinates>132.36,42.88 132.5,43.5</coordinates></LineString>
    <LineString><coordinates>132.5,43.5 131.95,43.8</coordinates></LineString></MultiGeometry></Placemark>
  </Folder></Document></kml>"##;
const GPX: &str = r#"<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><name>Not a place</name></metadata>
  <wpt lat="42.2333" lon="130.3"><name>Najin</name></wpt><wpt lat="42.88" lon="132.35"><name>Dunay</name></wpt>
  <rte><name>by ship</name><type>sea</type><rtept lat="42.23" lon="130.31"/><rtept lat="42.3" lon="131"/>
    <rtept lat="42.87" lon="132.34"/></rte>
  <trk><type>Rail</type><trkseg><trkpt lat="42.88" lon="132.36"/><trkpt lat="43.5" lon="132.5"/></trkseg>
    <trkseg><trkpt lat="43.5" lon="132.5"/><trkpt lat="43.8" lon="131.95"/></trkseg></trk></gpx>"#;

#[test]
fn every_format_gives_the_same_legs_between_the_places_that_were_drawn() {
    for (name, drawing) in [("a.geojson", GEOJSON), ("a.kml", KML), ("a.gpx", GPX)] {
        let (_folder, route) = made(name, drawing);
        let text = std::fs::read_to_string(&route).unwrap();
        assert!(text.contains("TODO") && text.contains("# by ship"), "{name}: {text}");
        let report = measured(&route);
        let legs = report["legs"].as_array().unwrap();
        let told: Vec<_> = legs.iter().map(|leg| [&leg["mode"], &leg["from"], &leg["to"], &leg["kind"]]).collect();
        assert_eq!(told, [["sea", "najin", "dunay", "track"], ["rail", "dunay", "place-3", "track"]], "{name}");
        // From Najin by 42.3 N 131 E to Dunay, and from there north and west.
        let km = |at: usize| legs[at]["distance_km"].as_f64().unwrap();
        assert!((km(0) - 184.9).abs() < 1.0 && (km(1) - 125.5).abs() < 1.0, "{name}: {} {}", km(0), km(1));
    }
}

#[test]
fn points_alone_are_the_stops_of_a_chain() {
    let rows = "name;latitude;longitude;mode\nHamburg;53.55;9.99;\nPrague;50.08;14.43;rail\nPrague;48.21;16.37;barge\n";
    let (_folder, route) = made("stops.csv", rows);
    let text = std::fs::read_to_string(&route).unwrap();
    let legs: Vec<&str> = text.lines().filter(|line| line.starts_with("mode")).collect();
    assert_eq!(legs, ["mode = \"rail\"", "mode = \"inland-waterway\""]);
    assert!(
        text.contains("from = \"hamburg\"\nto   = \"prague\"") && text.contains("[places.prague-place-3]"),
        "{text}"
    );
    assert_eq!(measured(&route)["legs"].as_array().unwrap().len(), 2);
}

#[test]
fn a_mode_that_the_drawing_does_not_say_is_marked_for_a_human() {
    let line = r#"{"type": "LineString", "coordinates": [[0, 0], [1, 1]]}"#;
    let (_folder, route) = made("line.geojson", line);
    let text = std::fs::read_to_string(&route).unwrap();
    assert!(text.contains("mode = \"road\"   # TODO"), "{text}");
    assert_eq!(text.matches("# TODO: what this end of a line is called").count(), 2, "{text}");
    assert_eq!(measured(&route)["legs"][0]["mode"], "road");
}

#[test]
fn names_of_any_kind_make_a_route_file_that_can_be_read() {
    let names = [
        "\"quotes\" and \\ backslash",
        "a line\nand\tmore\u{7}",
        "\u{202e}right to left עברית",
        "unknown",
        "''' \"\"\" # [places.x]",
        "🚢",
        "上海",
        "上海",
        &"x".repeat(10_000),
    ];
    let features: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            serde_json::json!({"type": "Feature", "properties": {"name": name},
                "geometry": {"type": "Point", "coordinates": [number, number]}})
        })
        .collect();
    let drawing = serde_json::json!({"type": "FeatureCollection", "features": features}).to_string();
    let (_folder, route) = made("names.geojson", &drawing);
    let report = measured(&route);
    assert_eq!(report["legs"].as_array().unwrap().len(), names.len() - 1);
    let text = std::fs::read_to_string(&route).unwrap();
    assert!(text.contains("name = \"上海\"") && text.contains("[places.quotes-and-backslash]"), "{text}");
}

#[test]
fn what_portolan_exported_comes_back_without_the_lines_of_claims() {
    let shipped = "data/routes/najin-tikhoretsk.toml";
    let before = measured(Path::new(shipped));
    for extension in ["geojson", "kml", "gpx"] {
        let folder = tempfile::tempdir().unwrap();
        let (file, route) = (folder.path().join(format!("a.{extension}")), folder.path().join("again.toml"));
        assert_eq!(portolan(&["export", shipped, "-o", str(&file)]).0, 0);
        assert_eq!(portolan(&["new", str(&route), "--from", str(&file)]).0, 0);
        let after = measured(&route);
        let legs = after["legs"].as_array().unwrap();
        assert_eq!(legs.len(), 2, "{extension}");
        for (leg, old) in legs.iter().zip(before["legs"].as_array().unwrap()) {
            assert_eq!(leg["mode"], old["mode"]);
            // The line without the joins at its ends; rails wind between the vertices that the network keeps of them.
            let (new, old) = (leg["distance_km"].as_f64().unwrap(), old["distance_km"].as_f64().unwrap());
            assert!(0.9 * old < new && new < 1.001 * old, "{extension}: {new} for {old}");
        }
    }
}

#[test]
fn a_drawing_that_cannot_be_one_is_told_and_nothing_is_written() {
    let area = r#"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}"#;
    assert!(complaint("a.geojson", area).contains("neither a point nor a line"));
    let metres = r#"{"type": "Point", "coordinates": [370000, 5800000]}"#;
    assert!(complaint("a.geojson", metres).contains("metres of a projection"));
    assert!(complaint("a.kml", "<kml><Placemark>").contains("cut off"));
    assert!(complaint("a.shp", "").contains("convert it to GeoJSON"));
    assert!(complaint("a.csv", "x,y\n1,2\n").contains("has no column lat"));
}

#[test]
fn nothing_that_is_there_is_overwritten() {
    let (folder, route) = made("a.geojson", GEOJSON);
    let leg = folder.path().join("route.leg-1.geojson");
    assert!(leg.is_file());
    std::fs::remove_file(&route).unwrap();
    std::fs::write(&leg, "mine").unwrap();
    let (code, _, stderr) = portolan(&["new", str(&route), "--from", str(&folder.path().join("a.geojson"))]);
    assert_eq!(code, 2);
    assert!(stderr.contains("route.leg-1.geojson is there already"), "{stderr}");
    assert_eq!((std::fs::read_to_string(&leg).unwrap().as_str(), route.exists()), ("mine", false));
}
