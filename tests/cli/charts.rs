//! Charts: of sweeps, of distances along a journey, of when its legs took place.

use crate::program::{portolan, route, str};

/// Along the equator, past an island one degree north of it.
const ROUTE: &str = "title = \"Past the island\"
[places.a]
lat = 0
lon = 0
[places.b]
lat = 0
lon = 20
[places.island]
lat = 1
lon = 10
[places.mid]
on = { leg = 1, km = 500 }
[[legs]]
mode = \"air\"
from = \"a\"
to = \"b\"
departed = 2023-09-07
arrived = \"2023-09-09/..\"
[[claims]]
id = \"off\"
says = \"about 500 km\"
distance = { from = \"mid\", to = \"island\" }
";

/// A chart as SVG with its text kept; the words that it shows, and the whole.
fn drawn(arguments: &[&str]) -> String {
    let (folder, path) = route(ROUTE);
    let file = folder.path().join("chart.svg");
    let mut all = vec![arguments[0], str(&path)];
    all.extend(&arguments[1..]);
    all.extend(["-o", str(&file)]);
    let run = portolan(&all);
    assert_eq!(run.code, 0, "{}", run.stderr);
    std::fs::read_to_string(&file).unwrap()
}

#[test]
fn charts_are_the_same_bytes_each_time_and_come_in_all_three_formats() {
    let (folder, path) = route(ROUTE);
    let sweep = ["sweep", str(&path), "--vary", "places.mid.on.km=0..2000:100"];
    let profile = ["profile", str(&path), "--to", "island"];
    for (arguments, name) in [(&sweep[..], "s"), (&profile[..], "p"), (&["timeline", str(&path)][..], "t")] {
        let mut before: Option<Vec<Vec<u8>>> = None;
        for _ in 0..2 {
            let files = ["png", "svg", "pdf"].map(|extension| folder.path().join(format!("{name}.{extension}")));
            let mut all = arguments.to_vec();
            for file in &files {
                all.extend(["-o", str(file)]);
            }
            let run = portolan(&all);
            assert_eq!(run.code, 0, "{}", run.stderr);
            let bytes: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
            assert!(bytes[0].starts_with(b"\x89PNG") && bytes[1].starts_with(b"<svg") && bytes[2].starts_with(b"%PDF"));
            assert!(before.replace(bytes.clone()).is_none_or(|before| before == bytes), "{name}");
        }
    }
}

#[test]
fn a_chart_says_in_words_what_it_shows() {
    assert!(drawn(&["sweep", "--vary", "places.mid.on.km=0..2000:100"]).contains("What changes with places.mid.on.km"));
    assert!(drawn(&["sweep", "--vary", "legs.1.mode=air,road"]).contains("What changes with legs.1.mode"));
    let two = ["sweep", "--vary", "places.mid.on.km=0..500:100", "--vary", "legs.1.mode=air,road"];
    assert!(drawn(&two).contains("places.mid.on.km and legs.1.mode"));
    assert!(drawn(&["profile", "--to", "island"]).contains("How far from island the journey is"));
}

#[test]
fn small_maps_stand_beside_one_another_each_under_its_value() {
    let text = drawn(&["sweep", "--vary", "places.mid.on.km=500..1500:500", "--maps"]);
    assert!(text.contains("What changes with places.mid.on.km: 3 small maps"));
    let (_folder, path) = route(ROUTE);
    for (arguments, words) in [
        (vec!["--vary", "places.mid.on.km=1..30:1", "-o", "x.png"], "30 maps are too many"),
        (vec!["--vary", "places.mid.on.km=1..3:1"], "add -o FILE.png"),
        (vec!["--vary", "places.mid.on.km=1..3:1", "-o", "x.csv"], "write .png"),
        (vec!["--vary", "places.mid.on.km=9000..9003:1", "-o", "x.png"], "2,226 km long"),
    ] {
        let mut all = vec!["sweep", str(&path), "--maps"];
        all.extend(&arguments);
        let run = portolan(&all);
        assert!(run.code == 2 && run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn a_profile_tells_where_each_reported_distance_is_crossed() {
    let (_folder, path) = route(ROUTE);
    let run = portolan(&["profile", str(&path), "--to", "island", "--format", "csv"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let rows: Vec<Vec<&str>> = run.stdout.lines().skip(1).map(|row| row.split(',').collect()).collect();
    // 500 km from the island, whose distance from the equator is 110.574 km: some 487.6 km on either side of 10° E.
    let along: Vec<f64> = rows.iter().map(|row| row[5].parse().unwrap()).collect();
    assert!(rows.len() == 2 && (along[0] + along[1] - 2.0 * 1113.195).abs() < 0.01, "{along:?}");
    assert!(((along[1] - along[0]) / 2.0 - (500.0_f64.powi(2) - 110.574_f64.powi(2)).sqrt()).abs() < 1.0, "{along:?}");
    let json: serde_json::Value = serde_json::from_str(
        &portolan(&["profile", str(&path), "--to", "island", "--at", "60 mi", "--format", "json"]).stdout,
    )
    .unwrap();
    assert_eq!(json["thresholds"][1]["crossings"], serde_json::json!([]), "60 miles are nearer than it comes");
    let points = json["points"].as_array().unwrap();
    assert!(points.len() > 100 && points[0]["distance_km"].as_f64().unwrap() > 1100.0);
}

/// Words that stand on a chart.
fn shows(chart: &str, words: &str) -> bool {
    chart.contains(&format!("aria-label=\"{words}\""))
}

#[test]
fn a_profile_names_its_legs_and_every_stop_of_them() {
    let chart = drawn(&["profile", "--to", "island"]);
    for words in ["leg 1, by air", "a", "b", "about 500 km"] {
        assert!(shows(&chart, words), "{words}");
    }
    // What was measured from a place to a border says nothing of points that are as far from the place.
    let text = crate::program::json(&["profile", crate::program::SHIPPED, "--to", "depot", "--format", "json"]);
    assert_eq!(text["thresholds"], serde_json::json!([]));
}

#[test]
fn a_chart_in_a_column_is_little_higher_than_wide_and_has_all_its_sources() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let sets = ["--to", "border of UA", "--set", "style.size=column", "-o", str(&file)];
    let run = portolan(&[&["profile", crate::program::SHIPPED], &sets[..]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let chart = std::fs::read_to_string(&file).unwrap();
    assert!(chart.contains("viewBox=\"0 0 945 1134\""), "{}", &chart[..300]);
    let words: Vec<&str> = chart.split("aria-label=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let words = words.join(" ");
    assert!(words.contains("The Washington Post (2023-10-16); Kyiv Post."), "{words}");
}

#[test]
fn bars_say_what_their_colours_are_and_which_value_the_file_has() {
    let bars = drawn(&["sweep", "--vary", "legs.1.mode=air,road"]);
    for words in ["by air", "by road", "in the file"] {
        assert!(shows(&bars, words), "{words}");
    }
    let lines =
        drawn(&["sweep", "--vary", "places.mid.on.km=0..2000:100", "--of", "claims.off.off_km", "--of", "distance_km"]);
    assert!(shows(&lines, "off") && shows(&lines, "all legs"));
}

#[test]
fn what_cannot_be_charted_is_told() {
    let (_folder, path) = route(ROUTE);
    for (arguments, words) in [
        (vec!["profile", "--to", "border of QQ"], "`QQ` is no country"),
        (vec!["profile", "--to", "Nowhere Atall"], "Nowhere Atall"),
        (vec!["profile", "--to", "coast", "--at", "9"], "has no unit"),
        (vec!["profile", "--to", "coast", "-o", "x.doc"], "write .png"),
        (vec!["timeline", "-o", "x.docx"], "write .png"),
    ] {
        let mut all = vec![arguments[0], str(&path)];
        all.extend(&arguments[1..]);
        let run = portolan(&all);
        assert!(run.code == 2 && run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
    let (_folder, dateless) = route(&ROUTE.replace("departed = 2023-09-07\narrived = \"2023-09-09/..\"\n", ""));
    let run = portolan(&["timeline", str(&dateless), "-o", "x.png"]);
    assert!(run.code == 2 && run.stderr.contains("no leg of"), "{}", run.stderr);
}

#[test]
fn a_time_line_is_a_table_too() {
    const YIWU: &str = "data/routes/yiwu-madrid.toml";
    let report = crate::program::json(&["timeline", YIWU, "--format", "json"]);
    let events = report["events"].as_array().unwrap();
    assert_eq!(events.len(), 8);
    // It left Yiwu on 18 November 2014, so it was in Dostyk 3.6 days later at the earliest.
    assert_eq!((&events[0]["event"], &events[0]["reported_end"]), (&"leaves".into(), &"2014-11-18".into()));
    assert_eq!((&events[1]["place"], &events[1]["computed_start"]), (&"dostyk".into(), &"2014-11-21".into()));
    assert_eq!(events[1]["days_from"], "usual");
    let text = portolan(&["timeline", YIWU, "--format", "text"]).stdout;
    assert!(text.contains("leaves Yiwu") && text.contains("2014-11-21/2014-12-02"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("t.csv");
    let run = portolan(&["timeline", YIWU, "-o", str(&csv), "-o", str(&folder.path().join("t.svg"))]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut table = csv::Reader::from_path(csv).unwrap();
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(names[4..8], ["reported_start", "reported_end", "computed_start", "computed_end"]);
    assert_eq!(table.records().count(), 8);
}

#[test]
fn a_chart_of_a_sweep_shows_any_column_of_figures_over_days() {
    let (folder, path) = crate::program::route(
        "title = \"t\"\n[[legs]]\nmode = \"road\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\n\
         departed = \"2023-09-12\"\narrived = \"2023-10-01\"\n\
         [[claims]]\nsays = \"over 10 days\"\nduration = { legs = [1] }\n",
    );
    let days = "legs.1.departed=2023-09-07..2023-09-28:1 week";
    let sweep = |more: &[&str]| {
        let mut all = vec!["sweep", str(&path), "--vary", days];
        all.extend(more);
        portolan(&all)
    };
    // Leaving on the 28th and there on 1 October is 2 to 4 days: six too few for over 10.
    let csv = sweep(&["--format", "csv"]).stdout;
    let last = csv.lines().last().unwrap();
    assert!(last.starts_with("2023-09-28,") && last.contains(",2,4,disagrees,-6,"), "{csv}");
    let chart = folder.path().join("c.svg");
    let run = sweep(&["--of", "days_min", "--of", "days_max", "-o", str(&chart)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let run = sweep(&["--of", "claims.1.off_days", "-o", str(&chart)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (more, words) in [
        (vec!["--of", "days", "-o", "x.svg"], "write one of legs.1.distance_km, legs.1.days_min"),
        (vec!["--of", "days_min", "--of", "distance_km", "-o", "x.svg"], "don't count the same"),
        (vec!["--of", "days_min"], "add -o FILE.png"),
    ] {
        let run = sweep(&more);
        assert!(run.code == 2 && run.stderr.contains(words), "{}", run.stderr);
    }
}
