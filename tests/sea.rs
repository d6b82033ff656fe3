//! Tracks over water, as a leg by sea gets them.

use geo::{Coord, Point, point};
use portolan::geodesy::distance_km;
use portolan::network::sea::{Options, Passage, SeaTrack, Why, route};

mod reference;
mod shores;

use reference::reference;
use shores::Shores;

const SHANGHAI: Point = Point(Coord { x: 121.5, y: 31.2167 });
const ROTTERDAM: Point = Point(Coord { x: 4.4833, y: 51.9 });
const NAJIN: Point = Point(Coord { x: 130.3, y: 42.23 });
const DUNAY: Point = Point(Coord { x: 132.35, y: 42.88 });

fn by_sea(from: Point, to: Point) -> SeaTrack {
    route(from, to, &Options::default()).unwrap_or_else(|no_way| panic!("{from:?} {to:?}: {no_way}"))
}

/// Positions all over the globe, evenly, the same on every run (W. Weyl, 1916).
fn positions() -> impl Iterator<Item = Point> {
    (1..).map(|i| {
        let (u, v) = ((f64::from(i) * 0.754_877_666).fract(), (f64::from(i) * 0.569_840_291).fract());
        Point::new(360.0 * u - 180.0, (2.0 * v - 1.0).asin().to_degrees())
    })
}

/// Those of them that a ship gets to.
fn reachable(count: usize) -> Vec<Point> {
    let mid_atlantic = point! { x: -30.0, y: 0.0 };
    positions().filter(|&at| route(mid_atlantic, at, &Options::default()).is_ok()).take(count).collect()
}

#[test]
fn a_track_is_never_shorter_than_the_geodesic() {
    let at: Vec<Point> = positions().take(4000).collect();
    let mut tracks = 0;
    for pair in at.chunks_exact(2) {
        match route(pair[0], pair[1], &Options::default()) {
            Ok(found) => {
                assert!(found.distance_km >= distance_km(pair[0], pair[1]), "{pair:?}");
                tracks += 1;
            }
            // What can be joined to the ocean can be reached.
            Err(no_way) => assert_ne!(no_way.why, Why::Closed, "{pair:?}"),
        }
    }
    assert!(tracks > 1000, "{tracks}");
}

#[test]
fn the_way_back_is_the_same() {
    for pair in reachable(61).windows(2) {
        let (there, mut back) = (by_sea(pair[0], pair[1]), by_sea(pair[1], pair[0]));
        back.track.0.reverse();
        back.passages.reverse();
        assert_eq!((there.track, there.passages), (back.track, back.passages));
        assert_eq!((there.snap_from_km, there.snap_to_km), (back.snap_to_km, back.snap_from_km));
    }
}

#[test]
fn a_way_round_by_a_third_place_is_no_shorter() {
    // A place on land is joined to the sea and back: going by it is longer still. The graph may miss 1 % of a shortest way.
    for three in reachable(150).windows(3) {
        let direct = by_sea(three[0], three[2]).distance_km;
        let round = by_sea(three[0], three[1]).distance_km + by_sea(three[1], three[2]).distance_km;
        assert!(direct <= 1.01 * round, "{three:?}: {direct} and {round}");
    }
}

#[test]
fn from_najin_to_dunay_it_is_the_distance_that_two_methods_gave() {
    let found = by_sea(NAJIN, DUNAY);
    assert!((found.distance_km - 192.5).abs() <= 5.8, "{}", found.distance_km);
    assert!(found.passages.is_empty() && found.snap_from_km < 5.0 && found.snap_to_km < 5.0);
}

#[test]
fn published_distances_are_met() {
    let Some(folder) = reference("sea") else { return };
    let text = std::fs::read_to_string(folder.join("published-sea-distances.csv")).unwrap();
    let mut rows = text.lines().map(|row| row.split(',').collect::<Vec<_>>());
    let header = rows.next().unwrap();
    let column = |name: &str| header.iter().position(|field| *field == name).unwrap();
    let mut differences: Vec<f64> = rows
        .map(|row| {
            let number = |name: &str| row[column(name)].parse::<f64>().unwrap();
            let from = Point::new(number("from_lon"), number("from_lat"));
            let to = Point::new(number("to_lon"), number("to_lat"));
            let avoid = row[column("close")].split(';').filter(|name| !name.is_empty());
            let options = Options { avoid: avoid.map(|name| name.parse().unwrap()).collect(), through: Vec::new() };
            let found = route(from, to, &options).unwrap();
            assert!(found.distance_km >= number("geodesic_km"));
            let difference = 100.0 * (found.distance_km / number("published_km") - 1.0);
            println!("{} - {}: {:.1} km, {difference:+.2} %", row[0], row[1], found.distance_km);
            assert!(difference.abs() <= number("tolerance_percent"), "{} - {}: {difference:+.2} %", row[0], row[1]);
            difference.abs()
        })
        .collect();
    differences.sort_by(f64::total_cmp);
    assert!(differences[differences.len() / 2] <= 1.5, "{differences:?}");
}

