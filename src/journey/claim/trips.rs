//! How often a carrier has to go: containers against its capacity, with or without a claim.

use crate::diagnostic::{Diagnostic, catalog};
use crate::numerals::grouped;
use crate::route::{Count, Interval, Leg, Route, Spanned};

use super::{Compared, Facts, Judgement, Verdict};

/// `1,000 containers on a carrier of 390 TEU need at least 3 trips`
struct Needed {
    trips: u64,
    words: String,
}

/// The fewest trips that a leg's cargo needs: each container takes one TEU at least.
fn needed(leg: &Leg, route: &Route) -> Option<Needed> {
    let capacity = leg.capacity?;
    let room = capacity.count.at_most?;
    let parallel = |other: &&Leg| {
        other.number.abs_diff(leg.number) == 1 && other.from.value == leg.from.value && other.to.value == leg.to.value
    };
    // Which of several legs side by side took how much of the route's cargo, nobody says.
    let shared = || route.cargo.as_ref().filter(|_| !route.legs.iter().any(|other| parallel(&other)));
    let containers = leg.cargo.as_ref().or_else(shared)?.containers?.at_least?;
    let trips = containers.div_ceil(room);
    let words = format!(
        "{} containers on a carrier of {capacity} need at least {} {}",
        grouped(containers),
        grouped(trips),
        if trips == 1 { "trip" } else { "trips" }
    );
    Some(Needed { trips, words })
}

/// Tells how often carriers have to go, and where fewer trips are reported.
pub(super) fn check(route: &Route, diagnostics: &mut Vec<Diagnostic>) {
    for leg in &route.legs {
        let Some(needed) = needed(leg, route) else { continue };
        let reported = leg.trips.and_then(|trips| trips.at_most);
        let told = match reported {
            Some(most) if most < needed.trips => Diagnostic::warning(
                &catalog::LEG_TRIPS,
                format!("leg {}: {}, and {most} are reported", leg.label(), needed.words),
            )
            .help("see whether the cargo, the capacity or the number of trips is wrong"),
            Some(_) => continue,
            None if needed.trips < 2 || leg.trips.is_some_and(|trips| trips.at_least >= Some(needed.trips)) => continue,
            None => Diagnostic::note(&catalog::LEG_TRIPS, format!("leg {}: {}", leg.label(), needed.words)),
        };
        diagnostics.push(told.at(route.documents.locate(leg.span)));
    }
}

pub(super) fn judge(says: Count, name: &Spanned<String>, facts: &Facts) -> Judgement {
    let reported = interval(says);
    let Some(leg) = facts.route.leg(&name.value) else {
        return Judgement::undetermined(None, "undetermined: the file has no such leg".to_owned());
    };
    let (computed, fact) = match (needed(leg, facts.route), leg.trips) {
        (Some(needed), _) => (Interval { low: needed.trips as f64, high: f64::INFINITY }, needed.words),
        (None, Some(trips)) => (interval(trips), format!("the leg is reported with {trips}")),
        (None, None) => {
            let message =
                "undetermined: the leg has neither a capacity and a number of containers, nor a number of trips";
            return Judgement {
                message: message.to_owned(),
                ..Judgement::compared(Verdict::Undetermined, Compared { unit: "trips", reported, computed: None })
            };
        }
    };
    let verdict = Verdict::of(reported, computed);
    let words = match verdict {
        Verdict::Agrees => format!("{says} could be true, since {fact}; that confirms nothing by itself"),
        _ => format!("{says} cannot be true: {fact}"),
    };
    Judgement {
        message: format!("{}: {words}", verdict.name()),
        ..Judgement::compared(verdict, Compared { unit: "trips", reported, computed: Some(computed) })
    }
}

/// From the fewest to the most.
pub(super) fn interval(count: Count) -> Interval {
    Interval { low: count.at_least.unwrap_or(0) as f64, high: count.at_most.map_or(f64::INFINITY, |most| most as f64) }
}
