//! What is wrong with a file, and how that is told.

use super::{GPX, KML, complaint, read_as};

#[test]
fn every_mistake_is_told_with_its_line_and_what_to_write() {
    for (name, content, expected) in [
        ("a.csv", "lat,lon\n42,130\nnorth,131\n", "a.csv, line 3: “north” is no number (write degrees as a decimal"),
        ("a.csv", "lat,lon\n42,130\n43\n", "a.csv, line 3: the row has 1 and not 2 values"),
        ("a.csv", "42,130\n43,131\n", "a.csv, line 1: has no column lat (name the columns"),
        ("a.csv", "lat,name\n43,131\n", "a.csv, line 1: has no column lon"),
        ("a.csv", "lat,latitude,lon\n1,2,3\n", "a.csv, line 1: the columns “lat” and “latitude” both say the same"),
        (
            "a.csv",
            "lat;lon\n42,2;130\n",
            "a.csv, line 2: “42,2” is no number (write degrees as a decimal number with a point",
        ),
        ("a.csv", "lat,lon\n42,130\n", "has no line in it: 1 line of a single vertex is left out (a line has"),
        ("a.csv", "lat,lon\n42,130\n42,130\n", "has no line in it"),
        ("a.csv", "", "has no column lat"),
        ("a.csv", "lat,lon\n1,1\nnan,2\n", "a.csv, line 3: the latitude NaN is not between -90 and 90"),
        ("a.csv", "lat,lon\n1,1\n2,inf\n", "a.csv, line 3: the longitude inf is not"),
        (
            "a.csv",
            "lat,lon\n130,42\n",
            "a.csv, line 2: the latitude 130 is not between -90 and 90 (latitude and longitude may be swapped: see",
        ),
        ("a.csv", "lat,lon\n5160000,14500000\n", "these look like metres"),
        (
            "a.gpx",
            "<gpx>\n<trk><trkseg>\n<trkpt lat=\"x\" lon=\"1\"/>",
            "a.gpx, line 3: lat is “x”, which is no number",
        ),
        (
            "a.gpx",
            "<gpx>\n<trk><trkseg>\n<trkpt lat=\"1\"/>",
            "a.gpx, line 3: a vertex has no lon (a vertex is written",
        ),
        (
            "a.gpx",
            "<gpx>\n<trk>\n<trkseg>",
            "a.gpx, line 3: ends before all its elements do (the file seems to be cut off)",
        ),
        ("a.gpx", "<gpx>\n<trk></gpx>", "a.gpx, line 2: is no XML"),
        ("a.gpx", "<gpx>\n<trk", "a.gpx, line 2: is no XML"),
        ("a.gpx", KML, "its outermost element is <kml>, not <gpx> (the extension"),
        ("a.gpx", "<gpx/>\n<gpx/>", "a.gpx, line 2: goes on with <gpx> after its end"),
        ("a.gpx", "", "has no <gpx> in it"),
        ("a.gpx", "lat,lon\n1,2", "has no <gpx> in it"),
        ("a.gpx", "<gpx/>", "has no line in it"),
        ("a.kml", "<kml><LineString>\n<coordinates>\n1,1\n2,y</coordinates>", "a.kml, line 4: “y” is no number"),
        (
            "a.kml",
            "<kml><LineString><coordinates>1, 1</coordinates>",
            "a.kml, line 1: “” is no number (a position is written longitude,latitude without blanks",
        ),
        ("a.kml", "<kml><LineString><coordinates>1 1</coordinates>", "a position has 1 and not 2 or 3 numbers"),
        (
            "a.kml",
            "<kml><LineString><coordinates>42.2,130.3 1,1</coordinates>",
            "the latitude 130.3 is not between -90 and 90 (latitude and longitude may be swapped: KML writes longitude,latitude)",
        ),
        ("a.geojson", "{\"type\": \"LineString\",\n \"coordinates\": [[1, 2], [3,", "a.geojson, line 2: is no GeoJSON"),
        ("a.geojson", "{\"type\": \"LineString\"}", "is no GeoJSON"),
        (
            "a.geojson",
            "[]",
            "a.geojson, line 1: is no GeoJSON: invalid type: sequence, expected GeoJson object (a track is",
        ),
        ("a.geojson", "", "is no GeoJSON"),
        ("a.geojson", "{\"type\": \"LineString\", \"coordinates\": [[1, 2], [3]]}", "(write [longitude, latitude])"),
        ("a.geojson", "{\"type\": \"LineString\", \"coordinates\": [[1, 2], [\"3\", 4]]}", "is no GeoJSON"),
        (
            "a.geojson",
            "{\"type\": \"LineString\", \"coordinates\": [[42.2, 130.3], [42, 131]]}",
            "position 1 of a line: the latitude 130.3 is not between -90 and 90 (latitude and longitude may be swapped: GeoJSON writes",
        ),
        ("a.geojson", "{\"type\": \"Point\", \"coordinates\": [1, 2]}", "has no line in it: 1 point is left out"),
    ] {
        let complaint = complaint(name, content);
        assert!(complaint.contains(expected), "{content}\n{complaint}\n{expected}");
    }
}

#[test]
fn geojson_in_another_coordinate_system_is_refused() {
    let with = |crs: &str| {
        let crs = format!(r#""crs": {{"type": "name", "properties": {{"name": "{crs}"}}}}"#);
        format!(
            r#"{{"type": "FeatureCollection", {crs}, "features": [{{"type": "Feature", "properties": null,
            "geometry": {{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}}}]}}"#
        )
    };
    assert!(read_as("a.geojson", with("urn:ogc:def:crs:OGC:1.3:CRS84")).is_ok());
    assert!(
        complaint("a.geojson", with("urn:ogc:def:crs:EPSG::31370"))
            .contains("save it with the coordinate system WGS84")
    );
}

#[test]
fn what_is_not_utf8_is_told_with_its_line() {
    let latin1 = b"name,lat,lon\nK\xF6ln,50.9,7.0\nBonn,50.7,7.1\n";
    assert!(complaint("a.csv", latin1).contains("a.csv, line 2: is not UTF-8 (save the file again"));
    let utf16: Vec<u8> = GPX.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(complaint("a.gpx", [&[0xFF, 0xFE], &utf16[..]].concat()).contains("is not UTF-8"));
}
