//! Reading route files: what is read.

mod routes;

use std::path::Path;

use portolan::route::{
    Band, Input, Mode, Position, Qualifier, Reading, Says, Subject, TEMPLATE, Unit, json_schema, read, read_text,
};
use routes::{FULL, ok};

#[test]
fn everything_that_a_file_can_say_is_read() {
    let Reading { route, diagnostics, .. } = ok(FULL, &[], None);
    assert_eq!(route.name, "route");
    assert_eq!(route.note.as_deref(), Some("Two lines,\nboth kept."));
    assert_eq!(route.boundaries.to_string(), "de-facto");
    assert_eq!(route.cargo.as_ref().unwrap().containers.unwrap().to_string(), "at least 1000");
    assert_eq!(route.source("white-house").unwrap().date.unwrap().to_string(), "2023-10-13");
    assert_eq!(route.source("article").unwrap().date.unwrap().to_string(), "2023-10");
    let Position::At(point) = route.place("najin").unwrap().position else { panic!("no point") };
    assert!((point.x() - 130.0).abs() < 1e-12 && (point.y() - 42.2333).abs() < 1e-12);
    assert!(matches!(&route.place("depot").unwrap().position, Position::Near(near) if near.value == "Tikhoretsk, RU"));
    let made = route.place("made").unwrap();
    assert!(made.constructed());
    assert!(matches!(&made.position, Position::On(on) if on.distance.value.unit == Unit::Mi));
    let ship = route.leg("ship").unwrap();
    assert_eq!((ship.number, ship.mode, ship.trips.unwrap().at_least), (1, Mode::Sea, Some(5)));
    assert_eq!(ship.arrived.unwrap().to_string(), "2023-09-12");
    assert_eq!(ship.cargo.as_ref().unwrap().containers.unwrap().at_most, Some(300));
    assert_eq!(route.leg("2").unwrap().via.len(), 2);
    assert!(
        matches!(&route.claims[0].statement, Says::Figure(figure) if figure.qualifier == Qualifier::About && figure.unit == Unit::Mi)
    );
    assert!(matches!(&route.claims[2].statement, Says::Days(days) if (days.low, days.high) == (10.0, 12.0)));
    assert!(matches!(&route.claims[2].subject, Subject::Duration { legs } if legs[0].value == "1"));
    assert!(matches!(&route.claims[3].statement, Says::Window(window) if window.start.unwrap().approximate));
    assert_eq!(route.variants[0].keys.len(), 2);
    assert_eq!(route.variants[1].keys[0].value, "legs.rail.via");
    assert!(matches!(&route.style.band, Some(Band::Claim(claim)) if claim.value == "depot-290-miles"));
    assert_eq!(diagnostics, []);
}

#[test]
fn the_same_route_is_read_from_json() {
    let json = r#"{"title": "x", "places": {"a": {"lat": 1, "lon": -2.5}},
        "legs": [{"mode": "sea", "from": "a", "to": "unknown", "dates": "2023"}]}"#;
    let toml = "title = 'x'\nplaces.a = { lat = 1, lon = -2.5 }\n[[legs]]\nmode = 'sea'\nfrom = 'a'\nto = 'unknown'\ndates = '2023'";
    let json = read_text("route.json", json, &[], None).unwrap();
    let toml = read_text("route.toml", toml, &[], None).unwrap();
    assert_eq!(json.parameters(), toml.parameters());
    assert_eq!(json.route.places[0].position, toml.route.places[0].position);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let windows = format!("\u{FEFF}{}", FULL.replace('\n', "\r\n"));
    let (plain, windows) = (ok(FULL, &[], None), ok(&windows, &[], None));
    assert_eq!(plain.route.legs.len(), windows.route.legs.len());
    assert_eq!(plain.route.note, windows.route.note.map(|note| note.replace("\r\n", "\n")));
}

#[test]
fn what_is_not_known_is_left_open() {
    let text = "title = 'x'\nplaces.somewhere = { country = 'RU' }\n[[legs]]\nmode = 'rail'\nfrom = 'somewhere'\nto = 'unknown'";
    let reading = ok(text, &[], None);
    assert_eq!(reading.route.places[0].position, Position::Unknown);
    assert_eq!(reading.diagnostics, []);
}

#[test]
fn a_new_file_reads_without_a_word_of_complaint() {
    let reading = ok(TEMPLATE, &[], None);
    assert_eq!(reading.diagnostics, []);
    for variant in &reading.route.variants {
        assert!(ok(TEMPLATE, &[], Some(&variant.name)).diagnostics.is_empty());
    }
}

#[test]
fn the_schema_knows_every_key_of_a_file_and_describes_it() {
    let schema = json_schema();
    for parameter in ok(FULL, &[], None).parameters().iter().chain(&ok(TEMPLATE, &[], None).parameters()) {
        let mut at = &schema;
        for name in parameter.path.split('.') {
            at = [
                &at["properties"][name],
                &at["additionalProperties"],
                &at["items"],
                &at["anyOf"][2]["properties"][name],
            ]
            .into_iter()
            .find(|found| found.is_object())
            .unwrap_or_else(|| panic!("{} is not in the schema", parameter.path));
        }
        let is_item = parameter.path.rsplit('.').next().unwrap().parse::<usize>().is_ok();
        assert!(is_item || at["description"].as_str().is_some_and(|text| text.contains(parameter.meaning)), "{at}");
    }
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["required"], serde_json::json!(["title", "legs"]));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path(), &folder.path().join("no-such-file.toml")] {
        let found = read(&Input { path, sets: &[], variant: None }).unwrap_err();
        assert_eq!(found[0].kind.id, "route/unreadable");
        assert!(found[0].message.contains('`'), "{}", found[0]);
    }
    let path = folder.path().join("empty.toml");
    std::fs::write(&path, "# nothing yet\n").unwrap();
    let found = read(&Input { path: &path, sets: &[], variant: None }).unwrap_err();
    assert!(found[0].help.as_deref().unwrap().contains("portolan new"), "{}", found[0]);
    assert_eq!(
        read(&Input { path: Path::new(""), sets: &[], variant: None }).unwrap_err()[0].kind.id,
        "route/unreadable"
    );
}
