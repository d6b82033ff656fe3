//! The map in words, for those who can't see it.

use std::fmt::Write;

use crate::journey::{Journey, Judgement, Kind, LaidLeg, Verdict};
use crate::numerals::length;
use crate::report::check::amount;
use crate::report::listed;
use crate::route::{Boundaries, Claim, Leg, Mode, Subject, Unit};

/// What the map of a journey shows: a paragraph about the route and, if it has claims, one about them.
///
/// # Example
/// ```
/// use portolan::{Journey, report, route};
///
/// let text = "title = \"A flight\"\n[[legs]]\nmode = \"air\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\n";
/// let journey = Journey::lay(route::read_text("a.toml", text, &[], None).expect("a route").route).expect("two towns");
/// assert_eq!(
///     report::alternative(&journey),
///     "Map of a route: A flight. Its one leg, reported, goes by air from Kyiv to Lviv: 470 km (292 mi), measured straight as \
///      a geodesic. Boundaries are drawn as they are recognised internationally."
/// );
/// ```
pub fn alternative(journey: &Journey) -> String {
    let route = &journey.route;
    let mut words = vec![format!("Map of a route: {}", ended(&route.title))];
    words.extend(route.subtitle.as_deref().map(ended));
    let several = route.legs.len() > 1;
    if several {
        words.push(total(journey));
    }
    for (leg, laid) in route.legs.iter().zip(&journey.legs) {
        let subject = if several { format!("Leg {}", leg.number) } else { "Its one leg".to_owned() };
        words.push(format!("{subject}, {}, {}", leg.certainty, in_words(journey, leg, laid)));
    }
    words.extend(route.note.as_deref().map(ended));
    words.push(
        match route.boundaries {
            Boundaries::Recognised => "Boundaries are drawn as they are recognised internationally.",
            Boundaries::DeFacto => "Boundaries are drawn as they are held de facto.",
        }
        .to_owned(),
    );
    let mut text = words.join(" ");
    let claims: Vec<String> = groups(journey).iter().map(|group| group.in_words(journey)).collect();
    if !claims.is_empty() {
        text.push_str("\n\n");
        text.push_str(&claims.join(" "));
        if journey.judgements.iter().any(|judgement| judgement.verdict == Verdict::Agrees) {
            text.push_str(" That a figure agrees means that it could be true, and confirms nothing by itself.");
        }
    }
    text
}

fn total(journey: &Journey) -> String {
    let totals = &journey.totals;
    let number = |legs: &[usize]| match legs {
        [leg] => format!("leg {leg}"),
        legs => format!("legs {}", listed(legs.iter().map(ToString::to_string).collect())),
    };
    let mut words = format!("It has {} legs, in all {}", journey.legs.len(), both_units(totals.distance_km));
    let mut kinds = journey.legs.iter().filter(|leg| leg.distance_km.is_some()).map(|leg| leg.kind);
    if let Some(first) = kinds.next()
        && kinds.any(|kind| kind != first)
    {
        words += ", lengths of different kinds added";
    }
    for (legs, why) in [(&totals.left_out, "an end is unknown"), (&totals.parallel, "they run beside others")] {
        if !legs.is_empty() {
            let _ = write!(words, ", without {}, since {why}", number(legs));
        }
    }
    words + "."
}

/// `goes by sea from Najin to Dunay: 185 km (115 mi), measured straight as a geodesic.`
fn in_words(journey: &Journey, leg: &Leg, laid: &LaidLeg) -> String {
    let by = if leg.mode == Mode::InlandWaterway { "inland waterway".to_owned() } else { leg.mode.to_string() };
    let via: Vec<String> = journey.via(leg).into_iter().map(|name| place(journey, name)).collect();
    let via = if via.is_empty() { String::new() } else { format!(" by way of {}", listed(via)) };
    let route =
        format!("goes by {by} from {}{via} to {}", place(journey, &leg.from.value), place(journey, &leg.to.value));
    let Some(km) = laid.distance_km else {
        return format!("{route}; its length is not known.");
    };
    let along = match (laid.kind, leg.mode) {
        (Kind::Geodesic, _) => "measured straight as a geodesic",
        (Kind::Network, Mode::Rail) => "the shortest way over rails",
        (Kind::Network, _) => "the shortest way over water",
        (Kind::Track, _) => "along a line that was given",
    };
    format!("{route}: {}, {along}.", both_units(km))
}