#[test]
fn tracks_keep_off_the_land() {
    let shores = Shores::new();
    let harbours = [
        SHANGHAI,
        ROTTERDAM,
        NAJIN,
        DUNAY,
        point! { x: -122.3333, y: 47.6 },
        point! { x: 10.75, y: 59.9 },
        point! { x: 28.97, y: 41.02 },
        point! { x: -70.65, y: -53.17 },
        point! { x: 135.25, y: 34.68 },
        point! { x: 178.44, y: -18.13 },
    ];
    for (i, &from) in harbours.iter().enumerate() {
        for &to in &harbours[..i] {
            let found = by_sea(from, to);
            let ashore_km = shores.km_ashore(&found.track);
            assert!(ashore_km < 0.5, "{from:?} {to:?}: {ashore_km} km over land");
        }
    }
}

#[test]
fn passages_are_named_in_their_order() {
    let names = |found: &SeaTrack| found.passages.iter().map(|passage| passage.name()).collect::<Vec<_>>();
    let there = by_sea(SHANGHAI, ROTTERDAM);
    assert_eq!(names(&there), ["malacca", "bab-el-mandeb", "suez", "gibraltar", "dover"]);
    assert_eq!(names(&by_sea(ROTTERDAM, SHANGHAI)), ["dover", "gibraltar", "suez", "bab-el-mandeb", "malacca"]);
    let odessa_to_berdyansk = by_sea(point! { x: 30.75, y: 46.45 }, point! { x: 36.8, y: 46.7 });
    assert_eq!(names(&odessa_to_berdyansk), ["kerch"]);
}

#[test]
fn every_passage_can_be_asked_for_and_shut() {
    for passage in Passage::ALL {
        // From one side of it to the other, a few hundred kilometres at most.
        let through = Options { avoid: Vec::new(), through: vec![passage] };
        let found = route(NAJIN, ROTTERDAM, &through).unwrap_or_else(|no_way| panic!("{passage}: {no_way}"));
        assert!(found.passages.contains(&passage), "{passage}: {:?}", found.passages);
        let avoid = Options { avoid: vec![passage], through: Vec::new() };
        if let Ok(found) = route(NAJIN, ROTTERDAM, &avoid) {
            assert!(!found.passages.contains(&passage), "{passage}: {:?}", found.passages);
        }
    }
}

#[test]
fn without_suez_it_goes_by_the_cape() {
    let arabian_sea = point! { x: 60.0, y: 15.0 };
    let found = route(arabian_sea, ROTTERDAM, &Options { avoid: vec![Passage::Suez], through: Vec::new() }).unwrap();
    assert!(!found.passages.contains(&Passage::Suez));
    assert!(found.track.coords().any(|at| at.y < -34.0 && (15.0..25.0).contains(&at.x)));
}

#[test]
fn through_panama_it_goes_the_other_way_around() {
    let found = route(SHANGHAI, ROTTERDAM, &Options { avoid: Vec::new(), through: vec![Passage::Panama] }).unwrap();
    assert!(found.passages.contains(&Passage::Panama) && !found.passages.contains(&Passage::Suez));
    let canal = Passage::Panama.line();
    assert!(canal.coords().all(|lock| found.track.coords().any(|at| at == lock)));
}

#[test]
fn the_arctic_is_shut_unless_it_is_asked_for() {
    let murmansk = point! { x: 33.05, y: 68.9833 };
    let bering = point! { x: -172.0, y: 63.0 };
    assert!(by_sea(murmansk, bering).distance_km > 15_000.0);
    let open = Options { avoid: Vec::new(), through: vec![Passage::Northeast] };
    let found = route(murmansk, bering, &open).unwrap();
    assert!(found.distance_km < 6_000.0 && found.passages.contains(&Passage::Northeast));
}

#[test]
fn a_sea_whose_straits_are_shut_can_not_be_left() {
    let (constanta, jeddah) = (point! { x: 28.65, y: 44.1667 }, point! { x: 39.18, y: 21.48 });
    let shut = Options { avoid: vec![Passage::Bosporus], through: Vec::new() };
    let no_way = route(constanta, jeddah, &shut).unwrap_err();
    assert_eq!(no_way.why, Why::Closed);
    let both = Options { avoid: vec![Passage::Suez], through: vec![Passage::Suez] };
    assert_eq!(route(constanta, jeddah, &both).unwrap_err().why, Why::Closed);
}

#[test]
fn the_caspian_is_a_water_of_its_own() {
    let (baku, aktau) = (point! { x: 49.87, y: 40.35 }, point! { x: 51.15, y: 43.6 });
    let found = by_sea(baku, aktau);
    assert!(found.distance_km > distance_km(baku, aktau) && found.distance_km < 500.0);
    let no_way = route(baku, point! { x: 28.65, y: 44.1667 }, &Options::default()).unwrap_err();
    assert_eq!(no_way.why, Why::OtherWater);
    assert!(no_way.nearest.is_some() && no_way.to_string().contains("Caspian"));
}

