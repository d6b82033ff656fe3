//! Where else the legs may run, as well as their ends are known: a faint corridor, made of the tracks that were laid
//! between other positions.

use crate::canvas::{Cap, Join, Path, Stroke};
use crate::journey::Journey;
use crate::projection::View;
use crate::route::Mode;

use super::mark::Mark;
use super::pen::Pen;
use super::{base, legs};

/// How wide each of the tracks is drawn, in widths of a leg.
const BROAD: f64 = 1.8;
const OPACITY: f64 = 0.28;

/// The corridors of all legs; one shape for each, which does not darken where tracks lie on one another.
pub fn marks(journey: &Journey, view: &View, pen: Pen) -> Vec<Mark> {
    let uncertain = journey.uncertainty.iter().flat_map(|all| &all.legs);
    let with_tracks = journey.route.legs.iter().zip(uncertain).filter(|(_, leg)| !leg.tracks.is_empty());
    with_tracks
        .map(|(leg, uncertain)| {
            let lines = uncertain.tracks.iter().flat_map(|track| view.line(&track.0));
            shaded(base::lines(lines.map(|line| legs::thinned(&line))), leg.mode, pen)
        })
        .collect()
}

/// How the first of them is travelled; `None` if there is none.
pub fn mode(journey: &Journey) -> Option<Mode> {
    let mut uncertain = journey.uncertainty.iter().flat_map(|all| &all.legs);
    let first = uncertain.position(|leg| !leg.tracks.is_empty())?;
    Some(journey.route.legs.get(first)?.mode)
}

/// A line as a corridor is drawn.
pub fn shaded(path: Path, mode: Mode, pen: Pen) -> Mark {
    let stroke = Stroke::new(BROAD * legs::WIDTH * pen.unit).with_join(Join::Round).with_caps(Cap::Round);
    Mark::Stroke(path, stroke, pen.theme.mode(mode).with_opacity(OPACITY))
}
