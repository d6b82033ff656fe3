//! Reported dates carried along the legs.
#![allow(clippy::unwrap_used, reason = "tests: one that cannot go on has failed")]

use portolan::journey::{Journey, Stretch, Timeline};
use portolan::route::{parse_date, read_text};

/// Ten degrees of the equator, 1,113.195 km on WGS84: at 600 km a day, which is 595 to 605, this many days.
const QUICK: f64 = 1_113.195 / 605.0;
const SLOW: f64 = 1_113.195 / 595.0;

fn timeline(one: &str, two: &str) -> Timeline {
    let text = format!(
        "title = \"t\"\n[places.a]\nlat = 0\nlon = 0\n[places.b]\nlat = 0\nlon = 10\nstay = \"2–3 d\"\n[places.c]\nlat = 0\nlon = 20\n\
         [[legs]]\nmode = \"road\"\nspeed = \"600 km/d\"\nfrom = \"a\"\nto = \"b\"\n{one}\n\
         [[legs]]\nmode = \"road\"\nspeed = \"600 km/d\"\nfrom = \"b\"\nto = \"c\"\n{two}\n"
    );
    Journey::lay(read_text("t.toml", &text, &[], None).unwrap().route).unwrap().timeline
}

/// The start of a day of May 2024.
fn may(day: u8) -> f64 {
    parse_date(&format!("2024-05-{day:02}")).unwrap().first_day() as f64
}

fn is(stretch: Option<Stretch>, earliest: f64, latest: f64) {
    let found = stretch.unwrap();
    let same = |a: f64, b: f64| a.total_cmp(&b).is_eq() || (a - b).abs() < 1e-3;
    assert!(same(found.earliest, earliest) && same(found.latest, latest), "{found:?} is not {earliest} to {latest}");
}

#[test]
fn a_departure_goes_forwards_through_days_and_stays() {
    let legs = timeline("departed = \"2024-05-01\"", "").legs;
    is(legs[0].computed_departure, f64::NEG_INFINITY, f64::INFINITY);
    is(legs[0].computed_arrival, may(1) + QUICK, may(2) + SLOW);
    is(legs[1].computed_departure, may(1) + QUICK + 2.0, may(2) + SLOW + 3.0);
    is(legs[1].computed_arrival, may(1) + 2.0 * QUICK + 2.0, may(2) + 2.0 * SLOW + 3.0);
}

#[test]
fn an_arrival_goes_backwards() {
    let legs = timeline("", "arrived = \"2024-05-20\"").legs;
    is(legs[1].computed_departure, may(20) - SLOW, may(21) - QUICK);
    is(legs[0].computed_arrival, may(20) - SLOW - 3.0, may(21) - QUICK - 2.0);
    is(legs[0].computed_departure, may(20) - 2.0 * SLOW - 3.0, may(21) - 2.0 * QUICK - 2.0);
}

#[test]
fn what_is_computed_for_a_leg_never_comes_from_its_own_dates_alone() {
    // The second leg arrives long after the first could have brought the cargo: nothing computed fits its report.
    let legs = timeline("departed = \"2024-05-01\"", "arrived = \"2024-05-25\"").legs;
    is(legs[1].computed_arrival, may(1) + 2.0 * QUICK + 2.0, may(2) + 2.0 * SLOW + 3.0);
    assert!(legs[1].reported_arrival.and(legs[1].computed_arrival.unwrap()).is_none());
    // Between the two reports nothing is left for its departure.
    assert!(legs[1].computed_departure.is_none());
}

#[test]
fn of_several_loads_the_next_leg_may_take_any() {
    let legs = timeline("departed = \"2024-05-01\"\ntrips = \"at least 5\"", "").legs;
    is(legs[1].computed_departure, may(1) + QUICK + 2.0, f64::INFINITY);
    let legs = timeline("trips = \"at least 5\"", "departed = \"2024-05-20\"").legs;
    is(legs[0].computed_arrival, f64::NEG_INFINITY, f64::INFINITY);
}
