//! CSV as RFC 4180 has it: a table for each layer, its geometry as well-known text in the last column, `wkt`.
//!
//! A cell of words that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line end) gets
//! an apostrophe in front, by which spreadsheets know text. No other cell is changed.

use std::io;

use super::Settings;
use super::attributes::{Geometry, Type};
use super::features::{self, Filled};
use super::wkt::wkt;
use crate::journey::Journey;

/// A file for each layer, in the order of the layers.
pub(super) fn write(journey: &Journey, settings: Settings) -> io::Result<Vec<Vec<u8>>> {
    features::of(journey, settings).iter().chain(features::sources(journey).iter()).map(table).collect()
}

fn table(filled: &Filled) -> io::Result<Vec<u8>> {
    let layer = filled.layer;
    let has_geometry = layer.geometry != Geometry::Nothing;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let names = layer.attributes.iter().map(|attribute| attribute.name);
    writer.write_record(names.chain(has_geometry.then_some("wkt")))?;
    for feature in &filled.features {
        let cells = layer.attributes.iter().map(|attribute| {
            let text = feature.text(attribute.name);
            if attribute.of == Type::Text { guarded(text) } else { text }
        });
        writer.write_record(cells.chain(has_geometry.then(|| wkt(&feature.shape))))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}
