//! The speed that a leg's dates imply, set against what is usual for its mode.

use crate::diagnostic::{Diagnostic, catalog};
use crate::numerals;
use crate::route::{Interval, Mode, Route};

use super::{LegTime, speeds};

/// How a speed compares with what is usual for its mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// All of it, or a part of it, is usual.
    Usual,
    /// Slower than usual.
    Slow,
    /// Faster than usual.
    Fast,
}

/// How a speed in kilometres a day compares; `None` for a mode without a range.
pub fn pace(mode: Mode, km_per_day: Interval) -> Option<Pace> {
    let usual = speeds::usual(mode)?.km_per_day;
    Some(match () {
        () if km_per_day.meets(usual) => Pace::Usual,
        () if km_per_day.high < usual.low => Pace::Slow,
        () => Pace::Fast,
    })
}

/// `412 km a day by rail: usual (300–1,200 km/d)`; `None` for a mode without a range.
pub fn in_words(mode: Mode, km_per_day: Interval) -> Option<String> {
    let usual = speeds::usual(mode)?;
    let speed = match (km_per_day.low > 0.0, km_per_day.high.is_finite()) {
        (true, true) => numerals::range(km_per_day.low, km_per_day.high),
        (true, false) => format!("at least {}", numerals::length(km_per_day.low)),
        (false, true) => format!("at most {}", numerals::length(km_per_day.high)),
        (false, false) => return None,
    };
    let verdict = match pace(mode, km_per_day)? {
        Pace::Usual => "usual",
        Pace::Slow => "slower than usual",
        Pace::Fast => "faster than usual",
    };
    Some(format!("{speed} km a day by {mode}: {verdict} ({})", usual.words))
}

/// Tells the legs whose dates leave no usual speed.
pub(super) fn check(route: &Route, times: &[LegTime], diagnostics: &mut Vec<Diagnostic>) {
    for (leg, time) in route.legs.iter().zip(times) {
        let Some(speed) = time.implied_km_per_day else { continue };
        if let Some(reported) = leg.speed_km_per_day.filter(|reported| speed.low > reported.high) {
            let message = format!(
                "the dates of leg {} leave at least {} km a day, and its reported speed is {}",
                leg.label(),
                numerals::length(speed.low),
                numerals::range(reported.low, reported.high)
            );
            diagnostics.push(
                Diagnostic::warning(&catalog::LEG_UNUSUAL_SPEED, message)
                    .at(route.documents.locate(leg.span))
                    .help("see whether a date, a place or the speed is wrong"),
            );
            continue;
        }
        let (Some(pace), Some(words)) = (pace(leg.mode, speed), in_words(leg.mode, speed)) else { continue };
        let message = format!("the dates of leg {} leave {words}", leg.label());
        let told = match pace {
            Pace::Usual => continue,
            Pace::Fast => Diagnostic::warning(&catalog::LEG_UNUSUAL_SPEED, message)
                .help("see whether a date, a place or the mode is wrong"),
            // Cargo waits.
            Pace::Slow => Diagnostic::note(&catalog::LEG_UNUSUAL_SPEED, message)
                .help("see whether a date, a place or the mode is wrong, or whether the cargo waited on the way"),
        };
        diagnostics.push(told.at(route.documents.locate(leg.span)));
    }
}
