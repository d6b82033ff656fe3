//! `portolan attributes`

use std::process::ExitCode;

use portolan::export::attributes::{GROUND, LAYERS, SIMPLESTYLE};
use portolan::report::{Align, Table};
use serde::Serialize;

use super::args::{AttributesArgs, Format};
use super::failure::Failure;
use super::{load, output};

#[derive(Serialize)]
struct Attributes {
    attributes: Vec<Row>,
}

/// An attribute of a layer.
#[derive(Serialize)]
struct Row {
    layer: &'static str,
    attribute: &'static str,
    #[serde(rename = "type")]
    of: &'static str,
    meaning: &'static str,
}

pub fn run(args: &AttributesArgs) -> Result<ExitCode, Failure> {
    let rows = rows();
    let text = match args.format {
        Format::Text => table(&rows).text(),
        Format::Json => load::json(&Attributes { attributes: rows }),
        Format::Csv => table(&rows).csv(),
        Format::Markdown => table(&rows).markdown(),
    };
    output::write_to(&args.output, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn rows() -> Vec<Row> {
    let layers = LAYERS.iter().chain(&GROUND);
    let of_layers = layers.flat_map(|layer| layer.attributes.iter().map(|attribute| (layer.name, attribute)));
    let simplestyle = SIMPLESTYLE.iter().map(|attribute| ("(GeoJSON)", attribute));
    of_layers
        .chain(simplestyle)
        .map(|(layer, attribute)| Row {
            layer,
            attribute: attribute.name,
            of: attribute.of.name(),
            meaning: attribute.meaning,
        })
        .collect()
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["layer", "attribute", "type", "meaning"].map(|column| (column, Align::Left)));
    table.rows =
        rows.iter().map(|row| [row.layer, row.attribute, row.of, row.meaning].map(str::to_owned).to_vec()).collect();
    table
}
