//! Legs over water.

use geo::{Coord, LineString, Point};

use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::place::Located;
use crate::network::sea::{self, Options, Passage, SeaTrack};
use crate::route::{Documents, Leg, Spanned};

use super::{Join, Kind, LaidLeg, between_ends, unknown};

pub(super) fn lay(
    leg: &Leg,
    places: &[&Located],
    stops: Vec<(String, Point)>,
    documents: &Documents,
    diagnostics: &mut Vec<Diagnostic>,
) -> LaidLeg {
    let mut passages = |names: &[Spanned<String>]| -> Vec<Passage> {
        names.iter().filter_map(|name| passage(name, leg, documents, diagnostics)).collect()
    };
    let options = Options { avoid: passages(&leg.avoid), through: passages(&leg.through) };
    let mut tracks: Vec<SeaTrack> = Vec::new();
    for (at, pair) in stops.windows(2).enumerate() {
        // What must be passed is passed on the way as a whole: here, on its first stretch that can.
        let through = if tracks.iter().any(|track| has_all(track, &options.through)) {
            Vec::new()
        } else {
            options.through.clone()
        };
        let stretch = Options { avoid: options.avoid.clone(), through };
        match sea::route(pair[0].1, pair[1].1, &stretch) {
            Ok(track) => tracks.push(track),
            Err(why) => {
                let [from, to] = [at, at + 1].map(|stop| places[stop].name.as_str());
                let message = format!("leg {}, from {from} to {to}: {why}", leg.label());
                diagnostics.push(Diagnostic::error(&catalog::LEG_NO_WAY, message).at(documents.locate(leg.span)).help(
                    "let the leg end at a port, name places on the way in `via`, or change `avoid` and `through`",
                ));
                return unknown(leg);
            }
        }
    }
    joined(leg, stops, &tracks)
}

fn has_all(track: &SeaTrack, passages: &[Passage]) -> bool {
    passages.iter().all(|passage| track.passages.contains(passage))
}

fn passage(
    name: &Spanned<String>,
    leg: &Leg,
    documents: &Documents,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Passage> {
    let found = Passage::ALL.into_iter().find(|passage| passage.name() == name.value);
    if found.is_none() {
        let alike = |passage: &Passage| strsim::jaro_winkler(passage.name(), &name.value.to_lowercase());
        let nearest = Passage::ALL.into_iter().max_by(|a, b| alike(a).total_cmp(&alike(b)));
        let names: Vec<&str> = Passage::ALL.iter().map(|passage| passage.name()).collect();
        let message = format!("`{}` in leg {} is no passage that portolan knows", name.value, leg.label());
        diagnostics.push(Diagnostic::error(&catalog::UNKNOWN_WORD, message).at(documents.locate(name.span)).help(
            format!("did you mean `{}`? The passages are {}", nearest.map_or("", Passage::name), names.join(", ")),
        ));
    }
    found
}

/// The stretches from stop to stop as one leg. A ship that calls at a stop on the way goes to its water, not up to the town.
fn joined(leg: &Leg, stops: Vec<(String, Point)>, tracks: &[SeaTrack]) -> LaidLeg {
    let mut line: Vec<Coord> = Vec::new();
    let mut passages: Vec<Passage> = Vec::new();
    let mut joins = Vec::new();
    let mut distance_km = 0.0;
    for (at, (track, (_, stop))) in tracks.iter().zip(&stops).enumerate() {
        let Some(first) = track.track.0.first() else { continue };
        joins.push(Join { stop: *stop, point: Point(*first), distance_km: track.snap_from_km });
        let inner_from = if at > 0 { track.snap_from_km } else { 0.0 };
        let inner_to = if at + 1 < tracks.len() { track.snap_to_km } else { 0.0 };
        distance_km += track.distance_km - inner_from - inner_to;
        line.extend(
            track.track.0.iter().filter(|position| Some(*position) != line.last()).copied().collect::<Vec<_>>(),
        );
        for passage in &track.passages {
            if !passages.contains(passage) {
                passages.push(*passage);
            }
        }
    }
    if let (Some(last), Some((_, stop)), Some(end)) = (tracks.last(), stops.last(), line.last()) {
        joins.push(Join { stop: *stop, point: Point(*end), distance_km: last.snap_to_km });
    }
    LaidLeg {
        number: leg.number,
        kind: Kind::Network,
        distance_km: Some(distance_km),
        geodesic_km: between_ends(&stops),
        stops,
        track: Some(LineString(line)),
        joins,
        countries: None,
        passages: passages.into_iter().map(Passage::name).collect(),
        milestones: Vec::new(),
    }
}
