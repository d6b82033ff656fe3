//! Sweeps: what they give at a point is what the route gives that is set so.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use portolan::Journey;
use portolan::network::Networks;
use portolan::report::{Check, Measure};
use portolan::route::{Draft, read_text};
use portolan::sweep::{Grid, Point, Sweep, Vary};
use serde_json::{Value, json};

const DEPOT: &str = include_str!("../data/routes/depot-by-distance.toml");

fn points(text: &str, varied: &[&str]) -> Vec<Point> {
    let draft = Draft::of_text("route.toml", text);
    let grid = Grid::new(varied.iter().map(|vary| Vary::parse(vary).unwrap()).collect(), false).unwrap();
    let networks = Networks::default();
    let sweep = Sweep { draft: &draft, sets: &[], variant: None, networks: &networks, grid: &grid };
    let mut points = Vec::new();
    sweep
        .run(|point| {
            points.push(point);
            Ok::<(), ()>(())
        })
        .unwrap();
    points
}

/// What `measure` and `check` give with the values of a point, in a run of its own.
fn alone(text: &str, point: &Point) -> Value {
    let sets: Vec<String> =
        point.values.iter().map(|(key, value)| format!("{key}={}", value.as_str().unwrap())).collect();
    match read_text("route.toml", text, &sets, None).and_then(|reading| Journey::lay(reading.route)) {
        Ok(journey) => {
            let journey = journey.with_uncertainty(&Networks::default(), 0, 1);
            let (measure, check) = (Measure::of(&journey, Vec::new()), Check::of(&journey, Vec::new()));
            json!({ "legs": measure.legs, "total": measure.total, "claims": check.claims })
        }
        Err(_) => json!({ "legs": [], "total": null, "claims": [] }),
    }
}

fn all_are_as_alone(text: &str, varied: &[&str]) {
    for point in points(text, varied) {
        let mut swept = serde_json::to_value(&point).unwrap();
        swept.as_object_mut().unwrap().retain(|key, _| ["legs", "total", "claims"].contains(&key.as_str()));
        let mut alone = alone(text, &point);
        for claims in [&mut swept["claims"], &mut alone["claims"]] {
            // Where the words stand: in one option or the other.
            for claim in claims.as_array_mut().unwrap() {
                claim.as_object_mut().unwrap().remove("at");
            }
        }
        assert_eq!(swept, alone, "{:?}", point.values);
    }
}

#[test]
fn a_point_of_a_sweep_is_what_the_route_gives_with_the_same_values_set() {
    // From a distance that can't be had to one at which the way through Siberia is not half done.
    all_are_as_alone(DEPOT, &["places.depot.on.distance=60mi..2400mi:260mi"]);
    all_are_as_alone(
        DEPOT,
        &["places.depot.on.from=border of UA,border of KZ,coast", "places.depot.on.distance=300km..600km:300km"],
    );
}

#[test]
fn whatever_else_is_turned_comes_out_as_if_set_alone() {
    let text =
        "title = 't'\n[places.port]\nlat = 36.1\nlon = -5.4\n[[legs]]\nmode = 'sea'\nfrom = 'port'\nto = 'Aden, YE'
        [[claims]]\nsays = 'about 3,000 nmi'\nlength = { legs = [1] }";
    all_are_as_alone(
        text,
        &["legs.1.mode=sea,air", "places.port.lon=-5.6..-5.2:0.2", "legs.1.to=\"Aden, YE\",\"Mumbai, IN\""],
    );
    if cfg!(feature = "sea") {
        all_are_as_alone(text, &["legs.1.avoid=[],[\"suez\"]", "claims.1.says=about 3000 nmi,over 9000 km"]);
    }
}

#[test]
fn the_same_leg_by_suez_and_by_the_cape_stands_in_one_table() {
    let text = "title = 't'\n[[legs]]\nmode = 'sea'\nfrom = 'Rotterdam, NL'\nto = 'Singapore, SG'";
    let points = points(text, &["legs.1.avoid=[],[\"suez\"]"]);
    let km: Vec<f64> = points.iter().map(|point| point.legs[0].distance_km.unwrap()).collect();
    assert!(points[0].legs[0].passages.contains(&"suez") && km[1] > km[0] + 5000.0, "{km:?}");
}

#[test]
fn a_point_that_cannot_be_had_says_why_and_the_others_go_on() {
    let points = points(DEPOT, &["places.depot.on.distance=100mi,300mi,-5mi"]);
    let errors: Vec<Option<&str>> = points.iter().map(|point| point.error.as_deref()).collect();
    assert!(errors[0].unwrap().contains("is 100 mi from the border of Ukraine"), "{errors:?}");
    assert!(errors[1].is_none() && errors[2].unwrap().contains("-5"), "{errors:?}");
}

#[test]
fn the_farther_from_the_border_the_depot_lies_the_shorter_is_the_way_to_it() {
    let points = points(DEPOT, &["places.depot.on.distance=130mi..400mi:30mi"]);
    let km: Vec<f64> = points.iter().map(|point| point.total.as_ref().unwrap().distance_km).collect();
    assert!(km.is_sorted_by(|nearer, farther| nearer > farther), "{km:?}");
    let agree: Vec<&str> = points
        .iter()
        .flat_map(|point| &point.claims)
        .filter(|claim| claim.verdict.name() == "agrees")
        .map(|claim| claim.id.as_str())
        .collect();
    assert_eq!(agree, [""; 0], "none of these distances is one of those reported");
}
