//! GPX 1.1 for receivers and their programs: places as waypoints, legs as routes.
//!
//! GPX has elements for a name, a description and a kind; all other attributes stand in `extensions`. What has no position
//! is left out, since a waypoint must have one; so are claims, bands and rings, which are no places to go to.

use std::io;

use geo::Point;

use super::attributes::Layer;
use super::features::{self, Feature, Shape};
use super::xml::Element;
use super::{Settings, credits};
use crate::journey::Journey;

/// The document.
pub(super) fn write(journey: &Journey, settings: Settings) -> io::Result<Vec<u8>> {
    let metadata = Element::new("metadata")
        .child(Element::of_text("name", &journey.route.title))
        .child(Element::of_text("desc", credits::description(journey)));
    let mut gpx = Element::new("gpx")
        .with("version", "1.1")
        .with("creator", "portolan")
        .with("xmlns", "http://www.topografix.com/GPX/1/1")
        .with("xmlns:portolan", NAMESPACE)
        .child(metadata);
    for filled in features::of(journey, settings) {
        match filled.layer.name {
            "places" => gpx = gpx.children(filled.features.iter().filter_map(|place| waypoint(filled.layer, place))),
            "legs" => gpx = gpx.children(filled.features.iter().filter_map(|leg| route(filled.layer, leg))),
            _ => {}
        }
    }
    gpx.document(None)
}

/// The attributes' namespace: a name, not an address.
const NAMESPACE: &str = "urn:portolan:attributes";

fn waypoint(layer: &Layer, place: &Feature) -> Option<Element> {
    let Shape::Point(point) = place.shape else { return None };
    let waypoint = position("wpt", point).child(Element::of_text("name", place.text("name")));
    Some(waypoint.child(Element::of_text("type", place.text("role"))).child(extensions(layer, place)))
}

fn route(layer: &Layer, leg: &Feature) -> Option<Element> {
    let Shape::Lines(lines) = &leg.shape else { return None };
    let name = format!("{} – {}", leg.text("from_name"), leg.text("to_name"));
    let mut positions: Vec<Point> = Vec::new();
    for line in lines {
        // A route goes on across ±180°: the second of two points that are one there is left out.
        let again = positions.last().is_some_and(|last| {
            line.points().next().is_some_and(|first| (last.x() + first.x(), last.y()) == (0.0, first.y()))
        });
        positions.extend(line.points().skip(usize::from(again)));
    }
    Some(
        Element::new("rte")
            .child(Element::of_text("name", name))
            .child(Element::of_text("number", leg.text("leg")))
            .child(Element::of_text("type", leg.text("mode")))
            .child(extensions(layer, leg))
            .children(positions.into_iter().map(|point| position("rtept", point))),
    )
}

/// GPX has longitudes from -180 to below 180.
fn position(name: &'static str, point: Point) -> Element {
    let lon = if point.x() >= 180.0 { point.x() - 360.0 } else { point.x() };
    Element::new(name).with("lat", point.y()).with("lon", lon)
}

fn extensions(layer: &Layer, feature: &Feature) -> Element {
    let values = layer.attributes.iter().filter_map(|attribute| {
        let value = feature.text(attribute.name);
        (!value.is_empty()).then(|| Element::of_text(format!("portolan:{}", attribute.name), value))
    });
    Element::new("extensions").children(values)
}
