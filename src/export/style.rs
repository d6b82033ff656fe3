//! How layers are drawn elsewhere: as the sheet draws them, in rules that other programs can follow.

use geo::CoordsIter;

use crate::canvas::{Cap, Color};
use crate::route::{Certainty, Mode};
use crate::sheet::theme::Theme;
use crate::sheet::{BAND_FILL, BAND_RIM, LEG_CASING, LEG_WIDTH, leg_stroke};

use super::attributes::Geometry;
use super::features::{Filled, Shape};

/// One unit of the sheet on paper: a sheet of 2400 units is about 31 cm wide.
pub(super) const UNIT_MM: f64 = 0.13;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub color: Color,
    pub width_mm: f64,
    /// Lengths of dash and gap.
    pub dash_mm: Option<[f64; 2]>,
    pub round_caps: bool,
    /// How wide the light rim is on each side.
    pub casing_mm: f64,
    /// Whether bars stand across its ends, as on a dimension line.
    pub bars: bool,
}

/// A circle.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marker {
    /// `None` for a hollow one.
    pub fill: Option<Color>,
    pub stroke: Color,
    pub stroke_mm: f64,
    pub diameter_mm: f64,
}

/// An area.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Area {
    pub fill: Color,
    pub stroke: Color,
    /// `None` for no outline.
    pub stroke_mm: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Symbol {
    Line(Line),
    Marker(Marker),
    Area(Area),
}

/// Which features get which symbol.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    /// Attributes with the value that each must have; none for all features.
    pub when: Vec<(&'static str, String)>,
    /// What the legend calls it.
    pub label: String,
    pub symbol: Symbol,
}

/// How features are labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Labels {
    /// An expression of QGIS.
    pub expression: &'static str,
    pub bold: bool,
    /// Whether they are drawn; where not, the layer only keeps other labels off.
    pub drawn: bool,
}

/// How a layer is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pub geometry: Geometry,
    pub rules: Vec<Rule>,
    pub labels: Option<Labels>,
}

pub(super) fn leg_line(mode: Mode, certainty: Certainty) -> Line {
    let stroke = leg_stroke(certainty, LEG_WIDTH, UNIT_MM);
    let dash_mm = match stroke.dash_pattern[..] {
        [dash, gap] => Some([dash, gap]),
        _ => None,
    };
    let round_caps = stroke.end_cap == Cap::Round;
    let (width_mm, casing_mm) = (LEG_WIDTH * UNIT_MM, LEG_CASING * UNIT_MM);
    Line { color: Theme::LIGHT.mode(mode), width_mm, dash_mm, round_caps, casing_mm, bars: false }
}

/// The line that a claim measured.
pub(super) fn claim_line() -> Line {
    let theme = Theme::LIGHT;
    let (width_mm, casing_mm) = (2.6 * UNIT_MM, 1.95 * UNIT_MM);
    Line { color: theme.ink, width_mm, dash_mm: None, round_caps: false, casing_mm, bars: true }
}

/// The strip that the map shades.
pub(super) fn band_area() -> Area {
    let ink = Theme::LIGHT.ink;
    Area { fill: ink.with_opacity(BAND_FILL), stroke: ink.with_opacity(BAND_RIM), stroke_mm: Some(1.4 * UNIT_MM) }
}

/// The same without its rim if it is cut at ±180°, where the rim would be a line that is nowhere on the earth.
fn cut_band_area(filled: &Filled) -> Area {
    let is_cut = filled.features.iter().any(|feature| match &feature.shape {
        Shape::Areas(areas) => areas.exterior_coords_iter().any(|at| at.x.abs() >= 180.0),
        _ => false,
    });
    let whole = band_area();
    Area { stroke_mm: whole.stroke_mm.filter(|_| !is_cut), ..whole }
}

/// The marker of a place. One that no report names is hollow.
pub(super) fn marker(role: &str, constructed: bool) -> Marker {
    let theme = Theme::LIGHT;
    let ring =
        Marker { fill: Some(theme.casing), stroke: theme.ink, stroke_mm: 3.7 * UNIT_MM, diameter_mm: 15.3 * UNIT_MM };
    match (role, constructed) {
        (_, true) => Marker { fill: None, ..ring },
        ("stop", false) => ring,
        _ => {
            Marker { fill: Some(theme.ink), stroke: theme.casing, stroke_mm: 1.7 * UNIT_MM, diameter_mm: 9.3 * UNIT_MM }
        }
    }
}

