//! Claims about the countries and passages that legs go through, or don't.
//!
//! The track of a leg that brought its line says it for certain. A network gives the shortest way: what lies on it is passed
//! unless a longer way goes around; what doesn't may lie on a longer one.

use geo::Intersects;

use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::journey::lay::{self, Kind, LaidLeg};
use crate::route::{Leg, Mode, Route, Spanned, Subject, parse_country};
use crate::world;

use super::length::ABOVE_SHORTEST;
use super::words::km;
use super::{Facts, Finding, Judgement, Verdict};

/// Between the vertices of a track that is set against a country's outline.
const STEP_KM: f64 = 5.0;

/// Tells countries and passages that are none.
pub(in crate::journey) fn check_things(route: &Route, diagnostics: &mut Vec<Diagnostic>) {
    for claim in &route.claims {
        let Subject::Passes { through, avoid, .. } = &claim.subject else { continue };
        for thing in through.iter().chain(avoid) {
            let known =
                if is_country(&thing.value) { world::is_country_code(&thing.value) } else { is_passage(&thing.value) };
            if !known {
                let message =
                    format!("`{}` is neither a country's code nor a passage that portolan knows", thing.value);
                diagnostics.push(
                    Diagnostic::error(&catalog::CLAIM_NO_SUCH_THING, message)
                        .at(route.documents.locate(thing.span))
                        .help("write two capital letters, as \"CN\", or a passage, as \"suez\""),
                );
            }
        }
    }
}

#[cfg(feature = "sea")]
fn is_passage(name: &str) -> bool {
    crate::network::sea::Passage::ALL.iter().any(|passage| passage.name() == name)
}

/// Without legs over water there is nothing to tell passages by.
#[cfg(not(feature = "sea"))]
fn is_passage(_: &str) -> bool {
    true
}

/// What was found for one thing on one leg.
struct Found {
    verdict: Verdict,
    finding: Option<Finding>,
    words: String,
}

pub(super) fn judge(
    names: &[Spanned<String>],
    through: &[Spanned<String>],
    avoid: &[Spanned<String>],
    facts: &Facts,
) -> Judgement {
    let mut all = Vec::new();
    for (things, passes) in [(through, true), (avoid, false)] {
        for thing in things {
            // One of the legs goes through it, or none does.
            let found: Vec<Found> = names
                .iter()
                .filter_map(|name| facts.route.leg(&name.value))
                .filter_map(|leg| Some(one(leg, facts.legs.get(leg.number - 1)?, &thing.value, passes, facts)))
                .collect();
            all.extend(if passes { best(found) } else { worst(found) });
        }
    }
    let Some(found) = worst(all) else {
        return Judgement::undetermined(None, "undetermined: no leg is named".to_owned());
    };
    let end = match found.verdict {
        Verdict::Agrees => "; it could be true, which confirms nothing by itself",
        _ => "",
    };
    let message = format!("{}: {}{end}", found.verdict.name(), found.words);
    Judgement { verdict: found.verdict, finding: found.finding, ..Judgement::undetermined(None, message) }
}

fn rank(found: &Found) -> u8 {
    match found.verdict {
        Verdict::Disagrees => 0,
        Verdict::Undetermined => 1,
        Verdict::Agrees => 2,
    }
}

fn worst(found: Vec<Found>) -> Option<Found> {
    found.into_iter().min_by_key(rank)
}

fn best(found: Vec<Found>) -> Option<Found> {
    found.into_iter().min_by_key(|found| 2 - rank(found))
}

