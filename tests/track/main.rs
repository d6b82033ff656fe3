//! Lines that the user brings: tracks beside the route file.
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "tests: one that cannot go on has failed")]

mod folder;
mod formats;
mod hostile;
mod mistakes;
mod parts;

use std::fs;
use std::path::Path;

use geo::{LineString, line_string};
use portolan::track::{Track, TrackError, read};
use tempfile::TempDir;

/// A folder with one file in it.
fn folder_with(name: &str, content: impl AsRef<[u8]>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), content).unwrap();
    folder
}

/// What is read from a file of that name and content.
fn read_as(name: &str, content: impl AsRef<[u8]>) -> Result<Track, TrackError> {
    read(Path::new(name), folder_with(name, content).path())
}

fn parts(track: &Track) -> &[LineString] {
    &track.line.0
}

/// The error as the user sees it, with the advice.
fn complaint(name: &str, content: impl AsRef<[u8]>) -> String {
    let error = read_as(name, content).unwrap_err();
    assert_eq!(error.file, name);
    format!("{error} ({})", error.help.as_deref().unwrap_or_default())
}

fn najin_to_dunay() -> LineString {
    line_string![(x: 130.3, y: 42.2333), (x: 131.0, y: 42.3), (x: 132.35, y: 42.88)]
}

const GEOJSON: &str = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": null, "geometry":
    {"type": "LineString", "coordinates": [[130.3, 42.2333], [131, 42.3], [132.35, 42.88]]}}]}"#;
const GPX: &str = r#"<?xml version="1.0"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
  <trk><name>Angara &amp; sisters</name><trkseg>
    <trkpt lat="42.2333" lon="130.3"/>
    <trkpt lon="131.0" lat="42.3"></trkpt>
    <trkpt lat="42.88" lon="132.35"/>
  </trkseg></trk>
</gpx>"#;
const KML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><LineString>
  <coordinates>
    130.3,42.2333 131,42.3
    132.35,42.88
  </coordinates>
</LineString></Placemark></Document></kml>"#;
const CSV: &str = "lat,lon\n42.2333,130.3\n42.3,131\n42.88,132.35\n";
