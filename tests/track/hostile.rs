//! Files that are made to do harm, or are broken.

use super::{CSV, GEOJSON, GPX, KML, complaint, parts, read_as};

#[test]
fn entities_are_never_expanded() {
    let mut laughs = String::from("<!DOCTYPE gpx [<!ENTITY e0 \"42\">");
    for level in 1..40 {
        laughs += &format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10));
    }
    laughs += "]>";
    let gpx =
        format!("{laughs}\n<gpx><name>&e39;</name><trk><trkseg><trkpt lat=\"&e39;\" lon=\"1\"/></trkseg></trk></gpx>");
    assert!(complaint("a.gpx", gpx).contains("a.gpx, line 2: lat is “&e39;”, which is no number"));
    let kml = format!("{laughs}\n<kml><LineString><coordinates>1,1 &e39;</coordinates></LineString></kml>");
    assert!(complaint("a.kml", kml).contains("a.kml, line 2: “&e39;” stands among the positions"));
    let outside = "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><name>&x;</name></gpx>";
    assert!(complaint("a.gpx", outside).contains("has no line in it"));
}

#[test]
fn deep_nesting_does_no_harm() {
    let depth = 200_000;
    let xml = format!("<kml>{}{}</kml>", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(complaint("a.kml", xml).contains("has no line in it"));
    let json = format!("{{\"type\": \"LineString\", \"coordinates\": {}", "[".repeat(depth));
    assert!(complaint("a.geojson", json).contains("is no GeoJSON"));
    let collection = "{\"type\": \"GeometryCollection\", \"geometries\": [".repeat(depth);
    assert!(complaint("a.geojson", collection).contains("is no GeoJSON"));
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_refused_but_never_a_panic() {
    for (name, content) in [("a.geojson", GEOJSON), ("a.gpx", GPX), ("a.kml", KML), ("a.csv", CSV)] {
        let whole = read_as(name, content).unwrap();
        for end in 0..content.len() {
            if let Ok(track) = read_as(name, &content[..end]) {
                // Only a table can be cut off and still be one, and what comes before the last row is then as it was.
                assert_eq!(name, "a.csv", "{}", &content[..end]);
                assert!(parts(&track)[0].0.len() >= 2);
                assert_eq!(parts(&track)[0].0[0], parts(&whole)[0].0[0]);
            }
        }
    }
}
