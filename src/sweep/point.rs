//! What a route gives with one set of values.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Severity};
use crate::journey::Journey;
use crate::report::{Check, CheckedClaim, Measure, MeasuredLeg, Total};

/// A point of a sweep: the values, and what `measure` and `check` give for them.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// The parameters with their values, as they are written in the file.
    pub values: Map<String, Value>,
    /// The legs; none if the route can't be laid so.
    pub legs: Vec<MeasuredLeg>,
    /// What they add up to; `null` if the route can't be laid so.
    pub total: Option<Total>,
    /// The claims.
    pub claims: Vec<CheckedClaim>,
    /// Why the route can't be laid with these values; absent if it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Point {
    /// What a journey gives.
    pub fn of(values: Map<String, Value>, journey: &Journey) -> Point {
        let measure = Measure::of(journey, Vec::new());
        let check = Check::of(journey, Vec::new());
        Point { values, legs: measure.legs, total: Some(measure.total), claims: check.claims, error: None }
    }

    /// A point at which there is no journey.
    pub fn failed(values: Map<String, Value>, diagnostics: &[Diagnostic]) -> Point {
        Point { values, legs: Vec::new(), total: None, claims: Vec::new(), error: Some(why_failed(diagnostics)) }
    }
}

/// The errors among these, in one line.
pub fn why_failed(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ")
}
