//! The claims: what each speaks of decides how its words are read.

use super::super::keys::{self, Kind};
use super::super::quantity::{parse_days, parse_figure, parse_window};
use super::super::tree::{Node, find, split};
use super::super::wrong::{Wrong, nearest, shown};
use super::super::{Claim, Leg, Says, Span, Spanned, Subject};
use super::{Context, changes, legs, read};
use crate::diagnostic::catalog::{CONTRADICTION, MISSING_KEY, SAME_ENDS, UNKNOWN_PARAMETER};

const SUBJECTS: [&str; 4] = ["distance", "length", "duration", "about"];

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
        let statement = if told { Says::Words } else { statement(context, root, &subject, &says) };
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
            let help = "add distance = { from = …, to = … }, length = { legs = [1] }, duration = { legs = [1] } or \
                        about = \"legs.1.loaded\"";
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
        _ => Subject::Duration { legs: read::list(table, "legs") },
    })
}

fn read_keys(claim: &Node) -> impl Iterator<Item = &str> {
    claim.table().map(|table| table.entries.as_slice()).unwrap_or_default().iter().map(|entry| entry.key.value.as_str())
}

fn about(context: &mut Context, root: &Node, span: Span, path: &str) -> Spanned<String> {
    let names = split(path);
    match changes::resolve(root, path) {
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
    Spanned { value: path.to_owned(), span }
}

fn check_subject(context: &mut Context, claim: &Node, subject: &Subject, chain: &[Leg]) {
    match subject {
        Subject::Distance { from, to } => {
            if from.value.trim().to_lowercase() == to.value.trim().to_lowercase() && !from.value.is_empty() {
                let message = format!("the distance is measured from `{0}` to `{0}`", shown(&from.value));
                context.wrong(to.span, Wrong::new(&SAME_ENDS, message).help("write what it was measured to"));
            }
        }
        Subject::Length { legs } | Subject::Duration { legs } => {
            legs::check_named(context, chain, legs.iter());
            legs::check_once(context, chain, legs);
        }
        Subject::About(_) => {}
    }
    for key in ["length", "duration"] {
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
fn statement(context: &mut Context, root: &Node, subject: &Subject, says: &Spanned<String>) -> Says {
    let text = &says.value;
    let read = match subject {
        Subject::Distance { .. } | Subject::Length { .. } => parse_figure(text).map(Says::Figure),
        Subject::Duration { .. } => parse_days(text).map(|(low, high)| Says::Days(low, high)),
        Subject::About(path) => match changes::resolve(root, &path.value).map(|target| *target.kind()) {
            Ok(Kind::Window | Kind::Date) => parse_window(text).map(Says::Window),
            Ok(Kind::Length { .. }) => parse_figure(text).map(Says::Figure),
            _ => Ok(Says::Words),
        },
    };
    read.unwrap_or_else(|wrong| {
        context.wrong(says.span, wrong.of("`says`"));
        Says::Words
    })
}
