//! Places that are given by figures: where they are put, and what is told of them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use geo::{Point, point};
use portolan::Journey;
use portolan::diagnostic::Diagnostic;
use portolan::geodesy::{Border, distance_km};
use portolan::route::{Boundaries, read_text};
use portolan::world;

fn lay(text: &str, sets: &[&str]) -> Result<Journey, Vec<Diagnostic>> {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    Journey::lay(read_text("route.toml", &format!("title = 't'\n{text}"), &sets, None)?.route)
}

fn at(journey: &Journey, id: &str) -> Point {
    journey.place(id).unwrap().position.unwrap()
}

fn said<'a>(journey: &'a Journey, id: &str) -> Vec<&'a str> {
    journey.diagnostics.iter().filter(|said| said.kind.id == id).map(|said| said.message.as_str()).collect()
}

/// Along the equator from 0° to 20° E, past an island at 10° E, 1° N.
const EQUATOR: &str = "
[places.start]
lat = 0
lon = 0
[places.end]
lat = 0
lon = 20
[places.island]
lat = 1
lon = 10
[places.here]
on = { leg = 1, towards = 'end', distance = '300 km', from = 'island' }
[[legs]]
mode = 'air'
from = 'start'
to = 'here'
";

/// Over rails to where a reported distance ends, and on from there.
const RAILS: &str = "
[places.depot]
on = { leg = 1, towards = 'Tikhoretsk, RU', distance = '290 mi', from = 'border of UA' }
[[legs]]
mode = 'rail'
from = 'Chita, RU'
to = 'depot'
via = ['Samara, RU', 'Saratov, RU', 'Volgograd, RU']
within = ['RU']
";

#[test]
fn a_place_lies_to_the_metre_at_the_distance_that_it_is_given_by() {
    let ukraine = Border::new(&world::country_shape("UA", Boundaries::Recognised).unwrap());
    for (distance, km) in [("290 mi", 466.709_76), ("200 km", 200.0), ("1,000 nmi", 1852.0), ("3000.5 km", 3000.5)] {
        let journey = lay(RAILS, &[&format!("places.depot.on.distance={distance}")]).unwrap();
        let away_km = ukraine.distance_to_km(at(&journey, "depot"));
        assert!((away_km - km).abs() < 0.001, "{distance}: {away_km} km");
    }
}

#[test]
fn of_several_points_the_last_is_taken_and_the_others_are_told() {
    let journey = lay(EQUATOR, &[]).unwrap();
    let here = at(&journey, "here");
    assert!((distance_km(here, point! { x: 10.0, y: 1.0 }) - 300.0).abs() < 1e-3 && here.y().abs() < 1e-6);
    // By symmetry the other point lies as far west of 10° E.
    let other = point! { x: 20.0 - here.x(), y: 0.0 };
    let told = said(&journey, "place/several-points");
    assert!(told[0].contains(&portolan::geodesy::format_position(other)), "{told:?}");
    assert!(said(&journey, "place/constructed")[0].contains("the last point of its track"));
    let once = lay(EQUATOR, &["places.here.on.from=start"]).unwrap();
    assert!(said(&once, "place/several-points").is_empty());
}

#[test]
fn a_distance_that_the_leg_never_has_is_an_error_with_those_that_it_has() {
    let wrong = lay(EQUATOR, &["places.here.on.distance=50 mi"]).unwrap_err();
    assert_eq!(wrong[0].kind.id, "place/out-of-reach");
    // The island is one degree of latitude from the equator (110.574 km) and about ten of longitude from either end (1118.6 km).
    let help = wrong[0].help.as_deref().unwrap();
    assert!(help.contains("from 68.8 mi to 695") && wrong[0].location.as_ref().unwrap().file == "--set", "{help}");
    for fits in ["68.8 mi", "690 mi"] {
        assert!(lay(EQUATOR, &[&format!("places.here.on.distance={fits}")]).is_ok(), "{fits}");
    }
}

#[test]
fn a_leg_and_its_rest_are_as_long_as_the_whole() {
    let through =
        "[[legs]]\nmode = 'rail'\nfrom = 'depot'\nto = 'Tikhoretsk, RU'\nwithin = ['RU']\nvia = ['Volgograd, RU']
        [[legs]]\nmode = 'rail'\nfrom = 'Chita, RU'\nto = 'Tikhoretsk, RU'\nwithin = ['RU']
        via = ['Samara, RU', 'Saratov, RU', 'Volgograd, RU']";
    for distance in ["600 km", "700.5 km", "2000 mi"] {
        let vias = format!(
            "legs.2.via={}",
            if distance == "2000 mi" { "Samara, RU, Saratov, RU, Volgograd, RU" } else { "Saratov, RU, Volgograd, RU" }
        );
        let journey =
            lay(&format!("{RAILS}{through}"), &[&format!("places.depot.on.distance={distance}"), &vias]).unwrap();
        let km: Vec<f64> = journey.legs.iter().map(|leg| leg.distance_km.unwrap()).collect();
        assert!((km[0] + km[1] - km[2]).abs() < 0.01, "{distance}: {km:?}");
    }
}

