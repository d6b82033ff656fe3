//! How far distances may be off, since positions are known within a radius only.

use geo::Point;
use portolan::Journey;
use portolan::geodesy::{destination, distance_km, length_km};
use portolan::journey::Verdict;
use portolan::network::Networks;
use portolan::route;

fn laid(file: &str) -> Journey {
    Journey::lay(route::read_text("route.toml", file, &[], None).expect("the file is a route").route)
        .expect("all of it is known")
}

fn uncertain(file: &str, samples: usize, seed: u64) -> Journey {
    laid(file).with_uncertainty(&Networks::default(), samples, seed)
}

fn straight(lat: f64, lon: f64) -> String {
    format!(
        "title = \"x\"\n[places.a]\nlat = 0\nlon = 0\nradius = \"5 km\"\n[places.b]\nlat = {lat}\nlon = {lon}\nradius = \"7 km\"\n\
         [[legs]]\nmode = \"air\"\nfrom = \"a\"\nto = \"b\"\n"
    )
}

const COAST: &str = "title = \"x\"\n[places.najin]\nlat = 42.2333\nlon = 130.3\n[places.dunay]\nlat = 42.8788\nlon = \
                     132.3354\nradius = \"8 km\"\n[places.depot]\nlat = 43.1\nlon = 131.9\nradius = \"6 km\"\n[[legs]]\nmode = \
                     \"sea\"\nfrom = \"najin\"\nto = \"dunay\"\n[[legs]]\nmode = \"rail\"\nfrom = \"dunay\"\nto = \"depot\"\n";

#[test]
fn a_straight_leg_is_off_by_the_radii_of_its_ends_at_most() {
    // One degree of the equator is 6378.137 km × π / 180 = 111.3195 km; 5 and 7 km are what is not known.
    let all = uncertain(&straight(0.0, 1.0), 0, 1).uncertainty.unwrap();
    let km = all.legs[0].km.unwrap();
    assert!((km.low - 99.3195).abs() < 1e-4 && (km.high - 123.3195).abs() < 1e-4, "{km:?}");
    assert_eq!((all.total_km.unwrap(), all.samples), (km, 0));
    // From all round both circles, and from within them, nothing lies outside, and both ends can be had.
    let (mut least, mut most) = (f64::INFINITY, 0.0_f64);
    for step in 0..3600 {
        let (from, to) = (f64::from(step % 60) * 6.0, f64::from(step / 60) * 6.0);
        let part = f64::from(step % 7) / 6.0;
        let start = destination(Point::new(0.0, 0.0), from, 5.0 * part);
        let apart = distance_km(start, destination(Point::new(1.0, 0.0), to, 7.0));
        assert!((km.low - 1e-9..=km.high + 1e-9).contains(&apart), "{apart}");
        (least, most) = (least.min(apart), most.max(apart));
    }
    assert!(least - km.low < 0.05 && km.high - most < 0.05, "{least} {most} {km:?}");
}

#[test]
fn days_at_a_speed_are_as_uncertain_as_the_length() {
    let file = straight(0.0, 1.0).replace("mode = \"air\"", "mode = \"air\"\nspeed = \"100 km/d\"");
    // 99.3195 km and 123.3195 km, by the radii of the ends (see above); 100 km a day is read as 95 to 105.
    let days = uncertain(&file, 0, 1).timeline.total_days.unwrap();
    assert!((days.low - 99.3195 / 105.0).abs() < 1e-6 && (days.high - 123.3195 / 95.0).abs() < 1e-6, "{days:?}");
    let laid = laid(&file).timeline.total_days.unwrap();
    assert!((laid.low - 111.3195 / 105.0).abs() < 1e-6 && (laid.high - 111.3195 / 95.0).abs() < 1e-6, "{laid:?}");
}

#[test]
fn no_distance_can_be_below_nothing_or_beyond_half_the_earth() {
    let near = uncertain(&straight(0.05, 0.05), 0, 1).uncertainty.unwrap().legs[0].km.unwrap();
    assert!(near.low.abs() < 1e-12, "{near:?}");
    let far = uncertain(&straight(0.0, 179.9), 0, 1).uncertainty.unwrap().legs[0].km.unwrap();
    assert!(far.high < 20_004.1, "{far:?}");
}

#[test]
fn what_is_known_exactly_has_no_interval() {
    let file = straight(0.0, 1.0).replace("radius = \"5 km\"", "").replace("radius = \"7 km\"", "");
    let all = uncertain(&file, 10, 1).uncertainty.unwrap();
    assert_eq!((all.legs[0].km, all.total_km, all.samples), (None, None, 0));
}

#[test]
fn the_interval_of_a_leg_over_a_network_holds_what_it_is_and_could_be() {
    let journey = uncertain(COAST, 40, 1);
    let all = journey.uncertainty.as_ref().unwrap();
    assert_eq!((all.samples, all.without_way), (40, 0));
    for (leg, laid) in all.legs.iter().zip(&journey.legs) {
        let km = leg.km.unwrap();
        assert!((km.low..=km.high).contains(&laid.distance_km.unwrap()));
        assert!(km.high - km.low > 5.0, "{km:?}");
        assert_eq!(leg.tracks.len(), 40);
        // A track goes from join to join, or from end to end: no sampled one is longer than the interval says.
        assert!(leg.tracks.iter().all(|track| length_km(track) <= km.high + 1e-6), "{km:?}");
    }
    // The ship may end up to 8 km nearer or farther, and no more but for what joins it to water.
    let ship = all.legs[0].km.unwrap();
    let laid_km = journey.legs[0].distance_km.unwrap();
    assert!(ship.low > laid_km - 20.0 && ship.high < laid_km + 20.0, "{ship:?} about {laid_km}");
    // Where the ship ends the train starts: both are moved together, so that the sum spreads less than its parts.
    let total = all.total_km.unwrap();
    let parts: f64 = all.legs.iter().map(|leg| leg.km.map_or(0.0, |km| km.high - km.low)).sum();
    assert!(total.high - total.low <= parts + 1e-9);
    assert!((total.low..=total.high).contains(&journey.totals.distance_km));
}

#[test]
fn the_same_seed_gives_the_same_figures_and_another_gives_others() {
    let km = |seed| uncertain(COAST, 12, seed).uncertainty.unwrap();
    assert_eq!(km(3), km(3));
    assert_ne!(km(3).total_km, km(4).total_km);
}

#[test]
fn more_samples_never_narrow_an_interval() {
    let (few, many) = (uncertain(COAST, 6, 1).uncertainty.unwrap(), uncertain(COAST, 24, 1).uncertainty.unwrap());
    for (few, many) in few.legs.iter().zip(&many.legs) {
        let (few, many) = (few.km.unwrap(), many.km.unwrap());
        assert!(many.low <= few.low && few.high <= many.high);
    }
}

#[test]
fn a_claim_about_a_length_leaves_room_for_what_is_not_known_of_positions() {
    // 111.3 km between the middles, and 12 km that are not known: 99.3 km can be, but for the 3 % of a length 96.3 km.
    let claim =
        |says: &str| format!("{}[[claims]]\nsays = \"{says}\"\nlength = {{ legs = [1] }}\n", straight(0.0, 1.0));
    let judged = |says: &str| laid(&claim(says)).judgements[0].clone();
    assert_eq!(judged("97 km").verdict, Verdict::Agrees);
    assert_eq!(judged("95 km").verdict, Verdict::Disagrees);
    let computed = judged("97 km").computed_km.unwrap();
    assert!((computed.low - 0.97 * 99.3195).abs() < 1e-4, "{computed:?}");
}
