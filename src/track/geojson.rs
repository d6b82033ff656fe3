//! GeoJSON as RFC 7946 has it, which is WGS84 with the longitude first.

use geojson::{Error, GeoJson, Geometry, GeometryValue, JsonObject, Position};

use super::error::{Problem, shown};
use super::gather::Gathered;

pub(super) fn read(text: &str) -> Result<Gathered, Problem> {
    let mut gathered = Gathered::new("GeoJSON writes [longitude, latitude]");
    match text.parse::<GeoJson>().map_err(|error| broken(&error))? {
        GeoJson::Geometry(geometry) => read_geometry(&geometry, &mut gathered)?,
        GeoJson::Feature(feature) => {
            check_crs(feature.foreign_members.as_ref())?;
            read_feature(feature.geometry.as_ref(), &mut gathered)?;
        }
        GeoJson::FeatureCollection(collection) => {
            check_crs(collection.foreign_members.as_ref())?;
            for (index, feature) in collection.features.iter().enumerate() {
                read_feature(feature.geometry.as_ref(), &mut gathered)
                    .map_err(|problem| problem.about(&format!("feature {}", index + 1)))?;
            }
        }
    }
    Ok(gathered)
}

fn read_feature(geometry: Option<&Geometry>, gathered: &mut Gathered) -> Result<(), Problem> {
    let Some(geometry) = geometry else {
        gathered.leave_out("feature without a geometry");
        return Ok(());
    };
    read_geometry(geometry, gathered)
}

fn read_geometry(geometry: &Geometry, gathered: &mut Gathered) -> Result<(), Problem> {
    check_crs(geometry.foreign_members.as_ref())?;
    match &geometry.value {
        GeometryValue::LineString { coordinates } => read_line(coordinates, gathered),
        GeometryValue::MultiLineString { coordinates } => {
            coordinates.iter().try_for_each(|line| read_line(line, gathered))
        }
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().try_for_each(|geometry| read_geometry(geometry, gathered))
        }
        GeometryValue::Point { .. } | GeometryValue::MultiPoint { .. } => {
            gathered.leave_out("point");
            Ok(())
        }
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => {
            gathered.leave_out("polygon");
            Ok(())
        }
    }
}

fn read_line(line: &[Position], gathered: &mut Gathered) -> Result<(), Problem> {
    for (index, position) in line.iter().enumerate() {
        let vertex = match position.as_slice() {
            [lon, lat] => gathered.vertex(*lat, *lon),
            [lon, lat, ..] => {
                gathered.elevation();
                gathered.vertex(*lat, *lon)
            }
            _ => Err(Problem::new("a position has at least two numbers").help("write [longitude, latitude]")),
        };
        vertex.map_err(|problem| problem.about(&format!("position {} of a line", index + 1)))?;
    }
    gathered.end_part();
    Ok(())
}

/// The first edition of GeoJSON let a file name another coordinate system.
pub(super) fn check_crs(members: Option<&JsonObject>) -> Result<(), Problem> {
    let Some(crs) = members.and_then(|members| members.get("crs")).filter(|crs| !crs.is_null()) else { return Ok(()) };
    let text = crs.to_string();
    if text.contains("CRS84") || text.contains("4326") {
        return Ok(());
    }
    let help = "save it with the coordinate system WGS84 (EPSG:4326) and without \"crs\"";
    Err(Problem::new(format!("its coordinate system is {}", shown(&text))).help(help))
}

pub(super) fn broken(error: &Error) -> Problem {
    let help = "a track is a LineString or MultiLineString, or a Feature or FeatureCollection with such";
    let text = error.to_string();
    // The crate says several times what it was doing, and serde_json where.
    let text = text.rsplit("GeoJSON: ").next().unwrap_or(&text);
    let text = text.split(" at line ").next().unwrap_or(text);
    let problem = Problem::new(format!("is no GeoJSON: {text}")).help(help);
    match error {
        Error::MalformedGeoJson(error) if error.line() > 0 => problem.line(error.line()),
        _ => problem,
    }
}