#[test]
fn who_lies_on_a_great_lake_or_far_inland_is_told_the_nearest_water() {
    for (place, why) in [
        (point! { x: -87.6, y: 41.9 }, Why::Lake),
        (point! { x: -92.1, y: 46.75 }, Why::Lake),
        (point! { x: 87.6, y: 43.8 }, Why::Inland),
    ] {
        let no_way = route(ROTTERDAM, place, &Options::default()).unwrap_err();
        assert_eq!(no_way.why, why, "{place:?}");
        let (nearest, km) = no_way.nearest.unwrap();
        assert!((distance_km(place, nearest) - km).abs() < 1e-6 && km > 100.0);
        assert!(by_sea(ROTTERDAM, nearest).snap_to_km < 1e-9);
    }
}

#[test]
fn a_harbour_up_a_river_is_joined_by_a_line_that_is_told() {
    let hankow = point! { x: 114.2833, y: 30.5833 };
    let found = by_sea(SHANGHAI, hankow);
    assert!(found.snap_to_km > 400.0 && found.distance_km > found.snap_to_km);
    let last = Point(found.track.0[found.track.0.len() - 1]);
    assert!((distance_km(last, hankow) - found.snap_to_km).abs() < 1e-9);
}

#[test]
fn strange_positions_are_answered() {
    let fiji = point! { x: 179.5, y: -18.0 };
    for strange in [point! { x: f64::NAN, y: 0.0 }, point! { x: 0.0, y: 91.0 }, point! { x: f64::INFINITY, y: 0.0 }] {
        assert_eq!(route(strange, fiji, &Options::default()).unwrap_err().why, Why::NoPosition);
        assert_eq!(route(fiji, strange, &Options::default()).unwrap_err().why, Why::NoPosition);
    }
    for y in [-90.0, 90.0] {
        let _ = route(point! { x: 0.0, y: y }, fiji, &Options::default());
    }
    let same = by_sea(fiji, fiji);
    assert!(same.distance_km.abs() < 1e-9 && same.track.0.len() == 2);
    let over_the_date_line = by_sea(fiji, point! { x: -179.5, y: -18.5 });
    assert!(over_the_date_line.distance_km < 150.0);
    let [east, west] = [180.0, -180.0].map(|x| by_sea(point! { x: x, y: 0.0 }, fiji).distance_km);
    assert!((east - west).abs() < 1e-6);
    assert!(over_the_date_line.track.coords().all(|at| at.x.abs() <= 180.0));
}

#[test]
fn ships_go_around_sri_lanka_unless_the_shoals_are_asked_for() {
    let (colombo, chennai) = (point! { x: 79.85, y: 6.95 }, point! { x: 80.3, y: 13.1 });
    let tuticorin = point! { x: 78.2, y: 8.75 };
    // The handbook of the district of Ramanathapuram has 750 miles, a round figure, off the coast.
    let published_km = 750.0 * 1.852;
    let around = by_sea(tuticorin, chennai).distance_km;
    assert!((around / published_km - 1.0).abs() < 0.06, "{around}");
    let around = by_sea(colombo, chennai);
    assert!(around.track.coords().any(|at| at.x > 81.5) && around.distance_km > 1000.0, "{}", around.distance_km);
    let shoals = Options { avoid: Vec::new(), through: vec![Passage::AdamsBridge] };
    let over = route(colombo, chennai, &shoals).unwrap();
    assert!(over.distance_km < 750.0 && over.passages == [Passage::AdamsBridge], "{}", over.distance_km);
    // What lies on the same side of the shoals is reached as ever.
    let kankesanturai = point! { x: 80.0333, y: 9.8167 };
    assert!(by_sea(tuticorin, colombo).distance_km < 320.0);
    assert!(by_sea(kankesanturai, chennai).distance_km < 420.0);
}

/// The Admiralty's distance tables, as Capt. H. Balakrishnan quotes them ("Foreign trade and the SSCP", 2007).
#[test]
fn from_aden_to_singapore_it_is_what_the_tables_say() {
    let found = by_sea(point! { x: 44.9833, y: 12.7833 }, point! { x: 103.85, y: 1.2667 });
    assert!((found.distance_km / (3631.0 * 1.852) - 1.0).abs() < 0.03, "{}", found.distance_km);
}

/// Where the land is convex the graph follows it from cape to cape.
#[test]
fn a_convex_coast_is_followed_both_ways_round() {
    // Sri Lanka by its south, and not by the north or by way of other islands.
    let (trincomalee, colombo) = (point! { x: 81.25, y: 8.55 }, point! { x: 79.82, y: 6.95 });
    let found = by_sea(trincomalee, colombo);
    assert!(found.distance_km < 570.0, "{}", found.distance_km);
}
