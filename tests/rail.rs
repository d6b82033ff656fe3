//! Legs over the world's rails.
#![cfg(feature = "rail")]

mod reference;

use std::path::Path;

use geo::{Point, point};
use portolan::geodesy::{distance_km, length_km};
use portolan::network::rail::{LONGEST_JOIN_KM, NoWay, Options, RailTrack, route, route_staying};
use portolan::world::gazetteer::look_up;
use portolan::world::{Boundaries, country_at};

fn within(codes: &str) -> Options {
    Options { within: codes.split(';').map(str::to_owned).collect(), ..Options::default() }
}

/// Where the places of these names are.
fn places(names: &[&str]) -> Vec<Point> {
    names.iter().map(|name| look_up(name).matches[0].position).collect()
}

fn way(names: &[&str], options: &Options) -> RailTrack {
    route(&places(names), options).unwrap_or_else(|why| panic!("{names:?}: {why}"))
}

/// Rows of a published table, without its heading.
fn rows(folder: &Path, file: &str) -> Vec<Vec<String>> {
    let table = std::fs::read_to_string(folder.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"));
    table.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

fn position(lon: &str, lat: &str) -> Point {
    point!(x: number(lon), y: number(lat))
}

/// Ends for many ways: towns from Portugal to Japan, Canada to Patagonia, of which many are not joined.
fn ends() -> Vec<Point> {
    places(&[
        "Lyon, FR",
        "Minsk, BY",
        "Omsk, RU",
        "Harbin, CN",
        "Tikhoretsk, RU",
        "Dunay, RU",
        "Naples, IT",
        "Glasgow, GB",
        "Chicago, US",
        "Winnipeg, CA",
        "Monterrey, MX",
        "Delhi, IN",
        "Nagpur, IN",
        "Perth, AU",
        "Sydney, AU",
        "Tokyo, JP",
        "Johannesburg, ZA",
        "Harare, ZW",
        "Tashkent, UZ",
        "Ankara, TR",
        "Lhasa, CN",
        "Narvik, NO",
        "Bangkok, TH",
    ])
}

#[test]
fn the_trans_siberian_has_its_published_kilometre_posts() {
    let Some(folder) = reference::reference("rail") else { return };
    let posts = rows(&folder, "transsib-published-km.csv");
    let stops: Vec<Point> = posts.iter().map(|row| position(&row[2], &row[3])).collect();
    let found = route(&stops, &within("RU")).unwrap();
    for (row, km) in posts[1..].iter().zip(&found.legs_km) {
        let (published, tolerance) = (number(&row[7]), number(&row[10]));
        assert!((km / published - 1.0).abs() * 100.0 <= tolerance, "{}: {km} km, published {published}", row[0]);
    }
    let published = number(&posts[posts.len() - 1][6]);
    assert!((found.distance_km / published - 1.0).abs() <= 0.03, "{} km in all", found.distance_km);
}

#[test]
fn legs_are_as_long_as_on_the_rails_of_openstreetmap() {
    let Some(folder) = reference::reference("rail") else { return };
    for row in rows(&folder, "legs.csv") {
        let stops = [position(&row[1], &row[2]), position(&row[4], &row[5])];
        let found = route(&stops, &within(&row[6])).unwrap();
        let (published, tolerance) = (number(&row[7]), number(&row[12]));
        let off = (found.distance_km / published - 1.0).abs() * 100.0;
        assert!(off <= tolerance, "{}–{}: {} km, not {published}", row[0], row[3], found.distance_km);
    }
}

#[test]
fn a_way_is_never_shorter_than_its_geodesic_nor_than_what_is_drawn() {
    let ends = ends();
    let mut joined = 0;
    for (number, from) in ends.iter().enumerate() {
        for to in &ends[number + 1..] {
            let Ok(found) = route(&[*from, *to], &Options::default()) else { continue };
            joined += 1;
            assert!(found.distance_km >= distance_km(*from, *to), "{from:?} {to:?}: {}", found.distance_km);
            let drawn = length_km(&found.track);
            assert!(found.rails_km >= drawn - 1e-6, "{from:?} {to:?}: {} km drawn, {} long", drawn, found.rails_km);
            let rest = found.distance_km - found.rails_km - found.snap_from_km - found.snap_to_km;
            assert!(rest.abs() < 1e-6, "{from:?} {to:?}: {rest} km from nowhere");
        }
    }
    assert!(joined > 80, "only {joined} pairs are joined");
}

#[test]
fn short_ways_beside_the_track_are_never_shorter_than_their_geodesic_either() {
    let track = way(&["Lyon, FR", "Moscow, RU", "Chita, RU"], &Options::default()).track;
    let vertices: Vec<Point> = track.points().collect();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut joined = 0;
    for _ in 0..400 {
        let start = random(vertices.len() - 20);
        // Up to twenty vertices on, and up to a tenth of a degree beside the track.
        let [from, to] = [start, start + random(20)].map(|vertex| {
            let at = vertices[vertex];
            point!(x: at.x() + (random(200) as f64 - 100.0) / 1e3, y: at.y() + (random(200) as f64 - 100.0) / 1e3)
        });
        let Ok(found) = route(&[from, to], &Options::default()) else { continue };
        joined += 1;
        assert!(found.distance_km >= distance_km(from, to), "{from:?} {to:?}: {}", found.distance_km);
        assert!(found.rails_km >= length_km(&found.track) - 1e-6, "{from:?} {to:?}: {}", found.rails_km);
        let first = found.track.points().next().map(|at| distance_km(from, at));
        assert_eq!(first, Some(found.snap_from_km));
    }
    assert!(joined > 350, "only {joined} pairs are joined");
}

#[test]
fn the_way_back_is_as_long_and_the_way_by_a_third_place_no_shorter() {
    let ends = ends();
    for three in ends.windows(3) {
        let km = |stops: &[Point]| route(stops, &Options::default()).ok().map(|found| found.distance_km);
        let (Some(there), Some(back)) = (km(&[three[0], three[2]]), km(&[three[2], three[0]])) else { continue };
        assert!((there - back).abs() < 1e-6, "{three:?}: {there} there, {back} back");
        let Some(by) = km(three) else { continue };
        assert!(by >= there - 1e-6, "{three:?}: {by} by the second, {there} without");
    }
}

#[test]
fn a_way_by_a_stop_is_the_ways_to_it_and_from_it() {
    let whole = way(&["Dunay, RU", "Chita, RU", "Tikhoretsk, RU"], &within("RU"));
    let (first, second) =
        (way(&["Dunay, RU", "Chita, RU"], &within("RU")), way(&["Chita, RU", "Tikhoretsk, RU"], &within("RU")));
    assert!((whole.distance_km - first.distance_km - second.distance_km).abs() < 1e-6);
    assert_eq!(whole.legs_km.len(), 2);
    assert_eq!(whole.snaps[1].point, first.snaps[1].point);
    assert!((whole.snap_to_km - second.snap_to_km).abs() < 1e-9);
    assert!(whole.track.0.contains(&whole.snaps[1].point.0), "the track passes where the stop was joined");
}

#[test]
fn a_track_goes_from_join_to_join_without_a_jump() {
    let found = way(&["Dunay, RU", "Khabarovsk, RU", "Chita, RU", "Irkutsk, RU", "Tikhoretsk, RU"], &within("RU"));
    assert_eq!(found.track.0.first(), Some(&found.snaps[0].point.0));
    assert_eq!(found.track.0.last(), Some(&found.snaps[4].point.0));
    let longest = found.track.lines().map(|piece| distance_km(piece.start_point(), piece.end_point()));
    let longest = longest.fold(0.0, f64::max);
    assert!(longest < 50.0, "a straight piece of {longest} km");
}

#[test]
fn within_russia_a_way_keeps_out_of_china_and_kazakhstan() {
    let ends = ["Dunay, RU", "Tikhoretsk, RU"];
    let (free, staying) = (way(&ends, &Options::default()), way(&ends, &within("RU")));
    assert_eq!(free.countries, ["RU", "CN", "KZ"]);
    assert_eq!(staying.countries, ["RU"]);
    assert!(staying.distance_km > free.distance_km);
    let abroad = |at: &Point| country_at(*at, Boundaries::Recognised).is_some_and(|country| country.code != "RU");
    let strays: Vec<Point> = staying.track.points().filter(abroad).collect();
    assert!(strays.is_empty(), "{strays:?}");
    let around_china = Options { avoid: vec!["CN".into()], ..Options::default() };
    let around = way(&ends, &around_china);
    assert_eq!(around.countries, ["RU", "KZ"]);
    assert!((free.distance_km..=staying.distance_km).contains(&around.distance_km));
}

#[test]
fn a_way_stays_in_the_country_of_its_ends_if_it_can() {
    let home = places(&["Dunay, RU", "Tikhoretsk, RU"]);
    let (found, stayed) = route_staying(&home, &Options::default(), "RU").unwrap();
    assert!(stayed);
    assert_eq!(found.countries, ["RU"]);

    let exclave = places(&["Kaliningrad, RU", "Moscow, RU"]);
    let (found, stayed) = route_staying(&exclave, &Options::default(), "RU").unwrap();
    assert!(!stayed);
    assert!(found.countries.len() > 1, "{:?}", found.countries);
    match route(&exclave, &within("RU")) {
        Err(NoWay::OnlyThroughOthers { countries, distance_km }) => {
            assert_eq!(countries, found.countries);
            assert!((distance_km - found.distance_km).abs() < 1e-9);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_branch_from_smolyaninovo_leads_to_dunay() {
    let found = way(&["Smolyaninovo, RU", "Dunay, RU"], &Options::default());
    assert!((47.0..50.0).contains(&found.distance_km), "{} km", found.distance_km);
    assert!(found.snap_to_km < 1.0);
    let fokino = point!(x: 132.41, y: 42.97);
    let nearest = found.track.points().map(|at| distance_km(at, fokino)).fold(f64::INFINITY, f64::min);
    assert!(nearest < 1.0, "it passes Fokino {nearest} km off");
}

#[test]
fn najin_is_joined_to_khasan_by_tumangang() {
    // 49 km from Najin to Tumangang, 5 km from there to Khasan, as the railways count them.
    let (najin, khasan) = (point!(x: 130.30, y: 42.2333), point!(x: 130.65, y: 42.43));
    let found = route(&[najin, khasan], &Options::default()).unwrap();
    assert!((found.rails_km / 54.0 - 1.0).abs() < 0.03, "{} km", found.rails_km);
    assert_eq!(found.countries, ["KP", "RU"]);
    assert!(route(&[najin, places(&["Ussuriysk, RU"])[0]], &within("KP;RU")).is_ok());
}

#[test]
fn fixed_links_and_border_stations_are_passed() {
    for (ends, countries) in [
        (["Hamburg, DE", "Stockholm, SE"], vec!["DE", "DK", "SE"]),
        (["London, GB", "Paris, FR"], vec!["GB", "FR"]),
        (["Bangkok, TH", "Kuala Lumpur, MY"], vec!["TH", "MY"]),
    ] {
        assert_eq!(way(&ends, &Options::default()).countries, countries);
    }
}

#[test]
fn an_islands_rails_are_no_way_to_the_mainland_and_the_nearest_are_named() {
    let stops = places(&["Yuzhno-Sakhalinsk, RU", "Vladivostok, RU"]);
    let why = route(&stops, &Options::default()).unwrap_err();
    let NoWay::NotJoined { from: 0, nearest_to: Some(island), nearest_from: Some(mainland) } = &why else {
        panic!("{why:?}")
    };
    assert!(island.place().ends_with(", RU") && mainland.place().ends_with(", RU"), "{why}");
    assert!((distance_km(island.point, stops[1]) - island.distance_km).abs() < 1e-9);
    assert!(island.distance_km > 500.0 && mainland.distance_km > 100.0, "{why}");
    assert!(why.to_string().contains(&island.place()), "{why}");
    // A way along the island leads there, so the point is on its rails.
    assert!(route(&[stops[0], island.point], &Options::default()).is_ok());

    let stops = places(&["Colombo, LK", "Chennai, IN"]);
    assert!(matches!(route(&stops, &Options::default()), Err(NoWay::NotJoined { .. })));
}

#[test]
fn a_place_without_rails_is_told_with_the_nearest_ones() {
    let stops = places(&["Moscow, RU", "Reykjavik, IS"]);
    let why = route(&stops, &Options::default()).unwrap_err();
    let NoWay::TooFar { stop: 1, nearest: Some(nearest) } = &why else { panic!("{why:?}") };
    assert!(nearest.distance_km > LONGEST_JOIN_KM, "{why}");
    assert!(matches!(route(&stops[..1], &Options::default()), Err(NoWay::TooFewStops)));
}

#[test]
fn the_same_stops_give_the_same_track_with_any_turn_of_longitude() {
    let stops = places(&["Paris, FR", "Warsaw, PL"]);
    let found = route(&stops, &Options::default()).unwrap();
    assert_eq!(route(&stops, &Options::default()).unwrap(), found);
    let turned: Vec<Point> = stops.iter().map(|stop| point!(x: stop.x() - 360.0, y: stop.y())).collect();
    let turned = route(&turned, &Options::default()).unwrap();
    assert!((turned.distance_km - found.distance_km).abs() < 1e-6);
    assert_eq!(turned.track.0.len(), found.track.0.len());
}
