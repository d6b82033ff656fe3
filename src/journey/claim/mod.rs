//! Judging claims: can the reported figure be true?
//!
//! The rule, for every kind of claim: what is reported and what is computed are both intervals. If they meet, the claim
//! agrees, which confirms nothing by itself; if they don't, it disagrees; what can't be computed is undetermined.

mod about;
mod coordinates;
mod distance;
mod duration;
mod finding;
mod length;
mod nearest;
mod passes;
mod slip;
mod trips;
mod words;

use std::collections::BTreeMap;

use geo::{LineString, Point};
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::route::{Claim, Interval, Route, Says, Subject};

use super::lay::{Ground, LaidLeg};
use super::target::Target;
use super::time::Timeline;

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

pub use finding::Finding;
pub(super) use passes::check_things;

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
    /// The figures of a claim that speaks of no distance.
    pub compared: Option<Compared>,
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

/// Figures that are no distances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// What they count: `days`, `trips` …
    pub unit: &'static str,
    /// What the words mean.
    pub reported: Interval,
    /// What was computed; `None` if it can't be, or if the claim is set against another report.
    pub computed: Option<Interval>,
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
            compared: None,
            finding: None,
            message,
            nearest: None,
            provenance: None,
            radius_needed_km: None,
            readings: Vec::new(),
            line: None,
        }
    }

    fn compared(verdict: Verdict, compared: Compared) -> Judgement {
        Judgement { verdict, compared: Some(compared), ..Judgement::undetermined(None, String::new()) }
    }
}

/// What claims are judged by.
pub(super) struct Facts<'a> {
    /// The route that makes them.
    pub route: &'a Route,
    /// Its legs on the earth.
    pub legs: &'a [LaidLeg],
    /// Its legs in time.
    pub timeline: &'a Timeline,
    /// What its claims measure to.
    pub targets: &'a BTreeMap<String, Target>,
    /// What its legs were laid on.
    pub ground: Ground<'a>,
}

/// One judgement for each claim of the route.
pub(super) fn judge_all(facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Vec<Judgement> {
    let route = facts.route;
    trips::check(route, diagnostics);
    let mut judgements: Vec<Judgement> = route.claims.iter().map(|claim| judge(claim, facts)).collect();
    slip::find_all(route, &mut judgements);
    for (claim, judgement) in route.claims.iter().zip(&mut judgements) {
        coordinates::find(&claim.subject, judgement, facts);
    }
    for (claim, judgement) in route.claims.iter().zip(&judgements) {
        diagnostics.extend(judgement.finding.and_then(|finding| finding.diagnostic(claim, route)));
    }
    judgements
}

fn judge(claim: &Claim, facts: &Facts) -> Judgement {
    match (&claim.subject, &claim.statement) {
        (Subject::Distance { from, to }, Says::Figure(figure)) => {
            distance::judge(claim, figure, from, to, facts.targets)
        }
        (Subject::Length { legs }, Says::Figure(figure)) => length::judge(figure, legs, facts),
        (Subject::Duration { legs }, Says::Days(days)) => duration::judge(*days, legs, facts),
        (Subject::Trips { leg }, Says::Count(count)) => trips::judge(*count, leg, facts),
        (Subject::Passes { legs, through, avoid }, _) => passes::judge(legs, through, avoid, facts),
        (Subject::Nearest { place, to, among }, _) => nearest::judge(place, to, among, facts),
        (Subject::About(about), _) => about::judge(claim, about, facts),
        _ => Judgement::undetermined(None, "undetermined: the words hold no such figure".to_owned()),
    }
}
