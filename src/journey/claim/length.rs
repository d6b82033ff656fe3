//! Claims about the length of legs, along their tracks.

use crate::geodesy;
use crate::journey::lay::Kind;
use crate::journey::place;
use crate::route::{Figure, Interval, Spanned};

use super::words::{interval, km, km_and_miles};
use super::{Facts, Finding, Judgement, Verdict};

/// A network gives the shortest way as it was mapped; the mapping may be this much too long.
const BELOW_SHORTEST: f64 = 0.97;
/// Traffic may take a longer way, but hardly one that is longer than this.
pub(super) const ABOVE_SHORTEST: f64 = 1.5;
/// A figure whose unit may be wrong is nearer to the shortest way than this: a nautical mile is so many miles, and from there on
/// the same number would fit in another unit as well.
pub(super) const NEAR_SHORTEST: f64 = 1.15;

/// How long a leg is, and how much shorter it may be.
struct Length {
    km: f64,
    /// With its ends as near to one another as their radii allow, if a way over a network shrinks by no more than they move.
    least_km: f64,
    /// Straight from stop to stop between such ends: no way at all is shorter.
    straight_km: f64,
    /// Whether its ends are known within a radius and joined to a network: it may shrink by more, joined elsewhere.
    is_open: bool,
}

pub(super) fn judge(figure: &Figure, names: &[Spanned<String>], facts: &Facts) -> Judgement {
    let reported = figure.interval_km();
    let lengths: Option<Vec<Length>> = names.iter().map(|name| length(&name.value, facts)).collect();
    let Some(lengths) = lengths else {
        return Judgement::undetermined(Some(reported), "undetermined: a leg has no distance".to_owned());
    };
    let sum = |km: fn(&Length) -> f64| lengths.iter().map(km).sum::<f64>();
    let shortest_km = sum(|length| length.km);
    let computed = Interval { low: sum(|length| length.least_km) * BELOW_SHORTEST, high: f64::INFINITY };
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
            Verdict::Disagrees => {
                let straight_km = sum(|length| length.straight_km);
                let why = if reported.high < straight_km {
                    format!("even straight from stop to stop it is {}", km(straight_km))
                } else if lengths.iter().any(|length| length.is_open) {
                    format!("{NO_SHORTER}: {OPEN}")
                } else {
                    NO_SHORTER.to_owned()
                };
                format!("disagrees: {says}, but {fact}, and {why}")
            }
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

const NO_SHORTER: &str = "no way between these places is known to be shorter";
/// What the lower end does not allow for.
const OPEN: &str = "its ends may lie nearer to one another by their radii, and the map may be 3 % too long; whether an end \
                    within its radius has a much shorter way is not looked for";

fn length(name: &str, facts: &Facts) -> Option<Length> {
    let leg = facts.route.leg(name)?;
    let laid = facts.legs.get(leg.number - 1)?;
    let km = laid.distance_km?;
    let radius = |name: &str| place::find(facts.ground.places, name).map_or(0.0, |place| place.radius_km);
    let radii_km = radius(&leg.from.value) + radius(&leg.to.value);
    let straight_km: f64 = laid.stops.windows(2).map(|ends| geodesy::distance_km(ends[0].1, ends[1].1)).sum();
    Some(Length {
        km,
        least_km: (km - radii_km).max(0.0),
        straight_km: (straight_km - radii_km).max(0.0),
        is_open: laid.kind == Kind::Network && radii_km > 0.0,
    })
}
