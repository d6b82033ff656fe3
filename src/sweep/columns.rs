//! A sweep as a table: what stands in its columns.

use serde_json::Value;

use crate::numerals::to_metre;
use crate::report::{Align, CheckedClaim};
use crate::route::{Interval, Route, Subject};

use super::grid::Grid;
use super::point::Point;

/// A column of a sweep's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// On which side its cells stand.
    pub align: Align,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Value(String),
    LegKm(usize),
    LegDays(usize, End),
    TotalKm,
    TotalDays(End),
    Verdict(usize),
    ClaimKm(usize),
    Off(usize),
    Error,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Low,
    High,
}

const ENDS: [(&str, End); 2] = [("days_min", End::Low), ("days_max", End::High)];

/// The columns for a route that is varied on a grid: the values; the length and the days of each leg and of all; per claim its verdict, what was
/// computed, and by how much that misses what was reported; last, why there is nothing.
pub fn columns(route: &Route, grid: &Grid) -> Vec<Column> {
    let left = |name: String, what| Column { name, align: Align::Left, what };
    let right = |name: String, what| Column { name, align: Align::Right, what };
    let mut columns: Vec<Column> = Vec::new();
    for vary in grid.varied() {
        let align = if vary.values.unit().is_some() { Align::Right } else { Align::Left };
        columns.push(Column { name: vary.key.clone(), align, what: What::Value(vary.key.clone()) });
    }
    for (at, leg) in route.legs.iter().enumerate() {
        columns.push(right(format!("legs.{}.distance_km", leg.label()), What::LegKm(at)));
        columns.extend(ENDS.map(|(name, end)| right(format!("legs.{}.{name}", leg.label()), What::LegDays(at, end))));
    }
    columns.push(right("distance_km".to_owned(), What::TotalKm));
    columns.extend(ENDS.map(|(name, end)| right(name.to_owned(), What::TotalDays(end))));
    for (at, claim) in route.claims.iter().enumerate() {
        let label = claim.label();
        columns.push(left(format!("claims.{label}.verdict"), What::Verdict(at)));
        match claim.subject {
            Subject::Distance { .. } | Subject::Length { .. } => {
                columns.push(right(format!("claims.{label}.distance_km"), What::ClaimKm(at)));
                columns.push(right(format!("claims.{label}.off_km"), What::Off(at)));
            }
            Subject::Duration { .. } => columns.push(right(format!("claims.{label}.off_days"), What::Off(at))),
            _ => columns.push(right(format!("claims.{label}.off"), What::Off(at))),
        }
    }
    columns.push(left("error".to_owned(), What::Error));
    columns
}

impl Column {
    /// What stands in it for a point; empty if there is nothing.
    pub fn cell(&self, point: &Point) -> String {
        let number = |number: Option<f64>| number.map_or(String::new(), |number| number.to_string());
        match &self.what {
            What::Value(key) => point.values.get(key).and_then(Value::as_str).unwrap_or_default().to_owned(),
            What::LegKm(at) => number(point.legs.get(*at).and_then(|leg| leg.distance_km)),
            What::LegDays(at, end) => number(point.legs.get(*at).and_then(|leg| end.of(leg.days))),
            What::TotalKm => number(point.total.as_ref().map(|total| total.distance_km)),
            What::TotalDays(end) => number(point.total.as_ref().and_then(|total| end.of(total.days))),
            What::Verdict(at) => point.claims.get(*at).map_or(String::new(), |claim| claim.verdict.name().to_owned()),
            What::ClaimKm(at) => number(point.claims.get(*at).and_then(|claim| claim.distance_km)),
            What::Off(at) => number(point.claims.get(*at).and_then(off)),
            What::Error => point.error.clone().unwrap_or_default(),
        }
    }
}

/// What the figures of a column count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Kilometres.
    Km,
    /// Days.
    Days,
    /// Whatever the claim counts.
    Own,
}

impl Column {
    /// What its figures count; `None` where it holds words.
    pub fn counted(&self) -> Option<Counted> {
        match &self.what {
            What::LegKm(_) | What::TotalKm | What::ClaimKm(_) => Some(Counted::Km),
            What::LegDays(..) | What::TotalDays(_) => Some(Counted::Days),
            What::Off(_) if self.name.ends_with(".off_km") => Some(Counted::Km),
            What::Off(_) if self.name.ends_with(".off_days") => Some(Counted::Days),
            What::Off(_) => Some(Counted::Own),
            What::Value(_) | What::Verdict(_) | What::Error => None,
        }
    }

    /// Its figure for a point.
    pub fn figure(&self, point: &Point) -> Option<f64> {
        self.counted().and_then(|_| self.cell(point).parse().ok())
    }

    /// What it tells, in words: `How far claim depot-290-miles is off`.
    pub fn words(&self) -> String {
        let parts: Vec<&str> = self.name.split('.').collect();
        let (whose, what) = match parts.as_slice() {
            ["legs", label, what] => (format!("leg {label}"), *what),
            ["claims", label, what] => (format!("claim {label}"), *what),
            _ => ("all legs".to_owned(), self.name.as_str()),
        };
        match (what, parts.first()) {
            ("days_min", _) => format!("Least time of {whose}"),
            ("days_max", _) => format!("Most time of {whose}"),
            ("distance_km", Some(&"claims")) => format!("Distance of {whose}"),
            ("distance_km", _) => format!("Length of {whose}"),
            _ => format!("How far {whose} is off: computed less reported"),
        }
    }

    /// What it tells, as the name of one line among others: `leg rail`, `depot-290-miles`, `at least`.
    pub fn name_of_line(&self) -> String {
        let parts: Vec<&str> = self.name.split('.').collect();
        let (whose, what) = match parts.as_slice() {
            ["legs", label, what] => (format!("leg {label}"), *what),
            ["claims", label, what] => ((*label).to_owned(), *what),
            _ => ("all legs".to_owned(), self.name.as_str()),
        };
        match what {
            "days_min" => format!("{whose}, at least"),
            "days_max" => format!("{whose}, at most"),
            _ => whose,
        }
    }

    /// Whether it tells how far a claim is off.
    pub fn is_off(&self) -> bool {
        matches!(self.what, What::Off(_))
    }

    /// Whether it holds values of a parameter.
    pub(super) fn is_value(&self) -> bool {
        matches!(self.what, What::Value(_))
    }

    /// The claim whose verdict it holds.
    pub(super) fn claim<'a>(&self, point: &'a Point) -> Option<&'a CheckedClaim> {
        if let What::Verdict(at) = self.what { point.claims.get(at) } else { None }
    }
}

impl End {
    /// This end in days; `None` where there is none.
    fn of(self, days: Option<Interval>) -> Option<f64> {
        let end = match self {
            End::Low => days?.low,
            End::High => days?.high,
        };
        end.is_finite().then(|| to_metre(end))
    }
}

/// By how much all that was computed for a claim lies above all that was reported, below it if negative; 0 if the two meet. In
/// kilometres for a distance or a length, else in the claim's own unit.
pub fn off(claim: &CheckedClaim) -> Option<f64> {
    let (reported, computed) = claim.reported_km.zip(claim.computed_km).or(claim.reported.zip(claim.computed))?;
    let off = (computed.low - reported.high).max(0.0) - (reported.low - computed.high).max(0.0);
    off.is_finite().then(|| to_metre(off))
}
