//! Properties by which GitHub, geojson.io and others draw (simplestyle 1.1.0). QGIS does not read them.

use serde_json::{Map, Value, json};

use super::super::features::Feature;
use super::super::look::verdict_of;
use super::super::style::{self, Line, hex};
use crate::route::{Certainty, Mode};
use crate::sheet::{BAND_FILL, BAND_RIM};

/// The properties of a feature; none for one that is nowhere on the map.
pub(super) fn properties(layer: &str, feature: &Feature) -> Map<String, Value> {
    let value = match layer {
        "places" => place(feature),
        "legs" => leg(feature),
        "claims" => claim(feature),
        "bands" => band(feature),
        "rings" => line(&style::ring_line(), &feature.text("label")),
        _ => Value::Null,
    };
    match value {
        Value::Object(properties) => properties,
        _ => Map::new(),
    }
}

fn place(feature: &Feature) -> Value {
    let marker = style::marker(&feature.text("role"), feature.attributes.get("constructed") == Some(&json!(true)));
    let is_stop = feature.text("role") == "stop";
    json!({
        "title": feature.text("name"),
        // A ring's colour is that of its line.
        "marker-color": hex(if is_stop { marker.stroke } else { marker.fill.unwrap_or(marker.stroke) }),
        "marker-size": if is_stop { "medium" } else { "small" },
        "marker-symbol": "circle",
    })
}

fn leg(feature: &Feature) -> Value {
    let of = |name: &str| feature.text(name);
    let mode = Mode::NAMES.iter().find(|(name, _)| *name == of("mode"));
    let certainty = Certainty::NAMES.iter().find(|(name, _)| *name == of("certainty"));
    let (Some((_, mode)), Some((_, certainty))) = (mode, certainty) else { return Value::Null };
    line(&style::leg_line(*mode, *certainty), &format!("{} – {}, {}", of("from_name"), of("to_name"), of("mode")))
}

fn claim(feature: &Feature) -> Value {
    let Some(verdict) = verdict_of(feature) else { return Value::Null };
    line(&style::claim_line(verdict), &feature.text("says"))
}

fn band(feature: &Feature) -> Value {
    let area = style::band_area();
    json!({
        "title": feature.text("label"),
        "stroke": hex(area.stroke),
        "stroke-width": 1.0,
        "stroke-opacity": BAND_RIM,
        "fill": hex(area.fill),
        "fill-opacity": BAND_FILL,
    })
}

/// Simplestyle knows no dashes.
fn line(line: &Line, title: &str) -> Value {
    const PIXEL_MM: f64 = 25.4 / 96.0;
    let width = (10.0 * line.width_mm / PIXEL_MM).round() / 10.0;
    let opacity = (f64::from(line.color.alpha) / 2.55).round() / 100.0;
    json!({ "title": title, "stroke": hex(line.color), "stroke-width": width, "stroke-opacity": opacity })
}
