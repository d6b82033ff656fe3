//! Legs that bring their own line, in a file beside the route file.

use std::path::Path;

use geo::{Coord, LineString, Point};

use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::numerals;
use crate::route::{Documents, Leg, Spanned};
use crate::track::{self, Track};

use super::{Join, Kind, LaidLeg, between_ends, unknown};

/// A gap between parts of a line that is told.
const TOLD_GAP_KM: f64 = 0.1;

pub(super) fn lay(
    leg: &Leg,
    file: &Spanned<String>,
    stops: Vec<(String, Point)>,
    documents: &Documents,
    diagnostics: &mut Vec<Diagnostic>,
) -> LaidLeg {
    let route_file = documents.0.first().map_or("", |document| document.name.as_str());
    let folder = Path::new(route_file).parent().unwrap_or(Path::new(""));
    let track = match track::read(&folder.join(&file.value), folder) {
        Ok(track) => track,
        Err(error) => {
            let mut diagnostic = Diagnostic::error(&catalog::LEG_TRACK, format!("leg {}: {error}", leg.label()));
            diagnostic.help = error.help;
            diagnostics.push(diagnostic.at(documents.locate(file.span)));
            return unknown(leg);
        }
    };
    let mut line = line(&track);
    diagnostics.extend(remarks(leg, file, &track, documents));
    if let Some((from, to)) = stops.first().zip(stops.last())
        && runs_backwards(&line, from.1, to.1)
    {
        line.0.reverse();
    }
    LaidLeg {
        number: leg.number,
        kind: Kind::Track,
        distance_km: Some(geodesy::length_km(&line)),
        geodesic_km: between_ends(&stops),
        joins: joins(&line, &stops),
        stops,
        track: Some(line),
        countries: None,
        passages: Vec::new(),
        milestones: Vec::new(),
    }
}

/// The parts one after the other, gaps closed by geodesics.
fn line(track: &Track) -> LineString {
    track.line.iter().flat_map(|part| part.0.iter().copied()).collect::<Vec<Coord>>().into()
}

/// Whether the line starts nearer to where the leg ends.
fn runs_backwards(line: &LineString, from: Point, to: Point) -> bool {
    let (Some(first), Some(last)) = (line.points().next(), line.points().next_back()) else { return false };
    let apart = |a, b| geodesy::distance_km(a, b);
    apart(last, from) + apart(first, to) < apart(first, from) + apart(last, to)
}

fn joins(line: &LineString, stops: &[(String, Point)]) -> Vec<Join> {
    let ends = line.points().next().zip(line.points().next_back());
    let (Some((first, last)), Some(from), Some(to)) = (ends, stops.first(), stops.last()) else { return Vec::new() };
    let join = |stop, point| Join { stop, point, distance_km: geodesy::distance_km(stop, point) };
    vec![join(from.1, first), join(to.1, last)]
}

/// What the reader left out, and gaps that are closed by straight lines.
fn remarks(leg: &Leg, file: &Spanned<String>, track: &Track, documents: &Documents) -> Vec<Diagnostic> {
    let at = || documents.locate(file.span);
    let note = |words: &String| Diagnostic::note(&catalog::LEG_TRACK, format!("leg {}: {words}", leg.label())).at(at());
    let mut remarks: Vec<Diagnostic> = track.notes.iter().map(note).collect();
    let gaps: Vec<f64> = track.gaps_km.iter().copied().filter(|gap| *gap > TOLD_GAP_KM).collect();
    if !gaps.is_empty() {
        let message = format!(
            "the line of leg {} has {} gaps, {} km in all: they are closed by straight lines, which count to its length",
            leg.label(),
            gaps.len(),
            numerals::length(gaps.iter().sum())
        );
        remarks.push(Diagnostic::warning(&catalog::LEG_TRACK, message).at(at()));
    }
    remarks
}
