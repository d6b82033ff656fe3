//! Legs over the user's own lines.

use geo::{LineString, Point, line_string, point};
use portolan::geodesy::{destination, distance_km, length_km};
use portolan::network::rail::{NoWay, Options, RailNetwork};

/// Two lines that end east of Bern, the second `gap_km` from where the first one does.
fn with_gap(gap_km: f64) -> [LineString; 2] {
    let first = line_string![(x: 7.44, y: 46.95), (x: 7.6, y: 46.9), (x: 7.7, y: 46.95)];
    let start = destination(point!(x: 7.7, y: 46.95), 90.0, gap_km);
    let second = line_string![(x: start.x(), y: start.y()), (x: 8.0, y: 47.0)];
    [first, second]
}

const ENDS: [Point; 2] = [Point(geo::Coord { x: 7.44, y: 46.95 }), Point(geo::Coord { x: 8.0, y: 47.0 })];

#[test]
fn lines_meet_where_their_ends_are_within_fifty_metres() {
    let lines = with_gap(0.049);
    let found = RailNetwork::from_lines(&lines).route(&ENDS, &Options::default()).unwrap();
    let drawn: f64 = lines.iter().map(length_km).sum();
    assert!((found.distance_km - drawn).abs() < 0.05, "{} km on lines of {drawn}", found.distance_km);
    assert_eq!(found.track.0.len(), 4);

    let apart = RailNetwork::from_lines(&with_gap(0.051)).route(&ENDS, &Options::default());
    assert!(matches!(apart, Err(NoWay::NotJoined { .. })), "{apart:?}");
}

#[test]
fn lines_that_cross_do_not_meet() {
    let cross =
        [line_string![(x: 8.0, y: 47.0), (x: 8.2, y: 47.2)], line_string![(x: 8.0, y: 47.2), (x: 8.2, y: 47.0)]];
    let found =
        RailNetwork::from_lines(&cross).route(&[point!(x: 8.0, y: 47.0), point!(x: 8.2, y: 47.0)], &Options::default());
    assert!(matches!(found, Err(NoWay::NotJoined { .. })), "{found:?}");
}

#[test]
fn stops_along_one_line_are_joined_along_it_both_ways() {
    let line = [line_string![(x: 8.0, y: 47.0), (x: 8.1, y: 47.0), (x: 8.2, y: 47.1), (x: 8.3, y: 47.1)]];
    let network = RailNetwork::from_lines(&line);
    let stops = [point!(x: 8.05, y: 47.01), point!(x: 8.25, y: 47.11)];
    let there = network.route(&stops, &Options::default()).unwrap();
    let back = network.route(&[stops[1], stops[0]], &Options::default()).unwrap();
    assert_eq!(there.track.0.len(), 4);
    assert_eq!(back.track.0.iter().rev().collect::<Vec<_>>(), there.track.0.iter().collect::<Vec<_>>());
    assert!((there.distance_km - back.distance_km).abs() < 1e-9);
    assert!((there.rails_km - length_km(&there.track)).abs() < 1e-3);
    assert!((there.snap_from_km - distance_km(stops[0], point!(x: 8.05, y: 47.0))).abs() < 1e-3);
}

#[test]
fn a_ring_is_left_by_its_nearer_side() {
    // Around a square from its south-west corner and back, with a line that leads away from there.
    let ring = line_string![
        (x: 8.0, y: 47.0), (x: 8.1, y: 47.0), (x: 8.1, y: 47.1), (x: 8.0, y: 47.1), (x: 8.0, y: 47.0)
    ];
    let network = RailNetwork::from_lines(&[ring, line_string![(x: 8.0, y: 47.0), (x: 7.9, y: 47.0)]]);
    for (stop, vertices) in
        [(point!(x: 8.05, y: 47.0), 3), (point!(x: 8.0, y: 47.05), 3), (point!(x: 8.1, y: 47.02), 4)]
    {
        let found = network.route(&[stop, point!(x: 7.9, y: 47.0)], &Options::default()).unwrap();
        assert_eq!(found.track.0.len(), vertices, "{stop:?}: {:?}", found.track);
        assert!((found.rails_km - length_km(&found.track)).abs() < 1e-3);
    }
}

#[test]
fn own_lines_heed_countries_too() {
    // From Basel to Milan, straight.
    let line = [line_string![(x: 7.6, y: 47.5), (x: 8.4, y: 46.5), (x: 9.2, y: 45.5)]];
    let network = RailNetwork::from_lines(&line);
    let stops = [point!(x: 7.6, y: 47.5), point!(x: 9.2, y: 45.5)];
    let free = network.route(&stops, &Options::default()).unwrap();
    assert_eq!(free.countries, ["CH", "IT"]);
    let swiss = Options { within: vec!["CH".into()], ..Options::default() };
    assert!(matches!(network.route(&stops, &swiss), Err(NoWay::OnlyThroughOthers { .. })));
}

#[test]
fn a_network_without_lines_has_no_way() {
    let nowhere = line_string![(x: f64::INFINITY, y: 47.0), (x: 8.0, y: 470.0)];
    let nothing = RailNetwork::from_lines(&[LineString(Vec::new()), nowhere]).route(&ENDS, &Options::default());
    assert!(matches!(nothing, Err(NoWay::TooFar { stop: 0, nearest: None })), "{nothing:?}");
}

#[cfg(not(feature = "rail"))]
#[test]
fn a_build_without_rails_says_so() {
    let why = portolan::network::rail::route(&ENDS, &Options::default()).unwrap_err();
    assert_eq!(why, NoWay::NotInThisBuild);
}

#[test]
fn lines_meet_where_they_share_a_vertex_and_where_one_ends_on_it() {
    let through = line_string![(x: 8.0, y: 47.0), (x: 8.1, y: 47.0), (x: 8.2, y: 47.0)];
    let ending = line_string![(x: 8.1, y: 47.0), (x: 8.1, y: 47.1)];
    let crossing = line_string![(x: 8.0, y: 46.9), (x: 8.1, y: 47.0), (x: 8.2, y: 47.1)];
    for other in [ending, crossing] {
        let end = *other.points().next_back().as_ref().unwrap();
        let network = RailNetwork::from_lines(&[through.clone(), other]);
        let found = network.route(&[point!(x: 8.0, y: 47.0), end], &Options::default()).unwrap();
        let whole =
            distance_km(point!(x: 8.0, y: 47.0), point!(x: 8.1, y: 47.0)) + distance_km(point!(x: 8.1, y: 47.0), end);
        assert!((found.rails_km - whole).abs() < 1e-3, "{} km, {whole} by the shared vertex", found.rails_km);
        assert_eq!(found.track.0.len(), 3);
    }
}
