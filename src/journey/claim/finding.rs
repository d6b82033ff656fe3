//! What is noticed about a claim besides its verdict.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Kind, catalog};
use crate::route::{Claim, Route};

/// What was noticed about a claim besides its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The same number stands elsewhere with another unit, or fits with another unit.
    UnitSlip,
    /// With latitude and longitude exchanged, or another sign, it would fit.
    CoordinateSlip,
    /// With day and month exchanged it would fit.
    DateSlip,
    /// Longer than the shortest way, as traffic may be.
    LongerThanShortest,
    /// Faster than freight usually is by that mode.
    FasterThanUsual,
    /// Slower than freight usually is by that mode, as cargo that waits is.
    SlowerThanUsual,
}

impl Finding {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Finding::UnitSlip => "unit-slip",
            Finding::CoordinateSlip => "coordinate-slip",
            Finding::DateSlip => "date-slip",
            Finding::LongerThanShortest => "longer-than-shortest",
            Finding::FasterThanUsual => "faster-than-usual",
            Finding::SlowerThanUsual => "slower-than-usual",
        }
    }

    /// What explains it: its id is `claim/` and the word.
    pub fn kind(self) -> &'static Kind {
        match self {
            Finding::UnitSlip => &catalog::CLAIM_UNIT_SLIP,
            Finding::CoordinateSlip => &catalog::CLAIM_COORDINATE_SLIP,
            Finding::DateSlip => &catalog::CLAIM_DATE_SLIP,
            Finding::LongerThanShortest => &catalog::CLAIM_LONGER_THAN_SHORTEST,
            Finding::FasterThanUsual => &catalog::CLAIM_FASTER_THAN_USUAL,
            Finding::SlowerThanUsual => &catalog::CLAIM_SLOWER_THAN_USUAL,
        }
    }

    /// A warning, where something may have been written wrongly.
    pub(super) fn diagnostic(self, claim: &Claim, route: &Route) -> Option<Diagnostic> {
        let (may, help) = match self {
            Finding::UnitSlip => ("may bear the wrong unit", "look up who said it first, and in which unit"),
            Finding::CoordinateSlip => {
                ("would fit if a coordinate were written otherwise", "look up the coordinates where they come from")
            }
            Finding::DateSlip => {
                ("may have day and month exchanged", "look up who said it first, and how that source writes dates")
            }
            _ => return None,
        };
        let message = format!("`{}` in claim {} {may}", claim.says.value, claim.label());
        Some(Diagnostic::warning(self.kind(), message).at(route.documents.locate(claim.says.span)).help(help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_explained_under_its_name() {
        for finding in [
            Finding::UnitSlip,
            Finding::CoordinateSlip,
            Finding::DateSlip,
            Finding::LongerThanShortest,
            Finding::FasterThanUsual,
            Finding::SlowerThanUsual,
        ] {
            assert_eq!(finding.kind().id, format!("claim/{}", finding.name()));
            assert_eq!(serde_json::to_value(finding).unwrap(), finding.name());
        }
    }
}
