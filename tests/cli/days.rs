//! How long legs take, and dates that can't all be right.

use serde_json::{Value, json as value};

use crate::program::{SHIPPED, json, portolan, route, str};

/// Ten degrees of the equator, 1,113.195 km on WGS84, and ten more.
const CHAIN: &str = "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 10\nSTAY\n[places.c]\nlat = 0\nlon = 20\n\
                     [[legs]]\nid = \"one\"\nmode = \"road\"\nfrom = \"a\"\nto = \"b\"\nONE\n\
                     [[legs]]\nid = \"two\"\nmode = \"road\"\nfrom = \"b\"\nto = \"c\"\nTWO\n";

const LENGTH_KM: f64 = 1_113.195;

fn chain(one: &str, stay: &str, two: &str) -> String {
    CHAIN.replace("STAY", stay).replace("ONE", one).replace("TWO", two)
}

fn measured(one: &str, stay: &str, two: &str) -> Value {
    let (_folder, path) = route(&chain(one, stay, two));
    json(&["measure", str(&path), "--format", "json"])
}

fn near(found: &Value, low: f64, high: f64) {
    let end = |at: usize| found[at].as_f64().unwrap_or_else(|| panic!("{found}"));
    assert!((end(0) - low).abs() < 0.002 && (end(1) - high).abs() < 0.002, "{found} is not {low} to {high}");
}

fn ids(report: &Value) -> Vec<&str> {
    report["diagnostics"].as_array().unwrap().iter().filter_map(|d| d["id"].as_str()).collect()
}

#[test]
fn days_come_from_the_dates_else_from_the_speed_else_from_what_is_usual() {
    // From some time on the 1st to some time on the 3rd: more than one day, less than three.
    let measure = measured("departed = \"2024-05-01\"\narrived = \"2024-05-03\"", "", "speed = \"600 km/d\"");
    near(&measure["legs"][0]["days"], 1.0, 3.0);
    assert_eq!(measure["legs"][0]["days_from"], "dates");
    near(&measure["legs"][0]["speed_km_per_day"], LENGTH_KM / 3.0, LENGTH_KM);
    // 600 is 595 to 605.
    near(&measure["legs"][1]["days"], LENGTH_KM / 605.0, LENGTH_KM / 595.0);
    assert_eq!(measure["legs"][1]["days_from"], "speed");
    near(&measure["total"]["days"], 1.0 + LENGTH_KM / 605.0, 3.0 + LENGTH_KM / 595.0);
    let usual = measured("", "", "");
    // 300 to 1,000 km a day by road, `data/speeds.toml`.
    near(&usual["legs"][0]["days"], LENGTH_KM / 1000.0, LENGTH_KM / 300.0);
    assert_eq!(usual["legs"][0]["days_from"], "usual");
}

#[test]
fn a_window_implies_no_speed_but_an_end() {
    let measure = measured("dates = \"2024-05-01/2024-05-10\"", "", "loaded = \"2024-05-01/2024-05-10\"");
    near(&measure["legs"][0]["days"], 0.0, 10.0);
    // Ten days at least to move 1,113 km: no speed that would be unusual.
    assert!(!ids(&measure).contains(&"leg/unusual-speed"), "{measure}");
    // When it was loaded says nothing of how long it took.
    assert_eq!(measure["legs"][1]["days_from"], "usual");
}

#[test]
fn waiting_comes_from_the_stay_else_from_the_dates() {
    let (arrived, departed) = ("arrived = \"2024-05-03\"", "departed = \"2024-05-06\"");
    let measure = measured(arrived, "", departed);
    // From some time on the 3rd to some time on the 6th.
    near(&measure["total"]["waiting"][0]["days"], 2.0, 4.0);
    assert_eq!(measure["total"]["waiting"][0]["days_from"], "dates");
    let measure = measured("", "stay = \"3 d\"", "");
    near(&measure["total"]["waiting"][0]["days"], 2.5, 3.5);
    assert_eq!(measure["total"]["waiting"][0]["days_from"], "stay");
    assert_eq!(measure["total"]["waiting"][0]["place"], "b");
    near(&measure["total"]["days"], 2.0 * LENGTH_KM / 1000.0 + 2.5, 2.0 * LENGTH_KM / 300.0 + 3.5);
    assert_eq!(measured("", "", "")["total"]["waiting"], value!([]));
}

