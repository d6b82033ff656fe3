//! `portolan check`: claims and their verdicts.

use serde_json::Value;

use crate::program::{SHIPPED, json, portolan, route, str};

fn claim<'a>(check: &'a Value, id: &str) -> &'a Value {
    check["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == id).unwrap()
}

fn near(value: &Value, expected: f64, tolerance: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected} ± {tolerance}");
}

#[test]
fn the_shipped_figures_of_290_disagree_and_those_of_125_miles_and_200_km_agree() {
    let run = portolan(&["check", SHIPPED]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let check = json(&["check", SHIPPED, "--format", "json"]);
    for (id, verdict) in [
        ("depot-290-miles", "disagrees"),
        ("depot-290-km", "disagrees"),
        ("depot-125-miles", "agrees"),
        ("depot-200-km", "agrees"),
    ] {
        assert_eq!(claim(&check, id)["verdict"], verdict, "{id}");
    }
}

#[test]
fn the_computed_figure_names_the_border_point_the_view_and_the_scale() {
    let check = json(&["check", SHIPPED, "--format", "json"]);
    let claim = claim(&check, "depot-290-miles");
    // Published: Tikhoretsk to Ukraine on Natural Earth 5.1 at 1:10m, `reference/border/world.csv`.
    near(&claim["distance_km"], 200.9967, 0.02);
    near(&claim["nearest"]["lat"], 47.037_665, 0.001);
    near(&claim["nearest"]["lon"], 38.142_263, 0.001);
    near(&claim["computed_km"][0], 190.9967, 0.02);
    near(&claim["computed_km"][1], 210.9967, 0.02);
    // 285 and 295 miles.
    near(&claim["reported_km"][0], 458.663, 0.001);
    near(&claim["reported_km"][1], 474.756, 0.001);
    near(&claim["radius_needed_km"], 458.663 - 200.9967, 0.02);
    for words in ["recognised", "Natural Earth 5.1", "1:10m", "47.04° N, 38.14° E"] {
        assert!(claim["message"].as_str().unwrap().contains(words), "{words}: {}", claim["message"]);
    }
}

#[test]
fn the_same_number_in_two_units_is_a_unit_slip_and_the_point_measured_to_stays_open() {
    let check = json(&["check", SHIPPED, "--format", "json"]);
    for id in ["depot-290-miles", "depot-290-km"] {
        let claim = claim(&check, id);
        assert_eq!(claim["finding"], "unit-slip", "{id}");
        let message = claim["message"].as_str().unwrap();
        assert!(message.contains("does not fit either") && message.contains("Kerch"), "{message}");
        assert_eq!(claim["readings"][0]["to"], "Kerch, UA");
    }
    assert_eq!(claim(&check, "depot-290-miles")["readings"][0]["verdict"], "disagrees");
    assert_eq!(claim(&check, "depot-290-km")["readings"][0]["verdict"], "agrees");
    assert_eq!(claim(&check, "depot-125-miles")["finding"], Value::Null);
    let slips = check["diagnostics"].as_array().unwrap().iter().filter(|d| d["id"] == "claim/unit-slip").count();
    assert_eq!(slips, 2);
}

#[test]
fn a_number_that_fits_in_another_unit_is_a_unit_slip() {
    // Calais to Dover is 41 km, which somebody wrote down as miles.
    let (_folder, path) = route(
        "title = \"t\"\n[places.a]\nlat = 50.95\nlon = 1.86\n[places.b]\nlat = 51.12\nlon = 1.31\n\
         [[legs]]\nmode = \"sea\"\nfrom = \"a\"\nto = \"b\"\n\
         [[claims]]\nsays = \"43 miles\"\ndistance = { from = \"a\", to = \"b\" }\n",
    );
    let check = json(&["check", str(&path), "--format", "json"]);
    assert_eq!(check["claims"][0]["verdict"], "disagrees");
    assert_eq!(check["claims"][0]["finding"], "unit-slip", "{}", check["claims"][0]);
    assert!(check["claims"][0]["message"].as_str().unwrap().contains("43 km"));
}

#[test]
fn the_shipped_statements_about_ships_have_one_origin_and_their_trips_wait_for_a_capacity() {
    let check = json(&["check", SHIPPED, "--format", "json"]);
    assert_eq!(claim(&check, "shipped-earlier")["verdict"], "agrees");
    for id in ["five-trips", "four-trips"] {
        let found = claim(&check, id);
        assert_eq!((&found["verdict"], &found["origins"]), (&"undetermined".into(), &serde_json::json!(["rusi"])));
    }
    let sized = json(&["check", SHIPPED, "--set", "legs.ship.capacity=390 TEU", "--format", "json"]);
    let found = claim(&sized, "four-trips");
    assert_eq!((&found["verdict"], &found["computed"][0]), (&"agrees".into(), &3.0.into()));
}

#[test]
fn agreeing_is_said_to_confirm_nothing() {
    let run = portolan(&["check", SHIPPED]);
    assert!(run.stdout.contains("confirms nothing by itself"), "{}", run.stdout);
}

#[test]
fn claims_that_all_agree_exit_with_0() {
    let run = portolan(&["check", SHIPPED, "--set", "places.depot.radius=300 km"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn from_inside_a_country_its_border_is_at_distance_0() {
    let (_folder, path) = route(
        "title = \"t\"\n[[legs]]\nmode = \"rail\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\n\
         [[claims]]\nsays = \"under 50 km\"\ndistance = { from = \"Kyiv, UA\", to = \"border of UA\" }\n",
    );
    let check = json(&["check", str(&path), "--format", "json"]);
    assert_eq!(check["claims"][0]["distance_km"], 0.0);
    assert_eq!(check["claims"][0]["verdict"], "agrees");
}

#[test]
fn crimea_counts_to_ukraine_unless_the_de_facto_view_is_asked_for() {
    let text = |view: &str| {
        format!(
            "title = \"t\"\nboundaries = \"{view}\"\n[places.novorossiysk]\nlat = 44.7235\nlon = 37.7689\n\
             [[legs]]\nmode = \"sea\"\nfrom = \"novorossiysk\"\nto = \"Odesa, UA\"\n\
             [[claims]]\nsays = \"111 km\"\ndistance = {{ from = \"novorossiysk\", to = \"border of UA\" }}\n"
        )
    };
    // Published: `reference/border/world.csv`, w03 and w04.
    for (view, km) in [("recognised", 111.0613), ("de-facto", 226.5221)] {
        let (_folder, path) = route(&text(view));
        near(&json(&["check", str(&path), "--format", "json"])["claims"][0]["distance_km"], km, 0.02);
    }
}

#[test]
fn a_claim_about_a_place_that_nobody_locates_is_undetermined() {
    let (_folder, path) = route(
        "title = \"t\"\n[places.somewhere]\nname = \"Somewhere\"\ncountry = \"RU\"\n\
         [[legs]]\nmode = \"rail\"\nfrom = \"Omsk, RU\"\nto = \"somewhere\"\n\
         [[claims]]\nsays = \"290 km\"\ndistance = { from = \"somewhere\", to = \"border of UA\" }\n",
    );
    let run = portolan(&["check", str(&path)]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("undetermined") && run.stdout.contains("Somewhere"), "{}", run.stdout);
}

#[test]
fn a_length_below_the_shortest_disagrees_and_one_well_above_it_agrees_as_a_detour() {
    let text = |says: &str| {
        format!(
            "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 10\n\
             [[legs]]\nid = \"crossing\"\nmode = \"sea\"\nfrom = \"a\"\nto = \"b\"\n\
             [[claims]]\nsays = \"{says}\"\nlength = {{ legs = [\"crossing\"] }}\n"
        )
    };
    // Ten degrees of the equator are 1,113.195 km on WGS84.
    for (says, verdict, finding) in [
        ("100 km", "disagrees", Value::Null),
        // 1,000 miles are half as long again, which says nothing; 700 miles are 1,127 km, and 600 nautical miles 1,111 km.
        ("1000 km", "disagrees", Value::Null),
        ("700 km", "disagrees", Value::from("unit-slip")),
        ("600 km", "disagrees", Value::from("unit-slip")),
        ("1110 km", "agrees", Value::Null),
        ("about 1300 km", "agrees", Value::from("longer-than-shortest")),
        ("2000 km", "undetermined", Value::Null),
    ] {
        let (_folder, path) = route(&text(says));
        let check = json(&["check", str(&path), "--format", "json"]);
        assert_eq!(
            (&check["claims"][0]["verdict"], &check["claims"][0]["finding"]),
            (&Value::from(verdict), &finding),
            "{says}"
        );
    }
}

const TWO_PLACES: &str = "title = \"t\"\n[places.kyiv]\nlat = 50.45\nlon = 30.5\n[places.west]\nlat = 50.0\nlon = 10.0\n\
                          [places.east]\nlat = 50.0\nlon = 14.0\n\
                          [[legs]]\nmode = \"rail\"\nfrom = \"west\"\nto = \"east\"\n";

/// The message about one claim on the distance between two ends.
fn message(says: &str, from: &str, to: &str) -> (Value, String) {
    let claim =
        format!("[[claims]]\nid = \"c\"\nsays = \"{says}\"\ndistance = {{ from = \"{from}\", to = \"{to}\" }}\n");
    let (_folder, path) = route(&format!("{TWO_PLACES}{claim}"));
    let check = json(&["check", str(&path), "--format", "json"]);
    let message = check["claims"][0]["message"].as_str().unwrap().to_owned();
    (check["claims"][0].clone(), message)
}

#[test]
fn from_inside_the_way_out_of_the_country_is_told() {
    let (claim, words) = message("about 87 km", "kyiv", "border of UA");
    assert!(words.contains("lies within the border of Ukraine, which counts as 0 km"), "{words}");
    assert!(words.contains("87.4 km") && words.contains("the figure would fit"), "{words}");
    // To be 85.7 km away from outside, the place would have to cross the outline first.
    near(&claim["radius_needed_km"], 87.4 + 85.7, 0.1);
    let (_, words) = message("about 200 km", "kyiv", "border of UA");
    assert!(!words.contains("the figure would fit"), "{words}");
}

#[test]
fn a_distance_reads_from_the_place_whichever_end_is_named_first() {
    let (_, there) = message("500 km", "west", "border of UA");
    let (_, back) = message("500 km", "border of UA", "west");
    assert!(there.contains("west is 896 km (557 mi) from the border of Ukraine at its nearest point"), "{there}");
    assert_eq!(there, back);
}

#[test]
fn a_range_with_another_unit_stays_a_range() {
    let (_, words) = message("280-300 miles", "west", "east");
    assert!(words.contains("perhaps 280–300 km was meant"), "{words}");
}

#[test]
fn verdicts_are_counted_in_plain_language() {
    let claim = "[[claims]]\nsays = \"12.50 km\"\ndistance = { from = \"west\", to = \"east\" }\n";
    let (_folder, path) = route(&format!("{TWO_PLACES}{claim}"));
    let text = portolan(&["check", str(&path)]).stdout;
    assert!(text.contains("\n1 claim: 1 disagrees, 0 agree, 0 undetermined.\n"), "{text}");
    // What was reported is not rounded away, and a computed figure without a range is not shown as one.
    assert!(text.contains("reported 12.45–12.55 km; computed 287 km\n"), "{text}");
}
