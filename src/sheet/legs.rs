//! Legs as lines: the colour says the mode, the pattern the certainty.

use geo::{LineString, Simplify};

use crate::canvas::{Cap, Join, Path, Stroke};
use crate::journey::Journey;
use crate::projection::View;
use crate::route::{Certainty, Mode};

use super::base;
use super::mark::{Layer, Mark};
use super::theme::Theme;

/// A leg on the map.
pub struct DrawnLeg {
    /// How the cargo moved.
    pub mode: Mode,
    /// How sure the leg is.
    pub certainty: Certainty,
    /// Its line in pixels, in pieces where it leaves the map.
    pub pieces: Vec<Vec<[f64; 2]>>,
    /// From the stops to the network that it follows, in pixels.
    pub joins: Vec<Vec<[f64; 2]>>,
}

/// How wide a leg is drawn.
pub const WIDTH: f64 = 6.0;
/// How wide the light rim beside it is.
pub const CASING: f64 = 2.5;
/// A line may be so far off, in pixels.
const UNSEEN_PX: f64 = 0.2;

/// The legs that have a line.
pub fn project(journey: &Journey, view: &View) -> Vec<DrawnLeg> {
    journey
        .route
        .legs
        .iter()
        .zip(&journey.legs)
        .filter_map(|(leg, laid)| {
            let pieces = view.line(&laid.track.as_ref()?.0).into_iter().map(|line| thinned(&line)).collect();
            let joins = laid.joins.iter().flat_map(|join| view.line(&[join.stop.0, join.point.0])).collect();
            Some(DrawnLeg { mode: leg.mode, certainty: leg.certainty, pieces, joins })
        })
        .collect()
}

/// The line without vertices that nobody would see: a track over rails has some for each pixel (Douglas and Peucker 1973).
fn thinned(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let line: LineString = line.iter().map(|at| (at[0], at[1])).collect();
    line.simplify(UNSEEN_PX).into_iter().map(|at| [at.x, at.y]).collect()
}

/// The lines with their casings, all casings below all lines.
pub fn layer(legs: &[DrawnLeg], clip: Path, theme: &Theme, unit: f64) -> Layer {
    let mut casings = Vec::new();
    let mut strokes = Vec::new();
    for leg in legs {
        let path = base::lines(leg.pieces.iter().cloned());
        let casing = Stroke::new((WIDTH + 2.0 * CASING) * unit).with_join(Join::Round).with_caps(Cap::Round);
        casings.push(Mark::Stroke(path.clone(), casing, theme.casing.with_opacity(0.85)));
        strokes.push(Mark::Stroke(path, stroke(leg.certainty, unit), Theme::mode(leg.mode)));
        let joins = base::lines(leg.joins.iter().cloned());
        strokes.push(Mark::Stroke(joins, Stroke::new(1.8 * unit), Theme::mode(leg.mode)));
    }
    casings.extend(strokes);
    Layer { name: "legs", clip: Some(clip), marks: casings }
}

/// Confirmed is a solid line, reported a dashed one, inferred a dotted one.
pub fn stroke(certainty: Certainty, unit: f64) -> Stroke {
    let stroke = Stroke::new(WIDTH * unit).with_join(Join::Round);
    match certainty {
        Certainty::Confirmed => stroke.with_caps(Cap::Round),
        Certainty::Reported => stroke.with_caps(Cap::Butt).with_dashes(0.0, [18.0 * unit, 8.0 * unit]),
        // A dash of no length with round caps is a dot.
        Certainty::Inferred => stroke.with_caps(Cap::Round).with_dashes(0.0, [0.01, 10.5 * unit]),
    }
}
