//! What a name is taken for.

mod reference;

use std::fs;

use portolan::world::gazetteer::{Place, look_up};

fn names(places: &[Place]) -> Vec<String> {
    places.iter().map(|place| format!("{}, {}", place.name, place.country)).collect()
}

#[test]
fn every_reference_place_is_found_by_its_name_and_its_other_names() {
    let Some(folder) = reference::reference("places") else { return };
    let table = fs::read_to_string(folder.join("places.csv")).unwrap();
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut failures = Vec::new();
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let field = |name: &str| fields[header.iter().position(|column| *column == name).unwrap()];
        let (lon, lat) = (field("lon").parse::<f64>().unwrap(), field("lat").parse::<f64>().unwrap());
        let others = field("alternate_queries").split('|').filter(|name| !name.is_empty());
        for name in std::iter::once(field("query")).chain(others) {
            let query = format!("{name}, {}", field("query_country"));
            let found = look_up(&query).matches;
            let is_right =
                |place: &Place| (place.position.x() - lon).abs() < 0.01 && (place.position.y() - lat).abs() < 0.01;
            if !found.first().is_some_and(is_right) {
                failures.push(format!("{query}: {:?}", names(&found)));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn a_country_may_be_given_by_code_or_by_any_usual_name() {
    for query in
        ["Tikhoretsk, RU", "Tikhoretsk, ru", "Tikhoretsk, RUS", "Tikhoretsk, Russia", "tikhoretsk,Russian Federation"]
    {
        assert_eq!(names(&look_up(query).matches), ["Tikhoretsk, RU"], "{query}");
    }
    assert_eq!(names(&look_up("Wonsan, North Korea").matches), ["Wŏnsan, KP"]);
    assert_eq!(names(&look_up("Cayenne, GF").matches), ["Cayenne, GF"]);
}

#[test]
fn a_name_that_several_places_bear_gives_them_all_the_largest_first() {
    let paris = look_up("Paris").matches;
    assert_eq!(names(&paris[..1]), ["Paris, FR"]);
    assert!(paris.iter().any(|place| place.country == "US"));
    let main: Vec<u32> = paris.iter().take_while(|place| place.name == "Paris").map(|place| place.population).collect();
    assert!(main.is_sorted_by(|one, next| one >= next), "{main:?}");
    assert!(look_up("Springfield, US").matches.len() > 10);
}

#[test]
fn a_main_name_comes_before_another_place_s_other_name() {
    // Odesa, which is larger, is also called Odessa.
    let odessa = look_up("Odessa").matches;
    assert_eq!(names(&odessa[..1]), ["Odessa, US"]);
    assert!(names(&odessa).contains(&"Odesa, UA".to_owned()));
}

#[test]
fn a_state_may_stand_between_name_and_country() {
    let springfield = look_up("Springfield, IL, US").matches;
    assert_eq!(springfield.len(), 1);
    assert_eq!(springfield[0].admin1, "IL");
    assert!(look_up("Springfield, ZZ, US").matches.is_empty());
}

#[test]
fn accents_case_and_punctuation_do_not_matter() {
    for (one, other) in [("Łódź, PL", "lodz, pl"), ("Saint-Étienne", "saint etienne"), ("Xi’an, CN", "XIAN, CN")]
    {
        let found = look_up(one).matches;
        assert!(!found.is_empty(), "{one}");
        assert_eq!(found, look_up(other).matches, "{one}");
    }
}

#[test]
fn stations_that_are_no_towns_are_found() {
    assert_eq!(names(&look_up("Khasan, RU").matches), ["Khasan, RU"]);
    let tumangang = look_up("Tumangang, KP").matches;
    assert_eq!(names(&tumangang), ["Tumangang, KP"]);
    assert_eq!(tumangang[0].geonames_id, None);
}

#[test]
fn a_name_that_is_not_listed_gets_near_names() {
    let lookup = look_up("Tikhorezk, RU");
    assert!(lookup.matches.is_empty());
    assert_eq!(lookup.did_you_mean, ["Tikhoretsk, RU"]);
    assert_eq!(look_up("Vladivostock").did_you_mean.first().map(String::as_str), Some("Vladivostok, RU"));
    let nowhere = look_up("Qqqqqqqqqqqq");
    assert!(nowhere.matches.is_empty() && nowhere.did_you_mean.is_empty());
}

#[test]
fn a_name_in_the_wrong_country_gets_the_right_one() {
    let lookup = look_up("Tikhoretsk, UA");
    assert!(lookup.matches.is_empty());
    assert_eq!(lookup.did_you_mean.first().map(String::as_str), Some("Tikhoretsk, RU"));
    let lookup = look_up("Paris, TX");
    assert_eq!(lookup.did_you_mean, ["Paris, TX, US", "Paris, FR", "Paris, US"]);
}

#[test]
fn odd_queries_find_nothing_and_do_no_harm() {
    for query in ["", ",", ", ,", "  ", ", RU", "\u{301}", "\0", "🙂", "…", &"x".repeat(10_000)] {
        assert!(look_up(query).matches.is_empty(), "{query:?}");
    }
}
