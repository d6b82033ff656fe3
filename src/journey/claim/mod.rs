//! Judging claims: can the reported figure be true?
//!
//! The rule, for every kind of claim: what is reported and what is computed are both intervals. If they meet, the claim
//! agrees, which confirms nothing by itself; if they don't, it disagrees; what can't be computed is undetermined.

mod distance;
mod length;
mod slip;
mod words;

use std::collections::BTreeMap;

use geo::{LineString, Point};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, catalog};
use crate::route::{Claim, Interval, Route, Says, Subject};

use super::lay::LaidLeg;
use super::target::Target;

/// Whether a reported figure can be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It could be true; that confirms nothing by itself.
    Agrees,
    /// The figure and the places cannot both be right.
    Disagrees,
    /// It can't be told.
    Undetermined,
}

impl Verdict {
    /// By the rule of verdicts.
    pub(super) fn of(reported: Interval, computed: Interval) -> Verdict {
        if reported.meets(computed) { Verdict::Agrees } else { Verdict::Disagrees }
    }

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Agrees => "agrees",
            Verdict::Disagrees => "disagrees",
            Verdict::Undetermined => "undetermined",
        }
    }
}

/// What was noticed about a claim besides its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The same number stands elsewhere with another unit, or fits with another unit.
    UnitSlip,
    /// Longer than the shortest way, as traffic may be.
    LongerThanShortest,
}

impl Finding {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Finding::UnitSlip => "unit-slip",
            Finding::LongerThanShortest => "longer-than-shortest",
        }
    }
}

/// What was found about one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Whether it can be true.
    pub verdict: Verdict,
    /// What the words mean, in kilometres.
    pub reported_km: Option<Interval>,
    /// What was computed, in kilometres, with what is not known about the places.
    pub computed_km: Option<Interval>,
    /// What was computed between the places' own positions, in kilometres.
    pub distance_km: Option<f64>,
    /// What else was noticed.
    pub finding: Option<Finding>,
    /// The verdict in words.
    pub message: String,
    /// The nearest point of what was measured to: x longitude, y latitude in degrees.
    pub nearest: Option<Point>,
    /// Where what was measured to comes from: the point of view, the data and its scale.
    pub provenance: Option<String>,
    /// How far from its position a place would have to be for the figure to be true; 0 if it can be true as it is.
    pub radius_needed_km: Option<f64>,
    /// Verdicts on what else the words may have meant.
    pub readings: Vec<Reading>,
    /// The line that was measured.
    pub line: Option<LineString>,
}

/// A claim, read as if it spoke of something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it is read as.
    pub to: String,
    /// Whether the figure can be true so.
    pub verdict: Verdict,
    /// What was computed, in kilometres.
    pub computed_km: Option<Interval>,
    /// What was computed between the places' own positions, in kilometres.
    pub distance_km: Option<f64>,
}

impl Judgement {
    fn undetermined(reported_km: Option<Interval>, message: String) -> Judgement {
        Judgement {
            verdict: Verdict::Undetermined,
            reported_km,
            computed_km: None,
            distance_km: None,
            finding: None,
            message,
            nearest: None,
            provenance: None,
            radius_needed_km: None,
            readings: Vec::new(),
            line: None,
        }
    }
}

/// One judgement for each claim of the route.
pub(super) fn judge_all(
    route: &Route,
    legs: &[LaidLeg],
    targets: &BTreeMap<String, Target>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Judgement> {
    let mut judgements: Vec<Judgement> = route.claims.iter().map(|claim| judge(claim, route, legs, targets)).collect();
    slip::find_all(route, &mut judgements);
    for (claim, judgement) in route.claims.iter().zip(&judgements) {
        if judgement.finding == Some(Finding::UnitSlip) {
            diagnostics.push(
                Diagnostic::warning(
                    &catalog::CLAIM_UNIT_SLIP,
                    format!("`{}` in claim {} may bear the wrong unit", claim.says.value, claim.label()),
                )
                .at(route.documents.locate(claim.says.span))
                .help("look up who said it first, and in which unit"),
            );
        }
    }
    judgements
}

fn judge(claim: &Claim, route: &Route, legs: &[LaidLeg], targets: &BTreeMap<String, Target>) -> Judgement {
    match (&claim.subject, &claim.statement) {
        (Subject::Distance { from, to }, Says::Figure(figure)) => distance::judge(claim, figure, from, to, targets),
        (Subject::Length { legs: names }, Says::Figure(figure)) => length::judge(figure, names, route, legs),
        (Subject::Duration { .. }, _) => Judgement::undetermined(
            None,
            "undetermined: this version reads claims about durations, and does not judge them yet".to_owned(),
        ),
        (Subject::About(key), _) => Judgement::undetermined(
            None,
            format!("undetermined: this version reads claims about `{}`, and does not judge them yet", key.value),
        ),
        (Subject::Distance { .. } | Subject::Length { .. }, _) => {
            Judgement::undetermined(None, "undetermined: the words hold no length".to_owned())
        }
    }
}
