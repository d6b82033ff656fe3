//! Rings: how far it is from a place, on every side.

use geo::Coord;

use crate::canvas::Stroke;
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, LaidRing};
use crate::projection::View;

use super::base;
use super::distances::Figure;
use super::mark::Mark;
use super::pen::Pen;

/// A circle on the map.
pub struct Ring {
    /// The radius, as it was written.
    pub label: String,
    /// In pixels, in pieces where it leaves the map.
    pub pieces: Vec<Vec<[f64; 2]>>,
}

/// How wide its line is.
pub const WIDTH: f64 = 1.8;
/// Lengths of dashes and gaps.
pub const DASHES: [f64; 4] = [9.0, 4.0, 2.0, 4.0];
/// How opaque it is.
pub const OPACITY: f64 = 0.7;

/// One vertex every so many degrees of azimuth.
pub const STEP_DEG: f64 = 2.0;

/// Says that rings which were asked for are not there.
pub fn missing(journey: &Journey) -> Option<Diagnostic> {
    let rings = journey.route.style.rings.as_ref().filter(|_| journey.rings().is_empty())?;
    let message = format!("there are no rings around `{}`: it has no position", rings.around.value);
    let warning = Diagnostic::warning(&catalog::SHEET_NO_RINGS, message);
    Some(warning.at(journey.route.documents.locate(rings.around.span)))
}

/// What they are, in words: `100 km and 200 km from Kyiv`.
pub fn words(journey: &Journey) -> Option<String> {
    let rings = journey.rings();
    let around = journey.spoken(&journey.route.style.rings.as_ref()?.around.value);
    let labels: Vec<&str> = rings.iter().map(|ring| ring.label.as_str()).collect();
    let (last, first) = labels.split_last()?;
    Some(if first.is_empty() {
        format!("{last} from {around}")
    } else {
        format!("{} and {last} from {around}", first.join(", "))
    })
}

/// The rings as the map shows them.
pub fn project(journey: &Journey, view: &View) -> Vec<Ring> {
    let pieces = |ring: &LaidRing| view.line(&ring.points(STEP_DEG).into_iter().map(Coord::from).collect::<Vec<_>>());
    journey.rings().into_iter().map(|ring| Ring { pieces: pieces(&ring), label: ring.label }).collect()
}

impl Ring {
    /// Its line.
    pub fn mark(&self, pen: Pen) -> Mark {
        mark(&self.pieces, pen)
    }

    /// What stands beside it.
    pub fn figure(&self) -> Figure {
        Figure { text: self.label.clone(), remarks: Vec::new(), pieces: self.pieces.clone(), color: None }
    }
}

/// A line as rings are drawn.
pub fn mark(pieces: &[Vec<[f64; 2]>], Pen { theme, unit, .. }: Pen) -> Mark {
    let stroke = Stroke::new(WIDTH * unit).with_dashes(0.0, DASHES.map(|part| part * unit));
    Mark::Stroke(base::lines(pieces.iter().cloned()), stroke, theme.ink.with_opacity(OPACITY))
}
