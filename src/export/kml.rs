//! KML 2.2 for Google Earth: a folder for each layer, styled lines that follow the ground, spans of time.

use std::io;

use geo::{LineString, Point, Polygon};

use super::attributes::{Attribute, Layer, Type};
use super::features::{self, Feature, Filled, Shape};
use super::look::{self, Look, Rule};
use super::style::Symbol;
use super::xml::Element;
use super::{Settings, credits};
use crate::canvas::Color;
use crate::journey::Journey;

/// The document.
pub(super) fn write(journey: &Journey, settings: Settings) -> io::Result<Vec<u8>> {
    let layers = features::of(journey, settings);
    let looks: Vec<Look> = layers.iter().map(|filled| look::look(filled, false)).collect();
    let mut document = Element::new("Document")
        .child(Element::of_text("name", &journey.route.title))
        .child(Element::of_text("description", credits::description(journey)));
    for (filled, look) in layers.iter().zip(&looks) {
        let rules = look.rules.iter().enumerate();
        document = document.children(rules.map(|(at, rule)| style_of(filled.layer, at, rule)));
    }
    document = document.children(layers.iter().map(|filled| schema(filled.layer)));
    document = document.children(layers.iter().zip(&looks).map(|(filled, look)| folder(filled, look)));
    Element::new("kml").with("xmlns", "http://www.opengis.net/kml/2.2").child(document).document(None)
}

fn style_of(layer: &Layer, at: usize, rule: &Rule) -> Element {
    let style = Element::new("Style").with("id", format!("{}-{at}", layer.name));
    match &rule.symbol {
        Symbol::Line(line) => style.child(
            Element::new("LineStyle")
                .child(Element::of_text("color", hex(line.color)))
                .child(Element::of_text("width", number(line.width_mm * PIXELS_PER_MM))),
        ),
        Symbol::Marker(marker) => style.child(
            Element::new("IconStyle")
                .child(Element::of_text("color", hex(marker.stroke)))
                .child(Element::of_text("scale", number(marker.diameter_mm / 2.0)))
                .child(Element::new("Icon").child(Element::of_text("href", MARKER))),
        ),
        Symbol::Area(area) => style.child(Element::new("PolyStyle").child(Element::of_text("color", hex(area.fill)))),
    }
}

const PIXELS_PER_MM: f64 = 96.0 / 25.4;

/// The ring that Google Earth brings.
const MARKER: &str = "http://maps.google.com/mapfiles/kml/shapes/donut.png";

fn number(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// Opacity first, then blue, green, red.
fn hex(color: Color) -> String {
    format!("{:02x}{:02x}{:02x}{:02x}", color.alpha, color.blue, color.green, color.red)
}

fn schema(layer: &Layer) -> Element {
    let field = |attribute: &Attribute| {
        let kind = match attribute.of {
            Type::Text | Type::Date => "string",
            Type::Integer => "int",
            Type::Real => "double",
            Type::Boolean => "bool",
        };
        Element::new("SimpleField")
            .with("type", kind)
            .with("name", attribute.name)
            .child(Element::of_text("displayName", attribute.meaning))
    };
    Element::new("Schema").with("name", layer.name).with("id", layer.name).children(layer.attributes.iter().map(field))
}

fn folder(filled: &Filled, look: &Look) -> Element {
    Element::new("Folder")
        .child(Element::of_text("name", filled.layer.name))
        .children(filled.features.iter().map(|feature| placemark(filled.layer, look, feature)))
}

fn placemark(layer: &Layer, look: &Look, feature: &Feature) -> Element {
    let mut placemark = Element::new("Placemark").child(Element::of_text("name", name(layer, feature)));
    let (start, end) = (feature.text("start"), feature.text("end"));
    if !start.is_empty() || !end.is_empty() {
        let ends = [("begin", start), ("end", end)].into_iter().filter(|(_, day)| !day.is_empty());
        let ends = ends.map(|(name, day)| Element::of_text(name, day));
        placemark = placemark.child(Element::new("TimeSpan").children(ends));
    }
    if let Some(at) = look.rules.iter().position(|rule| fits(rule, feature)) {
        placemark = placemark.child(Element::of_text("styleUrl", format!("#{}-{at}", layer.name)));
    }
    let values = layer.attributes.iter().filter_map(|attribute| {
        let value = match (attribute.of, feature.text(attribute.name)) {
            // XML Schema has both; readers that make a number of it want a digit.
            (Type::Boolean, value) if value == "true" => "1".to_owned(),
            (Type::Boolean, value) if value == "false" => "0".to_owned(),
            (_, value) => value,
        };
        (!value.is_empty()).then(|| Element::of_text("SimpleData", value).with("name", attribute.name))
    });
    let data = Element::new("SchemaData").with("schemaUrl", format!("#{}", layer.name)).children(values);
    placemark.child(Element::new("ExtendedData").child(data)).children(geometry(&feature.shape))
}

fn name(layer: &Layer, feature: &Feature) -> String {
    match layer.name {
        "places" => feature.text("name"),
        "bands" | "rings" => feature.text("label"),
        "legs" => {
            format!("{} – {}, {}", feature.text("from_name"), feature.text("to_name"), feature.text("mode"))
        }
        _ => feature.text("says"),
    }
}

fn fits(rule: &Rule, feature: &Feature) -> bool {
    rule.when.iter().all(|(name, value)| feature.text(name) == *value)
}

fn polygon(area: &Polygon) -> Element {
    let boundary = |name: &'static str, ring: &LineString| {
        let positions: Vec<String> = ring.coords().map(|vertex| format!("{},{}", vertex.x, vertex.y)).collect();
        let ring = Element::new("LinearRing").child(Element::of_text("coordinates", positions.join(" ")));
        Element::new(name).child(ring)
    };
    Element::new("Polygon")
        .child(Element::of_text("tessellate", "1"))
        .child(boundary("outerBoundaryIs", area.exterior()))
        .children(area.interiors().iter().map(|hole| boundary("innerBoundaryIs", hole)))
}

fn geometry(shape: &Shape) -> Option<Element> {
    let position = |point: Point| format!("{},{}", point.x(), point.y());
    match shape {
        Shape::Nowhere => None,
        Shape::Point(point) => Some(Element::new("Point").child(Element::of_text("coordinates", position(*point)))),
        Shape::Lines(lines) => {
            let mut parts: Vec<Element> = lines
                .iter()
                .map(|line| {
                    let positions: Vec<String> = line.points().map(position).collect();
                    Element::new("LineString")
                        .child(Element::of_text("tessellate", "1"))
                        .child(Element::of_text("coordinates", positions.join(" ")))
                })
                .collect();
            if parts.len() == 1 { parts.pop() } else { Some(Element::new("MultiGeometry").children(parts)) }
        }
        Shape::Areas(areas) => Some(Element::new("MultiGeometry").children(areas.iter().map(polygon))),
    }
}
