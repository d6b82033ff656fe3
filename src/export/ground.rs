//! The ground that the route is drawn on as layers: land, lakes, coasts and borders of what the sheet shows.
//!
//! All is cut at ±180° and at the seam of the map's projection as well, half a turn from its middle, since a program that
//! projects vertex by vertex would draw a line across the whole map where a polygon crosses it.

use geo::{Coord, LineString, MapCoords, Polygon};
use serde_json::{Value, json};

use super::attributes::GROUND;
use super::features::{Feature, Filled, Shape, areas, plain_lines};
use crate::geodesy::{Edges, cut_line, cut_polygon};
use crate::journey::Journey;
use crate::sheet::Ground;
use crate::world::{self, BorderClass};

/// How near the seam anything comes, in degrees: on it, the two sides are the same place.
const BESIDE_SEAM: f64 = 1e-5;
/// Longer edges than this, in degrees, get vertices between: over a pole, so that it is clear which way round they go.
const LONGEST_EDGE: f64 = 30.0;

/// The layers, from back to front.
pub(super) fn layers(journey: &Journey, ground: &Ground) -> Vec<Filled> {
    let scale = ground.scale.to_string();
    let middle = -ground.choice.rotation.lambda;
    let land = world::land(ground.scale, &ground.within);
    let lakes = world::lakes(ground.scale, &ground.within);
    let boundaries = journey.route.boundaries;
    let borders = world::border_lines(ground.scale, boundaries, &ground.within);
    let area = |polygon: &Polygon, attributes: Value| (areas(&cut_area(polygon, middle), Edges::Straight), attributes);
    let line = |line: &LineString, attributes: Value| (plain_lines(&cut_lines(line, middle)), attributes);
    let rows: [Vec<(Shape, Value)>; 4] = [
        land.iter().map(|polygon| area(polygon, json!({"scale": scale}))).collect(),
        lakes.iter().map(|lake| area(&lake.polygon, json!({"scale": scale, "rank": lake.rank}))).collect(),
        land.iter().flat_map(coasts).map(|ring| line(&ring, json!({"scale": scale}))).collect(),
        borders
            .iter()
            .map(|border| {
                let class = class(border.class);
                line(&border.line, json!({"scale": scale, "class": class, "boundaries": boundaries.to_string()}))
            })
            .collect(),
    ];
    GROUND.iter().zip(rows).map(|(layer, rows)| Filled { layer, features: features(rows) }).collect()
}

/// The route's own layers as a program can draw them that projects vertex by vertex: cut like the ground.
pub(super) fn cut_shapes(layers: &mut [Filled], ground: &Ground) {
    let middle = -ground.choice.rotation.lambda;
    for feature in layers.iter_mut().flat_map(|filled| &mut filled.features) {
        match &feature.shape {
            Shape::Areas(whole) => {
                let cut: Vec<Polygon> = whole.iter().flat_map(|polygon| cut_area(polygon, middle)).collect();
                feature.shape = areas(&cut, Edges::Straight);
            }
            Shape::Lines(whole) => {
                let cut: Vec<LineString> = whole.iter().flat_map(|line| cut_lines(line, middle)).collect();
                // What doesn't cross the seam stays as it is, to the digit.
                if cut.len() > whole.0.len() {
                    feature.shape = plain_lines(&cut);
                }
            }
            Shape::Point(_) | Shape::Nowhere => {}
        }
    }
}

fn features(rows: Vec<(Shape, Value)>) -> Vec<Feature> {
    (1..).zip(rows).map(|(number, (shape, attributes))| Feature::new(number.to_string(), shape, attributes)).collect()
}

fn cut_area(polygon: &Polygon, middle: f64) -> Vec<Polygon> {
    let turned = polygon.map_coords(|vertex| Coord { x: vertex.x - middle, y: vertex.y });
    let parts = cut_polygon(&turned, Edges::Straight).0;
    parts.into_iter().map(|part| stepped(&part.map_coords(|vertex| back(vertex, middle)))).collect()
}

fn cut_lines(line: &LineString, middle: f64) -> Vec<LineString> {
    let turned = line.map_coords(|vertex| Coord { x: vertex.x - middle, y: vertex.y });
    let parts = cut_line(&turned, Edges::Straight).0;
    parts.into_iter().map(|part| part.map_coords(|vertex| back(vertex, middle))).collect()
}

/// From the map's longitude to the earth's.
fn back(vertex: Coord, middle: f64) -> Coord {
    let most = 180.0 - BESIDE_SEAM;
    Coord { x: vertex.x.clamp(-most, most) + middle, y: vertex.y }
}

/// With vertices on edges that are long.
fn stepped(polygon: &Polygon) -> Polygon {
    let ring = |ring: &LineString| -> LineString {
        let steps = ring.lines().flat_map(|edge| {
            let count = ((edge.end.x - edge.start.x).abs() / LONGEST_EDGE).ceil().max(1.0);
            (0..count as usize).map(move |step| edge.start + (edge.end - edge.start) * (step as f64 / count))
        });
        LineString(steps.chain(ring.0.last().copied()).collect())
    };
    Polygon::new(ring(polygon.exterior()), polygon.interiors().iter().map(ring).collect())
}

/// The outlines. Of a ring round a pole the edge that closes it is nowhere on the earth.
fn coasts(polygon: &Polygon) -> Vec<LineString> {
    let mut rings: Vec<LineString> = std::iter::once(polygon.exterior()).chain(polygon.interiors()).cloned().collect();
    for ring in &mut rings {
        if ring.lines().last().is_some_and(|edge| (edge.end.x - edge.start.x).abs() >= 360.0) {
            ring.0.pop();
        }
    }
    rings
}

fn class(class: BorderClass) -> &'static str {
    match class {
        BorderClass::International => "international",
        BorderClass::Disputed => "disputed",
        BorderClass::LineOfControl => "line-of-control",
        BorderClass::Indefinite => "indefinite",
        BorderClass::Lease => "lease",
    }
}
