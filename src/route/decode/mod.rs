//! From the tree to a route: first every value is checked by the key table, then the route is built, then what
//! only several keys together can show is checked.
//!
//! Building never fails: a value that was found wrong is left out or replaced, so that all mistakes of a file are
//! found in one go. A route with mistakes doesn't leave this room.

mod advice;
mod changes;
mod circles;
mod claims;
mod constructed;
mod legs;
mod places;
mod read;
mod scalar;
mod shape;
mod sources;
mod statement;
mod text;
mod top;

pub use changes::{Change, apply, flatten, resolve};
pub use shape::check;
pub use top::build;

use super::wrong::{Findings, Wrong};
use super::{Documents, Span};

/// The texts, and what was found in them so far.
#[derive(Debug)]
pub struct Context<'a> {
    /// The texts.
    pub documents: &'a Documents,
    /// What was found.
    pub findings: Findings,
    errors: usize,
    /// Whether the route file is JSON.
    json: bool,
}

impl<'a> Context<'a> {
    /// Nothing was found yet.
    pub fn new(documents: &'a Documents, json: bool) -> Self {
        Context { json, documents, findings: Findings::default(), errors: 0 }
    }

    /// Notes a mistake at a place.
    pub fn wrong(&mut self, span: Span, mut wrong: Wrong) {
        self.errors += 1;
        if span.document == 1 && self.json {
            wrong.help = wrong.help.map(in_json);
        }
        self.findings.error(wrong, || self.documents.locate(span));
    }

    /// Whether so many mistakes were found that no further one is told, and none needs to be looked for.
    pub fn is_full(&self) -> bool {
        self.findings.is_full()
    }

    /// Whether there was any mistake.
    pub fn failed(&self) -> bool {
        self.errors > 0
    }

    /// What the user wrote there.
    pub fn written(&self, span: Span) -> &'a str {
        let text = span.document.checked_sub(1).and_then(|at| self.documents.0.get(at)).map(|document| &document.text);
        text.and_then(|text| text.get(span.start..span.end)).unwrap_or("")
    }

    /// The line that a place stands in, for messages that speak of another place.
    pub fn line(&self, span: Span) -> usize {
        self.documents.locate(span).map_or(0, |at| at.line)
    }
}

/// Advice to write a key and its value, as JSON writes them.
fn in_json(help: String) -> String {
    let Some((key, value)) = help.strip_prefix("write ").and_then(|rest| rest.split_once(" = ")) else { return help };
    if key.chars().all(|c| c.is_alphanumeric() || c == '-') { format!("write \"{key}\": {value}") } else { help }
}
