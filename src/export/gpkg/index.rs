//! The R-tree of a layer (OGC 12-128r18, F.3), with the triggers that keep it true when somebody edits the layer.

use rusqlite::{Connection, params};

use super::super::features::Filled;
use super::blob;
use super::table::GEOMETRY;

const TRIGGERS: &str = r#"
CREATE TRIGGER "rtree_LAYER_geom_insert" AFTER INSERT ON "LAYER"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_LAYER_geom" VALUES
  (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_LAYER_geom_update1" AFTER UPDATE OF "geom" ON "LAYER"
  WHEN OLD."fid" = NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_LAYER_geom" VALUES
  (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_LAYER_geom_update2" AFTER UPDATE OF "geom" ON "LAYER"
  WHEN OLD."fid" = NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_LAYER_geom" WHERE id = OLD."fid"; END;
CREATE TRIGGER "rtree_LAYER_geom_update3" AFTER UPDATE ON "LAYER"
  WHEN OLD."fid" != NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_LAYER_geom" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "rtree_LAYER_geom" VALUES
  (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_LAYER_geom_update4" AFTER UPDATE ON "LAYER"
  WHEN OLD."fid" != NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_LAYER_geom" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "rtree_LAYER_geom_delete" AFTER DELETE ON "LAYER" WHEN old."geom" NOT NULL
BEGIN DELETE FROM "rtree_LAYER_geom" WHERE id = OLD."fid"; END;
"#;

/// Indexes a layer that is filled.
pub(super) fn write(package: &Connection, filled: &Filled) -> rusqlite::Result<()> {
    let layer = filled.layer.name;
    package.execute_batch(&format!(
        "CREATE VIRTUAL TABLE \"rtree_{layer}_{GEOMETRY}\" USING rtree(id, minx, maxx, miny, maxy)"
    ))?;
    let mut insert =
        package.prepare(&format!("INSERT INTO \"rtree_{layer}_{GEOMETRY}\" VALUES (?1, ?2, ?3, ?4, ?5)"))?;
    for (number, feature) in (1_i64..).zip(&filled.features) {
        if let Some([west, south, east, north]) = blob::bounds(&feature.shape) {
            insert.execute(params![number, west, east, south, north])?;
        }
    }
    // The triggers speak of functions that only readers of packages have, so they come when all rows are there.
    package.execute_batch(&TRIGGERS.replace("LAYER", layer))?;
    package.execute(
        "INSERT INTO gpkg_extensions VALUES (?1, ?2, 'gpkg_rtree_index', \
         'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
        params![layer, GEOMETRY],
    )?;
    Ok(())
}
