//! Names of places and countries that mean something else than was thought, or nothing.

use crate::program::{Run, portolan, route, str};

/// Measures a route from place `a` to `to`; `more` stands at its end.
fn run(place: &str, to: &str, more: &str) -> Run {
    let leg = format!("[[legs]]\nmode = \"road\"\nfrom = \"a\"\nto = \"{to}\"\n");
    let (_folder, path) = route(&format!("title = \"t\"\n[places.a]\n{place}\n{leg}{more}"));
    portolan(&["measure", str(&path)])
}

const DRESDEN: &str = "lat = 51.05\nlon = 13.74\ncountry = \"DE\"";

fn fails(run: &Run, words: &[&str]) {
    assert_eq!(run.code, 2, "{}", run.stdout);
    for word in words {
        assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
    }
}

#[test]
fn a_code_that_no_country_has_is_an_error_wherever_it_stands() {
    fails(&run("country = \"ZZ\"", "Berlin, DE", ""), &["`ZZ` is no country", ":3:11"]);
    fails(&run(DRESDEN, "Berlin, DE", "within = [\"XX\"]"), &["`XX` is no country"]);
    let on = "[places.c]\non = { leg = 1, towards = \"Berlin, DE\", distance = \"9 km\", from = \"border of QQ\" }";
    fails(&run(DRESDEN, "Berlin, DE", on), &["`QQ` is no country"]);
}

#[test]
fn a_place_far_outside_its_country_is_told_with_what_may_have_happened() {
    for (place, words) in [
        ("lat = 13.74\nlon = 51.05\ncountry = \"DE\"", "are lat and lon swapped? 51.05° N, 13.74° E is in Germany"),
        ("lat = 34.05\nlon = 118.24\ncountry = \"US\"", "is a minus missing or too many before lon?"),
        ("lat = 44.95\nlon = 34.1\ncountry = \"RU\"", "in Ukraine (44.95° N, 34.10° E, recognised boundaries)"),
        (
            "near = \"Tikhoretsk, RU\"\ncountry = \"UA\"",
            "is said to be in Ukraine and lies 201 km away from it, in Russia",
        ),
        ("near = \"Paris, FR\"\ncountry = \"NL\"", "is said to be in the Netherlands"),
    ] {
        let run = run(place, "Berlin, DE", "");
        assert!(run.code == 0 && run.stderr.contains(words), "{words}: {}", run.stderr);
        assert!(run.stderr.contains("place/outside-country"), "{}", run.stderr);
    }
    // A roadstead, a part of a country that has no outline of its own, and a position that is hardly known.
    for place in [
        "lat = 42.7\nlon = 133.0\ncountry = \"RU\"",
        "lat = 4.9\nlon = -52.3\ncountry = \"GF\"",
        "lat = 46.0\nlon = 13.0\nradius = \"300 km\"\ncountry = \"DE\"",
        DRESDEN,
    ] {
        let run = run(place, "Berlin, DE", "");
        assert!(!run.stderr.contains("place/outside-country"), "{place}: {}", run.stderr);
    }
}

#[test]
fn what_is_no_place_gets_advice_that_fits() {
    fails(&run(DRESDEN, "Russia", ""), &["Russia is a country: name a place in it"]);
    fails(&run(DRESDEN, "Ukraine's border", ""), &["a border is written \"border of UA\""]);
    fails(&run("near = \"unknown\"", "Berlin, DE", ""), &["leave `near` out"]);
    fails(&run("near = \"a\"", "Berlin, DE", ""), &["`near` takes no id of this file"]);
    fails(
        &run(DRESDEN, "depto", "[places.depot]\ncountry = \"DE\""),
        &["did you mean the place `depot` of this file?"],
    );
    fails(&run(DRESDEN, "Paris, TX", ""), &["did you mean \"Paris, TX, US\", \"Paris, FR\" or \"Paris, US\"?"]);
}

#[test]
fn a_name_whose_other_bearer_is_larger_is_ambiguous() {
    let run = run(DRESDEN, "St. Petersburg", "");
    assert!(run.stderr.contains("place/ambiguous") && run.stderr.contains("Saint Petersburg, RU"), "{}", run.stderr);
    assert!(!run.stderr.contains("the largest"), "{}", run.stderr);
    let places = portolan(&["places", "St. Petersburg"]).stdout;
    assert!(places.contains("taken for the first, whose main name it is, of 2 places"), "{places}");
}

#[test]
fn places_takes_a_name_and_repeats_no_more_of_it_than_can_be_shown() {
    for empty in ["", "   "] {
        fails(&portolan(&["places", empty]), &["the name to look up is empty"]);
    }
    let run = portolan(&["places", &format!("\u{1b}[31m{}", "x".repeat(10_000))]);
    fails(&run, &["[31mxxx", "…`"]);
    assert!(run.stderr.len() < 500 && !run.stderr.contains('\u{1b}'));
    fails(&portolan(&["places", "Russia"]), &["Russia is a country"]);
    fails(&portolan(&["places", "Paris, ZZ"]), &["did you mean \"Paris, FR\", \"Paris, US\" or \"Paris, CA\"?"]);
}
