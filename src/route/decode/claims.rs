//! The claims: what each speaks of decides how its words are read.

use super::super::keys;
use super::super::tree::{Node, find, split};
use super::super::wrong::{Wrong, nearest, shown};
use super::super::{About, Claim, Leg, Says, Span, Spanned, Subject};
use super::{Context, changes, legs, read, statement};
use crate::diagnostic::catalog::{CONTRADICTION, MISSING_KEY, SAME_ENDS, UNKNOWN_PARAMETER};

const SUBJECTS: [&str; 7] = ["distance", "length", "duration", "trips", "passes", "nearest", "about"];

/// The claims of a file.
pub fn build_claims(context: &mut Context, root: &Node, chain: &[Leg]) -> Vec<Claim> {
    let items = root.get("claims").and_then(Node::list).unwrap_or_default().iter().enumerate();
    let mut claims = Vec::new();
    for (at, claim) in items.filter(|(_, claim)| claim.table().is_some()) {
        if context.is_full() {
            break;
        }
        let Some(subject) = subject(context, root, claim) else { continue };
        check_subject(context, claim, &subject, chain);
        let says = read::required(claim, "says");
        // Missing, or no text: told already.
        let told = claim.get("says").and_then(Node::text).is_none_or(|says| says.trim().is_empty());
        let statement = if told { Says::Words } else { self::says(context, root, &subject, &says) };
        claims.push(Claim {
            number: at + 1,
            id: read::spanned(claim, "id"),
            span: claim.span,
            says,
            statement,
            subject,
            readings: read::list(claim, "readings"),
            credibility: read::credibility(claim),
            sources: read::list(claim, "sources"),
        });
    }
    claims
}

/// What the claim speaks of; `None` if that can't be told, and the mistake was noted.
fn subject(context: &mut Context, root: &Node, claim: &Node) -> Option<Subject> {
    let given: Vec<&str> = SUBJECTS.into_iter().filter(|key| claim.get(key).is_some()).collect();
    let key = match given.as_slice() {
        [] => {
            // A misspelt one has been told already.
            if keys::has_unknown("claims.*", claim) {
                return None;
            }
            let wrong = Wrong::new(&MISSING_KEY, "this claim doesn't say what it speaks of");
            let help = "add distance = { from = …, to = … }, length = { legs = [1] }, duration = { legs = [1] }, \
                        trips = { leg = 1 }, passes = { legs = [1], through = [\"CN\"] }, nearest = { place = …, to = … } \
                        or about = \"legs.1.loaded\"";
            context.wrong(claim.span, wrong.help(help));
            return None;
        }
        [one] => *one,
        [first, .., last] => {
            let span = claim.get(last).map_or(claim.span, |node| node.span);
            let wrong = Wrong::new(&CONTRADICTION, format!("this claim speaks of both `{first}` and `{last}`"));
            context.wrong(span, wrong.help("write one claim for each"));
            return None;
        }
    };
    let table = claim.get(key)?;
    Some(match key {
        "about" => Subject::About(about(context, root, table.span, table.text()?)),
        "distance" => Subject::Distance { from: read::required(table, "from"), to: read::required(table, "to") },
        "length" => Subject::Length { legs: read::list(table, "legs") },
        "duration" => Subject::Duration { legs: read::list(table, "legs") },
        "trips" => Subject::Trips { leg: read::required(table, "leg") },
        "passes" => Subject::Passes {
            legs: read::list(table, "legs"),
            through: read::list(table, "through"),
            avoid: read::list(table, "avoid"),
        },
        _ => Subject::Nearest {
            place: read::required(table, "place"),
            to: read::required(table, "to"),
            among: read::list(table, "among"),
        },
    })
}

fn read_keys(claim: &Node) -> impl Iterator<Item = &str> {
    claim.table().map(|table| table.entries.as_slice()).unwrap_or_default().iter().map(|entry| entry.key.value.as_str())
}

