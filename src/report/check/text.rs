//! `check` for a terminal.

use std::fmt::Write;

use crate::journey::Verdict;
use crate::numerals;
use crate::report::text::wrap;
use crate::route::{Interval, Unit, day_of};

use super::{Check, CheckedClaim};

impl Check {
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
        if let (Some(unit), Some(reported), Some(computed)) = (self.unit, self.reported, self.computed) {
            let _ = writeln!(text, "    reported {}; computed {}", amount(reported, unit), amount(computed, unit));
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

/// `10–12 days`, `at least 3 trips`; dates as a window.
pub(super) fn amount(value: Interval, unit: &str) -> String {
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
