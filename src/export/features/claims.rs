//! Claims as features: each with the line that was measured.

use serde_json::json;

use crate::journey::{Journey, Judgement};
use crate::numerals::{to_metre, to_microdegree};
use crate::route::{Claim, Interval, Spanned, Subject};

use super::super::Settings;
use super::{Feature, lines, list};

pub(super) fn features(journey: &Journey, settings: Settings) -> Vec<Feature> {
    let claims = journey.route.claims.iter().zip(&journey.judgements);
    claims.map(|(claim, judgement)| feature(journey, claim, judgement, settings)).collect()
}

fn feature(journey: &Journey, claim: &Claim, judgement: &Judgement, settings: Settings) -> Feature {
    let low =
        |interval: Option<Interval>| interval.map(|interval| interval.low).filter(|low| low.is_finite()).map(to_metre);
    let high =
        |interval: Option<Interval>| interval.map(|interval| interval.high).filter(|km| km.is_finite()).map(to_metre);
    let readings: Vec<String> =
        judgement.readings.iter().map(|reading| format!("{}: {}", reading.to, reading.verdict.name())).collect();
    let (subject, from, to, legs) = match &claim.subject {
        Subject::Distance { from, to } => ("distance", Some(&from.value), Some(&to.value), None),
        Subject::Nearest { place, to, .. } => ("nearest", Some(&place.value), Some(&to.value), None),
        subject => {
            let legs: Vec<Spanned<String>> = subject.legs().into_iter().cloned().collect();
            (subject.name(), None, None, (!legs.is_empty()).then(|| list(&legs)))
        }
    };
    let compared = judgement.compared;
    let (reported, computed) =
        (compared.map(|compared| compared.reported), compared.and_then(|compared| compared.computed));
    let attributes = json!({
        "id": claim.label(),
        "says": claim.says.value,
        "subject": subject,
        "from": from,
        "to": to,
        "legs": legs,
        "verdict": judgement.verdict,
        "finding": judgement.finding,
        "reported_km_min": low(judgement.reported_km),
        "reported_km_max": high(judgement.reported_km),
        "computed_km_min": low(judgement.computed_km),
        "computed_km_max": high(judgement.computed_km),
        "distance_km": judgement.distance_km.map(to_metre),
        "unit": compared.map(|compared| compared.unit),
        "reported_min": low(reported),
        "reported_max": high(reported),
        "computed_min": low(computed),
        "computed_max": high(computed),
        "radius_needed_km": judgement.radius_needed_km.map(to_metre),
        "nearest_lat": judgement.nearest.map(|point| to_microdegree(point.y())),
        "nearest_lon": judgement.nearest.map(|point| to_microdegree(point.x())),
        "measured_on": judgement.provenance,
        "message": judgement.message,
        "readings": readings.join("; "),
        "credibility": claim.credibility,
        "sources": list(&claim.sources),
        "origins": journey.route.origins(&claim.sources).join("; "),
    });
    Feature::new(claim.label(), lines(judgement.line.as_ref(), settings), attributes)
}
