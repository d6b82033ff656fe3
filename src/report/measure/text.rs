//! `measure` for a terminal.

use std::fmt::Write;

use crate::journey::Kind;
use crate::numerals;
use crate::report::text::wrap;
use crate::route::Unit;

use super::{Measure, days};

impl Measure {
    /// All of it for a terminal, distances in `unit`.
    pub fn text(&self, unit: Unit) -> String {
        let mut text = String::new();
        for measure in std::iter::once(self).chain(&self.variants) {
            let variant = measure.variant.as_ref().map_or(String::new(), |name| format!(" · variant {name}"));
            let _ = writeln!(text, "{}{variant}\n\n{}", measure.route, measure.table(unit).text());
            text.push_str(&wrap(&measure.remarks(unit), 100, 0));
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// The total's interval and what it is due to, in brackets.
    fn between(&self, unit: Unit) -> String {
        let Some(km) = self.total.distance_km_interval else { return String::new() };
        let uncertain = self.legs.iter().any(|leg| leg.distance_km_interval.is_some());
        let why = match (uncertain, self.total.parallel.is_empty()) {
            (true, true) => "as well as positions are known",
            (true, false) => "as well as positions are known, and by parallel legs",
            (false, _) => "by parallel legs",
        };
        format!(" ({} {unit} {why})", numerals::range(km.low / unit.km(), km.high / unit.km()))
    }

    fn remarks(&self, unit: Unit) -> String {
        let length = |km: f64| format!("{} {unit}", numerals::length(km / unit.km()));
        let by_mode: Vec<String> = self
            .total
            .by_mode
            .iter()
            .map(|(mode, km)| format!("by {mode} {}", length(km.as_f64().unwrap_or_default())))
            .collect();
        let mut remarks = String::new();
        if !by_mode.is_empty() {
            let _ = write!(
                remarks,
                "In all {}{}: {}.",
                length(self.total.distance_km),
                self.between(unit),
                by_mode.join(", ")
            );
        }
        let numbers = |legs: &[usize]| legs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if !self.total.parallel.is_empty() {
            let _ =
                write!(remarks, " Parallel to the leg before, counted once: leg {}.", numbers(&self.total.parallel));
        }
        if !self.total.left_out.is_empty() {
            let _ = write!(remarks, " Left out, an end is unknown: leg {}.", numbers(&self.total.left_out));
        }
        if !self.total.after_gap.is_empty() {
            let _ = write!(remarks, " Gaps before leg {} are left out.", numbers(&self.total.after_gap));
        }
        let kinds = |kind| self.legs.iter().any(|leg| leg.distance_km.is_some() && leg.kind == kind);
        if kinds(Kind::Geodesic) {
            remarks.push_str(
                " geodesic: straight on the WGS84 ellipsoid from stop to stop, the shortest possible; no sea lane, track \
                 or road is followed.",
            );
        }
        if kinds(Kind::Track) {
            remarks.push_str(" track: along the line that the leg brings, without the joins at its ends.");
        }
        if kinds(Kind::Network) {
            remarks.push_str(" network: the shortest way over water or rails, with the joins at both ends.");
        }
        if let Some(credit) = &self.rails {
            let _ = write!(remarks, " Rails: {credit}.");
        }
        for leg in self.legs.iter().filter(|leg| !leg.passages.is_empty()) {
            let _ = write!(remarks, " Leg {} goes through {}.", leg.leg, leg.passages.join(", "));
        }
        remarks.push_str(" straight: between the two ends.");
        remarks.push_str(&days::remarks(self));
        remarks
    }
}
