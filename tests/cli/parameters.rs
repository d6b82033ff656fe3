//! `--set`, `keys`, `places`, `schema`, `explain`.

use crate::program::{SHIPPED, command, json, portolan, told};

#[test]
fn set_changes_a_figure_and_everything_that_follows_from_it() {
    let check = json(&["check", SHIPPED, "--set", "claims.depot-290-miles.says=about 201 km", "--format", "json"]);
    assert_eq!(check["claims"][0]["says"], "about 201 km");
    assert_eq!(check["claims"][0]["verdict"], "agrees");
    let check = json(&["check", SHIPPED, "--set", "places.depot.near=Kerch, UA", "--format", "json"]);
    assert_eq!(check["claims"][0]["distance_km"], 0.0);
}

#[test]
fn a_wrong_key_or_value_of_set_is_shown_in_the_argument() {
    let run = portolan(&["check", SHIPPED, "--set", "places.depot.radus=20 km"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("places.depot.radus") && run.stderr.contains("radius"), "{}", run.stderr);
    let run = portolan(&["check", SHIPPED, "--set", "places.depot.radius=20 furlongs"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("furlongs") && run.stderr.contains("nmi"), "{}", run.stderr);
}

#[test]
fn keys_lists_every_parameter_under_the_name_that_set_takes() {
    let keys = json(&["keys", SHIPPED, "--format", "json"]);
    let keys = keys["parameters"].as_array().unwrap();
    for path in ["places.depot.radius", "legs.ship.mode", "claims.depot-290-miles.says", "style.size"] {
        let parameter = keys.iter().find(|key| key["path"] == path).unwrap_or_else(|| panic!("{path} is not listed"));
        let set = format!("{path}={}", parameter["value"].as_str().unwrap());
        let run = portolan(&["measure", SHIPPED, "--set", &set]);
        assert_eq!(run.code, 0, "{set}: {}", run.stderr);
    }
}

#[test]
fn places_tells_what_a_name_is_taken_for_and_what_else_it_could_be() {
    let places = json(&["places", "Springfield, US", "--format", "json"]);
    let matches = places["matches"].as_array().unwrap();
    assert!(matches.len() > 10);
    assert_eq!(matches[0]["admin1"], "MO");
    let run = portolan(&["places", "Tikhoretzk, RU"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("Tikhoretsk"), "{}", run.stderr);
}

#[test]
fn explain_explains_every_id_that_a_diagnostic_bears() {
    let ids = portolan(&["explain"]).stdout;
    assert!(ids.contains("claim/unit-slip"));
    for id in ids.lines().filter_map(|line| line.split_whitespace().next()) {
        let run = portolan(&["explain", id]);
        assert_eq!(run.code, 0);
        assert!(run.stdout.starts_with(id) && run.stdout.len() > 100, "{}", run.stdout);
    }
    let run = portolan(&["explain", "claim/unit-slop"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("claim/unit-slip"), "{}", run.stderr);
}

#[test]
fn the_schema_is_a_json_schema_of_the_route_file() {
    let schema = json(&["schema"]);
    assert!(schema["$schema"].as_str().unwrap().contains("json-schema.org"));
    assert!(schema["properties"]["legs"].is_object());
}

#[test]
fn a_list_of_places_in_set_may_name_their_countries() {
    let stops = |set: &str| {
        let keys = json(&["keys", SHIPPED, "--set", set, "--format", "json"]);
        let keys = keys["parameters"].as_array().unwrap().iter();
        let stops = keys.filter(|key| key["path"].as_str().unwrap().starts_with("legs.rail.via."));
        stops.map(|key| key["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(stops("legs.rail.via=Chita, RU, Omsk,RU, Ufa"), ["Chita, RU", "Omsk,RU", "Ufa"]);
    let run = portolan(&["measure", SHIPPED, "--set", "legs.rail.via=Chita, RU, Omsk,RU"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = portolan(&["measure", SHIPPED, "--set", "=5"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("write KEY=VALUE"), "{}", run.stderr);
}

#[test]
fn standard_input_may_be_json() {
    let route = r#"{"title": "t", "legs": [{"mode": "sea", "from": "Rotterdam, NL", "to": "Hamburg, DE"}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("route");
    std::fs::write(&path, route).unwrap();
    let output = command()
        .args(["measure", "-", "--format", "json"])
        .stdin(std::fs::File::open(path).unwrap())
        .output()
        .unwrap();
    let run = told(&output);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Rotterdam, NL"));
}

#[test]
fn explain_suggests_only_what_is_alike() {
    assert!(!portolan(&["explain", "nope"]).stderr.contains("did you mean"));
    assert!(portolan(&["explain", "clam/unit-slip"]).stderr.contains("did you mean `claim/unit-slip`?"));
}
