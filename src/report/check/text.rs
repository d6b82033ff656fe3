//! `check` for a terminal.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::journey::Verdict;
use crate::numerals;
use crate::report::listed;
use crate::report::text::wrap;
use crate::route::{Interval, Unit, day_of};

use super::{Check, CheckedClaim};

/// How wide the report is, in characters.
const WIDTH: usize = 100;

/// Colours of a terminal, or none.
#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    fn verdict(self, verdict: Verdict) -> String {
        let colour = match verdict {
            Verdict::Disagrees => "1;31",
            Verdict::Agrees => "32",
            Verdict::Undetermined => "33",
        };
        self.paint(colour, verdict.name())
    }

    fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    fn paint(self, colour: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

impl Check {
    /// All of it for reading, distances in `unit`; with colours for a terminal.
    pub fn text(&self, unit: Unit, coloured: bool) -> String {
        let paint = Paint(coloured);
        let mut text = format!("{}\n", paint.bold(&self.route));
        for claim in &self.claims {
            claim.write(&mut text, unit, paint);
        }
        if !self.groups.is_empty() {
            let _ = writeln!(text, "\n{}", paint.bold("Claims about the same thing"));
        }
        for group in &self.groups {
            let id = if group.conflict { " (conflict)" } else { "" };
            let _ = writeln!(text, "\n{}{id}", group.about);
            let ids: BTreeSet<&String> = group.claims.iter().collect();
            for claim in self.claims.iter().filter(|claim| ids.contains(&claim.id)) {
                let origins =
                    if claim.origins.is_empty() { "not named".to_owned() } else { claim.origin_names.join(", ") };
                let verdict = paint.verdict(claim.verdict);
                let _ = writeln!(text, "    {}: \"{}\", origin {origins}: {verdict}", claim.id, claim.says);
            }
            text.push_str(&wrap(&group.message, WIDTH, 4));
        }
        let _ = writeln!(text, "\n{}", self.summary());
        if self.count(Verdict::Agrees) > 0 {
            text.push_str("agrees: it could be true; that confirms nothing by itself.\n");
        }
        let ids = self.ids();
        if !ids.is_empty() {
            text.push_str(&wrap(&format!("`portolan explain ID` explains {}.", listed(ids)), WIDTH, 0));
        }
        text
    }

    /// `4 claims: 2 disagree, 2 agree, 0 undetermined.`
    pub(super) fn summary(&self) -> String {
        let of = |verdict| word(verdict, self.count(verdict));
        format!(
            "{} {}: {}, {}, {}.",
            self.claims.len(),
            if self.claims.len() == 1 { "claim" } else { "claims" },
            of(Verdict::Disagrees),
            of(Verdict::Agrees),
            of(Verdict::Undetermined)
        )
    }

    /// The ids of what was found, each once.
    fn ids(&self) -> Vec<String> {
        let mut ids: Vec<String> =
            self.claims.iter().filter_map(|claim| Some(claim.finding?.kind().id.to_owned())).collect();
        ids.extend(self.groups.iter().filter(|group| group.conflict).map(|_| "claim/conflict".to_owned()));
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

impl CheckedClaim {
    fn write(&self, text: &mut String, unit: Unit, paint: Paint) {
        let finding = self.finding.map_or(String::new(), |finding| format!(" ({})", finding.name()));
        let _ = writeln!(text, "\n{}: {}{finding}", paint.bold(&self.id), paint.verdict(self.verdict));
        let said_by = if self.said_by.is_empty() {
            "nobody named".to_owned()
        } else {
            format!("{}: {}", self.said_by.join("; "), self.origins_in_words())
        };
        text.push_str(&wrap(&format!("\"{}\", said by {said_by}", self.says), WIDTH, 4));
        if let (Some(reported), Some(computed)) = (self.reported_km, self.computed_km) {
            let _ = writeln!(
                text,
                "    reported {}; computed {}",
                in_unit(reported, None, unit),
                in_unit(computed, self.distance_km, unit)
            );
        }
        if let (Some(unit), Some(reported), Some(computed)) = (self.unit, self.reported, self.computed) {
            let _ = writeln!(text, "    reported {}; computed {}", amount(reported, unit), amount(computed, unit));
        }
        text.push_str(&wrap(&self.message, WIDTH, 4));
        for reading in &self.readings {
            let computed = reading
                .computed_km
                .map_or(String::new(), |km| format!(", computed {}", in_unit(km, reading.distance_km, unit)));
            let _ = writeln!(text, "    read as {}: {}{computed}", reading.to, paint.verdict(reading.verdict));
        }
    }

    /// `2 sources of one origin, white-house`
    pub(super) fn origins_in_words(&self) -> String {
        let sources = self.said_by.len();
        let of = match self.origin_names.len() {
            0 => return "no origin is known".to_owned(),
            1 => format!("one origin, {}", self.origin_names[0]),
            several => format!("{several} origins, {}", listed(self.origin_names.clone())),
        };
        if sources == 1 { format!("1 source of {of}") } else { format!("{sources} sources of {of}") }
    }
}

/// `202 km (192–212)`, `896 km`, `459–475 km`, `over 9,000 km`
pub(super) fn in_unit(interval: Interval, middle: Option<f64>, unit: Unit) -> String {
    let range = numerals::range(interval.low / unit.km(), interval.high / unit.km());
    match middle.map(|km| numerals::length(km / unit.km())) {
        Some(middle) if middle != range => format!("{middle} {unit} ({range})"),
        _ => format!("{range} {unit}"),
    }
}

/// `10–12 days`, `at least 3 trips`; dates as a window.
pub(in crate::report) fn amount(value: Interval, unit: &str) -> String {
    match unit {
        "days since 1970-01-01" => {
            let day = |instant: f64| if instant.is_finite() { day_of(instant).to_string() } else { "..".to_owned() };
            format!("{}/{}", day(value.low), day(value.high - 1.0))
        }
        "1" => numerals::range(value.low, value.high),
        "trips" | "things" | "TEU" if value.high.is_infinite() => {
            format!("at least {} {unit}", numerals::days(value.low, value.low))
        }
        "km/d" => format!("{} km/d", numerals::range(value.low, value.high)),
        unit => format!("{} {unit}", numerals::days(value.low, value.high)),
    }
}

/// `2 disagree`
fn word(verdict: Verdict, count: usize) -> String {
    let verb = match (verdict, count) {
        (Verdict::Disagrees, 1) => "disagrees",
        (Verdict::Disagrees, _) => "disagree",
        (Verdict::Agrees, 1) => "agrees",
        (Verdict::Agrees, _) => "agree",
        (Verdict::Undetermined, _) => "undetermined",
    };
    format!("{count} {verb}")
}
