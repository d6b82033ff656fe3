//! GeoJSON as RFC 7946 has it: WGS84, cut at ±180°, `bbox`, six decimals, no `crs`.

mod bounds;
mod simplestyle;

use std::io;

use geo::{Point, Polygon};
use geojson::feature::Id;
use geojson::{Feature as GeoJsonFeature, FeatureCollection, Geometry, JsonObject};
use serde_json::{Value, json};

use crate::journey::Journey;

use super::attributes::Geometry as Kind;
use super::features::{self, Feature, Filled, Shape};
use super::look;
use super::{Settings, credits, qgis};

/// One collection of all layers; the property `layer` tells them apart.
pub(super) fn write(journey: &Journey, settings: Settings) -> Vec<u8> {
    let layers = features::of(journey, settings);
    collection(journey, &layers.iter().collect::<Vec<_>>())
}

/// Points, lines, and areas where there are any; each with the style that QGIS looks for beside the file.
pub(super) fn write_split(journey: &Journey, settings: Settings) -> io::Result<Vec<Vec<u8>>> {
    let layers = features::of(journey, settings);
    let mut files = Vec::new();
    for kind in [Kind::Points, Kind::Lines, Kind::Areas] {
        let layers: Vec<&Filled> = layers.iter().filter(|filled| filled.layer.geometry == kind).collect();
        if layers.is_empty() {
            continue;
        }
        files.push(collection(journey, &layers));
        files.push(qgis::qml(&look::together(&layers, kind))?);
    }
    Ok(files)
}

fn collection(journey: &Journey, layers: &[&Filled]) -> Vec<u8> {
    let route = &journey.route;
    let mut members = JsonObject::new();
    members.insert("title".to_owned(), json!(route.title));
    members.insert("subtitle".to_owned(), json!(route.subtitle));
    members.insert("note".to_owned(), json!(route.note));
    members.insert("boundaries".to_owned(), json!(route.boundaries));
    let sources = features::sources(journey).map(|filled| filled.features).unwrap_or_default();
    members.insert("sources".to_owned(), sources.into_iter().map(|source| Value::Object(source.attributes)).collect());
    members.insert("credits".to_owned(), json!(credits::credits(journey)));
    let shapes = || layers.iter().flat_map(|filled| &filled.features).map(|feature| &feature.shape);
    let collection = FeatureCollection {
        bbox: bounds::of(shapes()),
        features: layers
            .iter()
            .flat_map(|filled| filled.features.iter().map(|each| feature(filled.layer.name, each)))
            .collect(),
        foreign_members: Some(members),
    };
    let mut text = collection.to_string();
    text.push('\n');
    text.into_bytes()
}

fn feature(layer: &'static str, feature: &Feature) -> GeoJsonFeature {
    let mut properties = JsonObject::new();
    properties.insert("layer".to_owned(), json!(layer));
    properties.extend(feature.attributes.clone());
    properties.extend(simplestyle::properties(layer, feature));
    let bbox = match feature.shape {
        Shape::Lines(_) | Shape::Areas(_) => bounds::of(std::iter::once(&feature.shape)),
        Shape::Point(_) | Shape::Nowhere => None,
    };
    GeoJsonFeature {
        bbox,
        geometry: geometry(&feature.shape),
        id: Some(Id::String(format!("{layer}/{}", feature.id))),
        properties: Some(properties),
        foreign_members: None,
    }
}

fn geometry(shape: &Shape) -> Option<Geometry> {
    let position = |point: Point| [point.x(), point.y()];
    match shape {
        Shape::Nowhere => None,
        Shape::Point(point) => Some(Geometry::new_point(position(*point))),
        Shape::Lines(lines) => {
            let mut parts: Vec<Vec<[f64; 2]>> =
                lines.iter().map(|line| line.points().map(position).collect()).collect();
            match parts.len() {
                0 => None,
                1 => Some(Geometry::new_line_string(parts.remove(0))),
                _ => Some(Geometry::new_multi_line_string(parts)),
            }
        }
        Shape::Areas(areas) => {
            let rings = |area: &Polygon| -> Vec<Vec<[f64; 2]>> {
                let rings = std::iter::once(area.exterior()).chain(area.interiors());
                rings.map(|ring| ring.points().map(position).collect()).collect()
            };
            let mut parts: Vec<Vec<Vec<[f64; 2]>>> = areas.iter().map(rings).collect();
            match parts.len() {
                1 => Some(Geometry::new_polygon(parts.remove(0))),
                _ => Some(Geometry::new_multi_polygon(parts)),
            }
        }
    }
}

/// The line of a leg.
pub(super) fn leg_geometry(journey: &Journey, leg: usize) -> Value {
    let track = journey.legs.get(leg).and_then(|leg| leg.track.as_ref());
    json!(geometry(&features::lines(track, Settings::default())))
}
