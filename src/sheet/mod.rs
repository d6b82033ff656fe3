//! The page: a map in its frame, the words around it, and what stands on it.
//!
//! [`Sheet::compose`] decides everything once: the projection, where the map lies in its frame so that panels find room
//! beside the route, where each label stands. What comes out is a list of layers, which [`Sheet::draw`] puts on any
//! canvas, so that no two formats can differ.

mod ahead;
mod along;
mod area;
mod area_name;
mod aspect;
mod band;
mod base;
mod card;
mod cities;
mod claims;
#[cfg(test)]
mod colour_vision;
mod compose;
mod contrast;
mod countries;
mod crop;
mod dates;
mod distances;
mod draw;
mod furniture;
mod ground;
mod inset;
mod labels;
mod layout;
mod legend;
mod legs;
mod locator;
mod mark;
mod multiples;
mod names;
mod panel;
mod pen;
mod pictogram;
mod places;
mod plan;
mod rings;
mod scale_bar;
mod scene;
mod seas;
mod shelf;
mod sketch;
mod spots;
mod spread;
mod stack;
mod stage;
pub(crate) mod theme;
mod thin;
mod words;

use crate::canvas::{Color, Fonts, Halo, MissingGlyph, Rect, Stroke, rectangle};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::Journey;
use crate::route::Size;

pub(crate) use band::{FILL as BAND_FILL, RIM as BAND_RIM};
pub use draw::Picture;
pub(crate) use furniture::{how_legs_run, notes};
pub(crate) use ground::{Ground, ground};
pub(crate) use legs::{CASING as LEG_CASING, WIDTH as LEG_WIDTH, stroke as leg_stroke};
use mark::{Layer, Mark};
pub use multiples::{MOST_MAPS, Multiple};
pub(crate) use rings::{DASHES as RING_DASHES, OPACITY as RING_OPACITY, WIDTH as RING_WIDTH};
use theme::Theme;

/// A page that is ready to be drawn.
pub struct Sheet {
    size: Size,
    title: String,
    description: String,
    background: Color,
    layers: Vec<Layer>,
    /// The words on the map and on insets, each with the box that it covers, in pixels.
    pub labels: Vec<Label>,
    /// The panels and insets, each with the box that it covers, in pixels.
    pub panels: Vec<Label>,
    /// The markers of places and cities on the main map, in pixels.
    pub markers: Vec<Rect>,
    /// What the legend explains, row by row.
    pub legend: Vec<String>,
    /// The legs as they are drawn on the main map, in pixels.
    pub legs: Vec<Vec<[f64; 2]>>,
    /// What found no room, by name, and what else there is to say about the map.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something on the map that is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words; what a panel is for a panel.
    pub text: String,
    /// What it covers.
    pub rect: Rect,
}

impl Sheet {
    /// Lays out the map of a journey.
    ///
    /// # Errors
    ///
    /// A text with a character that the embedded fonts do not have.
    pub fn compose(journey: &Journey) -> Result<Sheet, Vec<Diagnostic>> {
        Sheet::compose_with(journey, &Fonts::embedded())
    }

    /// Lays out the map of a journey with these fonts.
    ///
    /// # Errors
    ///
    /// A text with a character that none of the fonts has.
    pub fn compose_with(journey: &Journey, fonts: &Fonts) -> Result<Sheet, Vec<Diagnostic>> {
        compose::compose(journey, fonts).map_err(|missing| vec![missing_glyph(&missing)])
    }

    /// What is to be seen, in words.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Width and height in pixels.
    pub fn size(&self) -> Size {
        self.size
    }
}

fn missing_glyph(missing: &MissingGlyph) -> Diagnostic {
    Diagnostic::error(&catalog::TEXT_MISSING_GLYPH, missing.to_string())
        .help(
        "write it with Latin, Greek or Cyrillic letters, which the embedded font has, or name a font that has it: --font FILE.ttf",
    )
}

/// The rim around words on the map.
fn halo(theme: &Theme, unit: f64) -> Halo {
    Halo { color: theme.casing.with_opacity(0.9), width_px: 3.0 * unit }
}

/// A panel's ground and edge.
fn panel_marks(rect: Rect, theme: &Theme, unit: f64) -> Vec<Mark> {
    vec![
        Mark::Fill(rectangle(rect), theme.panel.with_opacity(0.94)),
        Mark::Stroke(rectangle(rect), Stroke::new(1.2 * unit), theme.edge),
    ]
}
