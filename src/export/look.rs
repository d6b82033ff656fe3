//! Which rules draw a layer, and what names its features have, for programs that follow rules.

use crate::canvas::Color;
use crate::journey::Verdict;
use crate::route::{Certainty, Mode};
use crate::sheet::theme::Theme;

use super::attributes::Geometry;
use super::features::{Feature, Filled};
use super::style::{Area, Line, Symbol, UNIT_MM, claim_line, cut_band_area, leg_line, marker, ring_line};

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
    /// Whether they have the colours of verdicts, where there is one.
    pub by_verdict: bool,
}

/// How a layer is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    pub geometry: Geometry,
    pub rules: Vec<Rule>,
    pub labels: Option<Labels>,
}

/// How a layer of the route is drawn: rules for what its features are, in the order of the legend. `with_layer` puts the
/// layer's name into the rules, for a file that holds several.
pub(super) fn look(filled: &Filled, with_layer: bool) -> Look {
    let mut rules = match filled.layer.name {
        "places" => place_rules(filled),
        "legs" => leg_rules(filled),
        "claims" => claim_rules(filled),
        "bands" => {
            vec![Rule {
                when: Vec::new(),
                label: "reported distance".to_owned(),
                symbol: Symbol::Area(cut_band_area(filled)),
            }]
        }
        "rings" => {
            vec![Rule { when: Vec::new(), label: "distance".to_owned(), symbol: Symbol::Line(ring_line()) }]
        }
        other => ground_rules(other),
    };
    if with_layer {
        for rule in &mut rules {
            rule.when.insert(0, ("layer", filled.layer.name.to_owned()));
        }
    }
    let labels = match filled.layer.name {
        "places" => Some(Labels { bold: true, ..LABELS }),
        "legs" => Some(Labels { expression: "\"id\"", drawn: false, ..LABELS }),
        "claims" => Some(Labels { expression: MEASURED, by_verdict: true, ..LABELS }),
        "bands" | "rings" => Some(Labels { expression: "\"label\"", ..LABELS }),
        _ => None,
    };
    Look { geometry: filled.layer.geometry, rules, labels }
}

const LABELS: Labels = Labels { expression: "\"name\"", bold: false, drawn: true, by_verdict: false };

/// `202 km` and below it what was reported; nothing for a leg, where the legend tells enough.
macro_rules! measured {
    () => {
        "CASE WHEN \"verdict\" IS NOT NULL AND \"distance_km\" IS NOT NULL \
         THEN format_number(\"distance_km\", 0) || ' km' || '\\n' || \"says\" END"
    };
}

const MEASURED: &str = measured!();
/// The labels of all lines in one file.
const LINES: &str = concat!("CASE WHEN \"layer\" = 'rings' THEN \"label\" ELSE ", measured!(), " END");

/// How layers are drawn that stand in one file.
pub(super) fn together(layers: &[&Filled], geometry: Geometry) -> Look {
    let looks: Vec<Look> = layers.iter().map(|filled| look(filled, true)).collect();
    let mut labels = looks.iter().filter_map(|look| look.labels).find(|labels| labels.drawn);
    if layers.iter().any(|filled| filled.layer.name == "rings") {
        labels = labels.map(|labels| Labels { expression: LINES, ..labels });
    }
    Look { geometry, rules: looks.into_iter().flat_map(|look| look.rules).collect(), labels }
}

fn place_rules(filled: &Filled) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (role, label) in [("mentioned", "mentioned"), ("via", "on the way"), ("stop", "stop")] {
        for constructed in [false, true] {
            let fits = |feature: &&Feature| {
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
            let fits =
                |feature: &Feature| feature.text("mode") == mode_name && feature.text("certainty") == certainty_name;
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

/// From below to above.
const VERDICTS: [Verdict; 3] = [Verdict::Undetermined, Verdict::Agrees, Verdict::Disagrees];

/// The claim's verdict as the table of attributes has it.
pub(super) fn verdict_of(feature: &Feature) -> Option<Verdict> {
    VERDICTS.into_iter().find(|verdict| feature.text("verdict") == verdict.name())
}

fn claim_rules(filled: &Filled) -> Vec<Rule> {
    let is_found = |verdict: &Verdict| filled.features.iter().any(|claim| verdict_of(claim) == Some(*verdict));
    let rule = |verdict: Verdict| Rule {
        when: vec![("verdict", verdict.name().to_owned())],
        label: format!("measured distance, {}", verdict.name()),
        symbol: Symbol::Line(claim_line(verdict)),
    };
    VERDICTS.into_iter().filter(is_found).map(rule).collect()
}

/// Land, lakes and borders as on the sheet.
fn ground_rules(layer: &str) -> Vec<Rule> {
    let theme = Theme::LIGHT;
    let area = |fill: Color, stroke_mm| Symbol::Area(Area { fill, stroke: theme.coast, stroke_mm });
    let line = |color: Color, dashes: &[f64], width: f64| {
        let (width_mm, dashes_mm) = (width * UNIT_MM, dashes.iter().map(|part| part * UNIT_MM).collect());
        Symbol::Line(Line { color, width_mm, dashes_mm, round_caps: false, casing_mm: 0.0, bars: false, above: false })
    };
    let rule = |label: &str, symbol: Symbol| Rule { when: Vec::new(), label: label.to_owned(), symbol };
    match layer {
        "land" => vec![rule("land", area(theme.land, None))],
        "lakes" => vec![rule("lakes", area(theme.sea, Some(0.9 * UNIT_MM)))],
        "coasts" => vec![rule("coast", line(theme.coast, &[], 1.1))],
        "borders" => {
            let settled = vec![("class", "international".to_owned())];
            let disputed = ["disputed", "line-of-control", "indefinite", "lease"];
            let disputed = disputed.into_iter().map(|class| Rule {
                when: vec![("class", class.to_owned())],
                ..rule(class, line(theme.border, &[5.0, 4.0], 1.5))
            });
            std::iter::once(Rule { when: settled, ..rule("border", line(theme.border, &[], 1.7)) })
                .chain(disputed)
                .collect()
        }
        _ => Vec::new(),
    }
}