fn about(context: &mut Context, root: &Node, span: Span, path: &str) -> About {
    let names = split(path);
    let target = changes::resolve(root, path);
    let kind = target.as_ref().ok().map(|target| *target.kind());
    match target {
        Err(wrong) => context.wrong(span, wrong),
        Ok(_) if find(root, &names).is_none() => {
            let wrong = Wrong::new(&UNKNOWN_PARAMETER, format!("the file says nothing for `{}`", shown(path)));
            let (table, last) = names.split_at(names.len().saturating_sub(1));
            let present: Vec<&str> = find(root, table).map(|table| read_keys(table).collect()).unwrap_or_default();
            let help = match nearest(last.first().map_or("", String::as_str), present) {
                Some(key) => format!("did you mean `{}.{key}`?", table.join(".")),
                None => "name a key that has a value in this file; `portolan keys ROUTE` lists them".to_owned(),
            };
            context.wrong(span, wrong.help(help));
        }
        Ok(_) => {}
    }
    statement::reported(Spanned { value: path.to_owned(), span }, kind.as_ref(), find(root, &names))
}

fn check_subject(context: &mut Context, claim: &Node, subject: &Subject, chain: &[Leg]) {
    match subject {
        Subject::Distance { from, to }
            if from.value.trim().to_lowercase() == to.value.trim().to_lowercase() && !from.value.is_empty() =>
        {
            let message = format!("the distance is measured from `{0}` to `{0}`", shown(&from.value));
            context.wrong(to.span, Wrong::new(&SAME_ENDS, message).help("write what it was measured to"));
        }
        Subject::Nearest { place, .. } if place.value == "coast" || place.value.starts_with("border of ") => {
            let wrong = Wrong::new(&CONTRADICTION, format!("`{}` is no place", shown(&place.value)));
            context.wrong(place.span, wrong.help("name the place; what is nearest to it belongs to `to`"));
        }
        Subject::Nearest { place, to, among } => {
            let same =
                |end: &&Spanned<String>| end.value == place.value || among.iter().any(|one| one.value == to.value);
            if let Some(end) = [to].into_iter().chain(among).find(same).filter(|end| !end.value.is_empty()) {
                let message = format!("`{}` is compared with itself", shown(&end.value));
                let help = "`place` is what others are near to, `to` the nearest of them, `among` the others";
                context.wrong(end.span, Wrong::new(&SAME_ENDS, message).help(help));
            }
        }
        Subject::Passes { through, avoid, .. } if through.is_empty() && avoid.is_empty() => {
            let wrong = Wrong::new(&MISSING_KEY, "this claim names nothing that the legs pass");
            let help = "add through = [\"CN\"] or avoid = [\"CN\"]: codes of countries, or passages at sea";
            context.wrong(claim.get("passes").map_or(claim.span, |table| table.span), wrong.help(help));
        }
        _ => {}
    }
    legs::check_named(context, chain, subject.legs().into_iter());
    if let Subject::Length { legs } | Subject::Duration { legs } | Subject::Passes { legs, .. } = subject {
        legs::check_once(context, chain, legs);
    }
    for key in ["length", "duration", "passes"] {
        if let Some(list) = claim.get(key).and_then(|table| table.get("legs")).filter(|list| list.list() == Some(&[])) {
            let wrong = Wrong::new(&MISSING_KEY, format!("the list of legs of this {key} is empty"));
            context.wrong(list.span, wrong.help("name the legs that the claim speaks of, as legs = [1]"));
        }
    }
    if let (Some(readings), false) = (claim.get("readings"), matches!(subject, Subject::Distance { .. })) {
        let wrong = Wrong::new(&CONTRADICTION, "`readings` belongs to a claim about a `distance`");
        context.wrong(readings.span, wrong.help("they are other things that a distance may have been measured to"));
    }
}

/// What the words say, given what they speak of.
fn says(context: &mut Context, root: &Node, subject: &Subject, says: &Spanned<String>) -> Says {
    let kind = match subject {
        Subject::About(about) => changes::resolve(root, &about.key.value).ok().map(|target| *target.kind()),
        _ => None,
    };
    statement::statement(subject, kind.as_ref(), &says.value).unwrap_or_else(|wrong| {
        context.wrong(says.span, wrong.of("`says`"));
        Says::Words
    })
}
