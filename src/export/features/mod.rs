//! The journey as features: a layer, a shape, attributes. The attributes bear the names that `measure` and `check` use
//! and stand in the order of the table of attributes; intervals and lists are flat, so that a table can hold them.

mod bands;
mod claims;
mod legs;
mod places;
mod sources;

use geo::{LineString, MultiLineString, MultiPolygon, Point, Polygon};
use serde_json::{Map, Value};

use crate::geodesy::{self, Edges};
use crate::journey::Journey;
use crate::numerals::to_microdegree;
use crate::route::{Date, Spanned, days_in_month};

use super::Settings;
use super::attributes::Layer;
use super::densify::densify;

/// Where a feature is on the earth, cut at ±180°, to six decimals.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Point(Point),
    Lines(MultiLineString),
    /// Exteriors counter-clockwise.
    Areas(MultiPolygon),
    Nowhere,
}

/// One row of a layer.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    pub id: String,
    pub shape: Shape,
    /// One for each of the layer's, in its order.
    pub attributes: Map<String, Value>,
}

/// A layer with its features.
pub(super) struct Filled {
    pub layer: &'static Layer,
    pub features: Vec<Feature>,
}

/// The layers that are maps: all but the table of sources. That of bands only if the route's style has one.
pub(super) fn of(journey: &Journey, settings: Settings) -> Vec<Filled> {
    let bands = journey.route.style.band.as_ref().map(|_| ("bands", bands::features(journey)));
    [
        ("places", places::features(journey)),
        ("legs", legs::features(journey, settings)),
        ("claims", claims::features(journey, settings)),
    ]
    .into_iter()
    .chain(bands)
    .filter_map(|(name, features)| Some(Filled { layer: Layer::named(name)?, features }))
    .collect()
}

/// The table of sources.
pub(super) fn sources(journey: &Journey) -> Option<Filled> {
    Some(Filled { layer: Layer::named("sources")?, features: sources::features(journey) })
}

impl Feature {
    pub(super) fn new(id: String, shape: Shape, attributes: Value) -> Feature {
        let attributes = match attributes {
            Value::Object(attributes) => attributes,
            _ => Map::new(),
        };
        Feature { id, shape, attributes }
    }

    /// The attribute as text; empty if it has no value.
    pub fn text(&self, name: &str) -> String {
        match self.attributes.get(name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }
}

/// A line as geodesics, cut at ±180°. A line of no length is nowhere: GeoJSON wants two positions that differ.
pub(super) fn lines(line: Option<&LineString>, settings: Settings) -> Shape {
    let Some(line) = line else { return Shape::Nowhere };
    let cut = geodesy::cut_line(&densify(line, settings.within_km), Edges::Geodesic);
    let parts: Vec<LineString> = cut.0.into_iter().map(rounded).filter(|part| part.0.len() > 1).collect();
    if parts.is_empty() { Shape::Nowhere } else { Shape::Lines(MultiLineString(parts)) }
}

/// Lines that are straight on a plate of longitude and latitude, cut at ±180°.
pub(super) fn plain_lines(lines: &[LineString]) -> Shape {
    let parts = lines.iter().flat_map(|line| geodesy::cut_line(line, Edges::Straight).0);
    let parts: Vec<LineString> = parts.map(rounded).filter(|part| part.0.len() > 1).collect();
    if parts.is_empty() { Shape::Nowhere } else { Shape::Lines(MultiLineString(parts)) }
}

/// Areas, cut at ±180°, exteriors counter-clockwise.
pub(super) fn areas(polygons: &[Polygon], edges: Edges) -> Shape {
    let ring = |ring: &LineString| {
        let ring = rounded(ring.clone());
        // Three corners and the first again.
        (ring.0.len() > 3).then_some(ring)
    };
    let parts: Vec<Polygon> = polygons
        .iter()
        .flat_map(|polygon| geodesy::cut_polygon(polygon, edges))
        .filter_map(|part| {
            Some(Polygon::new(ring(part.exterior())?, part.interiors().iter().filter_map(ring).collect()))
        })
        .collect();
    if parts.is_empty() { Shape::Nowhere } else { Shape::Areas(MultiPolygon(parts)) }
}

/// To six decimals, without vertices that are the same then.
fn rounded(line: LineString) -> LineString {
    let mut vertices: Vec<geo::Coord> = line
        .0
        .into_iter()
        .map(|vertex| geo::Coord { x: to_microdegree(vertex.x), y: to_microdegree(vertex.y) })
        .collect();
    vertices.dedup();
    LineString(vertices)
}

fn list(items: &[Spanned<String>]) -> String {
    items.iter().map(|item| item.value.as_str()).collect::<Vec<_>>().join("; ")
}

fn first_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn last_day(date: Date) -> String {
    let month = date.month.unwrap_or(12);
    let day = date.day.unwrap_or_else(|| days_in_month(date.year, month));
    format!("{:04}-{month:02}-{day:02}", date.year)
}

/// The last day that any source can have been published on: the date of what is written, since the clock is not read.
pub(super) fn dated(journey: &Journey) -> Option<String> {
    journey.route.sources.iter().filter_map(|source| source.date).max_by_key(|date| date.last_day()).map(last_day)
}
