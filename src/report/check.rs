//! `check`: every claim with its verdict.

use std::fmt::Write;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::journey::{Finding, Journey, Judgement, Reading, Verdict};
use crate::numerals::{self, to_metre};
use crate::route::{Claim, Interval, Route, Unit};

use super::table::{Align, Table};
use super::text::wrap;

/// Every claim checked.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// The route's title.
    pub route: String,
    /// The claims in order.
    pub claims: Vec<CheckedClaim>,
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
    /// Whether it can be true.
    pub verdict: Verdict,
    /// What the words mean.
    pub reported_km: Option<Interval>,
    /// What was computed, with what is not known about the places.
    pub computed_km: Option<Interval>,
    /// What was computed between the places' own positions.
    pub distance_km: Option<f64>,
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
            ]);
        }
        table
    }

    /// All of it for a terminal, distances in `unit`.
    pub fn text(&self, unit: Unit) -> String {
        let mut text = format!("{}\n", self.route);
        for claim in &self.claims {
            claim.write(&mut text, unit);
        }
        let agree = self.count(Verdict::Agrees);
        let counted =
            |count: usize, one: &str, several: &str| format!("{count} {}", if count == 1 { one } else { several });
        let _ = writeln!(
            text,
            "\n{}: {}, {}, {} undetermined.",
            counted(self.claims.len(), "claim", "claims"),
            counted(self.count(Verdict::Disagrees), "disagrees", "disagree"),
            counted(agree, "agrees", "agree"),
            self.count(Verdict::Undetermined)
        );
        if agree > 0 {
            text.push_str("agrees: it could be true; that confirms nothing by itself.\n");
        }
        text
    }
}

impl CheckedClaim {
    fn write(&self, text: &mut String, unit: Unit) {
        let finding = self.finding.map_or(String::new(), |finding| format!(" ({})", finding.name()));
        let _ = writeln!(text, "\n{}: {}{finding}", self.id, self.verdict.name());
        let said_by = if self.said_by.is_empty() { "nobody named".to_owned() } else { self.said_by.join("; ") };
        text.push_str(&wrap(&format!("\"{}\", said by {said_by}", self.says), 100, 4));
        if let (Some(reported), Some(computed)) = (self.reported_km, self.computed_km) {
            let _ = writeln!(
                text,
                "    reported {}; computed {}",
                in_unit(reported, None, unit),
                in_unit(computed, self.distance_km, unit)
            );
        }
        text.push_str(&wrap(&self.message, 100, 4));
        for reading in &self.readings {
            let computed = reading
                .computed_km
                .map_or(String::new(), |km| format!(", computed {}", in_unit(km, reading.distance_km, unit)));
            let _ = writeln!(text, "    read as {}: {}{computed}", reading.to, reading.verdict.name());
        }
    }
}

/// `202 km (192–212)`, `896 km`, `459–475 km`, `over 9,000 km`
fn in_unit(interval: Interval, middle: Option<f64>, unit: Unit) -> String {
    let range = numerals::range(interval.low / unit.km(), interval.high / unit.km());
    match middle.map(|km| numerals::length(km / unit.km())) {
        Some(middle) if middle != range => format!("{middle} {unit} ({range})"),
        _ => format!("{range} {unit}"),
    }
}

fn checked(route: &Route, claim: &Claim, judgement: &Judgement) -> CheckedClaim {
    let degrees = |value: f64| (value * 1e6).round() / 1e6;
    CheckedClaim {
        id: claim.label(),
        says: claim.says.value.clone(),
        said_by: claim.sources.iter().map(|source| said_by(route, &source.value)).collect(),
        verdict: judgement.verdict,
        reported_km: judgement.reported_km,
        computed_km: judgement.computed_km,
        distance_km: judgement.distance_km.map(to_metre),
        finding: judgement.finding,
        message: judgement.message.clone(),
        nearest: judgement.nearest.map(|point| Position { lat: degrees(point.y()), lon: degrees(point.x()) }),
        measured_on: judgement.provenance.clone(),
        radius_needed_km: judgement.radius_needed_km.map(to_metre),
        readings: judgement.readings.iter().map(checked_reading).collect(),
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
    let quoted: Vec<&str> = source
        .quotes
        .iter()
        .filter_map(|quoted| route.source(&quoted.value))
        .map(|quoted| quoted.publisher.as_deref().unwrap_or_else(|| quoted.label()))
        .collect();
    if !quoted.is_empty() {
        let _ = write!(words, " (quoting {})", quoted.join(", "));
    }
    words
}
