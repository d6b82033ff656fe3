//! `check`: every claim with its verdict.

mod github;
mod groups;
mod markdown;
mod text;

use std::fmt::Write;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Location};
use crate::journey::{Finding, Journey, Judgement, Reading, Verdict};
use crate::numerals::{to_metre, to_microdegree};
use crate::route::{Claim, Interval, Route};

use super::table::{Align, Table};

pub(super) use text::amount;

pub use groups::{CheckedGroup, Origin};

/// Every claim checked.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// The route's title.
    pub route: String,
    /// The claims in order.
    pub claims: Vec<CheckedClaim>,
    /// Claims about the same thing, where there are several.
    pub groups: Vec<CheckedGroup>,
    /// What is doubtful or worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

/// One claim checked. Distances in kilometres.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedClaim {
    /// Its id in the file, or its number.
    pub id: String,
    /// The words, as written.
    pub says: String,
    /// Who says so: titles of the sources, with what they quote.
    pub said_by: Vec<String>,
    /// Ids of the sources from which all of these have it.
    pub origins: Vec<String>,
    #[serde(skip)]
    origin_names: Vec<String>,
    /// What it speaks of: `distance`, `length`, `duration`, `trips`, `passes`, `nearest`, or the key that it is about.
    pub subject: String,
    /// Whether it can be true.
    pub verdict: Verdict,
    /// What the words mean.
    pub reported_km: Option<Interval>,
    /// What was computed, with what is not known about the places.
    pub computed_km: Option<Interval>,
    /// What was computed between the places' own positions.
    pub distance_km: Option<f64>,
    /// What the figures of a claim that speaks of no distance count; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// What the words mean, in that unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported: Option<Interval>,
    /// What was computed, in that unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed: Option<Interval>,
    /// What else was noticed.
    pub finding: Option<Finding>,
    /// The verdict in words.
    pub message: String,
    /// The nearest point of what was measured to.
    pub nearest: Option<Position>,
    /// The point of view, the data and its scale.
    pub measured_on: Option<String>,
    /// How far from its position a place would have to be for the figure to be true.
    pub radius_needed_km: Option<f64>,
    /// Verdicts on what else the words may have meant.
    pub readings: Vec<CheckedReading>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Location>,
}

/// A position in degrees.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Position {
    /// Latitude, north positive.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

/// A claim read as if it spoke of something else.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedReading {
    /// What it is read as.
    pub to: String,
    /// Whether the figure can be true so.
    pub verdict: Verdict,
    /// What was computed.
    pub computed_km: Option<Interval>,
    /// What was computed between the places' own positions.
    pub distance_km: Option<f64>,
}

impl Check {
    /// What there is to say about a journey's claims.
    pub fn of(journey: &Journey, diagnostics: Vec<Diagnostic>) -> Check {
        let route = &journey.route;
        Check {
            route: route.title.clone(),
            claims: route.claims.iter().zip(&journey.judgements).map(|(claim, j)| checked(route, claim, j)).collect(),
            groups: groups::of(journey),
            diagnostics,
        }
    }

    /// How many claims got this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.claims.iter().filter(|claim| claim.verdict == verdict).count()
    }

    /// The claims as a table for machines: the columns are those of the JSON, intervals in two.
    pub fn table(&self) -> Table {
        let mut table = Table::new(&[
            ("id", Align::Left),
            ("says", Align::Left),
            ("said_by", Align::Left),
            ("verdict", Align::Left),
            ("finding", Align::Left),
            ("reported_km_min", Align::Right),
            ("reported_km_max", Align::Right),
            ("computed_km_min", Align::Right),
            ("computed_km_max", Align::Right),
            ("distance_km", Align::Right),
            ("radius_needed_km", Align::Right),
            ("subject", Align::Left),
            ("unit", Align::Left),
            ("reported_min", Align::Right),
            ("reported_max", Align::Right),
            ("computed_min", Align::Right),
            ("computed_max", Align::Right),
            ("origins", Align::Left),
        ]);
        let figure =
            |km: Option<f64>| km.filter(|km| km.is_finite()).map_or(String::new(), |km| to_metre(km).to_string());
        for claim in &self.claims {
            table.rows.push(vec![
                claim.id.clone(),
                claim.says.clone(),
                claim.said_by.join("; "),
                claim.verdict.name().to_owned(),
                claim.finding.map_or(String::new(), |finding| finding.name().to_owned()),
                figure(claim.reported_km.map(|interval| interval.low)),
                figure(claim.reported_km.map(|interval| interval.high)),
                figure(claim.computed_km.map(|interval| interval.low)),
                figure(claim.computed_km.map(|interval| interval.high)),
                figure(claim.distance_km),
                figure(claim.radius_needed_km),
                claim.subject.clone(),
                claim.unit.unwrap_or_default().to_owned(),
                figure(claim.reported.map(|interval| interval.low)),
                figure(claim.reported.map(|interval| interval.high)),
                figure(claim.computed.map(|interval| interval.low)),
                figure(claim.computed.map(|interval| interval.high)),
                claim.origins.join("; "),
            ]);
        }
        table
    }
}

fn checked(route: &Route, claim: &Claim, judgement: &Judgement) -> CheckedClaim {
    CheckedClaim {
        id: claim.label(),
        says: claim.says.value.clone(),
        said_by: claim.sources.iter().map(|source| said_by(route, &source.value)).collect(),
        origins: route.origins(&claim.sources).into_iter().map(str::to_owned).collect(),
        origin_names: route.origins(&claim.sources).into_iter().map(|id| publisher(route, id)).collect(),
        subject: claim.subject.name().to_owned(),
        verdict: judgement.verdict,
        reported_km: judgement.reported_km,
        computed_km: judgement.computed_km,
        distance_km: judgement.distance_km.map(to_metre),
        unit: judgement.compared.map(|compared| compared.unit),
        reported: judgement.compared.map(|compared| compared.reported),
        computed: judgement.compared.and_then(|compared| compared.computed),
        finding: judgement.finding,
        message: judgement.message.clone(),
        nearest: judgement
            .nearest
            .map(|point| Position { lat: to_microdegree(point.y()), lon: to_microdegree(point.x()) }),
        measured_on: judgement.provenance.clone(),
        radius_needed_km: judgement.radius_needed_km.map(to_metre),
        readings: judgement.readings.iter().map(checked_reading).collect(),
        at: route.documents.locate(claim.says.span),
    }
}

fn checked_reading(reading: &Reading) -> CheckedReading {
    CheckedReading {
        to: reading.to.clone(),
        verdict: reading.verdict,
        computed_km: reading.computed_km,
        distance_km: reading.distance_km.map(to_metre),
    }
}

/// How a source is spoken of.
fn publisher(route: &Route, id: &str) -> String {
    let source = route.source(id);
    source.map_or(id, |source| source.publisher.as_deref().unwrap_or_else(|| source.label())).to_owned()
}

/// A source's title, publisher and date, and whom it quotes.
fn said_by(route: &Route, id: &str) -> String {
    let Some(source) = route.source(id) else { return id.to_owned() };
    let mut words = source.label().to_owned();
    if let (Some(_), Some(publisher)) = (&source.title, &source.publisher) {
        let _ = write!(words, ", {publisher}");
    }
    if let Some(date) = source.date {
        let _ = write!(words, ", {date}");
    }
    let quoted: Vec<String> = source.quotes.iter().map(|quoted| publisher(route, &quoted.value)).collect();
    if !quoted.is_empty() {
        let _ = write!(words, " (quoting {})", quoted.join(", "));
    }
    words
}
