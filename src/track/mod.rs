//! Lines that the user brings beside the route file: GeoJSON, GPX, KML and CSV.
//!
//! [`read`] opens the file, which has to lie in the route file's folder (`file`); a reader for its format takes positions
//! out of it (`geojson`, `gpx` and `kml` on `xml`, `csv`) and gathers them in parts (`gather`), and parts whose ends meet
//! are joined (`join`). What went wrong is a [`TrackError`] with the line of the file. [`drawing`] reads the same formats for
//! points and names as well, to start a route file from.

mod csv;
pub mod drawing;
mod error;
mod file;
mod gather;
mod geojson;
mod gpx;
mod join;
mod kml;
mod xml;

use std::path::Path;

use geo::{LineString, MultiLineString};

pub use error::TrackError;
pub use file::LIMIT_MB;

/// A line that the user brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// WGS84, x the longitude within ±180 and y the latitude, in the order of the file. One part follows another where
    /// they don't meet; each has at least two vertices. A piece that crosses ±180° goes the shorter way round.
    pub line: MultiLineString,
    /// From the end of each part to the start of the next, in kilometres: one less than there are parts.
    pub gaps_km: Vec<f64>,
    /// The file, as the route file names it.
    pub source: String,
    /// What of the file was left out, in sentences without a full stop.
    pub notes: Vec<String>,
}

/// Reads the track in the file `path`, which is named relative to `folder`, the folder of the route file.
///
/// The extension tells the format:
///
/// - `.geojson`, `.json`: the `LineString`s and `MultiLineString`s of a geometry, a feature or a collection
/// - `.gpx`: tracks, each segment a part; routes if there are no tracks
/// - `.kml`: `LineString`s and `gx:Track`s, also in a `MultiGeometry`
/// - `.csv`: one vertex a row, in columns `lat` and `lon` (or `latitude`, `longitude`) named in the first row; separated
///   by commas, semicolons or tabs
///
/// # Errors
/// If the file lies outside of `folder`, links and `..` resolved; if it cannot be read or is larger than
/// [`LIMIT_MB`]; if it is broken, isn't UTF-8, has no line, or a position that is not on the earth.
pub fn read(path: &Path, folder: &Path) -> Result<Track, TrackError> {
    let source = path.display().to_string();
    let gathered = file::text(path, folder).and_then(|text| gathered(path, &text));
    match gathered.and_then(gather::Gathered::finish) {
        Ok((parts, notes)) => {
            let (parts, gaps_km) = join::join(parts);
            Ok(Track { line: MultiLineString(parts), gaps_km, source, notes })
        }
        Err(problem) => Err(problem.of(source)),
    }
}

/// The lines of a file of the user's own, one by one as they stand in it, and what of it was left out; the formats are those of
/// [`read`]. The file may lie anywhere: it is named on the command line, and not by a route file that somebody else wrote.
///
/// # Errors
/// As [`read`], but for where the file lies.
pub fn read_lines(path: &Path) -> Result<(Vec<LineString>, Vec<String>), TrackError> {
    let gathered = file::text_anywhere(path).and_then(|text| gathered(path, &text));
    gathered.and_then(gather::Gathered::finish).map_err(|problem| problem.of(path.display().to_string()))
}

fn gathered(path: &Path, text: &str) -> Result<gather::Gathered, error::Problem> {
    match file::extension(path).as_str() {
        "geojson" | "json" => geojson::read(text),
        "gpx" => gpx::read(text),
        "kml" => kml::read(text),
        "csv" => csv::read(text),
        other => Err(file::unknown(other)),
    }
}
