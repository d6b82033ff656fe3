//! The journey as files for other programs: one file per format.
//!
//! Every format holds the same layers (`places`, `legs`, `claims`) and the same attributes, which
//! `features` makes once; a format only writes them down.

mod features;
mod geojson;

use serde_json::Value;

use crate::journey::Journey;

/// A format that a journey can be exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 7946.
    GeoJson,
}

impl Format {
    /// Every format with the extension that stands for it.
    pub const EXTENSIONS: [(&'static str, Format); 2] = [("geojson", Format::GeoJson), ("json", Format::GeoJson)];

    /// The format of a file with this extension.
    pub fn of_extension(extension: &str) -> Option<Format> {
        let extension = extension.to_ascii_lowercase();
        Format::EXTENSIONS.iter().find(|(known, _)| *known == extension).map(|(_, format)| *format)
    }

    /// The journey in this format.
    pub fn write(self, journey: &Journey) -> Vec<u8> {
        match self {
            Format::GeoJson => geojson::write(journey),
        }
    }
}

/// The line of a leg (counted from 0) as a GeoJSON geometry: cut at ±180°; `null` if it has none.
pub fn leg_geometry(journey: &Journey, leg: usize) -> Value {
    geojson::leg_geometry(journey, leg)
}
