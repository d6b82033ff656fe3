//! `FlatGeobuf`: a file for each layer that is a map, its features in the order of its spatial index. What has no position is left out,
//! since the crate that writes has no features without a geometry.

use std::io;

use flatgeobuf::{ColumnType, FgbCrs, FgbWriter, FgbWriterOptions, GeometryType};
use geo::{LineString, Polygon};
use geozero::error::Result;
use geozero::{ColumnValue, FeatureProcessor, GeozeroDatasource};
use serde_json::Value;

use super::attributes::{Geometry, Layer, Type};
use super::features::{self, Feature, Filled, Shape};
use super::{Settings, credits};
use crate::journey::Journey;

/// A file for each layer, in the order of the layers.
pub(super) fn write(journey: &Journey, settings: Settings) -> io::Result<Vec<Vec<u8>>> {
    let credits = credits::dublin_core(journey).to_string();
    let layers = features::of(journey, settings);
    layers.iter().map(|filled| file(filled, &credits)).collect()
}

fn file(filled: &Filled, metadata: &str) -> io::Result<Vec<u8>> {
    let layer = filled.layer;
    // A line of several parts has another type than one of a single part, which readers take for nothing else.
    let in_parts = |feature: &Feature| matches!(&feature.shape, Shape::Lines(lines) if lines.0.len() > 1);
    let kind = match layer.geometry {
        Geometry::Points => GeometryType::Point,
        Geometry::Lines if !filled.features.iter().any(in_parts) => GeometryType::LineString,
        _ => GeometryType::Unknown,
    };
    let somewhere = || filled.features.iter().filter(|feature| !matches!(feature.shape, Shape::Nowhere));
    let options = FgbWriterOptions {
        // There is no tree of nothing.
        write_index: somewhere().next().is_some(),
        detect_type: false,
        promote_to_multi: false,
        description: Some(layer.meaning),
        metadata: Some(metadata),
        crs: FgbCrs { org: Some("EPSG"), code: 4326, ..FgbCrs::default() },
        ..FgbWriterOptions::default()
    };
    let mut writer = FgbWriter::create_with_options(layer.name, kind, options).map_err(io::Error::other)?;
    for attribute in layer.attributes {
        let kind = match attribute.of {
            Type::Text => ColumnType::String,
            Type::Integer => ColumnType::Long,
            Type::Real => ColumnType::Double,
            Type::Date => ColumnType::DateTime,
            Type::Boolean => ColumnType::Bool,
        };
        writer.add_column(attribute.name, kind, |builder, column| {
            column.description = Some(builder.create_string(attribute.meaning));
        });
    }
    for feature in somewhere() {
        writer.add_feature(Row { layer, feature }).map_err(io::Error::other)?;
    }
    let mut bytes = Vec::new();
    writer.write(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

/// A feature as the writer asks for it.
struct Row<'a> {
    layer: &'a Layer,
    feature: &'a Feature,
}

impl GeozeroDatasource for Row<'_> {
    fn process<P: FeatureProcessor>(&mut self, processor: &mut P) -> Result<()> {
        processor.feature_begin(0)?;
        processor.properties_begin()?;
        for (at, attribute) in self.layer.attributes.iter().enumerate() {
            let value = match (attribute.of, self.feature.attributes.get(attribute.name)) {
                (Type::Boolean, Some(Value::Bool(value))) => ColumnValue::Bool(*value),
                (Type::Integer, Some(Value::Number(number))) => ColumnValue::Long(number.as_i64().unwrap_or_default()),
                (Type::Real, Some(Value::Number(number))) => ColumnValue::Double(number.as_f64().unwrap_or_default()),
                (Type::Date, Some(Value::String(day))) => ColumnValue::DateTime(day),
                (_, Some(Value::String(text))) => ColumnValue::String(text),
                _ => continue,
            };
            processor.property(at, attribute.name, &value)?;
        }
        processor.properties_end()?;
        processor.geometry_begin()?;
        geometry(&self.feature.shape, processor)?;
        processor.geometry_end()?;
        processor.feature_end(0)
    }
}

fn geometry<P: FeatureProcessor>(shape: &Shape, processor: &mut P) -> Result<()> {
    match shape {
        Shape::Nowhere => Ok(()),
        Shape::Point(point) => {
            processor.point_begin(0)?;
            processor.xy(point.x(), point.y(), 0)?;
            processor.point_end(0)
        }
        Shape::Lines(lines) => {
            if let [only] = &lines.0[..] {
                return line(only, true, 0, processor);
            }
            processor.multilinestring_begin(lines.0.len(), 0)?;
            for (at, part) in lines.iter().enumerate() {
                line(part, false, at, processor)?;
            }
            processor.multilinestring_end(0)
        }
        Shape::Areas(areas) => {
            processor.multipolygon_begin(areas.0.len(), 0)?;
            for (at, part) in areas.iter().enumerate() {
                polygon(part, at, processor)?;
            }
            processor.multipolygon_end(0)
        }
    }
}

fn polygon<P: FeatureProcessor>(area: &Polygon, at: usize, processor: &mut P) -> Result<()> {
    processor.polygon_begin(false, 1 + area.interiors().len(), at)?;
    for (at, ring) in std::iter::once(area.exterior()).chain(area.interiors()).enumerate() {
        line(ring, false, at, processor)?;
    }
    processor.polygon_end(false, at)
}

/// `alone` where it is a geometry by itself.
fn line<P: FeatureProcessor>(line: &LineString, alone: bool, at: usize, processor: &mut P) -> Result<()> {
    processor.linestring_begin(alone, line.0.len(), at)?;
    for (at, vertex) in line.coords().enumerate() {
        processor.xy(vertex.x, vertex.y, at)?;
    }
    processor.linestring_end(alone, at)
}
