//! What QGIS reads besides data: the styles of layers (`.qml`, `layer_styles`) and projects (`.qgz`).
//!
//! A [`Look`] becomes a rule-based renderer and labels (`symbols`, `labels`), the same elements wherever QGIS reads them.

mod labels;
mod project;
mod symbols;

use std::io;

use super::attributes::Geometry;
use super::look::Look;
use super::xml::Element;

pub(super) use project::qgz;

/// A layer's style as the document that QGIS keeps beside a file, under the file's name with the extension `.qml`.
pub(super) fn qml(look: &Look) -> io::Result<Vec<u8>> {
    let geometry = match look.geometry {
        Geometry::Points => "0",
        Geometry::Lines => "1",
        Geometry::Areas => "2",
        Geometry::Nothing => "4",
    };
    Element::new("qgis")
        .with("version", "3.22.0")
        .with("styleCategories", "Symbology|Labeling")
        .with("labelsEnabled", u8::from(look.labels.is_some()))
        .children(style(look))
        .child(Element::of_text("layerGeometryType", geometry))
        .document(Some("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'"))
}

/// The elements that say how a layer is drawn.
fn style(look: &Look) -> Vec<Element> {
    std::iter::once(symbols::renderer(look)).chain(look.labels.map(|labels| labels::labeling(look, labels))).collect()
}

/// A list of named values, as QGIS keeps them.
fn options(values: &[(&'static str, String)]) -> Element {
    let option = |(name, value): &(&'static str, String)| {
        Element::new("Option").with("type", "QString").with("name", name).with("value", value)
    };
    Element::new("Option").with("type", "Map").children(values.iter().map(option))
}

/// Red, green, blue and opacity, 0 to 255.
fn rgba(color: crate::canvas::Color) -> String {
    format!("{},{},{},{}", color.red, color.green, color.blue, color.alpha)
}

/// Three decimals of a millimetre are enough.
fn mm(value: f64) -> String {
    format!("{}", (value * 1000.0).round() / 1000.0)
}