/// Whether one leg goes through a thing, as it is said to (`passes`) or not to.
fn one(leg: &Leg, laid: &LaidLeg, thing: &str, passes: bool, facts: &Facts) -> Found {
    let name = spoken(thing);
    let label = leg.label();
    let say = |verdict, words: String| Found { verdict, finding: None, words };
    let Some(lies_on) = lies_on(leg, laid, thing, facts) else {
        let why = match (is_country(thing), leg.mode) {
            (true, Mode::Sea) => ": at sea a leg is in no country",
            (false, mode) if mode != Mode::Sea => ": only legs by sea go through passages",
            _ => "",
        };
        return say(Verdict::Undetermined, format!("whether leg {label} passes {name} can't be told{why}"));
    };
    let what = match laid.kind {
        Kind::Network => "the shortest way of leg",
        Kind::Track => "the line that was given for leg",
        Kind::Geodesic => "the straight line of leg",
    };
    let does = if lies_on { "passes" } else { "does not pass" };
    let fact = format!("{what} {label} {does} {name}");
    match (lies_on == passes, laid.kind) {
        (true, _) => say(Verdict::Agrees, fact),
        (false, Kind::Track) => say(Verdict::Disagrees, fact),
        (false, Kind::Geodesic) => say(Verdict::Undetermined, format!("{fact}, and another line may")),
        (false, Kind::Network) => another_way(leg, laid, thing, passes, &fact, facts),
    }
}

/// Lays the leg again as the claim has it.
fn another_way(leg: &Leg, laid: &LaidLeg, thing: &str, passes: bool, fact: &str, facts: &Facts) -> Found {
    let found = |verdict, finding, words: String| Found { verdict, finding, words };
    let name = spoken(thing);
    let mut changed = leg.clone();
    // A leg that is cut goes to some of its places only.
    changed.via.retain(|via| laid.stops.iter().any(|(id, _)| *id == via.value));
    let item = Spanned { value: thing.to_owned(), span: leg.span };
    match (passes, is_country(thing)) {
        // No network is asked for a way through a country.
        (true, true) => {
            let words = format!(
                "{fact}; a longer one may, which is not looked for: name a stop there in `via` to see how long it would be"
            );
            return found(Verdict::Undetermined, None, words);
        }
        (true, false) => {
            changed.avoid.retain(|avoided| avoided.value != thing);
            changed.through.push(item);
        }
        (false, _) => {
            changed.within.retain(|code| code.value != thing);
            changed.through.retain(|passage| passage.value != thing);
            changed.avoid.push(item);
        }
    }
    let (way, does) = if passes { ("through", "passes") } else { ("around", "avoids") };
    let other = lay::lay_one(&changed, &facts.ground).and_then(|other| other.distance_km);
    match (other, laid.distance_km) {
        (None, _) => found(
            Verdict::Disagrees,
            None,
            format!("{fact}, and the network has no way {way} {name} between the leg's stops"),
        ),
        (Some(other_km), Some(shortest_km)) if other_km > shortest_km * ABOVE_SHORTEST => found(
            Verdict::Undetermined,
            Some(Finding::LongerThanShortest),
            format!("{fact}; one that {does} {name} is {} and so more than half as long again", km(other_km)),
        ),
        (Some(other_km), _) => found(
            Verdict::Agrees,
            Some(Finding::LongerThanShortest),
            format!("{fact}, but one that {does} it is {} long", km(other_km)),
        ),
    }
}

/// Whether a thing lies on the track; `None` where that has no meaning or isn't known.
fn lies_on(leg: &Leg, laid: &LaidLeg, thing: &str, facts: &Facts) -> Option<bool> {
    let track = laid.track.as_ref()?;
    if !is_country(thing) {
        return (leg.mode == Mode::Sea && laid.kind == Kind::Network).then(|| laid.passages.contains(&thing));
    }
    if let Some(countries) = &laid.countries {
        return Some(countries.iter().any(|code| code == thing));
    }
    // At sea a ship is in no country, whatever harbours it touches.
    if matches!(leg.mode, Mode::Sea) {
        return None;
    }
    let shape = world::country_shape(thing, facts.route.boundaries)?;
    Some(shape.intersects(&geodesy::cut_line(&geodesy::densify(track, STEP_KM), geodesy::Edges::Straight)))
}

fn is_country(thing: &str) -> bool {
    parse_country(thing).is_ok()
}

fn spoken(thing: &str) -> String {
    world::country(thing).map_or_else(|| format!("`{thing}`"), |country| country.in_a_sentence())
}
