//! A layer as a table.

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params, params_from_iter};
use serde_json::Value;

use super::super::attributes::{Attribute, Geometry, Layer, Type};
use super::super::features::Filled;
use super::blob::{self, Bounds};
use super::index;
use super::schema::WGS84;

/// The column of geometries.
pub(super) const GEOMETRY: &str = "geom";

/// What stands in the column of geometries.
pub(super) fn geometry_type(layer: &Layer) -> Option<&'static str> {
    match layer.geometry {
        Geometry::Points => Some("POINT"),
        Geometry::Lines => Some("MULTILINESTRING"),
        Geometry::Areas => Some("MULTIPOLYGON"),
        Geometry::Nothing => None,
    }
}

/// Makes the layer's table, fills it, and puts it into the lists of what the package has.
pub(super) fn write(package: &Connection, filled: &Filled, stamp: &str) -> rusqlite::Result<()> {
    let layer = filled.layer;
    let geometry = geometry_type(layer);
    package.execute_batch(&definition(layer, geometry))?;
    let bounds = fill(package, filled)?;
    let edge = |at: usize| bounds.map(|bounds| bounds[at]);
    package.execute(
        "INSERT INTO gpkg_contents VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            layer.name,
            if geometry.is_some() { "features" } else { "attributes" },
            layer.meaning,
            stamp,
            edge(0),
            edge(1),
            edge(2),
            edge(3),
            geometry.map(|_| WGS84),
        ],
    )?;
    if let Some(geometry) = geometry {
        package.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, ?3, ?4, 0, 0)",
            params![layer.name, GEOMETRY, geometry, WGS84],
        )?;
        index::write(package, filled)?;
    }
    let mut describe = package.prepare("INSERT INTO gpkg_data_columns VALUES (?1, ?2, NULL, NULL, ?3, NULL, NULL)")?;
    for attribute in layer.attributes {
        describe.execute(params![layer.name, attribute.name, attribute.meaning])?;
    }
    Ok(())
}

fn definition(layer: &Layer, geometry: Option<&str>) -> String {
    let geometry = geometry.map(|kind| format!("\"{GEOMETRY}\" {kind}"));
    let attributes = layer.attributes.iter().map(|attribute| format!("\"{}\" {}", attribute.name, attribute.of.name()));
    let columns: Vec<String> = std::iter::once("\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL".to_owned())
        .chain(geometry)
        .chain(attributes)
        .collect();
    format!("CREATE TABLE \"{}\" ({})", layer.name, columns.join(", "))
}

/// One row for each feature, numbered from 1. What comes back is the rectangle that holds all.
fn fill(package: &Connection, filled: &Filled) -> rusqlite::Result<Option<Bounds>> {
    let layer = filled.layer;
    let has_geometry = geometry_type(layer).is_some();
    let count = 1 + usize::from(has_geometry) + layer.attributes.len();
    let marks: Vec<String> = (1..=count).map(|number| format!("?{number}")).collect();
    let mut insert = package.prepare(&format!("INSERT INTO \"{}\" VALUES ({})", layer.name, marks.join(", ")))?;
    let mut all: Option<Bounds> = None;
    for (number, feature) in (1..).zip(&filled.features) {
        let mut cells = vec![Cell::Integer(number)];
        if has_geometry {
            cells.push(blob::blob(&feature.shape).map_or(Cell::Null, Cell::Blob));
            if let Some(bounds) = blob::bounds(&feature.shape) {
                all = Some(all.map_or(bounds, |all| blob::hull(all, bounds)));
            }
        }
        cells.extend(layer.attributes.iter().map(|attribute| cell(attribute, feature.attributes.get(attribute.name))));
        insert.execute(params_from_iter(cells))?;
    }
    Ok(all)
}

fn cell(attribute: &Attribute, value: Option<&Value>) -> Cell {
    match (attribute.of, value) {
        (_, None | Some(Value::Null)) => Cell::Null,
        (Type::Boolean, Some(Value::Bool(value))) => Cell::Integer(i64::from(*value)),
        (Type::Integer, Some(Value::Number(number))) => number.as_i64().map_or(Cell::Null, Cell::Integer),
        (Type::Real, Some(Value::Number(number))) => number.as_f64().map_or(Cell::Null, Cell::Real),
        (_, Some(Value::String(text))) => Cell::Text(text.clone()),
        (_, Some(other)) => Cell::Text(other.to_string()),
    }
}
