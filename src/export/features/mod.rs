//! The journey as features: a layer, a shape, attributes. The attributes bear the names that `measure` and `check` use
//! and stand in the order of the table of attributes; intervals and lists are flat, so that a table can hold them.

mod bands;
mod claims;
mod legs;
mod places;
mod rings;
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

/// The layers that are maps: all but the table of sources. Bands and rings only if the route's style has such.
pub(super) fn of(journey: &Journey, settings: Settings) -> Vec<Filled> {
    let style = &journey.route.style;
    let bands = style.band.as_ref().map(|_| ("bands", bands::features(journey)));
    let rings = style.rings.as_ref().map(|_| ("rings", rings::features(journey, settings)));
    [
        ("places", places::features(journey)),
        ("legs", legs::features(journey, settings)),
        ("claims", claims::features(journey, settings)),
    ]
    .into_iter()
    .chain(bands)
    .chain(rings)
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
    let mut parts: Vec<LineString> = Vec::new();
    for part in cut.0.into_iter().map(rounded).filter(|part| part.0.len() > 1) {
        match parts.last_mut() {
            // Between them it went to the other side by less than is written.
            Some(before) if before.0.last() == part.0.first() => before.0.extend(part.0.into_iter().skip(1)),
            _ => parts.push(part),
        }
    }
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
        let ring = unspiked(&rounded(ring.clone()));
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

/// A ring without ways that come back on themselves: of an area that is cut along one meridian and then along another, the
/// first cut may be left as such.
fn unspiked(ring: &LineString) -> LineString {
    let mut vertices: Vec<geo::Coord> = Vec::with_capacity(ring.0.len());
    // The last is the first again.
    for vertex in ring.0.iter().take(ring.0.len().saturating_sub(1)).copied() {
        if vertices.len() > 1 && vertices[vertices.len() - 2] == vertex {
            vertices.pop();
        } else {
            vertices.push(vertex);
        }
    }
    // The same over the place where the ring begins.
    while let [first, second, .., before, last] = vertices[..] {
        if before == first {
            vertices.truncate(vertices.len() - 2);
        } else if last == second {
            vertices.pop();
            vertices.remove(0);
        } else {
            break;
        }
    }
    vertices.extend(vertices.first().copied());
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

#[cfg(test)]
mod tests {
    use super::*;
    use geo::line_string;

    #[test]
    fn ways_that_come_back_on_themselves_are_taken_out_of_rings() {
        let square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];
        let plain: LineString = square.into_iter().chain([square[0]]).collect();
        assert_eq!(unspiked(&plain), plain);
        // Two ways out and back at the end; one at the beginning, the tip first, or last.
        let twice = line_string![(x: 0.0, y: 0.0), (x: 4.0, y: 0.0), (x: 4.0, y: 4.0), (x: 0.0, y: 4.0), (x: 0.0, y: 9.0),
            (x: 0.0, y: 4.0), (x: 0.0, y: 7.0), (x: 0.0, y: 4.0), (x: 0.0, y: 0.0)];
        let tip_first = line_string![(x: -3.0, y: 0.0), (x: 0.0, y: 0.0), (x: 4.0, y: 0.0), (x: 4.0, y: 4.0), (x: 0.0, y: 4.0),
            (x: 0.0, y: 0.0), (x: -3.0, y: 0.0)];
        let tip_last = line_string![(x: 0.0, y: 0.0), (x: 4.0, y: 0.0), (x: 4.0, y: 4.0), (x: 0.0, y: 4.0), (x: 0.0, y: 0.0),
            (x: -3.0, y: 0.0), (x: 0.0, y: 0.0)];
        for spiked in [twice, tip_first, tip_last] {
            let ring = unspiked(&spiked);
            let mut corners: Vec<(f64, f64)> = ring.0[1..].iter().map(|at| (at.x, at.y)).collect();
            corners.sort_by(|a, b| a.partial_cmp(b).expect("figures"));
            assert_eq!(corners, [(0.0, 0.0), (0.0, 4.0), (4.0, 0.0), (4.0, 4.0)]);
            assert_eq!(ring.0.first(), ring.0.last());
        }
    }
}
