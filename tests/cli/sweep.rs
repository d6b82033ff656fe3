//! `sweep`: tables of what changes.

use crate::program::{portolan, route, str};

const ROUTE: &str = "title = \"t\"
[places.a]
lat = 0
lon = 0
[places.b]
from = { place = \"a\", bearing = 90, distance = \"100 km\" }
[[legs]]
id = \"leg\"
mode = \"air\"
from = \"a\"
to = \"b\"
[[claims]]
id = \"far\"
says = \"under 150 km\"
length = { legs = [1] }
";

const VARY: &str = "places.b.from.distance=100km..300km:100km";

#[test]
fn a_table_for_reading_has_a_row_for_each_value() {
    let (_folder, path) = route(ROUTE);
    let run = portolan(&["sweep", str(&path), "--vary", VARY]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<Vec<&str>> = run.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0], ["places.b.from.distance", "leg", "km", "total", "km", "days", "far", "error"]);
    assert!(lines[1].starts_with(&["100", "km", "100", "100"]) && lines[1].ends_with(&["agrees"]), "{lines:?}");
    assert!(
        lines[3].starts_with(&["300", "km", "300", "300"]) && lines[3].ends_with(&["disagrees", "+141"]),
        "{lines:?}"
    );
}

#[test]
fn the_same_sweep_goes_to_several_files_at_once() {
    let (folder, path) = route(ROUTE);
    let files: Vec<_> = ["s.csv", "s.json", "s.md"].map(|name| folder.path().join(name)).into();
    let run = portolan(&[
        "sweep",
        str(&path),
        "--vary",
        VARY,
        "--vary",
        "legs.leg.mode=air,road",
        "-o",
        str(&files[0]),
        "-o",
        str(&files[1]),
        "-o",
        str(&files[2]),
    ]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let text: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert_eq!(text[0].lines().count(), 7);
    assert!(text[0].contains("\r\n200 km,road,200,0.2,0.667,200,0.2,0.667,disagrees,200,44,\r\n"), "{}", text[0]);
    let json: serde_json::Value = serde_json::from_str(&text[1]).unwrap();
    assert_eq!(json["vary"], serde_json::json!(["places.b.from.distance", "legs.leg.mode"]));
    let points = json["points"].as_array().unwrap();
    assert_eq!((points.len(), &points[5]["values"]["places.b.from.distance"]), (6, &serde_json::json!("300 km")));
    assert_eq!(
        (&points[5]["legs"][0]["mode"], &points[5]["claims"][0]["verdict"]),
        (&"road".into(), &"disagrees".into())
    );
    assert!(text[2].starts_with("| places.b.from.distance | legs.leg.mode |"));
}

#[test]
fn what_cannot_be_swept_is_told_with_what_to_write() {
    let (_folder, path) = route(ROUTE);
    for (vary, words) in [
        ("places.b.from.distence=1km..2km:1km", "did you mean `places.b.from.distance`?"),
        ("places.b.from.distance=1km..2km", "has no step"),
        ("places.b.from.distance", "write KEY=FROM..TO:STEP"),
        ("places.b.from.distance=5..6:1", "has no unit"),
        ("places.b.from.distance=1km..1000km:0.001km", "add --force"),
        ("legs.1.mode=ship,boat", "the word is `sea`"),
    ] {
        let run = portolan(&["sweep", str(&path), "--vary", vary]);
        assert!(run.code == 2 && run.stderr.contains(words) && run.stdout.is_empty(), "{vary}: {}", run.stderr);
    }
    let run = portolan(&["sweep", str(&path), "--vary", VARY, "-o", "x.docx"]);
    assert!(run.code == 2 && run.stderr.contains("for a chart, or .csv, .json"), "{}", run.stderr);
    assert_eq!(portolan(&["sweep", str(&path)]).code, 2, "nothing to vary");
}

#[test]
fn what_has_no_result_is_told_with_the_first_reason() {
    let (_folder, path) = route(ROUTE);
    let run = portolan(&["sweep", str(&path), "--vary", "places.b.from.distance=100km,-5km,nonsense"]);
    let words = "no result at 2 of 3 points: with -5km (the first of them): `distance`: `-5km` is negative";
    assert!(run.code == 0 && run.stderr.contains(words), "{}", run.stderr);
}

#[test]
fn a_sweep_without_any_result_is_an_error_and_writes_no_file() {
    let (folder, path) = route(&ROUTE.replace(
        "{ place = \"a\", bearing = 90, distance = \"100 km\" }",
        "{ place = \"Nowhere Atall\", bearing = 90, distance = \"100 km\" }",
    ));
    let file = folder.path().join("s.csv");
    let run = portolan(&["sweep", str(&path), "--vary", VARY, "-o", str(&file)]);
    assert!(run.code == 2 && run.stderr.contains("Nowhere Atall") && !file.exists(), "{}", run.stderr);
}