fn place(journey: &Journey, name: &str) -> String {
    match journey.place(name) {
        Some(place) if place.position.is_some() => place.name.clone(),
        Some(place) if place.defined => format!("{} (nobody says where that is)", place.name),
        _ => "an unknown place".to_owned(),
    }
}

/// Claims about one thing.
struct Group<'a> {
    about: String,
    claims: Vec<(&'a Claim, &'a Judgement)>,
}

fn groups(journey: &Journey) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    // What the map shows, as on its card: figures, else statements.
    let has_figures = journey.route.claims.iter().any(|claim| claim.subject.is_measured());
    let claims = journey.route.claims.iter().zip(&journey.judgements);
    for (claim, judgement) in claims.filter(|(claim, _)| claim.subject.is_measured() == has_figures) {
        let about = about(journey, claim);
        match groups.iter_mut().find(|group| group.about == about) {
            Some(group) => group.claims.push((claim, judgement)),
            None => groups.push(Group { about, claims: vec![(claim, judgement)] }),
        }
    }
    groups
}

/// What a claim speaks of, in words.
pub(super) fn about(journey: &Journey, claim: &Claim) -> String {
    let legs = |legs: &[crate::route::Spanned<String>]| {
        let names = legs.iter().map(|leg| leg.value.clone()).collect();
        format!("{} {}", if legs.len() == 1 { "leg" } else { "legs" }, listed(names))
    };
    match &claim.subject {
        Subject::Distance { from, to } => {
            format!("distance from {} to {}", journey.spoken(&from.value), journey.spoken(&to.value))
        }
        Subject::Length { legs: names } => format!("length of {}", legs(names)),
        Subject::Duration { legs: names } => format!("time of {}", legs(names)),
        Subject::Trips { leg } => format!("number of trips of leg {}", leg.value),
        Subject::Passes { legs: names, .. } => format!("way of {}", legs(names)),
        Subject::Nearest { place, .. } => format!("question what is nearest to {}", journey.spoken(&place.value)),
        Subject::About(about) => format!("statement `{}`", about.key.value),
    }
}

impl Group<'_> {
    fn in_words(&self, journey: &Journey) -> String {
        let distance = self.claims.iter().find_map(|(_, judgement)| judgement.distance_km);
        let other = || {
            let mut compared = self.claims.iter().filter_map(|(_, judgement)| judgement.compared);
            compared.find_map(|compared| Some(amount(compared.computed?, compared.unit)))
        };
        let has_figures = self.claims.iter().any(|(_, j)| j.reported_km.is_some() || j.compared.is_some());
        let start = match distance.map(both_units).or_else(other) {
            Some(computed) => format!("The {} is computed as {computed}. ", self.about),
            None if has_figures => format!("The {} is not computed. ", self.about),
            None => format!("As to the {}: ", self.about),
        };
        let mut parts = Vec::new();
        for verdict in [Verdict::Disagrees, Verdict::Agrees, Verdict::Undetermined] {
            let found = self.claims.iter().filter(|(_, judgement)| judgement.verdict == verdict);
            let said: Vec<String> = found.map(|(claim, _)| said(journey, claim)).collect();
            let one = said.len() == 1;
            let report = match (parts.is_empty(), one) {
                (true, true) => "The report of",
                (true, false) => "Reports of",
                (false, true) => "that of",
                (false, false) => "those of",
            };
            let finds = match verdict {
                Verdict::Disagrees if one => "disagrees with that",
                Verdict::Disagrees => "disagree with that",
                Verdict::Agrees if one => "agrees with it",
                Verdict::Agrees => "agree with it",
                Verdict::Undetermined => "can't be judged",
            };
            if !said.is_empty() {
                parts.push(format!("{report} {} {finds}", listed(said)));
            }
        }
        start + &parts.join("; ") + "."
    }
}

/// `“about 290 mi” (The New York Times and 1 other)`
fn said(journey: &Journey, claim: &Claim) -> String {
    let sources = claim.sources.iter().filter_map(|source| journey.route.source(&source.value));
    let by: Vec<&str> = sources.map(|source| source.publisher.as_deref().unwrap_or_else(|| source.label())).collect();
    let by = match by[..] {
        [] => String::new(),
        [only] => format!(" ({only})"),
        [first, _] => format!(" ({first} and 1 other)"),
        [first, ..] => format!(" ({first} and {} others)", by.len() - 1),
    };
    format!("“{}”{by}", claim.says.value)
}

fn both_units(km: f64) -> String {
    format!("{} km ({} mi)", length(km), length(km / Unit::Mi.km()))
}

/// As a sentence.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}
