//! Claims that speak of something else than distances and lengths.

use serde_json::Value;

use crate::program::{SHIPPED, json, portolan, route, str};

/// Ten degrees of the equator, 1,113.195 km on WGS84, by road: at the usual 300 to 1,000 km a day 1.11 to 3.71 days.
const LEG: &str = "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 10\n\
                   [[legs]]\nid = \"lorry\"\nmode = \"road\"\nfrom = \"a\"\nto = \"b\"\n";

/// What is found of one claim, in a route with these lines.
fn judged(lines: &str, claim: &str) -> Value {
    let (_folder, path) = route(&format!("{lines}\n[[claims]]\nid = \"c\"\n{claim}\n"));
    let check = json(&["check", str(&path), "--format", "json"]);
    check["claims"][0].clone()
}

fn is(found: &Value, verdict: &str, finding: Option<&str>) {
    assert_eq!(found["verdict"], verdict, "{found}");
    assert_eq!(found["finding"].as_str(), finding, "{found}");
}

fn says(found: &Value, words: &str) {
    assert!(found["message"].as_str().unwrap().contains(words), "{words}: {found}");
}

#[test]
fn a_duration_is_set_against_usual_speeds_where_nothing_is_dated() {
    for (words, verdict, finding) in [
        ("2 days", "agrees", None),
        // 19.5 to 20.5 hours are too few by less than half.
        ("20 hours", "undetermined", Some("faster-than-usual")),
        ("10 hours", "disagrees", Some("faster-than-usual")),
        // Cargo waits.
        ("5 days", "agrees", Some("slower-than-usual")),
        ("10 days", "undetermined", Some("slower-than-usual")),
    ] {
        let claim = format!("says = \"{words}\"\nduration = {{ legs = [\"lorry\"] }}");
        is(&judged(LEG, &claim), verdict, finding);
    }
    let found = judged(LEG, "says = \"over 2 days\"\nduration = { legs = [1] }");
    assert_eq!(found["unit"], "days");
    assert_eq!(found["reported"], serde_json::json!([2.0, null]));
    // 1,113 km in two days at least.
    says(&found, "at most 557 km a day by road: usual (300–1,000 km/d)");
}

#[test]
fn a_duration_is_set_against_dates_and_reported_speeds_first() {
    let dated = format!("{LEG}departed = \"2024-05-01\"\narrived = \"2024-05-03\"");
    // More than one day, less than three.
    is(&judged(&dated, "says = \"2 days\"\nduration = { legs = [1] }"), "agrees", None);
    let found = judged(&dated, "says = \"5 days\"\nduration = { legs = [1] }");
    is(&found, "disagrees", None);
    assert_eq!(found["computed"], serde_json::json!([1.0, 3.0]));
    // 1.84 to 1.87 days.
    let fast = format!("{LEG}speed = \"600 km/d\"");
    is(&judged(&fast, "says = \"1 day\"\nduration = { legs = [1] }"), "disagrees", Some("faster-than-usual"));
}

#[test]
fn a_duration_of_several_legs_holds_the_waiting_between_them() {
    let chain = format!(
        "{LEG}speed = \"600 km/d\"\n[[legs]]\nmode = \"road\"\nspeed = \"600 km/d\"\nfrom = \"b\"\nto = \"c\"\n\
         [places.c]\nlat = 0\nlon = 20\n"
    )
    .replace("lon = 10", "lon = 10\nstay = \"2–3 d\"");
    let found = judged(&chain, "says = \"6 days\"\nduration = { legs = [1, 2] }");
    is(&found, "agrees", None);
    let days = |at: usize| found["computed"][at].as_f64().unwrap();
    assert!((days(0) - 2.0 * 1113.195 / 605.0 - 2.0).abs() < 0.002, "{found}");
    assert!((days(1) - 2.0 * 1113.195 / 595.0 - 3.0).abs() < 0.002, "{found}");
}

#[test]
fn several_legs_take_as_long_as_each_of_them_does_by_its_dates() {
    // Nobody says when the first leg left, and the second took 23 days at least: all of it cannot have taken three.
    let chain = format!(
        "{LEG}loaded = \"2023-09-07/2023-10-01\"\n[[legs]]\nmode = \"road\"\nfrom = \"b\"\nto = \"c\"\n\
         departed = \"2023-09-12\"\narrived = \"2023-10-06\"\n[places.c]\nlat = 0\nlon = 20\n"
    );
    let found = judged(&chain, "says = \"3 days\"\nduration = { legs = [1, 2] }");
    is(&found, "disagrees", None);
    // From the start of 7 September to the end of 6 October.
    assert_eq!(found["computed"], serde_json::json!([23.0, 30.0]));
    // A stay before the second adds to it.
    let found = judged(
        &chain.replace("lon = 10", "lon = 10\nstay = \"4 d\""),
        "says = \"24 days\"\nduration = { legs = [1, 2] }",
    );
    is(&found, "disagrees", None);
}

