//! `--set` and variants: what they change, and what is said about mistakes in them.

mod routes;

use portolan::route::{Mode, Says, Subject, read_text};
use routes::{FULL, mistakes, ok};

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
    let parameters = reading.parameters();
    let paths: Vec<&str> = parameters.iter().map(|parameter| parameter.path.as_str()).collect();
    for path in
        ["title", "cargo.containers.at-least", "legs.rail.via.2", "claims.2.length.legs.1", "places.made.on.leg"]
    {
        assert!(paths.contains(&path), "{path} is not among {paths:?}");
    }
    let sets: Vec<String> = reading
        .parameters()
        .iter()
        .filter(|parameter| parameter.path != "note")
        .map(|parameter| format!("{}={}", parameter.path, parameter.value))
        .collect();
    let again = read_text("route.toml", FULL, &sets, None).unwrap();
    assert_eq!(again.parameters(), reading.parameters());
}
