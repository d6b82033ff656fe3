//! Reading route files: what is read, and what is said about mistakes.

use std::path::Path;

use portolan::diagnostic::{Diagnostic, Severity};
use portolan::route::{
    Band, Input, Mode, Position, Qualifier, Reading, Says, Subject, TEMPLATE, Unit, json_schema, read, read_text,
};

const FULL: &str = r#"
title      = "From Najin to Tikhoretsk"
subtitle   = "As alleged"
note       = """
Two lines,
both kept."""
boundaries = "de-facto"

[cargo]
what       = "munitions"
containers = { at-least = 1000 }
sources    = ["white-house"]

[sources.white-house]
title       = "Press call"
publisher   = "The White House"
date        = 2023-10-13
url         = "https://example.org"
reliability = "B"
credibility = 3

[sources.article]
date   = "2023-10"
quotes = ["white-house"]

[places.najin]
name    = "Najin"
country = "KP"
lat     = 42.2333
lon     = 130
sources = ["white-house"]

[places.depot]
near   = "Tikhoretsk, RU"
radius = "10 km"

[places.made]
on = { leg = "rail", towards = "Tikhoretsk, RU", distance = "290 mi", from = "border of UA" }

[[legs]]
id        = "ship"
mode      = "sea"
from      = "najin"
to        = "Dunay, RU"
loaded    = "2023-09-07/2023-10-01"
arrived   = 2023-09-12
carrier   = "MV Angara"
trips     = "at least 5"
sources   = ["white-house"]
cargo     = { what = "shells", containers = 300 }

[[legs]]
id        = "rail"
mode      = "rail"
from      = "Dunay, RU"
to        = "depot"
via       = ["Khabarovsk, RU", "Chita, RU"]
within    = ["RU"]
certainty = "inferred"

[[claims]]
id       = "depot-290-miles"
says     = "about 290 mi"
distance = { from = "depot", to = "border of UA" }
readings = ["Kerch, UA"]
sources  = ["article"]

[[claims]]
says   = "over 9,000 km"
length = { legs = ["rail"] }

[[claims]]
says     = "10–12 days"
duration = { legs = [1, "rail"] }

[[claims]]
says  = "2023-08-15~/2023-10-14"
about = "legs.ship.loaded"

[variants.cape]
set = { "legs.ship.mode" = "air", "places.depot.radius" = "20 km" }

[variants.nested.set]
legs.rail.via = ["Irkutsk, RU"]

[style]
projection = "equal-earth"
size       = "1200x800"
band       = { claim = "depot-290-miles" }
"#;

