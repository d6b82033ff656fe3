//! Parts, their gaps, and ±180°.

use portolan::geodesy::length_km;

use super::{parts, read_as};

#[test]
fn parts_that_do_not_meet_leave_gaps_of_their_distance() {
    let gpx = r#"<gpx><wpt lat="1" lon="1"><ele>3</ele></wpt><trk>
        <trkseg><trkpt lat="0" lon="0"/><trkpt lat="0" lon="1"/></trkseg>
        <trkseg><trkpt lat="0" lon="2"/><trkpt lat="0" lon="3"/></trkseg>
        <trkseg><trkpt lat="0" lon="3.00001"/><trkpt lat="0" lon="4"/></trkseg>
        <trkseg><trkpt lat="0" lon="5"/></trkseg></trk></gpx>"#;
    let track = read_as("a.gpx", gpx).unwrap();
    assert_eq!(parts(&track).len(), 2);
    assert_eq!(track.gaps_km.len(), 1);
    // A degree of the equator.
    assert!((track.gaps_km[0] - 111.319_491).abs() < 1e-5, "{:?}", track.gaps_km);
    assert!((length_km(&parts(&track)[1]) - 2.0 * 111.319_491).abs() < 1e-5);
    assert_eq!(track.notes, ["1 line of a single vertex is left out", "1 waypoint is left out"]);
}

#[test]
fn a_line_over_the_antimeridian_is_one_however_it_is_written() {
    let geojson = |lines: &str| format!(r#"{{"type": "MultiLineString", "coordinates": [{lines}]}}"#);
    for (name, content) in [
        ("a.geojson", geojson("[[179, 60], [180, 60]], [[-180, 60], [-179, 60]]")),
        ("a.geojson", geojson("[[179, 60], [180, 60], [181, 60]]")),
        ("a.geojson", geojson("[[-181, 60], [-179, 60]]")),
        ("a.csv", "lat,lon\n60,179\n60,-179\n".to_owned()),
    ] {
        let track = read_as(name, &content).unwrap();
        assert_eq!((parts(&track).len(), track.gaps_km.len()), (1, 0), "{content}");
        let line = &parts(&track)[0];
        assert!(line.0.iter().all(|vertex| vertex.x.abs() <= 180.0), "{content}");
        // Two degrees at 60° N.
        assert!((length_km(line) - 111.6).abs() < 0.2, "{content}: {}", length_km(line));
    }
}
