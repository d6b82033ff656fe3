//! The legs, their cargo, and the ids of legs and claims.

use std::collections::BTreeMap;
use std::iter;

use super::super::tree::Node;
use super::super::wrong::{Wrong, either, nearest, shown};
use super::super::{Cargo, Certainty, Date, Leg, Mode, Spanned, Window};
use super::{Context, read};
use crate::diagnostic::catalog::{DUPLICATE_ID, OUT_OF_RANGE, REVERSED, SAME_ENDS, UNKNOWN_LEG};

/// A cargo, of the route or of a leg.
pub fn build_cargo(table: &Node) -> Option<Cargo> {
    let cargo = table.get("cargo").filter(|cargo| cargo.table().is_some())?;
    Some(Cargo {
        span: cargo.span,
        what: read::text(cargo, "what"),
        containers: read::count(cargo, "containers"),
        sources: read::list(cargo, "sources"),
    })
}

/// The legs of a file.
pub fn build_legs(root: &Node) -> Vec<Leg> {
    let items = root.get("legs").and_then(Node::list).unwrap_or_default().iter().enumerate();
    items.map(|(at, leg)| build_leg(at + 1, leg)).collect()
}

fn build_leg(number: usize, leg: &Node) -> Leg {
    Leg {
        number,
        id: read::spanned(leg, "id"),
        span: leg.span,
        mode: read::word(leg, "mode", &Mode::NAMES).unwrap_or(Mode::Sea),
        from: read::required(leg, "from"),
        to: read::required(leg, "to"),
        via: read::list(leg, "via"),
        within: read::list(leg, "within"),
        avoid: read::list(leg, "avoid"),
        through: read::list(leg, "through"),
        dates: read::window(leg, "dates"),
        loaded: read::window(leg, "loaded"),
        departed: read::window(leg, "departed"),
        arrived: read::window(leg, "arrived"),
        speed_km_per_day: read::speed(leg, "speed"),
        carrier: read::text(leg, "carrier"),
        capacity: read::capacity(leg, "capacity"),
        trips: read::count(leg, "trips"),
        certainty: read::word(leg, "certainty", &Certainty::NAMES).unwrap_or_default(),
        credibility: read::credibility(leg),
        cargo: build_cargo(leg),
        sources: read::list(leg, "sources"),
        track: read::spanned(leg, "track"),
    }
}

/// Checks that nothing arrives before it departs, whatever days of the reported ones are the right ones.
pub fn check_order(context: &mut Context, root: &Node, legs: &[Leg]) {
    for (at, leg) in legs.iter().enumerate() {
        let steps = [
            ("loaded", "is loaded", leg.loaded),
            ("departed", "departs", leg.departed),
            ("arrived", "arrives", leg.arrived),
        ];
        for (later, (key, happens, window)) in steps.iter().enumerate() {
            let latest = window.and_then(|window| window.end).map(Date::last_day);
            let contradicts = |(_, _, window): &&(&str, &str, Option<Window>)| {
                let earliest = window.and_then(|window| window.start).map(Date::first_day);
                earliest.zip(latest).is_some_and(|(earliest, latest)| latest < earliest)
            };
            let Some((_, before, _)) = steps[..later].iter().find(contradicts) else { continue };
            let message = format!("leg {} {happens} before it {before}", shown(&leg.label()));
            let node = root.get("legs").and_then(Node::list).and_then(|legs| legs.get(at)?.get(key));
            let wrong =
                Wrong::new(&REVERSED, message).help("correct one of the two, or write the doubtful one as a claim");
            context.wrong(node.map_or(leg.span, |node| node.span), wrong);
        }
    }
}

