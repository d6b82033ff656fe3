//! `portolan export`: what each format holds, read back by somebody else's reader.

use std::collections::BTreeSet;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::{SHIPPED, portolan, str};

/// Exports the shipped route to `route.EXTENSION` in a folder of its own.
pub fn exported(route: &str, extensions: &[&str]) -> TempDir {
    exported_with(route, &[], extensions)
}

fn exported_with(route: &str, options: &[&str], extensions: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut args = vec!["export".to_owned(), route.to_owned()];
    args.extend(options.iter().map(|option| (*option).to_owned()));
    for extension in extensions {
        args.extend(["-o".to_owned(), str(&folder.path().join(format!("route.{extension}"))).to_owned()]);
    }
    let run = portolan(&args);
    assert_eq!(run.code, 0, "{}", run.stderr);
    folder
}

/// The names of a layer's attributes, as `portolan attributes` tells them.
fn told(layer: &str) -> Vec<String> {
    let run = portolan(&["attributes", "--format", "json"]);
    let table: Value = serde_json::from_str(&run.stdout).unwrap();
    let rows = table["attributes"].as_array().unwrap();
    let of_layer = rows.iter().filter(|row| row["layer"] == layer);
    of_layer.map(|row| row["attribute"].as_str().unwrap().to_owned()).collect()
}

fn geojson(folder: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("route.geojson")).unwrap()).unwrap()
}

pub fn open(folder: &Path) -> Connection {
    Connection::open(folder.join("route.gpkg")).unwrap()
}