fn ok(text: &str, sets: &[&str], variant: Option<&str>) -> Reading {
    let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
    read_text("route.toml", text, &sets, variant)
        .unwrap_or_else(|found| panic!("{}", found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn mistakes(name: &str, text: &str, sets: &[&str]) -> Vec<Diagnostic> {
    let sets: Vec<String> = sets.iter().map(|&set| set.to_owned()).collect();
    read_text(name, text, &sets, None).expect_err(text)
}

/// The mistakes of the full file in which `right` was replaced by `wrong`.
fn replaced(right: &str, wrong: &str) -> Vec<Diagnostic> {
    assert!(FULL.contains(right), "{right}");
    mistakes("route.toml", &FULL.replacen(right, wrong, 1), &[])
}

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
    assert!(matches!(&route.claims[2].statement, Says::Days(low, high) if (*low, *high) == (10.0, 12.0)));
    assert!(matches!(&route.claims[2].subject, Subject::Duration { legs } if legs[0].value == "1"));
    assert!(matches!(&route.claims[3].statement, Says::Window(window) if window.start.unwrap().approximate));
    assert_eq!(route.variants[0].keys.len(), 2);
    assert_eq!(route.variants[1].keys[0].value, "legs.rail.via");
    assert!(matches!(&route.style.band, Some(Band::Claim(claim)) if claim.value == "depot-290-miles"));
    let unused: Vec<&str> = diagnostics.iter().map(|note| note.kind.id).collect();
    assert_eq!(unused, ["route/not-used-yet"; 3], "on, within and band");
}

#[test]
fn the_same_route_is_read_from_json() {
    let json = r#"{"title": "x", "places": {"a": {"lat": 1, "lon": -2.5}},
        "legs": [{"mode": "sea", "from": "a", "to": "unknown", "dates": "2023"}]}"#;
    let toml = "title = 'x'\nplaces.a = { lat = 1, lon = -2.5 }\n[[legs]]\nmode = 'sea'\nfrom = 'a'\nto = 'unknown'\ndates = '2023'";
    let json = read_text("route.json", json, &[], None).unwrap();
    let toml = read_text("route.toml", toml, &[], None).unwrap();
    assert_eq!(json.parameters, toml.parameters);
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
fn all_mistakes_of_a_file_are_told_in_its_order() {
    let text =
        "titel = 'x'\n[places.a]\nlat = 95\nlon = 'x'\n[[legs]]\nmode = 'ship'\nfrom = 'a'\nto = 'a'\n[[legs]]\n";
    let found = mistakes("route.toml", text, &[]);
    let ids: Vec<(&str, usize)> = found.iter().map(|one| (one.kind.id, one.location.as_ref().unwrap().line)).collect();
    assert_eq!(
        ids,
        [
            ("route/unknown-key", 1),
            ("route/out-of-range", 3),
            ("route/wrong-type", 4),
            ("route/unknown-word", 6),
            ("route/same-ends", 8),
            ("route/missing-key", 9),
            ("route/missing-key", 9),
            ("route/missing-key", 9),
        ]
    );
}

#[test]
fn every_mistake_says_what_to_write() {
    for (right, wrong, id, advice) in [
        ("lat     = 42.2333", "lat = '42°14′N'", "route/wrong-type", "lat = 42.2333"),
        ("lat     = 42.2333", "lat = 130.3", "route/out-of-range", "lat"),
        ("lon     = 130", "lon = 200", "route/out-of-range", "lon = -160"),
        ("lon     = 130", "long = 130", "route/unknown-key", "`lon`"),
        ("lon     = 130", "lon = 130\nnear = 'Najin, KP'", "route/contradiction", "delete one"),
        ("country = \"KP\"", "country = 'North Korea'", "route/unknown-word", "KP"),
        ("radius = \"10 km\"", "radius = '10'", "route/unknown-unit", "10 km"),
        ("radius = \"10 km\"", "radius = 10", "route/wrong-type", "\"10 km\""),
        ("radius = \"10 km\"", "radius = '-10 km'", "route/out-of-range", "10 km"),
        ("[places.made]", "[places.coast]", "route/bad-id", "coast-1"),
        ("[places.made]", "[places.'St. Petersburg']", "route/bad-id", "St-Petersburg"),
        ("title       = \"Press call\"", "name = 'Press call'", "route/unknown-key", "`title`"),
        ("quotes = [\"white-house\"]", "quotes = ['whitehouse']", "route/unknown-source", "white-house"),
        ("credibility = 3", "credibility = 3\nquotes = ['article']", "route/cycle", "quote"),
        ("reliability = \"B\"", "reliability = 'b'", "route/unknown-word", "`B`"),
        ("id        = \"ship\"", "id = 'rail'", "route/duplicate-id", "rail-2"),
        ("id        = \"ship\"", "id = '2'", "route/bad-id", "leg-2"),
        ("mode      = \"rail\"", "mode = 'train'", "route/unknown-word", "`rail`"),
        ("mode      = \"rail\"", "mode = 'rail'\ncountry = 'RU'", "route/unknown-key", "[places.NAME]"),
        ("via       = [\"Khabarovsk, RU\", \"Chita, RU\"]", "via = 'Chita, RU'", "route/wrong-type", "[\"Chita, RU\"]"),
        ("loaded    = \"2023-09-07/2023-10-01\"", "loaded = '07.09.2023'", "route/not-a-date", "2023-09-07"),
        ("loaded    = \"2023-09-07/2023-10-01\"", "loaded = '2023-10/2023-09'", "route/reversed", "2023-09/2023-10"),
        ("says     = \"about 290 mi\"", "says = 'about 290'", "route/unknown-unit", "about 290 mi"),
        ("says     = \"about 290 mi\"", "says = 'far away'", "route/not-a-figure", "about 290 mi"),
        ("to = \"border of UA\" }", "to = 'border of Ukraine' }", "route/unknown-word", "border of UA"),
        ("length = { legs = [\"rail\"] }", "length = { legs = ['train'] }", "route/unknown-leg", "rail"),
        ("length = { legs = [\"rail\"] }", "", "route/missing-key", "distance"),
        (
            "length = { legs = [\"rail\"] }",
            "length = { legs = [1] }\nabout = 'title'",
            "route/contradiction",
            "one claim",
        ),
        ("about = \"legs.ship.loaded\"", "about = 'legs.ship.lodaed'", "route/unknown-parameter", "legs.ship.loaded"),
        ("about = \"legs.ship.loaded\"", "about = 'legs.ship.departed'", "route/unknown-parameter", "value"),
        ("\"places.depot.radius\" =", "\"places.dept.radius\" =", "route/unknown-parameter", "places.depot.radius"),
        ("\"legs.ship.mode\" = \"air\"", "\"legs.ship.mode\" = 'plane'", "route/unknown-word", "`air`"),
        ("claim = \"depot-290-miles\"", "claim = 'depot'", "route/unknown-claim", "depot-290-miles"),
        ("size       = \"1200x800\"", "size = '1200'", "route/not-a-figure", "2400x1350"),
        (
            "leg = \"rail\", towards = \"Tikhoretsk, RU\"",
            "leg = 'rail', towards = 'made'",
            "route/same-ends",
            "another",
        ),
        ("containers = { at-least = 1000 }", "containers = -5", "route/out-of-range", "at least 5"),
        ("arrived   = 2023-09-12", "arrived = 2023-09-12T10:00", "route/not-a-date", "2023-09-12"),
        ("name    = \"Najin\"", "name = \"Na\\u0007jin\"", "route/out-of-range", "again"),
    ] {
        let found = replaced(right, wrong);
        let told = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        // Renaming a leg leaves those who speak of it without one.
        let found: Vec<&Diagnostic> = found.iter().filter(|one| !told_again(one, id)).collect();
        assert_eq!(found.len(), 1, "{wrong}:\n{told}");
        assert_eq!(found[0].kind.id, id, "{wrong}:\n{told}");
        assert!(found[0].help.as_deref().is_some_and(|help| help.contains(advice)), "{wrong}: {advice}?\n{told}");
        assert!(found[0].location.is_some(), "{wrong}");
    }
}

fn told_again(one: &Diagnostic, id: &str) -> bool {
    matches!(id, "route/duplicate-id" | "route/bad-id")
        && matches!(one.kind.id, "route/unknown-leg" | "route/unknown-parameter")
}

#[test]
fn syntax_errors_are_told_in_plain_words_where_they_stand() {
    let line = FULL.lines().position(|line| line.starts_with("name    = \"Najin\"")).unwrap() + 1;
    for (wrong, words) in [
        ("name = \"Najin", "closes"),
        ("name = 'Najin", "closes"),
        ("name = \"\"\"Najin", "close this text"),
        ("name = Najin", "quotation marks"),
        ("name = “Najin”", "typographic"),
        ("name: \"Najin\"", "`=`"),
        ("// Najin", "neither"),
        ("name =", "no value"),
        ("name = \"a\" \"b\"", "behind"),
        ("name = \"C:\\port\"", "backslash"),
        ("name = [\"a\" \"b\"]", "comma"),
        ("name = [\"a\"", "closed"),
        ("lat = 42,2", "decimal point"),
        ("lat = 42°14′N", "decimal degrees"),
        ("lat = 07.09.2023", "no date"),
        ("lat = 2023-09-07/2023-10-01", "quotation marks"),
        ("lat = 2023-02-30", "day"),
        ("}", "closes nothing"),
        ("[[legs]", "closing"),
        ("\u{FEFF}name = \"Najin\"", "invisible"),
        ("name = \"a\"\nname = \"b\"", "twice"),
    ] {
        let found = replaced("name    = \"Najin\"", wrong);
        assert_eq!(found.len(), 1, "{wrong}");
        assert_eq!(found[0].kind.id, "route/syntax", "{wrong}: {}", found[0]);
        let text = format!("{} {}", found[0].message, found[0].help.as_deref().unwrap());
        assert!(text.contains(words), "{wrong}: {words}?\n{}", found[0]);
        let at = found[0].location.as_ref().unwrap().line;
        assert!(at.abs_diff(line) <= 1, "{wrong}: line {at} instead of {line}");
    }
}

#[test]
fn json_is_read_strictly() {
    let leg = r#"{"mode": "sea", "from": "a", "to": "b"}"#;
    for (text, words) in [
        (format!(r#"{{"title": "x", "legs": [{leg},]}}"#), "comma"),
        (format!(r#"{{"title": "x", "title": "y", "legs": [{leg}]}}"#), "twice"),
        (format!(r#"{{"title": "x", /* no */ "legs": [{leg}]}}"#), "comments"),
        (format!(r#"{{"title": 'x', "legs": [{leg}]}}"#), "single"),
        (format!("{{\"title\": \"x\n, \"legs\": [{leg}]}}"), "quotation mark"),
        (format!(r#"{{"title": "x" "legs": [{leg}]}}"#), "comma"),
        (format!(r#"{{"title": NaN, "legs": [{leg}]}}"#), "number"),
        (format!(r#"{{"title": "x", "legs": [{leg}]"#), "closing }"),
        (format!(r#"{{"title": "x", "legs": [{leg}]}} and so on"#), "behind the end"),
        ("title = 'x'".to_owned(), "TOML"),
        ("[]".to_owned(), "table"),
        (format!("{{\"title\": {}{}}}", "[".repeat(20_000), "]".repeat(20_000)), "deep"),
    ] {
        let found = mistakes("route.json", &text, &[]);
        let told = found.iter().map(ToString::to_string).collect::<String>();
        assert_eq!(found.len(), 1, "{told}");
        assert!(told.contains(words), "{words}?\n{told}");
    }
    assert!(mistakes("route.toml", "{\"title\": \"x\"}", &[])[0].message.contains("JSON"));
}

#[test]
fn what_is_not_known_is_left_open() {
    let text = "title = 'x'\nplaces.somewhere = { country = 'RU' }\n[[legs]]\nmode = 'rail'\nfrom = 'somewhere'\nto = 'unknown'";
    let reading = ok(text, &[], None);
    assert_eq!(reading.route.places[0].position, Position::Unknown);
    assert_eq!(reading.diagnostics, []);
}

#[test]
fn set_changes_a_value_before_the_route_is_built() {
    let sets = [
        "places.depot.radius=300mi",
        "legs.1.mode = air",
        "legs.rail.via=[\"Omsk, RU\"]",
        "legs.rail.within=RU, KZ",
        "cargo.containers=7",
        "title=\"A = B\"",
        "style.size=800x600",
        "legs.ship.departed=2023-09-08",
        "claims.depot-290-miles.says=about 125 mi",
        "claims.2.length.legs=1",
        "places.najin.lat=-1.5",
        "places.made.on.distance=10 km",
        "legs.rail.credibility=2",
        "legs.rail.cargo.what=shells",
    ];
    let route = ok(FULL, &sets, None).route;
    assert_eq!(route.place("depot").unwrap().radius.unwrap().to_string(), "300 mi");
    assert_eq!(route.legs[0].mode, Mode::Air);
    assert_eq!(route.legs[1].via.iter().map(|via| via.value.as_str()).collect::<Vec<_>>(), ["Omsk, RU"]);
    assert_eq!(route.legs[1].within[1].value, "KZ");
    assert_eq!(route.cargo.unwrap().containers.unwrap().to_string(), "7");
    assert_eq!(route.title, "A = B");
    assert_eq!(route.style.size.width, 800);
    assert_eq!(route.legs[0].departed.unwrap().to_string(), "2023-09-08");
    assert!(matches!(&route.claims[0].statement, Says::Figure(figure) if (figure.number - 125.0).abs() < 1e-12));
    assert!(matches!(&route.claims[1].subject, Subject::Length { legs } if legs[0].value == "1"));
    assert_eq!(route.legs[1].cargo.as_ref().unwrap().what.as_deref(), Some("shells"));
    assert_eq!(route.legs[1].credibility, Some(2));
}

#[test]
fn a_mistake_in_set_points_at_the_argument() {
    for (set, id, column, advice) in [
        ("legs.1.mode=ship", "route/unknown-word", 13, "`sea`"),
        ("legs.shp.mode=sea", "route/unknown-parameter", 1, "legs.ship.mode"),
        ("places.depo.radius=5km", "route/unknown-parameter", 1, "places.depot.radius"),
        ("places.depot.radus=5km", "route/unknown-parameter", 1, "places.depot.radius"),
        ("depot.radius=5km", "route/unknown-parameter", 1, "places.depot.radius"),
        ("places.depot.radius", "route/unknown-parameter", 1, "KEY=VALUE"),
        ("places.depot.radius=5", "route/unknown-unit", 21, "5 km"),
        ("places.najin.lat=north", "route/wrong-type", 18, "42.2333"),
        ("legs.rail.via=[\"Omsk, RU\"", "route/syntax", 15, "the list"),
        ("legs.rail.via.3=Omsk", "route/unknown-parameter", 1, ""),
        ("title=", "route/out-of-range", 7, "write"),
        ("places.depot.lat=45", "route/contradiction", 1, "delete"),
        ("legs.1.credibility=9", "route/out-of-range", 20, "6"),
    ] {
        let found = mistakes("route.toml", FULL, &[set]);
        assert_eq!(found[0].kind.id, id, "{set}: {}", found[0]);
        let help = found[0].help.as_deref().unwrap_or("");
        assert!(help.contains(advice), "{set}: {advice}?\n{}", found[0]);
        let at = found[0].location.as_ref().unwrap();
        if id != "route/contradiction" && id != "route/syntax" {
            assert_eq!((at.file.as_str(), at.text.as_str(), at.column), ("--set", set, column), "{}", found[0]);
        }
    }
}

#[test]
fn a_variant_is_applied_before_set() {
    let route = ok(FULL, &[], Some("cape")).route;
    assert_eq!((route.legs[0].mode, route.place("depot").unwrap().radius.unwrap().number), (Mode::Air, 20.0));
    let route = ok(FULL, &["legs.ship.mode=road"], Some("cape")).route;
    assert_eq!(route.legs[0].mode, Mode::Road);
    assert_eq!(ok(FULL, &[], Some("nested")).route.legs[1].via[0].value, "Irkutsk, RU");
    let found = read_text("route.toml", FULL, &[], Some("caep")).unwrap_err();
    assert!(found[0].help.as_deref().unwrap().contains("cape"), "{}", found[0]);
}

#[test]
fn every_parameter_that_is_listed_can_be_set_to_its_own_value() {
    let reading = ok(FULL, &[], None);
    let paths: Vec<&str> = reading.parameters.iter().map(|parameter| parameter.path.as_str()).collect();
    for path in
        ["title", "cargo.containers.at-least", "legs.rail.via.2", "claims.2.length.legs.1", "places.made.on.leg"]
    {
        assert!(paths.contains(&path), "{path} is not among {paths:?}");
    }
    let sets: Vec<String> = reading
        .parameters
        .iter()
        .filter(|parameter| parameter.path != "note")
        .map(|parameter| format!("{}={}", parameter.path, parameter.value))
        .collect();
    let again = read_text("route.toml", FULL, &sets, None).unwrap();
    assert_eq!(again.parameters, reading.parameters);
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
    for parameter in ok(FULL, &[], None).parameters.iter().chain(&ok(TEMPLATE, &[], None).parameters) {
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

#[test]
fn ten_thousand_mistakes_are_not_told_one_by_one() {
    let text = format!("title = 'x'\n{}", "[[legs]]\nmode = 'ship'\n".repeat(9_000));
    let found = mistakes("route.toml", &text, &[]);
    assert!(found.len() <= 101, "{}", found.len());
    assert!(found.last().unwrap().message.contains("more mistakes"));
}

/// What a slip of the finger or a bad disk does to a file. Any answer is right, as long as there is one.
#[test]
fn no_mangled_file_makes_it_panic() {
    let json = r#"{"title": "x", "places": {"a": {"lat": 1, "lon": -2.5}}, "legs": [{"mode": "sea", "from": "a", "to": "b"}]}"#;
    let scraps = [
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\n",
        ".",
        ",",
        "\\",
        "#",
        "-",
        "\u{0}",
        "é",
        "\u{FEFF}",
        "99999999999",
        "[[legs]]\n",
        "\"\"\"",
        "nan",
        "..",
        "/",
        "2023-02-30",
        " to ",
        "−",
        "°",
    ];
    let mut state: u64 = 20_231_013;
    let mut random = |below: usize| {
        // Knuth's MMIX constants (The Art of Computer Programming, vol. 2, 3rd ed., 1997).
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut refused = 0;
    for round in 0..600 {
        let (name, text) = if round % 5 == 0 { ("route.json", json) } else { ("route.toml", FULL) };
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            let end = (at + random(12)).min(bytes.len());
            match random(4) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
                2 => {
                    let scrap = scraps[random(scraps.len())].bytes();
                    bytes.splice(at..end, scrap);
                }
                _ => bytes[at] = random(256) as u8,
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        let set = format!("{}={}", &text[..floor(&text, random(40))], &text[floor(&text, random(text.len()))..]);
        for sets in [&[][..], &[set]] {
            match read_text(name, &text, sets, None) {
                Ok(reading) => assert!(reading.diagnostics.iter().all(|found| found.severity < Severity::Error)),
                Err(found) => {
                    refused += 1;
                    assert!(!found.is_empty(), "refused without a word:\n{text}");
                    assert!(found.iter().all(|one| !one.to_string().is_empty()));
                }
            }
        }
    }
    assert!(refused > 600, "only {refused} of 1200 were refused: the file is hardly mangled");
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
