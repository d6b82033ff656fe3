//! GeoJSON as RFC 7946 has it: WGS84, cut at ±180°, no `crs`, six decimals.

use geo::Point;
use geojson::feature::Id;
use geojson::{Feature as GeoJsonFeature, FeatureCollection, Geometry, JsonObject};
use serde_json::json;

use crate::journey::Journey;
use crate::world;

use super::features::{self, Feature, Shape, degrees};

/// One collection of all layers; the property `layer` tells them apart.
pub(super) fn write(journey: &Journey) -> Vec<u8> {
    let route = &journey.route;
    let mut members = JsonObject::new();
    members.insert("title".to_owned(), json!(route.title));
    members.insert("subtitle".to_owned(), json!(route.subtitle));
    members.insert("note".to_owned(), json!(route.note));
    members.insert("boundaries".to_owned(), json!(route.boundaries));
    members.insert("sources".to_owned(), sources(journey));
    members.insert("credits".to_owned(), json!(credits(journey)));
    let collection = FeatureCollection {
        bbox: None,
        features: features::of(journey).into_iter().map(feature).collect(),
        foreign_members: Some(members),
    };
    let mut text = collection.to_string();
    text.push('\n');
    text.into_bytes()
}

fn credits(journey: &Journey) -> String {
    let rails = journey.rails.as_ref().map_or_else(String::new, |rails| {
        let licence = rails.licence.map_or_else(String::new, |licence| format!(" ({licence})"));
        format!("; rails: {}{licence}", rails.credit)
    });
    format!("{}{rails}", world::CREDITS)
}

fn sources(journey: &Journey) -> serde_json::Value {
    journey
        .route
        .sources
        .iter()
        .map(|source| {
            json!({
                "id": source.id,
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date.map(|date| date.to_string()),
                "url": source.url,
                "reliability": source.reliability,
                "credibility": source.credibility,
                "quotes": source.quotes.iter().map(|quoted| quoted.value.as_str()).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn feature(feature: Feature) -> GeoJsonFeature {
    let mut properties = JsonObject::new();
    properties.insert("layer".to_owned(), json!(feature.layer));
    properties.insert("id".to_owned(), json!(feature.id));
    properties.extend(feature.attributes);
    GeoJsonFeature {
        bbox: None,
        geometry: geometry(&feature.shape),
        id: Some(Id::String(format!("{}/{}", feature.layer, feature.id))),
        properties: Some(properties),
        foreign_members: None,
    }
}

fn geometry(shape: &Shape) -> Option<Geometry> {
    let position = |point: Point| [degrees(point.x()), degrees(point.y())];
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
    }
}

/// The line of a leg.
pub(super) fn leg_geometry(journey: &Journey, leg: usize) -> serde_json::Value {
    let track = journey.legs.get(leg).and_then(|leg| leg.track.as_ref());
    json!(geometry(&features::lines(track)))
}