#[test]
fn a_leg_that_leaves_before_its_cargo_can_be_there_is_told_and_windows_that_overlap_are_not() {
    let told = |one: &str, stay: &str, two: &str| ids(&measured(one, stay, two)).contains(&"leg/out-of-order");
    assert!(told("arrived = \"2024-05-10\"", "", "departed = \"2024-05-09\""));
    assert!(!told("arrived = \"2024-05-10\"", "", "departed = \"2024-05-10\""));
    assert!(!told("arrived = \"2024-05-01/2024-05-10\"", "", "departed = \"2024-05-02\""));
    // Loaded on the 10th, so nothing of it leaves the next place on the 9th.
    assert!(told("loaded = \"2024-05-10\"", "", "arrived = \"2024-05-09\""));
    assert!(told("arrived = \"2024-05-10\"", "stay = \"5–6 d\"", "departed = \"2024-05-13\""));
    assert!(!told("arrived = \"2024-05-10\"", "stay = \"2–6 d\"", "departed = \"2024-05-13\""));
    assert!(told("dates = \"2024-05-01/2024-05-09\"\narrived = \"2024-05-10\"", "", ""));
    // An approximate day may be off by one.
    assert!(!told("arrived = \"2024-05-10~\"", "", "departed = \"2024-05-09\""));
    assert!(told("arrived = \"2024-05-11~\"", "", "departed = \"2024-05-09\""));
}

#[test]
fn dates_that_leave_an_unusual_speed_are_told() {
    // 1,113 km in nine to eleven days, and in at most one day.
    for (dates, words) in [
        ("departed = \"2024-05-01\"\narrived = \"2024-05-11\"", "101–124 km a day by road: slower than usual"),
        ("dates = \"2024-05-01\"", "at least 1,113 km a day by road: faster than usual (300–1,000 km/d)"),
    ] {
        let measure = measured(dates, "", "");
        let told = measure["diagnostics"].as_array().unwrap();
        let told: Vec<&str> =
            told.iter().filter(|d| d["id"] == "leg/unusual-speed").filter_map(|d| d["message"].as_str()).collect();
        assert_eq!(told.len(), 1, "{measure}");
        assert!(told[0].contains(words), "{told:?}");
    }
}

#[test]
fn dates_that_leave_less_time_than_the_reported_speed_takes_are_told() {
    // 1,113 km in at most two days: 557 km a day at least, which is usual by road.
    let told = |speed: &str| {
        ids(&measured(&format!("dates = \"2024-05-01/2024-05-02\"\nspeed = \"{speed}\""), "", ""))
            .contains(&"leg/unusual-speed")
    };
    assert!(told("400 km/d") && !told("600 km/d"));
}

#[test]
fn a_stay_that_no_cargo_passes_through_is_told() {
    let text = chain("", "", "").replace("[places.c]", "[places.c]\nstay = \"3 d\"");
    let (_folder, path) = route(&text);
    let run = portolan(&["measure", str(&path)]);
    assert!(run.stderr.contains("place/stay-unused"), "{}", run.stderr);
    let on_the_way = text.replace("mode = \"road\"\nfrom = \"b\"", "mode = \"road\"\nvia = [\"d\"]\nfrom = \"b\"")
        + "[places.d]\nlat = 0\nlon = 15\nstay = \"2 d\"\n";
    let (_folder, path) = route(&on_the_way);
    let measure = json(&["measure", str(&path), "--format", "json"]);
    near(&measure["legs"][1]["days"], LENGTH_KM / 1000.0 + 1.5, LENGTH_KM / 300.0 + 2.5);
}

#[test]
fn the_shipped_route_says_that_its_days_are_what_is_usual() {
    let text = portolan(&["measure", SHIPPED]).stdout.replace('\n', " ");
    assert!(text.contains("300–1,200 km/d by rail") && text.contains("no report says how long it took"), "{text}");
}
