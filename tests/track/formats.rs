//! What each format holds.

use geo::line_string;

use super::{CSV, GEOJSON, GPX, KML, najin_to_dunay, parts, read_as};

#[test]
fn one_line_is_the_same_in_every_format() {
    for (name, content) in
        [("a.geojson", GEOJSON), ("a.json", GEOJSON), ("a.gpx", GPX), ("a.kml", KML), ("a.csv", CSV), ("A.CSV", CSV)]
    {
        let track = read_as(name, content).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(parts(&track), [najin_to_dunay()], "{name}");
        assert_eq!((track.gaps_km, track.source, track.notes), (vec![], name.to_owned(), vec![]), "{name}");
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_do_no_harm() {
    for (name, content) in [("a.geojson", GEOJSON), ("a.gpx", GPX), ("a.kml", KML), ("a.csv", CSV)] {
        let content = format!("\u{FEFF}{}", content.replace('\n', "\r\n"));
        assert_eq!(parts(&read_as(name, content).unwrap()), [najin_to_dunay()], "{name}");
    }
}

#[test]
fn every_kind_of_geojson_is_read_in_order_and_the_rest_is_told() {
    let geometry = r#"{"type": "LineString", "coordinates": [[130.3, 42.2333], [131, 42.3], [132.35, 42.88]]}"#;
    let feature = format!(r#"{{"type": "Feature", "properties": {{}}, "geometry": {geometry}}}"#);
    for content in [geometry, &feature] {
        assert_eq!(parts(&read_as("a.geojson", content).unwrap()), [najin_to_dunay()]);
    }
    let mixed = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"type": "Feature", "properties": null, "geometry": {"type": "MultiLineString",
            "coordinates": [[[0, 0], [1, 0, 20]], [[2, 0], [3, 0]]]}},
        {"type": "Feature", "properties": null, "geometry": null},
        {"type": "Feature", "properties": null, "geometry": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
            {"type": "Point", "coordinates": [1, 2]},
            {"type": "LineString", "coordinates": [[3, 0], [4, 0]]}]}}]}"#;
    let track = read_as("a.geojson", mixed).unwrap();
    let expected = [
        line_string![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0)],
        line_string![(x: 2.0, y: 0.0), (x: 3.0, y: 0.0), (x: 4.0, y: 0.0)],
    ];
    assert_eq!(parts(&track), expected);
    assert_eq!(
        track.notes,
        [
            "1 feature without a geometry is left out",
            "2 points are left out",
            "1 polygon is left out",
            "elevations are left out: lengths are measured on the ellipsoid"
        ]
    );
}

#[test]
fn a_route_of_gpx_is_read_if_there_is_no_track() {
    let route = r#"<rte><rtept lat="0" lon="0"><ele>5</ele></rtept><rtept lat="0" lon="1"/></rte>"#;
    let track = read_as("a.gpx", format!("<gpx>{route}</gpx>")).unwrap();
    assert_eq!(parts(&track), [line_string![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0)]]);
    assert_eq!(track.notes, ["elevations are left out: lengths are measured on the ellipsoid"]);
    let both = GPX.replace("</gpx>", &format!("{route}</gpx>"));
    let track = read_as("a.gpx", both).unwrap();
    assert_eq!(parts(&track), [najin_to_dunay()]);
    assert_eq!(track.notes, ["1 route beside the tracks is left out"]);
}

#[test]
fn kml_is_read_from_folders_geometries_of_many_parts_and_tracks_with_times() {
    let kml = r#"<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Folder>
        <Placemark><Point><coordinates>9,9</coordinates></Point></Placemark>
        <Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing>
            </outerBoundaryIs></Polygon></Placemark>
        <Placemark><MultiGeometry>
            <LineString><coordinates><!-- here --><![CDATA[0,0,0 1,0,0]]></coordinates></LineString>
            <LineString><coordinates>2,0 3,0</coordinates></LineString></MultiGeometry></Placemark>
        <Placemark><gx:MultiTrack><gx:Track><when>2023-09-08</when><gx:coord>4 0 0</gx:coord><gx:coord/>
            <gx:coord>5 0 0</gx:coord></gx:Track></gx:MultiTrack></Placemark></Folder></kml>"#;
    let track = read_as("a.kml", kml).unwrap();
    let along = |west: f64| line_string![(x: west, y: 0.0), (x: west + 1.0, y: 0.0)];
    assert_eq!(parts(&track), [along(0.0), along(2.0), along(4.0)]);
    assert_eq!(track.gaps_km.len(), 2);
    assert_eq!(
        track.notes,
        [
            "1 moment without a position is left out",
            "1 point is left out",
            "1 polygon is left out",
            "elevations are left out: lengths are measured on the ellipsoid"
        ]
    );
}

#[test]
fn a_table_may_have_other_columns_names_and_separators() {
    for content in [
        "time,Longitude,Latitude\n08:00,130.3,42.2333\n09:00,131,42.3\n\n10:00,132.35,42.88\n",
        "lng;lat\n130.3;42.2333\n131;42.3\n132.35;42.88",
        "LAT\tLON\tnote\n42.2333\t130.3\ta\n42.3\t131\tb, c\n42.88\t132.35\t\n",
        "name, lat , lon\n\"two\nlines\", 42.2333, 130.3\nb,42.3,131\nc,42.88,132.35\n",
    ] {
        assert_eq!(parts(&read_as("a.csv", content).unwrap()), [najin_to_dunay()], "{content}");
    }
}