/// How a layer of the route is drawn: rules for what its features are, in the order of the legend. `with_layer` puts the
/// layer's name into the rules, for a file that holds several.
pub(super) fn look(filled: &Filled, with_layer: bool) -> Look {
    let mut rules = match filled.layer.name {
        "places" => place_rules(filled),
        "legs" => leg_rules(filled),
        "claims" => {
            vec![Rule { when: Vec::new(), label: "measured distance".to_owned(), symbol: Symbol::Line(claim_line()) }]
        }
        "bands" => {
            vec![Rule {
                when: Vec::new(),
                label: "reported distance".to_owned(),
                symbol: Symbol::Area(cut_band_area(filled)),
            }]
        }
        other => ground_rules(other),
    };
    if with_layer {
        for rule in &mut rules {
            rule.when.insert(0, ("layer", filled.layer.name.to_owned()));
        }
    }
    let labels = match filled.layer.name {
        "places" => Some(Labels { expression: "\"name\"", bold: true, drawn: true }),
        "legs" => Some(Labels { expression: "\"id\"", bold: false, drawn: false }),
        "claims" => Some(Labels { expression: MEASURED, bold: false, drawn: true }),
        "bands" => Some(Labels { expression: "\"label\"", bold: false, drawn: true }),
        _ => None,
    };
    Look { geometry: filled.layer.geometry, rules, labels }
}

/// `202 km`; nothing for a leg, where the legend tells enough.
pub(super) const MEASURED: &str = "CASE WHEN \"verdict\" IS NOT NULL AND \"distance_km\" IS NOT NULL \
                                   THEN format_number(\"distance_km\", 0) || ' km' END";

fn place_rules(filled: &Filled) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (role, label) in [("mentioned", "mentioned"), ("via", "on the way"), ("stop", "stop")] {
        for constructed in [false, true] {
            let fits = |feature: &&super::features::Feature| {
                feature.text("role") == role && feature.text("constructed") == constructed.to_string()
            };
            if filled.features.iter().any(|feature| fits(&feature)) {
                let label = format!("{label}{}", if constructed { ", computed" } else { "" });
                rules.push(Rule {
                    when: vec![("role", role.to_owned()), ("constructed", constructed.to_string())],
                    label,
                    symbol: Symbol::Marker(marker(role, constructed)),
                });
            }
        }
    }
    rules
}

fn leg_rules(filled: &Filled) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (mode_name, mode) in Mode::NAMES {
        for (certainty_name, certainty) in Certainty::NAMES {
            let fits = |feature: &super::features::Feature| {
                feature.text("mode") == mode_name && feature.text("certainty") == certainty_name
            };
            if filled.features.iter().any(fits) {
                rules.push(Rule {
                    when: vec![("mode", mode_name.to_owned()), ("certainty", certainty_name.to_owned())],
                    label: format!("{mode_name}, {certainty_name}"),
                    symbol: Symbol::Line(leg_line(mode, certainty)),
                });
            }
        }
    }
    rules
}

/// Land, lakes and borders as on the sheet.
fn ground_rules(layer: &str) -> Vec<Rule> {
    let theme = Theme::LIGHT;
    let area = |fill: Color, stroke_mm| Symbol::Area(Area { fill, stroke: theme.coast, stroke_mm });
    let line = |color: Color, dash_mm: Option<[f64; 2]>, width: f64| {
        let width_mm = width * UNIT_MM;
        Symbol::Line(Line { color, width_mm, dash_mm, round_caps: false, casing_mm: 0.0, bars: false })
    };
    let rule = |label: &str, symbol: Symbol| Rule { when: Vec::new(), label: label.to_owned(), symbol };
    match layer {
        "land" => vec![rule("land", area(theme.land, None))],
        "lakes" => vec![rule("lakes", area(theme.sea, Some(0.9 * UNIT_MM)))],
        "coasts" => vec![rule("coast", line(theme.coast, None, 1.1))],
        "borders" => {
            let settled = vec![("class", "international".to_owned())];
            let dashes = Some([5.0 * UNIT_MM, 4.0 * UNIT_MM]);
            let disputed = ["disputed", "line-of-control", "indefinite", "lease"];
            let disputed = disputed.into_iter().map(|class| Rule {
                when: vec![("class", class.to_owned())],
                ..rule(class, line(theme.border, dashes, 1.5))
            });
            std::iter::once(Rule { when: settled, ..rule("border", line(theme.border, None, 1.7)) })
                .chain(disputed)
                .collect()
        }
        _ => Vec::new(),
    }
}
