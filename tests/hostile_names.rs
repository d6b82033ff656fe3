//! Names that break programs which do not expect them: they come out of each format as they went in.

#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "tests: one that cannot go on has failed")]

use flatgeobuf::{FallibleStreamingIterator, FeatureProperties, FgbReader};
use portolan::Journey;
use portolan::export::{Format, Settings};
use portolan::route::read_text;
use serde_json::Value;

fn hostile() -> Vec<String> {
    [
        r#"quotes " ' ` « and a \ backslash"#,
        "a line\nand another\r\nand a\ttab",
        "<script>alert(1)</script> &amp; & ]]> <!--",
        "🚢 an emoji, 👩🏽‍✈️ one of several, and ﷽",
        "\u{202e}from right to left, עברית العربية\u{202c}",
        "'); DROP TABLE places; --",
        "'; ATTACH DATABASE 'x' AS \"y",
        "{\"json\": [1, null]}",
        "null",
        "%00 %n %s {0} $(id) `id`",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain(["x".repeat(10_000)])
    .collect()
}

/// A journey with these names on places and legs. A route file may not hold all of them, but whoever uses the library can.
fn journey(names: &[String]) -> Journey {
    let mut text = "title = \"t\"\n".to_owned();
    for number in 0..names.len() {
        text += &format!("[places.p{number}]\nlat = {number}\nlon = {number}\n");
    }
    for number in 1..names.len() {
        text += &format!("[[legs]]\nmode = \"air\"\nfrom = \"p{}\"\nto = \"p{number}\"\n", number - 1);
    }
    let mut journey = Journey::lay(read_text("route.toml", &text, &[], None).unwrap().route).unwrap();
    journey.route.title = names.concat();
    for (place, name) in journey.places.iter_mut().zip(names) {
        place.name.clone_from(name);
    }
    for (leg, name) in journey.route.legs.iter_mut().zip(names) {
        leg.carrier = Some(name.clone());
    }
    journey
}

fn written(journey: &Journey, format: Format) -> Vec<Vec<u8>> {
    format.write(journey, Settings::default(), "route").unwrap()
}

fn text(journey: &Journey, format: Format) -> String {
    String::from_utf8(written(journey, format).remove(0)).unwrap()
}

fn rows(table: &[u8]) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(table).records().map(Result::unwrap).collect()
}

#[test]
fn they_survive_every_format_unchanged() {
    let names = hostile();
    let journey = journey(&names);
    let collection: Value = serde_json::from_str(&text(&journey, Format::GeoJson)).unwrap();
    let features = collection["features"].as_array().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("route.gpkg");
    std::fs::write(&file, written(&journey, Format::GeoPackage).remove(0)).unwrap();
    let package = rusqlite::Connection::open(file).unwrap();
    let tables = written(&journey, Format::Csv);
    let (places, legs) = (rows(&tables[0]), rows(&tables[1]));
    let flat = written(&journey, Format::FlatGeobuf).remove(0);
    let mut features_of_flat = FgbReader::open(flat.as_slice()).unwrap().select_all_seq().unwrap();
    // Its index puts features in an order of its own.
    let mut flat = Vec::new();
    while let Some(feature) = features_of_flat.next().unwrap() {
        flat.push(["id", "name"].map(|key| feature.property::<String>(key).unwrap_or_default()));
    }
    let (kml, gpx) = (texts(&text(&journey, Format::Kml)), texts(&text(&journey, Format::Gpx)));
    for (number, name) in names.iter().enumerate() {
        assert_eq!(features[number]["properties"]["name"], Value::from(name.as_str()));
        let cell = package.query_row("SELECT name FROM places WHERE fid = ?1", [number as i64 + 1], |row| row.get(0));
        assert_eq!(cell, Ok(name.clone()));
        assert_eq!(&places[number][1], name);
        assert!(flat.contains(&[format!("p{number}"), name.clone()]), "{name}");
        for texts in [&kml, &gpx] {
            assert!(texts.contains(name), "{name}");
        }
    }
    assert_eq!((places.len(), legs.len()), (names.len(), names.len() - 1));
    assert_eq!(package.query_row("SELECT count(*) FROM places", [], |row| row.get(0)), Ok(names.len() as i64));
    serde_json::from_str::<Value>(&text(&journey, Format::JsonLd)).unwrap();
}

#[test]
fn what_xml_cannot_hold_leaves_a_mark_and_a_document_that_can_be_read() {
    let journey = journey(&["bell \u{7} and end \u{ffff}".to_owned(), "b".to_owned()]);
    for format in [Format::Kml, Format::Gpx] {
        let texts = texts(&text(&journey, format));
        assert!(texts.iter().any(|text| text == "bell \u{fffd} and end \u{fffd}"), "{format:?}");
    }
    assert!(text(&journey, Format::GeoJson).contains("bell \\u0007 and"));
}

/// The text of every element that has only text.
fn texts(document: &str) -> Vec<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(document);
    let (mut texts, mut text) = (Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => text.clear(),
            Event::Text(found) => text.push_str(&found),
            Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(character) => text.push(character),
                None => text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap()),
            },
            Event::End(_) => texts.push(std::mem::take(&mut text)),
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn a_spreadsheet_finds_no_formula_in_a_cell_of_words() {
    let journey = journey(&["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\tplain", "plain"].map(str::to_owned));
    let tables = written(&journey, Format::Csv);
    let mut guarded = 0;
    for record in tables.iter().flat_map(|table| rows(table)) {
        for cell in &record {
            let number = cell.parse::<f64>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell}");
            guarded += usize::from(cell.starts_with('\''));
        }
    }
    // Each stands in the table of places, and on each leg as an end or as its carrier.
    assert!(guarded >= 10, "{guarded} cells were guarded");
    let collection = text(&journey, Format::GeoJson);
    assert!(collection.contains("\"=cmd|' /C calc'!A0\""), "only tables for spreadsheets are guarded");
}
