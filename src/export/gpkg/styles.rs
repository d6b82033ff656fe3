//! `layer_styles`, the table in which QGIS keeps the styles of a package's layers.
//!
//! It stands in `gpkg_contents`, since QGIS looks past it otherwise once the package has a table of attributes;
//! `f_geometry_column` has to be the layer's, and `update_time` ISO 8601 with T and Z, or the style is dropped.

use rusqlite::{Connection, params};

use super::super::features::Filled;
use super::super::{look, qgis};
use super::table::{GEOMETRY, geometry_type};

const TABLE: &str = r#"
CREATE TABLE layer_styles (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256), "f_table_schema" TEXT(256),
  "f_table_name" TEXT(256), "f_geometry_column" TEXT(256), "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT,
  "useAsDefault" BOOLEAN, "description" TEXT, "owner" TEXT(30), "ui" TEXT(30), "update_time" DATETIME
);
"#;

/// A default style for each layer with a geometry.
pub(super) fn write(package: &Connection, layers: &[Filled], stamp: &str) -> rusqlite::Result<()> {
    package.execute_batch(TABLE)?;
    let mut insert = package
        .prepare("INSERT INTO layer_styles VALUES (NULL, '', '', ?1, ?2, 'portolan', ?3, NULL, 1, ?4, '', NULL, ?5)")?;
    for filled in layers.iter().filter(|filled| geometry_type(filled.layer).is_some()) {
        let qml = qgis::qml(&look::look(filled, false)).unwrap_or_default();
        let qml = String::from_utf8_lossy(&qml);
        insert.execute(params![filled.layer.name, GEOMETRY, qml, "as portolan draws it", stamp])?;
    }
    package.execute(
        "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', \
         'how QGIS draws the layers', ?1, NULL, NULL, NULL, NULL, NULL)",
        [stamp],
    )?;
    Ok(())
}
