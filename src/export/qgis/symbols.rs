//! Rules and symbols as QGIS writes them.

use super::super::look::{Look, Rule};
use super::super::style::{Area, Line, Marker, Symbol};
use super::super::xml::Element;
use super::{mm, options, rgba};
use crate::canvas::Color;

/// A renderer with one rule for each of the look's.
pub(super) fn renderer(look: &Look) -> Element {
    let rule = |(at, rule): (usize, &Rule)| {
        let element = Element::new("rule").with("key", key(at + 1)).with("symbol", at).with("label", &rule.label);
        if rule.when.is_empty() { element } else { element.with("filter", filter(rule)) }
    };
    let rules = Element::new("rules").with("key", key(0)).children(look.rules.iter().enumerate().map(rule));
    let symbols = Element::new("symbols")
        .children(look.rules.iter().enumerate().map(|(at, rule)| symbol(at.to_string(), &rule.symbol)));
    Element::new("renderer-v2")
        .with("type", "RuleRenderer")
        // All casings below all lines.
        .with("symbollevels", 1)
        .with("enableorderby", 0)
        .with("forceraster", 0)
        .child(rules)
        .child(symbols)
}

/// A key must be a UUID, and the same on every run.
fn key(number: usize) -> String {
    format!("{{00000000-0000-4000-8000-{number:012}}}")
}

fn filter(rule: &Rule) -> String {
    let conditions = rule.when.iter().map(|(name, value)| match value.as_str() {
        "true" => format!("\"{name}\""),
        "false" => format!("NOT \"{name}\""),
        word => format!("\"{name}\" = '{}'", word.replace('\'', "''")),
    });
    conditions.collect::<Vec<_>>().join(" AND ")
}

fn symbol(name: String, symbol: &Symbol) -> Element {
    let (kind, layers) = match symbol {
        Symbol::Line(line) => ("line", line_layers(line, &name)),
        Symbol::Marker(marker) => ("marker", marker_layers(marker)),
        Symbol::Area(area) => ("fill", vec![area_layer(area)]),
    };
    Element::new("symbol")
        .with("type", kind)
        .with("name", name)
        .with("alpha", 1)
        .with("clip_to_extent", 1)
        .with("force_rhr", 0)
        .children(layers)
}

fn layer(class: &'static str, pass: u8, values: &[(&'static str, String)]) -> Element {
    Element::new("layer")
        .with("class", class)
        .with("enabled", 1)
        .with("locked", 0)
        .with("pass", pass)
        .child(options(values))
}

fn line_layers(line: &Line, symbol: &str) -> Vec<Element> {
    let cap = |round: bool| if round { "round" } else { "flat" }.to_owned();
    let plain = |color: Color, width: f64, round: bool| {
        vec![
            ("line_color", rgba(color)),
            ("line_width", mm(width)),
            ("line_width_unit", "MM".to_owned()),
            ("line_style", "solid".to_owned()),
            ("capstyle", cap(round)),
            ("joinstyle", "round".to_owned()),
        ]
    };
    let casing = plain(Color::WHITE.with_opacity(0.85), line.width_mm + 2.0 * line.casing_mm, !line.bars);
    let mut drawn = plain(line.color, line.width_mm, line.round_caps);
    if !line.dashes_mm.is_empty() {
        // QGIS draws no dash of no length; a short one with round caps is a dot as well.
        let pattern: Vec<String> = line.dashes_mm.iter().map(|part| mm(part.max(0.01))).collect();
        drawn.extend([
            ("use_custom_dash", "1".to_owned()),
            ("customdash", pattern.join(";")),
            ("customdash_unit", "MM".to_owned()),
        ]);
    }
    let mut layers = vec![layer("SimpleLine", pass(line), &drawn)];
    if line.casing_mm > 0.0 {
        layers.insert(0, layer("SimpleLine", 0, &casing));
    }
    if line.bars {
        layers.extend(["firstvertex", "lastvertex"].iter().enumerate().map(|(at, end)| bar(line, end, symbol, at + 2)));
    }
    layers
}

/// Casings first, then lines, then those above.
fn pass(line: &Line) -> u8 {
    1 + u8::from(line.above)
}

/// A bar across an end.
fn bar(line: &Line, end: &str, symbol: &str, at: usize) -> Element {
    let values = [
        ("name", "line".to_owned()),
        ("size", mm(line.width_mm * 5.4)),
        ("size_unit", "MM".to_owned()),
        ("outline_color", rgba(line.color)),
        ("outline_width", mm(line.width_mm)),
        ("outline_width_unit", "MM".to_owned()),
        ("angle", "0".to_owned()),
    ];
    let marker = Element::new("symbol")
        .with("type", "marker")
        .with("name", format!("@{symbol}@{at}"))
        .with("alpha", 1)
        .with("clip_to_extent", 1)
        .with("force_rhr", 0)
        .child(layer("SimpleMarker", 0, &values));
    layer("MarkerLine", pass(line), &[("placement", end.to_owned()), ("rotate", "1".to_owned())]).child(marker)
}

fn marker_layers(marker: &Marker) -> Vec<Element> {
    let circle = |fill: Option<Color>, stroke: Color, stroke_mm: f64, diameter_mm: f64| {
        let fill = fill.unwrap_or(Color::WHITE.with_opacity(0.0));
        vec![
            ("name", "circle".to_owned()),
            ("color", rgba(fill)),
            ("outline_color", rgba(stroke)),
            ("outline_style", "solid".to_owned()),
            ("outline_width", mm(stroke_mm)),
            ("outline_width_unit", "MM".to_owned()),
            ("size", mm(diameter_mm)),
            ("size_unit", "MM".to_owned()),
        ]
    };
    vec![layer("SimpleMarker", 0, &circle(marker.fill, marker.stroke, marker.stroke_mm, marker.diameter_mm))]
}

fn area_layer(area: &Area) -> Element {
    let values = [
        ("color", rgba(area.fill)),
        ("style", "solid".to_owned()),
        ("outline_color", rgba(area.stroke)),
        ("outline_style", if area.stroke_mm.is_some() { "solid" } else { "no" }.to_owned()),
        ("outline_width", mm(area.stroke_mm.unwrap_or_default())),
        ("outline_width_unit", "MM".to_owned()),
        ("joinstyle", "round".to_owned()),
    ];
    layer("SimpleFill", 0, &values)
}
