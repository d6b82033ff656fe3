//! The journey as files for other programs: one file (or folder) per format.
//!
//! `attributes` is the table of what each layer holds; `features` makes the layers once, lines densified (`densify`) and
//! cut at ±180°; `style` says how they look; a format only writes them down: `geojson`, `gpkg` (`GeoPackage`), `csv`,
//! `fgb` (`FlatGeobuf`), `kml`, `gpx`, `jsonld`. What QGIS wants besides is made in `qgis`, and the map's ground in `ground`.

pub mod attributes;
mod credits;
mod csv;
mod densify;
mod features;
mod fgb;
mod geojson;
mod gpkg;
mod gpx;
mod ground;
mod jsonld;
mod kml;
mod look;
mod qgis;
mod style;
mod wkt;
mod xml;
mod zip;

use std::io;

use serde_json::Value;

use crate::journey::Journey;
use crate::route::Route;
use crate::sheet::ground;
use features::Filled;

/// A format that a journey can be exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 7946: one collection of all layers.
    GeoJson,
    /// OGC `GeoPackage` 1.3 with styles for QGIS.
    GeoPackage,
    /// RFC 4180: a table for each layer, geometries as well-known text.
    Csv,
    /// A file for each layer that is a map.
    FlatGeobuf,
    /// OGC KML 2.2.
    Kml,
    /// GPX 1.1: waypoints and routes.
    Gpx,
    /// The claims as schema.org's `ClaimReview`, the sources in PROV's terms.
    JsonLd,
    /// A project of QGIS, with the `GeoPackage` that it draws beside it: the route on its ground.
    Qgis,
}

/// How to export.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// How far a straight reading of longitudes and latitudes may stray from the geodesics, in km.
    pub within_km: f64,
    /// Whether GeoJSON is written as a file for each type of geometry, each with a style for QGIS beside it.
    pub split: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { within_km: 0.1, split: false }
    }
}

/// A file that a format is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What stands between the name and the extension: `route.legs.csv`; nothing where there is only one file.
    pub infix: Option<&'static str>,
    /// The extension, where it is not the one that was asked for.
    pub extension: Option<&'static str>,
}

const WHOLE: Part = Part { infix: None, extension: None };
const POINTS: [Part; 2] = [part("points", None), part("points", Some("qml"))];
const LINES: [Part; 2] = [part("lines", None), part("lines", Some("qml"))];
const AREAS: [Part; 2] = [part("areas", None), part("areas", Some("qml"))];

/// A project's package, and the project, which comes last: once it is there, all that it names is.
const PROJECT: [Part; 2] = [Part { infix: None, extension: Some("gpkg") }, WHOLE];

const fn part(infix: &'static str, extension: Option<&'static str>) -> Part {
    Part { infix: Some(infix), extension }
}

impl Format {
    /// Every format with the extension that stands for it.
    pub const EXTENSIONS: [(&'static str, Format); 9] = [
        ("geojson", Format::GeoJson),
        ("json", Format::GeoJson),
        ("gpkg", Format::GeoPackage),
        ("csv", Format::Csv),
        ("kml", Format::Kml),
        ("fgb", Format::FlatGeobuf),
        ("gpx", Format::Gpx),
        ("jsonld", Format::JsonLd),
        ("qgz", Format::Qgis),
    ];

    /// The format of a file with this extension.
    pub fn of_extension(extension: &str) -> Option<Format> {
        let extension = extension.to_ascii_lowercase();
        Format::EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, format)| *format)
    }

    /// The files that it is made of, in the order of [`Format::write`]. None is for areas where the route's style has no
    /// band, none for rings where it has none.
    pub fn parts(self, route: &Route, settings: Settings) -> Vec<Part> {
        let has_band = route.style.band.is_some();
        let layers = || {
            let shapes = [(has_band, "bands"), (route.style.rings.is_some(), "rings")];
            let shapes = shapes.into_iter().filter(|(has, _)| *has).map(|(_, name)| name);
            ["places", "legs", "claims"].into_iter().chain(shapes).map(|name| part(name, None))
        };
        match self {
            Format::Csv => layers().chain([part("sources", None)]).collect(),
            Format::FlatGeobuf => layers().collect(),
            Format::GeoJson if settings.split => {
                POINTS.into_iter().chain(LINES).chain(AREAS.into_iter().filter(|_| has_band)).collect()
            }
            Format::Qgis => PROJECT.to_vec(),
            _ => vec![WHOLE],
        }
    }

    /// The journey in this format: the bytes of each of its [`Format::parts`]. `name` is that of the file without its
    /// extension, by which a project finds its package.
    ///
    /// # Errors
    /// What the library that writes a format refuses; nothing that is in a journey makes it do so.
    pub fn write(self, journey: &Journey, settings: Settings, name: &str) -> io::Result<Vec<Vec<u8>>> {
        match self {
            Format::GeoJson if settings.split => geojson::write_split(journey, settings),
            Format::GeoJson => Ok(vec![geojson::write(journey, settings)]),
            Format::GeoPackage => Ok(vec![gpkg::write(journey, &layers(journey, settings))?]),
            Format::Qgis => project(journey, settings, name),
            Format::Csv => csv::write(journey, settings),
            Format::FlatGeobuf => fgb::write(journey, settings),
            Format::Kml => Ok(vec![kml::write(journey, settings)?]),
            Format::Gpx => Ok(vec![gpx::write(journey, settings)?]),
            Format::JsonLd => Ok(vec![jsonld::write(journey)]),
        }
    }
}

/// The layers of the route and the table of sources.
fn layers(journey: &Journey, settings: Settings) -> Vec<Filled> {
    features::of(journey, settings).into_iter().chain(features::sources(journey)).collect()
}

/// A project of QGIS and the package that it draws.
fn project(journey: &Journey, settings: Settings, name: &str) -> io::Result<Vec<Vec<u8>>> {
    let seen = ground(journey);
    let base = ground::layers(journey, &seen);
    let mut route = layers(journey, settings);
    ground::cut_shapes(&mut route, &seen);
    // From back to front, as on the sheet: the strip, the rings, what was measured, the legs, the places; the table of sources first.
    route.sort_by_key(|filled| {
        ["sources", "bands", "rings", "claims", "legs", "places"].iter().position(|name| *name == filled.layer.name)
    });
    let qgz = qgis::qgz(journey, &seen, name, &route, &base)?;
    route.extend(base);
    Ok(vec![gpkg::write(journey, &route)?, qgz])
}

/// The journey as GeoJSON: one collection of all layers.
pub fn geojson(journey: &Journey, settings: Settings) -> Vec<u8> {
    geojson::write(journey, settings)
}

/// The line of a leg (counted from 0) as a GeoJSON geometry: cut at ±180°; `null` if it has none.
pub fn leg_geometry(journey: &Journey, leg: usize) -> Value {
    geojson::leg_geometry(journey, leg)
}
