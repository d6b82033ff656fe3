//! The symbols of places, legs, claims, bands and rings for other programs: as the sheet draws them.

use geo::CoordsIter;

use crate::canvas::{Cap, Color};
use crate::journey::Verdict;
use crate::route::{Certainty, Mode};
use crate::sheet::theme::Theme;
use crate::sheet::{BAND_FILL, BAND_RIM, LEG_CASING, LEG_WIDTH, RING_DASHES, RING_OPACITY, RING_WIDTH, leg_stroke};

use super::features::{Filled, Shape};

/// One unit of the sheet on paper: a sheet of 2400 units is about 31 cm wide.
pub(super) const UNIT_MM: f64 = 0.13;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub color: Color,
    pub width_mm: f64,
    /// Lengths of dashes and gaps, in turn; none for a line without gaps.
    pub dashes_mm: Vec<f64>,
    pub round_caps: bool,
    /// How wide the light rim is on each side.
    pub casing_mm: f64,
    /// Whether bars stand across its ends, as on a dimension line.
    pub bars: bool,
    /// Whether it is drawn above the other lines of its layer.
    pub above: bool,
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

pub(super) fn leg_line(mode: Mode, certainty: Certainty) -> Line {
    let stroke = leg_stroke(certainty, LEG_WIDTH, UNIT_MM);
    let dashes_mm = stroke.dash_pattern.to_vec();
    let round_caps = stroke.end_cap == Cap::Round;
    let (width_mm, casing_mm) = (LEG_WIDTH * UNIT_MM, LEG_CASING * UNIT_MM);
    Line { color: Theme::LIGHT.mode(mode), width_mm, dashes_mm, round_caps, casing_mm, bars: false, above: false }
}

/// Red, green, blue, always with six digits, which not all readers can do without.
pub(super) fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
}

/// The line that a claim measured. Where claims about one distance differ, the line of one lies on that of the other: the
/// one that agrees is wider and lies below, so that both are seen.
pub(super) fn claim_line(verdict: Verdict) -> Line {
    let width = if verdict == Verdict::Agrees { 4.4 } else { 2.6 };
    let (width_mm, casing_mm) = (width * UNIT_MM, 1.95 * UNIT_MM);
    Line {
        color: Theme::LIGHT.verdict(verdict),
        width_mm,
        dashes_mm: Vec::new(),
        round_caps: false,
        casing_mm,
        bars: true,
        above: verdict == Verdict::Disagrees,
    }
}

/// A circle around a place.
pub(super) fn ring_line() -> Line {
    let color = Theme::LIGHT.ink.with_opacity(RING_OPACITY);
    let dashes_mm = RING_DASHES.map(|part| part * UNIT_MM).to_vec();
    Line {
        color,
        width_mm: RING_WIDTH * UNIT_MM,
        dashes_mm,
        round_caps: false,
        casing_mm: 0.0,
        bars: false,
        above: false,
    }
}

/// The strip that the map shades.
pub(super) fn band_area() -> Area {
    let ink = Theme::LIGHT.ink;
    Area { fill: ink.with_opacity(BAND_FILL), stroke: ink.with_opacity(BAND_RIM), stroke_mm: Some(1.4 * UNIT_MM) }
}

/// The same without its rim if it is cut at ±180°, where the rim would be a line that is nowhere on the earth.
pub(super) fn cut_band_area(filled: &Filled) -> Area {
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
