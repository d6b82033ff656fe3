//! Labels as QGIS writes them.

use super::super::attributes::Geometry;
use super::super::look::{Labels, Look};
use super::super::style::hex;
use super::super::xml::Element;
use super::rgba;
use crate::journey::Verdict;
use crate::sheet::theme::Theme;

/// A name of more letters is broken between words.
const LONGEST: u8 = 20;

/// The label of each feature, with a light rim.
pub(super) fn labeling(look: &Look, labels: Labels) -> Element {
    let theme = Theme::LIGHT;
    let buffer = Element::new("text-buffer")
        .with("bufferDraw", 1)
        .with("bufferSize", 0.8)
        .with("bufferSizeUnits", "MM")
        .with("bufferColor", rgba(theme.casing))
        .with("bufferOpacity", 0.9)
        .with("bufferNoFill", 1)
        .with("bufferJoinStyle", 128);
    let text = Element::new("text-style")
        .with("fieldName", labels.expression)
        .with("isExpression", 1)
        .with("fontFamily", "Inter")
        .with("fontSize", 9)
        .with("fontSizeUnit", "Point")
        .with("fontWeight", if labels.bold { 75 } else { 50 })
        .with("namedStyle", if labels.bold { "Bold" } else { "Regular" })
        .with("textColor", rgba(theme.ink))
        .with("textOpacity", 1)
        .with("multilineHeight", 1)
        .child(buffer);
    // A long name takes two lines, as on the map.
    let format = Element::new("text-format")
        .with("autoWrapLength", if look.geometry == Geometry::Points { LONGEST } else { 0 })
        .with("useMaxLineLengthForAutoWrap", 1)
        .with("multilineAlign", 3);
    // 6: where cartographers put names of points; 2: beside the line; 7: bent along the outline of an area.
    let (placement, distance) = match look.geometry {
        Geometry::Points => (6, 0.6),
        Geometry::Areas => (7, 0.8),
        Geometry::Lines | Geometry::Nothing => (2, 0.8),
    };
    let placement = Element::new("placement")
        .with("placement", placement)
        .with("predefinedPositionOrder", "TR,TL,BR,BL,R,L,TSR,BSR")
        .with("dist", distance)
        .with("distUnits", "MM")
        .with("offsetType", 1)
        .with("placementFlags", 10)
        .with("priority", 8);
    let rendering =
        Element::new("rendering").with("drawLabels", u8::from(labels.drawn)).with("obstacle", 1).with("mergeLines", 0);
    Element::new("labeling").with("type", "simple").child(
        Element::new("settings")
            .child(text)
            .child(format)
            .child(placement)
            .child(rendering)
            .children(labels.by_verdict.then(color_by_verdict)),
    )
}

/// The colour of the text as a property that the data define: 3 stands for an expression.
fn color_by_verdict() -> Element {
    let option = |kind: &'static str, name: &'static str| Element::new("Option").with("type", kind).with("name", name);
    let cases = [Verdict::Agrees, Verdict::Disagrees].map(|verdict| {
        format!("WHEN \"verdict\" = '{}' THEN '{}'", verdict.name(), hex(Theme::LIGHT.verdict(verdict)))
    });
    let color = option("Map", "Color")
        .child(option("bool", "active").with("value", "true"))
        .child(option("QString", "expression").with("value", format!("CASE {} END", cases.join(" "))))
        .child(option("int", "type").with("value", 3));
    let all = Element::new("Option")
        .with("type", "Map")
        .child(option("QString", "name").with("value", ""))
        .child(option("Map", "properties").child(color))
        .child(option("QString", "type").with("value", "collection"));
    Element::new("dd_properties").child(all)
}
