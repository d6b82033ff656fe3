//! Features of GeoJSON, their points and lines.

use geo::Coord;
use geojson::{Feature, GeoJson, Geometry, GeometryValue, Position};
use serde_json::Value;

use super::super::error::Problem;
use super::super::gather::Gathered;
use super::super::geojson::{broken, check_crs};
use super::{Found, Properties};

pub(super) fn read(text: &str) -> Result<Found, Problem> {
    let mut found = Found::default();
    match text.parse::<GeoJson>().map_err(|error| broken(&error))? {
        GeoJson::Geometry(geometry) => read_geometry(&geometry, &Properties::default(), &mut found)?,
        GeoJson::Feature(feature) => {
            check_crs(feature.foreign_members.as_ref())?;
            read_feature(&feature, &mut found)?;
        }
        GeoJson::FeatureCollection(collection) => {
            check_crs(collection.foreign_members.as_ref())?;
            for (index, feature) in collection.features.iter().enumerate() {
                read_feature(feature, &mut found)
                    .map_err(|problem| problem.about(&format!("feature {}", index + 1)))?;
            }
        }
    }
    Ok(found)
}

fn read_feature(feature: &Feature, found: &mut Found) -> Result<(), Problem> {
    let Some(geometry) = &feature.geometry else { return Ok(()) };
    let mut properties = Properties::default();
    for (key, value) in feature.properties.iter().flatten() {
        if let Value::String(value) = value {
            properties.add(key, value);
        }
    }
    read_geometry(geometry, &properties, found)
}

fn read_geometry(geometry: &Geometry, properties: &Properties, found: &mut Found) -> Result<(), Problem> {
    check_crs(geometry.foreign_members.as_ref())?;
    let points = |positions: &[Position]| vertices(positions);
    match &geometry.value {
        GeometryValue::Point { coordinates } => {
            found.add(properties, points(std::slice::from_ref(coordinates))?, Vec::new());
        }
        GeometryValue::MultiPoint { coordinates } => found.add(properties, points(coordinates)?, Vec::new()),
        GeometryValue::LineString { coordinates } => found.add(properties, Vec::new(), vertices(coordinates)?),
        GeometryValue::MultiLineString { coordinates } => {
            let parts: Vec<Vec<Coord>> = coordinates.iter().map(|line| vertices(line)).collect::<Result<_, _>>()?;
            found.add(properties, Vec::new(), parts.concat());
        }
        GeometryValue::GeometryCollection { geometries } => {
            for geometry in geometries {
                read_geometry(geometry, properties, found)?;
            }
        }
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => found.areas += 1,
    }
    Ok(())
}

fn vertices(positions: &[Position]) -> Result<Vec<Coord>, Problem> {
    let mut gathered = Gathered::new("GeoJSON writes [longitude, latitude]");
    for position in positions {
        match position.as_slice() {
            [lon, lat, ..] => gathered.vertex(*lat, *lon)?,
            _ => return Err(Problem::new("a position has at least two numbers").help("write [longitude, latitude]")),
        }
    }
    Ok(gathered.take())
}