/// Checks that every leg leads somewhere else.
pub fn check_ends(context: &mut Context, legs: &[Leg]) {
    for leg in legs {
        let same = leg.from.value.trim().to_lowercase() == leg.to.value.trim().to_lowercase();
        if same && !leg.from.value.is_empty() && leg.from.value != "unknown" {
            let (label, name) = (leg.label(), shown(&leg.from.value));
            let label = shown(&label);
            let wrong = Wrong::new(&SAME_ENDS, format!("leg {label} goes from `{name}` to `{name}`"));
            context.wrong(leg.to.span, wrong.help("write where it ends; \"unknown\" if nobody says"));
            continue;
        }
        let stops: Vec<&Spanned<String>> = iter::once(&leg.from).chain(&leg.via).chain(iter::once(&leg.to)).collect();
        for pair in stops.windows(2).filter(|pair| !leg.via.is_empty() && is_same_stop(pair[0], pair[1])) {
            // The end is where it should be; what stands in `via` is too much.
            let at = if pair[1].span == leg.to.span { pair[0] } else { pair[1] };
            let name = shown(&at.value);
            let wrong = Wrong::new(&SAME_ENDS, format!("`via` names `{name}`, where the leg is at that point already"));
            context.wrong(at.span, wrong.help("take it out of `via`: each stop leads somewhere else"));
        }
    }
}

fn is_same_stop(a: &Spanned<String>, b: &Spanned<String>) -> bool {
    !a.value.is_empty() && a.value != "unknown" && a.value.trim().to_lowercase() == b.value.trim().to_lowercase()
}

/// Checks that no leg is named twice in a list, by id or number.
pub fn check_once(context: &mut Context, legs: &[Leg], names: &[Spanned<String>]) {
    let is_twin = |leg: &Leg| {
        leg.id.as_ref().is_some_and(|id| named(legs, &id.value).is_some_and(|one| one.number != leg.number))
    };
    if legs.iter().any(is_twin) {
        // Which leg is meant is open as long as two have one id.
        return;
    }
    for (at, name) in names.iter().enumerate() {
        let Some(leg) = named(legs, &name.value) else { continue };
        if names[..at].iter().any(|before| named(legs, &before.value).is_some_and(|other| other.number == leg.number)) {
            let wrong = Wrong::new(&OUT_OF_RANGE, format!("leg `{}` is counted twice", shown(&name.value)));
            context.wrong(name.span, wrong.help("name each leg once"));
        }
    }
}

/// Checks that no two ids are the same. `what` they name: `leg`.
pub fn check_ids<'a>(context: &mut Context, what: &str, ids: impl Iterator<Item = &'a Spanned<String>>) {
    let mut seen: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    for id in ids {
        let Some(first) = seen.insert(&id.value, id) else { continue };
        let line = context.line(first.span);
        let message = format!("the id `{}` belongs to the {what} of line {line} already", shown(&id.value));
        let help = format!("give this {what} another id, as \"{}-2\"", shown(&id.value));
        context.wrong(id.span, Wrong::new(&DUPLICATE_ID, message).help(help));
        seen.insert(&id.value, first);
    }
}

/// The leg with this id or number.
pub fn named<'a>(legs: &'a [Leg], name: &str) -> Option<&'a Leg> {
    let by_id = legs.iter().find(|leg| leg.id.as_ref().is_some_and(|id| id.value == name));
    by_id.or_else(|| legs.get(name.parse::<usize>().ok()?.checked_sub(1)?))
}

/// Checks that every leg that is named exists.
pub fn check_named<'a>(context: &mut Context, legs: &[Leg], names: impl Iterator<Item = &'a Spanned<String>>) {
    for name in names.filter(|name| !name.value.is_empty() && named(legs, &name.value).is_none()) {
        if context.is_full() {
            break;
        }
        let labels: Vec<String> = legs.iter().take(20).map(Leg::label).collect();
        let known = labels.iter().map(String::as_str);
        let wrong = Wrong::new(&UNKNOWN_LEG, format!("the file has no leg `{}`", shown(&name.value)));
        let help = match nearest(&name.value, known.clone()) {
            Some(label) => format!("did you mean `{}`?", shown(label)),
            None if legs.is_empty() => "write the leg first: [[legs]]".to_owned(),
            None => format!("its legs are {}; without an id they are numbered from 1", either(known)),
        };
        context.wrong(name.span, wrong.help(help));
    }
}