fn texts(package: &Connection, query: &str) -> Vec<String> {
    let mut statement = package.prepare(query).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn csv_rows(folder: &Path, layer: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_path(folder.join(format!("route.{layer}.csv"))).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_format_has_the_attributes_that_are_told_and_no_other() {
    let folder = exported(SHIPPED, &["geojson", "gpkg", "csv", "kml", "fgb"]);
    let package = open(folder.path());
    let kml = std::fs::read_to_string(folder.path().join("route.kml")).unwrap();
    for layer in ["places", "legs", "claims", "sources"] {
        let names = told(layer);
        assert!(names.len() > 8, "{layer}: {names:?}");
        let query = format!("SELECT name FROM pragma_table_info('{layer}') WHERE name NOT IN ('fid', 'geom')");
        assert_eq!(texts(&package, &query), names, "GeoPackage, {layer}");
        let header = csv_rows(folder.path(), layer).remove(0);
        let header: Vec<String> = header.into_iter().filter(|name| name != "wkt").collect();
        assert_eq!(header, names, "CSV, {layer}");
        if layer != "sources" {
            let schema = kml.split(&format!("<Schema name=\"{layer}\"")).nth(1).unwrap();
            let schema = schema.split("</Schema>").next().unwrap();
            let fields: Vec<&str> =
                schema.split("name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            assert_eq!(fields, names, "KML, {layer}");
            let mut file = std::fs::File::open(folder.path().join(format!("route.{layer}.fgb"))).unwrap();
            let flat = flatgeobuf::FgbReader::open(&mut file).unwrap();
            let columns: Vec<&str> = flat.header().columns().unwrap().iter().map(|column| column.name()).collect();
            assert_eq!(columns, names, "FlatGeobuf, {layer}");
        }
    }
}

#[test]
fn the_strip_that_the_map_shades_is_a_layer_of_its_own() {
    let claim = ["--set", "style.band.claim=depot-290-miles"];
    let folder = exported_with(SHIPPED, &claim, &["geojson", "gpkg", "csv", "kml", "fgb", "qgz"]);
    let collection = geojson(folder.path());
    let is_band = |feature: &&Value| feature["properties"]["layer"] == "bands";
    let bands: Vec<&Value> = collection["features"].as_array().unwrap().iter().filter(is_band).collect();
    let [band] = &bands[..] else { panic!("{} strips", bands.len()) };
    let properties = &band["properties"];
    assert_eq!((&properties["claim"], &properties["country"]), (&"depot-290-miles".into(), &"RU".into()));
    assert_eq!((&properties["reported_km_min"], &properties["reported_km_max"]), (&458.663.into(), &474.756.into()));
    assert_eq!(band["geometry"]["type"], "MultiPolygon");
    let names: BTreeSet<String> = properties.as_object().unwrap().keys().cloned().collect();
    let simplestyle = ["layer", "title", "stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity"];
    let expected: BTreeSet<String> = told("bands").into_iter().chain(simplestyle.map(str::to_owned)).collect();
    assert_eq!(names, expected);
    let package = open(folder.path());
    assert_eq!(texts(&package, "SELECT name FROM pragma_table_info('bands')")[2..], told("bands"));
    assert_eq!(texts(&package, "SELECT label FROM bands"), ["about 290 mi (467 km) from the border of Ukraine"]);
    assert_eq!(csv_rows(folder.path(), "bands").len(), 2);
    assert!(folder.path().join("route.bands.fgb").is_file());
    let without = exported(SHIPPED, &["csv", "fgb", "gpkg"]);
    assert!(!without.path().join("route.bands.csv").exists() && !without.path().join("route.bands.fgb").exists());
    assert!(texts(&open(without.path()), "SELECT name FROM sqlite_master WHERE name = 'bands'").is_empty());
}

#[test]
fn the_rings_that_the_map_shows_are_a_layer_of_its_own_in_every_format_that_has_layers() {
    let rings = ["--set", "style.rings.around=depot", "--set", "style.rings.distances=[\"200 km\", \"300 mi\"]"];
    let folder = exported_with(SHIPPED, &rings, &["geojson", "gpkg", "csv", "kml", "fgb", "qgz"]);
    let collection = geojson(folder.path());
    let features = collection["features"].as_array().unwrap();
    let depot = features.iter().find(|feature| feature["id"] == "places/depot").unwrap();
    let at = |position: &Value| geo::point! { x: position[0].as_f64().unwrap(), y: position[1].as_f64().unwrap() };
    let center = at(&depot["geometry"]["coordinates"]);
    let rings: Vec<&Value> = features.iter().filter(|feature| feature["properties"]["layer"] == "rings").collect();
    assert_eq!(rings.len(), 2);
    for (ring, km) in rings.iter().zip([200.0, 300.0 * 1.609_344]) {
        assert_eq!((&ring["properties"]["around"], &ring["geometry"]["type"]), (&"depot".into(), &"LineString".into()));
        let positions = ring["geometry"]["coordinates"].as_array().unwrap();
        for position in positions {
            // As exact as six decimals, and the chords between points of the circle.
            assert!((portolan::geodesy::distance_km(center, at(position)) - km).abs() < 0.011, "{position}");
        }
        assert_eq!(positions.first(), positions.last());
    }
    assert_eq!(texts(&open(folder.path()), "SELECT name FROM pragma_table_info('rings')")[2..], told("rings"));
    assert_eq!(texts(&open(folder.path()), "SELECT label FROM rings"), ["200 km", "300 mi"]);
    assert_eq!(
        csv_rows(folder.path(), "rings")[1][..4],
        ["ring-1", "200 km", "depot", "Ammunition depot near Tikhoretsk"]
    );
    assert!(folder.path().join("route.rings.fgb").is_file());
    assert!(std::fs::read_to_string(folder.path().join("route.kml")).unwrap().contains("<name>300 mi</name>"));
    assert!(!exported(SHIPPED, &["fgb"]).path().join("route.rings.fgb").exists());
}

#[test]
fn properties_of_geojson_are_the_attributes_that_are_told() {
    let folder = exported_with(SHIPPED, &["--set", "style.band.claim=depot-290-miles"], &["geojson"]);
    let collection = geojson(folder.path());
    let extra: BTreeSet<String> = told("(GeoJSON)").into_iter().collect();
    let mut used = BTreeSet::new();
    for feature in collection["features"].as_array().unwrap() {
        let layer = feature["properties"]["layer"].as_str().unwrap();
        let (own, others): (Vec<String>, Vec<String>) = feature["properties"]
            .as_object()
            .unwrap()
            .keys()
            .filter(|name| *name != "layer")
            .cloned()
            .partition(|name| told(layer).contains(name));
        assert_eq!(own, told(layer));
        assert!(others.iter().all(|name| extra.contains(name)), "{others:?}");
        used.extend(others);
    }
    assert_eq!(used, extra, "every property of simplestyle that is told is written");
    let sources = collection["sources"].as_array().unwrap();
    assert_eq!(sources[0].as_object().unwrap().keys().cloned().collect::<Vec<_>>(), told("sources"));
}

#[test]
fn values_are_the_same_in_geojson_geopackage_and_csv() {
    let folder = exported(SHIPPED, &["geojson", "gpkg", "csv"]);
    let collection = geojson(folder.path());
    let package = open(folder.path());
    let mut compared = 0;
    for layer in ["places", "legs", "claims"] {
        let names = told(layer);
        let features: Vec<&Value> =
            collection["features"].as_array().unwrap().iter().filter(|f| f["properties"]["layer"] == layer).collect();
        let rows = csv_rows(folder.path(), layer);
        assert_eq!(rows.len(), features.len() + 1);
        for (number, feature) in features.iter().enumerate() {
            for (at, name) in names.iter().enumerate() {
                let value = &feature["properties"][name];
                let query = format!("SELECT \"{name}\" FROM \"{layer}\" WHERE fid = {}", number + 1);
                let cell: rusqlite::types::Value = package.query_row(&query, [], |row| row.get(0)).unwrap();
                let cell = match cell {
                    rusqlite::types::Value::Null => Value::Null,
                    rusqlite::types::Value::Integer(number) if value.is_boolean() => Value::from(number == 1),
                    rusqlite::types::Value::Integer(number) => Value::from(number),
                    rusqlite::types::Value::Real(number) => Value::from(number),
                    rusqlite::types::Value::Text(text) => Value::from(text),
                    rusqlite::types::Value::Blob(_) => panic!("{name} is a blob"),
                };
                assert_eq!(&cell, value, "{layer} {number} {name}");
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                assert_eq!(rows[number + 1][at], if value.is_null() { String::new() } else { text });
                compared += usize::from(!value.is_null());
            }
        }
    }
    assert!(compared > 200, "{compared} values");
}

#[test]
fn a_geopackage_is_sound_indexed_typed_and_styled() {
    let folder = exported(SHIPPED, &["gpkg"]);
    let package = open(folder.path());
    assert_eq!(texts(&package, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(texts(&package, "SELECT 1 FROM pragma_foreign_key_check"), Vec::<String>::new());
    let number = |query: &str| package.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("PRAGMA application_id"), 0x4750_4B47);
    for layer in ["places", "legs", "claims"] {
        assert_eq!(
            number(&format!("SELECT count(*) FROM rtree_{layer}_geom")),
            number(&format!("SELECT count(*) FROM {layer} WHERE geom NOT NULL"))
        );
        let styled = format!(
            "SELECT count(*) FROM layer_styles JOIN gpkg_geometry_columns ON f_table_name = table_name \
             AND f_geometry_column = column_name WHERE useAsDefault AND f_table_name = '{layer}' \
             AND update_time GLOB '????-??-??T??:??:??.???Z'"
        );
        assert_eq!(number(&styled), 1, "{layer}");
    }
    assert_eq!(number("SELECT count(*) FROM gpkg_contents WHERE table_name = 'layer_styles'"), 1);
    let types = "SELECT type FROM pragma_table_info('legs') WHERE name IN ('distance_km', 'start', 'leg') ORDER BY cid";
    assert_eq!(texts(&package, types), ["INTEGER", "REAL", "DATE"]);
    let metadata = texts(&package, "SELECT metadata FROM gpkg_metadata").remove(0);
    assert!(metadata.contains("From Najin to Tikhoretsk") && metadata.contains("OpenStreetMap"), "{metadata}");
}

#[test]
fn the_same_route_gives_the_same_bytes() {
    let extensions = ["geojson", "csv", "kml", "fgb", "gpx", "jsonld", "qgz"];
    let (one, other) = (exported(SHIPPED, &extensions), exported(SHIPPED, &extensions));
    let mut compared = 0;
    for entry in std::fs::read_dir(one.path()).unwrap() {
        let name = entry.unwrap().file_name();
        let read = |folder: &TempDir| std::fs::read(folder.path().join(&name)).unwrap();
        assert!(read(&one) == read(&other), "{}", name.display());
        compared += 1;
    }
    assert_eq!(compared, 13);
}

/// How often an element stands in a document, which has to be well formed.
pub fn elements(text: &str, name: &str) -> usize {
    let mut reader = Reader::from_str(text);
    let mut count = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => {
                assert!(element.attributes().all(|attribute| attribute.is_ok()));
                count += usize::from(element.name().as_ref() == name);
            }
            Event::Eof => return count,
            _ => {}
        }
    }
}

#[test]
fn kml_and_gpx_hold_the_places_and_the_legs() {
    let folder = exported(SHIPPED, &["kml", "gpx"]);
    let kml = std::fs::read_to_string(folder.path().join("route.kml")).unwrap();
    assert_eq!((elements(&kml, "Placemark"), elements(&kml, "LineString")), (30, 6));
    assert_eq!(elements(&kml, "tessellate"), 6);
    assert!(kml.contains("<begin>2023-09-07</begin>") && kml.contains("<end>2023-10-01</end>"));
    // KML's colours are written backwards: the blue of legs by sea is #0c4cbc.
    assert!(kml.contains("<color>ffbc4c0c</color>"));
    let gpx = std::fs::read_to_string(folder.path().join("route.gpx")).unwrap();
    assert_eq!((elements(&gpx, "wpt"), elements(&gpx, "rte")), (21, 2));
}

#[test]
fn every_claim_is_a_review_with_what_schema_org_asks_for() {
    let folder = exported(SHIPPED, &["jsonld"]);
    let text = std::fs::read_to_string(folder.path().join("route.jsonld")).unwrap();
    assert!(!text.contains("null"), "JSON-LD has no null values");
    let document: Value = serde_json::from_str(&text).unwrap();
    let graph = document["@graph"].as_array().unwrap();
    let is = |node: &Value, kind: &str| node["@type"].as_array().unwrap().contains(&Value::from(kind));
    let reviews: Vec<&Value> = graph.iter().filter(|node| is(node, "ClaimReview")).collect();
    assert_eq!(reviews.len(), 7);
    let ids: BTreeSet<&str> = graph.iter().map(|node| node["@id"].as_str().unwrap()).collect();
    for review in reviews {
        for required in ["claimReviewed", "url"] {
            assert!(review[required].as_str().is_some_and(|text| !text.is_empty()), "{required} of {review}");
        }
        let rating = &review["reviewRating"];
        let value = |name: &str| rating[name].as_i64().unwrap();
        assert!((value("worstRating")..=value("bestRating")).contains(&value("ratingValue")));
        assert!(rating["alternateName"].as_str().is_some_and(|words| !words.is_empty()));
        for source in review["prov:wasDerivedFrom"].as_array().unwrap() {
            assert!(ids.contains(source.as_str().unwrap()), "{source} is not told");
        }
    }
    let rferl = graph.iter().find(|node| node["@id"] == "#source/rferl").unwrap();
    assert_eq!(rferl["prov:wasQuotedFrom"], serde_json::json!(["#source/white-house"]));
}

#[test]
fn a_project_of_qgis_brings_the_route_and_its_ground_in_the_package_beside_it() {
    let folder = exported(SHIPPED, &["gpkg", "qgz"]);
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 2, "the package that the project brings is the one that was asked for");
    let package = open(folder.path());
    for layer in ["land", "lakes", "coasts", "borders"] {
        let query = format!("SELECT name FROM pragma_table_info('{layer}') WHERE name NOT IN ('fid', 'geom')");
        assert_eq!(texts(&package, &query), told(layer), "{layer}");
        let count: i64 = package.query_row(&format!("SELECT count(*) FROM {layer}"), [], |row| row.get(0)).unwrap();
        assert!(count > 20, "{layer}: {count}");
    }
    let project = std::fs::read(folder.path().join("route.qgz")).unwrap();
    // The archive's one file is stored as it is.
    let text = String::from_utf8_lossy(&project);
    assert!(text.starts_with("PK") && text.contains("route.qgs"));
    assert!(text.contains("+proj=lcc +lat_0=0 +lon_0=87"), "the map's own projection");
    assert_eq!(text.matches("<datasource>./route.gpkg|layername=").count(), 8);
}

#[test]
fn a_flatgeobuf_finds_by_its_index_what_lies_in_a_box() {
    let folder = exported(SHIPPED, &["fgb"]);
    let found = |[west, south, east, north]: [f64; 4]| -> Vec<String> {
        let file = std::fs::File::open(folder.path().join("route.places.fgb")).unwrap();
        let reader = flatgeobuf::FgbReader::open(std::io::BufReader::new(file)).unwrap();
        let mut places = reader.select_bbox(west, south, east, north).unwrap();
        let mut ids = Vec::new();
        while let Some(place) = flatgeobuf::FallibleStreamingIterator::next(&mut places).unwrap() {
            ids.push(flatgeobuf::FeatureProperties::property::<String>(place, "id").unwrap());
        }
        ids
    };
    assert_eq!(found([39.0, 45.0, 41.0, 46.5]), ["depot"]);
    assert!(found([-60.0, -30.0, -50.0, -20.0]).is_empty());
}
