//! What somebody drew elsewhere, points and lines with their names, and the route file that it makes.
//!
//! The readers (`geojson`, `xml` for GPX and KML, `csv`) know the formats that tracks come in; `draft` writes the file.

mod csv;
mod draft;
mod geojson;
mod xml;

use std::path::Path;

use geo::{Coord, LineString, Point};

use super::error::{Problem, TrackError};
use super::file;
use crate::route::Mode;

pub use draft::{Draft, draft};

/// Points and lines in the order of their file.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What was drawn.
    pub features: Vec<Drawn>,
    /// The file's name.
    pub source: String,
    /// How many areas were left out.
    pub areas: usize,
}

/// A point or a line that somebody drew.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// What it is called.
    pub name: Option<String>,
    /// The mode that one of its properties names.
    pub mode: Option<Mode>,
    /// Where it is.
    pub shape: Shape,
}

/// WGS84, x the longitude within ±180 and y the latitude.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A place.
    Point(Point),
    /// A way, of two vertices at least; parts of one feature are one way.
    Line(LineString),
}

/// Reads what was drawn in a .geojson, .gpx, .kml or .csv (rows of points with columns `lat` and `lon`).
///
/// # Errors
/// If the file cannot be read, is broken, or has neither a point nor a line in it.
pub fn read_drawing(path: &Path) -> Result<Drawing, TrackError> {
    let source = path.display().to_string();
    let read = file::text_anywhere(path).and_then(|text| match file::extension(path).as_str() {
        "geojson" | "json" => geojson::read(&text),
        "gpx" => xml::read(&text, "gpx"),
        "kml" => xml::read(&text, "kml"),
        "csv" => csv::read(&text),
        other => Err(file::unknown(other)),
    });
    match read {
        Ok(found) if found.features.is_empty() => {
            let problem = Problem::new("has neither a point nor a line in it");
            Err(problem.help("draw the places as points and the ways as lines").of(source))
        }
        Ok(found) => {
            let source = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(Drawing { features: found.features, source, areas: found.areas })
        }
        Err(problem) => Err(problem.of(source)),
    }
}

/// What a reader has found.
#[derive(Debug, Default)]
struct Found {
    features: Vec<Drawn>,
    areas: usize,
}

impl Found {
    /// Takes up a feature: its points each, its line if it has one.
    fn add(&mut self, properties: &Properties, points: Vec<Coord>, line: Vec<Coord>) {
        if properties.measured {
            return;
        }
        let drawn = |shape| Drawn { name: properties.name.clone(), mode: properties.mode, shape };
        let points = points.into_iter().map(|point| drawn(Shape::Point(Point(point))));
        self.features.extend(points);
        if line.iter().any(|vertex| Some(vertex) != line.first()) {
            self.features.push(drawn(Shape::Line(LineString(line))));
        }
    }
}

/// What the properties of a feature say.
#[derive(Debug, Default)]
struct Properties {
    name: Option<String>,
    mode: Option<Mode>,
    /// Whether it is what portolan exported of a claim: a line that was measured, and no way that cargo took.
    measured: bool,
}

impl Properties {
    /// Takes up a property; the first name and the first mode count.
    fn add(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match key.to_lowercase().as_str() {
            "name" | "title" | "label" if self.name.is_none() => self.name = Some(value.to_owned()),
            "layer" => self.measured |= value == "claims",
            "mode" | "transport" | "type" if self.mode.is_none() => self.mode = mode(value),
            _ => {}
        }
    }
}

/// The mode that a word stands for.
fn mode(word: &str) -> Option<Mode> {
    let word = word.to_lowercase();
    let other = match word.as_str() {
        "ship" | "vessel" | "ferry" | "maritime" => "sea",
        "barge" | "river" | "canal" => "inland-waterway",
        "train" | "railway" => "rail",
        "truck" | "lorry" | "car" => "road",
        "plane" | "aircraft" | "flight" => "air",
        same => same,
    };
    Mode::NAMES.iter().find(|(name, _)| *name == other).map(|(_, mode)| *mode)
}