#[test]
fn weeks_by_rail_across_russia_are_usual() {
    let set = "claims.depot-290-miles.says=24 days";
    let text = std::fs::read_to_string(SHIPPED).unwrap();
    let (_folder, path) =
        route(&format!("{text}\n[[claims]]\nid = \"weeks\"\nsays = \"24 days\"\nduration = {{ legs = [\"rail\"] }}\n"));
    let check = json(&["check", str(&path), "--format", "json"]);
    let found = check["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == "weeks").unwrap();
    is(found, "agrees", None);
    // About 9,955 km in 23.5 to 24.5 days.
    says(found, "406–424 km a day by rail: usual");
    // A duration is no length.
    assert_eq!(portolan(&["check", SHIPPED, "--set", set]).code, 2);
}

#[test]
fn a_thousand_containers_on_a_ship_of_390_teu_need_three_trips() {
    // 1,000 / 390 = 2.56.
    let ship = format!("{LEG}capacity = \"390 TEU\"\n[cargo]\ncontainers = \"over 1,000\"\n");
    let found = judged(&ship, "says = \"2 trips\"\ntrips = { leg = \"lorry\" }");
    is(&found, "disagrees", None);
    says(&found, "1,000 containers on a carrier of 390 TEU need at least 3 trips");
    is(&judged(&ship, "says = \"at least 5 voyages\"\ntrips = { leg = \"lorry\" }"), "agrees", None);
    let (_folder, path) = route(&ship.replace("capacity", "trips = 2\ncapacity"));
    let run = portolan(&["check", str(&path)]);
    assert!(run.stderr.contains("warning: leg lorry: 1,000 containers") && run.stderr.contains("2 are reported"));
    let containers = ship.replace("TEU", "containers");
    is(&judged(&containers, "says = \"2 trips\"\ntrips = { leg = \"lorry\" }"), "disagrees", None);
}

/// What is said of a claim about the shipped route's leg by rail.
#[cfg(feature = "rail")]
fn of_rail(claim: &str) -> Value {
    let text = std::fs::read_to_string(SHIPPED).unwrap();
    let (_folder, path) = route(&format!("{text}\n[[claims]]\nid = \"rail-claim\"\n{claim}\n"));
    let check = json(&["check", str(&path), "--format", "json"]);
    check["claims"].as_array().unwrap().last().unwrap().clone()
}

#[cfg(feature = "rail")]
#[test]
fn a_length_that_is_ruled_out_says_by_what() {
    // The stops of the leg are some 7,830 km apart, one after the other, and its rails 9,955 km long.
    let short = of_rail("says = \"about 7,500 km\"\nlength = { legs = [\"rail\"] }");
    is(&short, "disagrees", None);
    says(&short, "even straight from stop to stop it is 7,8");
    let shorter = of_rail("says = \"about 8,500 km\"\nlength = { legs = [\"rail\"] }");
    is(&shorter, "disagrees", None);
    says(&shorter, "whether an end within its radius has a much shorter way is not looked for");
    // From the gulf to the other side of Vladivostok, 42 km straight and 130 km by rail, between known places.
    let known = "title = \"t\"\n[places.a]\nlat = 42.8788\nlon = 132.3354\n[places.b]\nlat = 43.1\nlon = 131.9\n\
                 [[legs]]\nmode = \"rail\"\nfrom = \"a\"\nto = \"b\"\n";
    let exact = judged(known, "says = \"100 km\"\nlength = { legs = [1] }");
    assert!(exact["message"].as_str().unwrap().ends_with("is known to be shorter"), "{exact}");
}

#[cfg(feature = "rail")]
#[test]
fn a_country_off_the_shortest_way_is_undetermined_and_what_would_tell_is_said() {
    let found = of_rail("says = \"through Kazakhstan\"\npasses = { legs = [\"rail\"], through = [\"KZ\"] }");
    is(&found, "undetermined", None);
    says(&found, "name a stop there in `via`");
    let found = of_rail("says = \"by Suez\"\npasses = { legs = [\"rail\"], through = [\"suez\"] }");
    says(&found, "only legs by sea go through passages");
    let found = of_rail("says = \"not by Japan\"\npasses = { legs = [\"ship\"], avoid = [\"JP\"] }");
    says(&found, "at sea a leg is in no country");
}

#[test]
fn what_a_given_line_passes_is_certain() {
    let (folder, path) = route(
        "title = \"t\"\n[places.a]\nlat = 50.45\nlon = 30.5\n[places.b]\nlat = 52.2\nlon = 21.0\n\
         [[legs]]\nmode = \"road\"\nfrom = \"a\"\nto = \"b\"\ntrack = \"line.geojson\"\n\
         [[claims]]\nsays = \"through Poland\"\npasses = { legs = [1], through = [\"PL\"] }\n\
         [[claims]]\nsays = \"through Belarus\"\npasses = { legs = [1], through = [\"BY\"] }\n\
         [[claims]]\nsays = \"not through Ukraine\"\npasses = { legs = [1], avoid = [\"UA\"] }\n",
    );
    std::fs::write(
        folder.path().join("line.geojson"),
        r#"{"type":"LineString","coordinates":[[30.5,50.45],[24,49.8],[21,52.2]]}"#,
    )
    .unwrap();
    let check = json(&["check", str(&path), "--format", "json"]);
    for (at, verdict) in ["agrees", "disagrees", "disagrees"].into_iter().enumerate() {
        is(&check["claims"][at], verdict, None);
    }
}

#[cfg(feature = "rail")]
#[test]
fn a_way_around_a_country_makes_it_possible_that_it_was_not_passed() {
    // The shortest way goes by Petropavl in Kazakhstan, and there is one within Russia.
    let lines = "title = \"t\"\n[[legs]]\nmode = \"rail\"\nfrom = \"Chelyabinsk, RU\"\nto = \"Omsk, RU\"\nwithin = [\"RU\", \"KZ\"]\n";
    is(&judged(lines, "says = \"x\"\npasses = { legs = [1], through = [\"KZ\"] }"), "agrees", None);
    let around = judged(lines, "says = \"x\"\npasses = { legs = [1], avoid = [\"KZ\"] }");
    is(&around, "agrees", Some("longer-than-shortest"));
    is(&judged(lines, "says = \"x\"\npasses = { legs = [1], avoid = [\"RU\"] }"), "disagrees", None);
    is(&judged(lines, "says = \"x\"\npasses = { legs = [1], through = [\"CN\"] }"), "undetermined", None);
}

#[cfg(feature = "sea")]
#[test]
fn passages_are_passed_or_not() {
    let lines = "title = \"t\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Jeddah, SA\"\nto = \"CONSTANTA, RO\"\n";
    is(&judged(lines, "says = \"x\"\npasses = { legs = [1], through = [\"suez\"] }"), "agrees", None);
    // By the Cape it is several times as long.
    let cape = judged(lines, "says = \"x\"\npasses = { legs = [1], avoid = [\"suez\"] }");
    is(&cape, "undetermined", Some("longer-than-shortest"));
    // No other water leads into the Black Sea.
    is(&judged(lines, "says = \"x\"\npasses = { legs = [1], avoid = [\"bosporus\"] }"), "disagrees", None);
    let (_folder, path) =
        route(&format!("{lines}[[claims]]\nsays = \"x\"\npasses = {{ legs = [1], through = [\"bosphorus2\"] }}\n"));
    let run = portolan(&["check", str(&path)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("claim/no-such-thing"), "{}", run.stderr);
}

#[test]
fn what_is_nearest_is_told_with_what_is_nearer() {
    let three = "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 1\n[places.c]\nlat = 0\nlon = 2\n\
                 [[legs]]\nmode = \"road\"\nfrom = \"a\"\nto = \"c\"\n";
    let claim = "says = \"c\"\nnearest = { place = \"a\", to = \"c\", among = [\"b\"] }";
    let found = judged(three, claim);
    is(&found, "disagrees", None);
    // One degree of the equator is 111.3 km.
    says(&found, "b is nearer: 111 km");
    // 111.3 km nearer, less than twice 60 km.
    is(&judged(&three.replacen("lon = 0", "lon = 0\nradius = \"60 km\"", 1), claim), "agrees", None);
    let right = judged(three, "says = \"b\"\nnearest = { place = \"a\", to = \"b\", among = [\"c\"] }");
    is(&right, "agrees", None);
}

#[test]
fn the_nearest_country_and_port_are_found_among_all() {
    let kyiv = "title = \"t\"\n[places.kyiv]\nlat = 50.45\nlon = 30.5\n[places.dover]\nlat = 51.12\nlon = 1.31\n\
                [places.calais]\nlat = 50.97\nlon = 1.85\n[[legs]]\nmode = \"road\"\nfrom = \"kyiv\"\nto = \"calais\"\n";
    let nearest = |place: &str, to: &str| {
        judged(kyiv, &format!("says = \"x\"\nnearest = {{ place = \"{place}\", to = \"{to}\" }}"))
    };
    // Belarus is about 90 km away, Russia more than 180.
    is(&nearest("kyiv", "border of BY"), "agrees", None);
    let russia = nearest("kyiv", "border of RU");
    is(&russia, "disagrees", None);
    says(&russia, "the border of Belarus is nearer");
    // What else the coast could be, nobody can list.
    is(&nearest("kyiv", "coast"), "undetermined", None);
    // In Dover the port of Dover is nearer than Calais.
    is(&nearest("dover", "calais"), "disagrees", None);
}

#[test]
fn a_statement_about_a_key_is_set_against_what_the_file_says_there() {
    let ship = format!(
        "{LEG}cargo = {{ what = \"munitions\" }}\nloaded = \"2023-09-07/2023-10-01\"\ncarrier = \"MV Angara, Russian-flagged\"\ntrips = \"at least 5\"\n"
    )
    .replace("lon = 10", "lon = 10\nradius = \"10 km\"\nstay = \"3 d\"");
    for (key, words, verdict, finding) in [
        ("legs.lorry.loaded", "2023-08-15~/2023-10-14", "agrees", None),
        ("legs.lorry.loaded", "2023-10-02", "disagrees", None),
        // An approximate day may be off by one.
        ("legs.lorry.loaded", "2023-10-02~", "agrees", None),
        ("legs.lorry.loaded", "2023-10-15?", "undetermined", None),
        // The 9th of the 10th, or the 10th of the 9th.
        ("legs.lorry.loaded", "2023-10-09", "disagrees", Some("date-slip")),
        ("legs.lorry.trips", "2", "disagrees", None),
        ("legs.lorry.trips", "7 voyages", "agrees", None),
        ("legs.lorry.carrier", "Angara", "agrees", None),
        ("legs.lorry.carrier", "Maria", "disagrees", None),
        ("places.b.radius", "over 5 km", "agrees", None),
        ("places.b.radius", "6.2 mi", "agrees", None),
        ("places.b.radius", "10 mi", "disagrees", Some("unit-slip")),
        ("places.b.stay", "80 hours", "agrees", None),
        ("places.b.stay", "2 weeks", "disagrees", None),
        ("places.b.lon", "10.3", "disagrees", None),
        ("places.b.lon", "-10", "disagrees", Some("coordinate-slip")),
        ("legs.lorry.mode", "rail", "disagrees", None),
        // Whether other words describe another thing, nobody can say.
        ("legs.lorry.cargo.what", "shells", "undetermined", None),
    ] {
        is(&judged(&ship, &format!("says = \"{words}\"\nabout = \"{key}\"")), verdict, finding);
    }
}

#[test]
fn coordinates_that_would_fit_otherwise_are_a_lead() {
    // Kerch with lat and lon exchanged: no other reading of its coordinates is near Kyiv.
    let kyiv = "title = \"t\"\n[places.kyiv]\nlat = 50.45\nlon = 30.5\n[places.kerch]\nlat = 36.47\nlon = 45.36\n\
                [[legs]]\nmode = \"road\"\nfrom = \"kyiv\"\nto = \"kerch\"\n";
    let claim = "says = \"about 720 km\"\ndistance = { from = \"kerch\", to = \"kyiv\" }";
    let found = judged(kyiv, claim);
    is(&found, "disagrees", Some("coordinate-slip"));
    says(&found, "lat and lon exchanged");
    is(&judged(&kyiv.replace("lat = 36.47\nlon = 45.36", "lat = 45.36\nlon = 36.47"), claim), "agrees", None);
}

#[test]
fn verdicts_do_not_change_with_units() {
    let mut text = LEG.to_owned();
    // From a half to one and a half times the distance, each in three units, for two kinds of claims.
    for step in 0..40_u32 {
        let (low, high) = (556.0 + f64::from(step) * 27.8, 580.0 + f64::from(step) * 27.8);
        for (unit, km) in [("km", 1.0), ("mi", 1.609_344), ("nmi", 1.852)] {
            for subject in ["distance = { from = \"a\", to = \"b\" }", "length = { legs = [1] }"] {
                text += &format!("[[claims]]\nsays = \"{:.9}–{:.9} {unit}\"\n{subject}\n", low / km, high / km);
            }
        }
    }
    let (_folder, path) = route(&text);
    let check = json(&["check", str(&path), "--format", "json"]);
    let verdicts: Vec<&Value> = check["claims"].as_array().unwrap().iter().map(|claim| &claim["verdict"]).collect();
    assert_eq!(verdicts.len(), 240);
    for same in verdicts.chunks(6) {
        for at in 0..2 {
            assert!(same[at] == same[at + 2] && same[at] == same[at + 4], "{same:?}");
        }
    }
    for verdict in ["agrees", "disagrees"] {
        assert!(verdicts.iter().any(|found| *found == verdict), "no claim {verdict}");
    }
}
