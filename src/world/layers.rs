//! The layers of shapes that are embedded. Those of one scale share a store of arcs.

use super::Scale;
use super::arcs::Arcs;
use super::embedded::Embedded;
use super::shapes::Layer;

static ARCS_110: &[u8] = include_bytes!("../../data/world/arcs_110m.arcs");
static ARCS_50: &[u8] = include_bytes!("../../data/world/arcs_50m.arcs");
static ARCS_10: &[u8] = include_bytes!("../../data/world/arcs_10m.arcs");
static LAND_110: Embedded = Embedded::packed(include_bytes!("../../data/world/land_110m.shapes.deflate"));
static LAND_50: Embedded = Embedded::plain(include_bytes!("../../data/world/land_50m.shapes"));
static LAND_10: Embedded = Embedded::plain(include_bytes!("../../data/world/land_10m.shapes"));
static LAKES_110: Embedded = Embedded::packed(include_bytes!("../../data/world/lakes_110m.shapes.deflate"));
static LAKES_50: Embedded = Embedded::plain(include_bytes!("../../data/world/lakes_50m.shapes"));
static LAKES_10: Embedded = Embedded::packed(include_bytes!("../../data/world/lakes_10m.shapes.deflate"));
static BORDERS_110: Embedded = Embedded::packed(include_bytes!("../../data/world/borders_110m.shapes.deflate"));
static BORDERS_50: Embedded = Embedded::plain(include_bytes!("../../data/world/borders_50m.shapes"));
static BORDERS_10: Embedded = Embedded::plain(include_bytes!("../../data/world/borders_10m.shapes"));
static COUNTRIES_10: Embedded = Embedded::plain(include_bytes!("../../data/world/countries_10m.shapes"));

/// Polygons of land, without attributes.
pub fn land(scale: Scale) -> Layer {
    layer(scale, [&LAND_110, &LAND_50, &LAND_10])
}

/// Lakes; the first attribute is their scale rank.
pub fn lakes(scale: Scale) -> Layer {
    layer(scale, [&LAKES_110, &LAKES_50, &LAKES_10])
}

/// Land borders; the attributes are their class, de facto and recognised.
pub fn borders(scale: Scale) -> Layer {
    layer(scale, [&BORDERS_110, &BORDERS_50, &BORDERS_10])
}

/// Countries at 1:10m; the attributes are their owners, de facto and recognised.
pub fn countries() -> Layer {
    Layer { shapes: COUNTRIES_10.bytes(), arcs: Arcs(ARCS_10) }
}

fn layer(scale: Scale, [smallest, middle, largest]: [&'static Embedded; 3]) -> Layer {
    match scale {
        Scale::M110 => Layer { shapes: smallest.bytes(), arcs: Arcs(ARCS_110) },
        Scale::M50 => Layer { shapes: middle.bytes(), arcs: Arcs(ARCS_50) },
        Scale::M10 => Layer { shapes: largest.bytes(), arcs: Arcs(ARCS_10) },
    }
}
