//! Claims about the length of legs, along their tracks.

use crate::journey::place;
use crate::route::{Figure, Interval, Leg, Spanned};

use super::words::{interval, km_and_miles};
use super::{Facts, Finding, Judgement, Verdict};

/// A network gives the shortest way as it was mapped; the mapping may be this much too long.
const BELOW_SHORTEST: f64 = 0.97;
/// Traffic may take a longer way, but hardly one that is longer than this.
pub(super) const ABOVE_SHORTEST: f64 = 1.5;

pub(super) fn judge(figure: &Figure, names: &[Spanned<String>], facts: &Facts) -> Judgement {
    let reported = figure.interval_km();
    let length = |name: &Spanned<String>| {
        let leg = facts.route.leg(&name.value)?;
        let km = facts.legs.get(leg.number - 1)?.distance_km?;
        Some((km, (km - radii_km(leg, facts)).max(0.0)))
    };
    let lengths: Option<Vec<(f64, f64)>> = names.iter().map(length).collect();
    let Some(lengths) = lengths else {
        return Judgement::undetermined(Some(reported), "undetermined: a leg has no distance".to_owned());
    };
    let shortest_km: f64 = lengths.iter().map(|(km, _)| km).sum();
    let least_km: f64 = lengths.iter().map(|(_, least)| least).sum();
    let computed = Interval { low: least_km * BELOW_SHORTEST, high: f64::INFINITY };
    let far_above = reported.low > shortest_km * ABOVE_SHORTEST;
    let verdict = if far_above { Verdict::Undetermined } else { Verdict::of(reported, computed) };
    let longer = verdict == Verdict::Agrees && reported.low > shortest_km;
    let fact = format!("the line between the stops is {} long", km_and_miles(shortest_km));
    let says = format!("the words mean {}", interval(reported));
    Judgement {
        verdict,
        reported_km: Some(reported),
        computed_km: Some(computed),
        distance_km: Some(shortest_km),
        compared: None,
        finding: longer.then_some(Finding::LongerThanShortest),
        message: match verdict {
            Verdict::Agrees if longer => format!(
                "agrees: {says}, and {fact}, which is the shortest that it can be; traffic may well take a longer way. \
                 The figure could be true, which confirms nothing by itself"
            ),
            Verdict::Agrees => {
                format!("agrees: {says}, and {fact}; the figure could be true, which confirms nothing by itself")
            }
            Verdict::Disagrees => format!("disagrees: {says}, but {fact}, and no way between these places is shorter"),
            Verdict::Undetermined => format!(
                "undetermined: {says}, and {fact}: a way that is more than half as long again can be neither ruled out \
                 nor borne out"
            ),
        },
        nearest: None,
        provenance: None,
        radius_needed_km: None,
        readings: Vec::new(),
        line: None,
    }
}

/// How much nearer to one another the ends of a leg may lie. Over a network a leg can be shorter by more than that, if its end
/// is joined elsewhere; that is not looked for.
fn radii_km(leg: &Leg, facts: &Facts) -> f64 {
    let radius = |name: &str| place::find(facts.ground.places, name).map_or(0.0, |place| place.radius_km);
    radius(&leg.from.value) + radius(&leg.to.value)
}
