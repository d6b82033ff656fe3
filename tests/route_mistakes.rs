//! Mistakes in route files: where they are, what is said about them, and that nothing makes the reader panic.

mod routes;

use portolan::diagnostic::{Diagnostic, Severity};
use portolan::route::read_text;
use routes::{FULL, mistakes};

/// The mistakes of the full file in which `right` was replaced by `wrong`.
fn replaced(right: &str, wrong: &str) -> Vec<Diagnostic> {
    assert!(FULL.contains(right), "{right}");
    mistakes("route.toml", &FULL.replacen(right, wrong, 1), &[])
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
        ("arrived   = 2023-09-12", "arrived = 2023-09-06", "route/reversed", "claim"),
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
