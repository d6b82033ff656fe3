//! `GeoPackage` 1.3, which is `SQLite`: a table for each layer with its R-tree, the sources as a table of attributes, and
//! `layer_styles`, from which QGIS draws the layers as portolan does.
//!
//! The database is built in memory (`schema` what every package has, `table` the layers, `index` their R-trees) and comes
//! out as bytes, so that it is written to its place like any other format, and is the same on every run.

mod blob;
mod index;
mod schema;
mod styles;
mod table;

use std::io;

use rusqlite::{Connection, MAIN_DB};

use crate::journey::Journey;

use super::credits;
use super::features::{self, Filled};

/// The day that is written where neither the clock may be read nor a source has a date.
const NO_DATE: &str = "2000-01-01";

/// The package of a journey, with these layers.
pub(super) fn write(journey: &Journey, layers: &[Filled]) -> io::Result<Vec<u8>> {
    build(journey, layers).map_err(io::Error::other)
}

fn build(journey: &Journey, layers: &[Filled]) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    let package = connection.transaction()?;
    let day = features::dated(journey).unwrap_or_else(|| NO_DATE.to_owned());
    let stamp = format!("{day}T00:00:00.000Z");
    schema::create(&package)?;
    for layer in layers {
        table::write(&package, layer, &stamp)?;
    }
    styles::write(&package, layers, &stamp)?;
    schema::describe(&package, &credits::dublin_core(journey).to_string(), &stamp)?;
    package.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}