#[test]
fn a_leg_that_is_cut_passes_only_what_lies_before_the_cut() {
    let text = RAILS.replace("within = ['RU']", "within = ['RU', 'KZ']");
    let whole = lay(&text, &["places.depot.on.distance=400km"]).unwrap();
    assert_eq!(whole.via(&whole.route.legs[0]), ["Samara, RU", "Saratov, RU"]);
    assert_eq!(whole.legs[0].countries.as_deref().unwrap(), ["RU", "KZ"]);
    let early = lay(&text, &["places.depot.on.distance=4000km"]).unwrap();
    assert!(early.via(&early.route.legs[0]).is_empty());
    assert_eq!(early.legs[0].countries.as_deref().unwrap(), ["RU"]);
    assert_eq!(early.legs[0].joins.len(), early.legs[0].stops.len());
}

#[test]
fn a_place_may_be_given_by_the_way_along_a_leg() {
    let journey = lay(EQUATOR, &["places.here.on={ leg = 1, km = 1000, towards = 'end' }"]).unwrap();
    assert!((distance_km(at(&journey, "start"), at(&journey, "here")) - 1000.0).abs() < 1e-6);
    assert!((journey.legs[0].distance_km.unwrap() - 1000.0).abs() < 1e-6);
    let too_far = lay(EQUATOR, &["places.here.on={ leg = 1, km = 3000, towards = 'end' }"]).unwrap_err();
    assert!(too_far[0].message.contains("2,226 km long"), "{}", too_far[0]);
    let no_end = lay(EQUATOR, &["places.here.on={ leg = 1, km = 1000 }"]).unwrap_err();
    assert_eq!(no_end[0].kind.id, "route/missing-key");
}

#[test]
fn a_place_may_be_given_by_a_bearing_and_a_distance() {
    let text = "[places.off]\nfrom = { place = 'Najin, KP', bearing = 90, distance = '200 km' }
        [[legs]]\nmode = 'sea'\nfrom = 'Najin, KP'\nto = 'off'";
    let journey = lay(text, &[]).unwrap();
    let (najin, off) = (at(&journey, "Najin, KP"), at(&journey, "off"));
    let way = portolan::geodesy::inverse(najin, off);
    assert!((way.distance_km - 200.0).abs() < 1e-6 && (way.azimuth_start_deg - 90.0).abs() < 1e-6);
    let off = journey.place("off").unwrap();
    assert!(off.constructed && off.radius_km > 1.0, "as well known as what it is measured from");
}

#[test]
fn a_leg_may_start_at_a_place_that_lies_on_it() {
    let text = EQUATOR
        .replace("from = 'start'\nto = 'here'", "from = 'here'\nto = 'end'")
        .replace("towards = 'end'", "towards = 'start'");
    let journey = lay(&text, &[]).unwrap();
    let here = at(&journey, "here");
    // Seen from the end, the last point towards the start: the western one.
    assert!(
        here.x() < 10.0 && (distance_km(here, at(&journey, "end")) - journey.legs[0].distance_km.unwrap()).abs() < 1e-6
    );
}

#[test]
fn what_is_computed_from_an_unknown_place_is_unknown() {
    let journey = lay(EQUATOR, &["legs.1.from=unknown"]).unwrap();
    assert_eq!(journey.place("here").unwrap().position, None);
    assert!(said(&journey, "place/not-computed")[0].contains("where unknown is, is not known"));
}

#[test]
fn half_a_description_says_what_is_missing() {
    for (on, id, words) in [
        ("{ leg = 1, distance = '9 km' }", "route/missing-key", "no `from`, no `towards`"),
        ("{ leg = 1, km = 5, distance = '9 km' }", "route/contradiction", "both `km`"),
        ("{ leg = 1, km = -5 }", "route/out-of-range", "-5"),
        ("{ leg = 9, km = 5 }", "route/unknown-leg", "no leg `9`"),
    ] {
        let wrong =
            lay(&EQUATOR.replace("{ leg = 1, towards = 'end', distance = '300 km', from = 'island' }", on), &[])
                .unwrap_err();
        assert!(wrong.iter().any(|wrong| wrong.kind.id == id && wrong.message.contains(words)), "{wrong:?}");
    }
}

#[test]
fn a_leg_that_is_cut_is_sampled_only_as_far_as_the_cut() {
    let text = RAILS.replace("from = 'Chita, RU'", "from = 'start'");
    let text = format!("{text}[places.start]\nnear = 'Samara, RU'\nradius = '10 km'\n")
        .replace("'Samara, RU', 'Saratov, RU', 'Volgograd, RU'", "'Saratov, RU', 'Volgograd, RU'");
    let journey = lay(&text, &[]).unwrap().with_uncertainty(&portolan::network::Networks::default(), 20, 1);
    let km = journey.legs[0].distance_km.unwrap();
    let interval = journey.uncertainty.unwrap().legs[0].km.unwrap();
    // Ten kilometres aside may be joined elsewhere, but not by way of Volgograd and back, 700 km more.
    assert!(interval.low <= km && km <= interval.high && interval.high < km + 100.0, "{km}: {interval:?}");
}
