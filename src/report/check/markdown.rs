//! `check` in Markdown, for the file of a story.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, catalog};
use crate::report::table::{Align, Table};
use crate::route::Unit;

use super::text::{amount, in_unit};
use super::{Check, CheckedClaim};

impl Check {
    /// All of it in Markdown, distances in `unit`: a table of the claims, what was found of each, claims about the same thing
    /// side by side, and remarks.
    pub fn markdown(&self, unit: Unit) -> String {
        let mut text = format!("# {}\n\n{}\n", escaped(&self.route), self.summary());
        if self.claims.is_empty() {
            return text;
        }
        let _ = write!(text, "\n{}", self.overview(unit).markdown());
        for claim in &self.claims {
            claim.section(&mut text, unit);
        }
        if !self.groups.is_empty() {
            text.push_str("\n## Claims about the same thing\n");
        }
        for group in &self.groups {
            let id = if group.conflict { " (`claim/conflict`)" } else { "" };
            let _ = writeln!(text, "\n**{}**{id}: {}", escaped(&capital(&group.about)), escaped(&group.message));
        }
        if !self.diagnostics.is_empty() {
            text.push_str("\n## Remarks\n\n");
        }
        let (looked_up, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            self.diagnostics.iter().partition(|told| told.kind == &catalog::PLACE_LOOKED_UP);
        if let Some(first) = looked_up.first() {
            let names: Vec<String> = looked_up.iter().map(|told| escaped(&told.message)).collect();
            let _ = writeln!(text, "- Names were looked up: {} (`{}`)", names.join("; "), first.kind.id);
        }
        for told in others {
            let help = told.help.as_ref().map_or(String::new(), |help| format!(": {}", escaped(help)));
            let _ = writeln!(text, "- {}{help} (`{}`)", escaped(&told.message), told.kind.id);
        }
        text
    }

    fn overview(&self, unit: Unit) -> Table {
        let mut table = Table::new(&[
            ("claim", Align::Left),
            ("says", Align::Left),
            ("means", Align::Right),
            ("computed", Align::Right),
            ("verdict", Align::Left),
            ("origins", Align::Right),
        ]);
        for claim in &self.claims {
            let reported = claim.reported_km.map(|km| in_unit(km, None, unit));
            let computed = claim.computed_km.map(|km| in_unit(km, claim.distance_km, unit));
            let other = |interval| claim.unit.zip(interval).map(|(unit, interval)| amount(interval, unit));
            table.rows.push(vec![
                claim.id.clone(),
                format!("“{}”", claim.says),
                reported.or_else(|| other(claim.reported)).unwrap_or_default(),
                computed.or_else(|| other(claim.computed)).unwrap_or_default(),
                format!("**{}**", claim.verdict.name()),
                claim.origins.len().to_string(),
            ]);
        }
        table
    }
}

impl CheckedClaim {
    fn section(&self, text: &mut String, unit: Unit) {
        let finding = self.finding.map_or(String::new(), |finding| format!(", `{}`", finding.kind().id));
        let _ = writeln!(text, "\n## {}: {}{finding}\n", escaped(&self.id), self.verdict.name());
        let _ = writeln!(text, "> {}\n", escaped(&self.says));
        for source in &self.said_by {
            let _ = writeln!(text, "- {}", escaped(source));
        }
        if !self.said_by.is_empty() {
            let _ = writeln!(text, "- {}\n", escaped(&self.origins_in_words()));
        }
        let _ = writeln!(text, "{}", escaped(&capital(&self.message)));
        if !self.message.ends_with('.') {
            text.truncate(text.trim_end().len());
            text.push_str(".\n");
        }
        for (at, reading) in self.readings.iter().enumerate() {
            let computed = reading
                .computed_km
                .map_or(String::new(), |km| format!(", computed {}", in_unit(km, reading.distance_km, unit)));
            let gap = if at == 0 { "\n" } else { "" };
            let _ = writeln!(text, "{gap}- Read as {}: {}{computed}", escaped(&reading.to), reading.verdict.name());
        }
    }
}

/// What the file's author wrote must stay text: no tags, no links, no emphasis.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
