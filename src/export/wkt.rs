//! Geometries as well-known text (ISO 19125).

use std::fmt::Write;

use geo::{LineString, Polygon};

use super::features::Shape;

/// `POINT (130.3 42.2333)`, `LINESTRING (…)`, or `MULTILINESTRING (…)` where it is cut at ±180°; empty for nowhere.
pub(super) fn wkt(shape: &Shape) -> String {
    match shape {
        Shape::Nowhere => String::new(),
        Shape::Point(point) => format!("POINT ({} {})", point.x(), point.y()),
        Shape::Lines(lines) => match &lines.0[..] {
            [line] => format!("LINESTRING {}", vertices(line)),
            several => {
                let parts: Vec<String> = several.iter().map(vertices).collect();
                format!("MULTILINESTRING ({})", parts.join(", "))
            }
        },
        Shape::Areas(areas) => {
            let parts: Vec<String> = areas.iter().map(rings).collect();
            format!("MULTIPOLYGON ({})", parts.join(", "))
        }
    }
}

fn rings(area: &Polygon) -> String {
    let rings: Vec<String> = std::iter::once(area.exterior()).chain(area.interiors()).map(vertices).collect();
    format!("({})", rings.join(", "))
}

fn vertices(line: &LineString) -> String {
    let mut text = String::from("(");
    for (at, vertex) in line.coords().enumerate() {
        let _ = write!(text, "{}{} {}", if at > 0 { ", " } else { "" }, vertex.x, vertex.y);
    }
    text.push(')');
    text
}
