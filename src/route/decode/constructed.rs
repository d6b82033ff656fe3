//! Places that are given by figures: on a leg, or in a direction from another place.

use super::super::tree::Node;
use super::super::wrong::{Wrong, shown};
use super::super::{Along, Bearing, Leg, Length, On, Place, Position, Spanned, Unit};
use super::{Context, circles, legs, read};
use crate::diagnostic::catalog::{CONTRADICTION, CYCLE, MISSING_KEY, SAME_ENDS};

const FORMS: &str = "write on = { leg = 1, towards = \"…\", distance = \"290 mi\", from = \"border of UA\" }, or \
                     on = { leg = 1, km = 4000 }";

/// The position of the place `id` by `on` or `from`, if it has one of them.
pub fn position(context: &mut Context, id: &str, place: &Node) -> Option<Position> {
    let has_table = |key: &str| place.get(key).filter(|node| node.table().is_some());
    has_table("on").map_or_else(|| bearing(has_table("from")?), |node| on(context, id, node))
}

fn bearing(from: &Node) -> Option<Position> {
    Some(Position::Bearing(Bearing {
        place: read::required(from, "place"),
        bearing_deg: from.get("bearing").and_then(Node::number).unwrap_or_default(),
        distance: read::length(from, "distance")?,
    }))
}

fn on(context: &mut Context, id: &str, on: &Node) -> Option<Position> {
    let leg = read::required(on, "leg");
    if let Some(km) = on.get("km") {
        if let Some((key, node)) = ["distance", "from"].iter().find_map(|key| Some((key, on.get(key)?))) {
            let message = format!("place `{id}` has both `km`, along the leg, and `{key}`");
            context.wrong(node.span, Wrong::new(&CONTRADICTION, message).help(FORMS));
            return None;
        }
        let km = Spanned { value: km.number()?, span: km.span };
        return Some(Position::Along(Along { leg, towards: read::spanned(on, "towards"), km }));
    }
    let missing = ["distance", "from", "towards"].into_iter().filter(|key| on.get(key).is_none());
    let missing: Vec<String> = missing.map(|key| format!("`{key}`")).collect();
    if !missing.is_empty() {
        // A misspelt one has been told already.
        if !super::super::keys::has_unknown("places.*.on", on) {
            let message = format!("place `{id}` is on a leg and has no {}", missing.join(", no "));
            context.wrong(on.span, Wrong::new(&MISSING_KEY, message).help(FORMS));
        }
        return None;
    }
    let distance = on.get("distance")?;
    let value = read::length(on, "distance").unwrap_or(Length { number: 0.0, unit: Unit::Km });
    Some(Position::On(On {
        leg,
        towards: read::required(on, "towards"),
        distance: Spanned { value, span: distance.span },
        from: read::required(on, "from"),
    }))
}

/// Checks what constructed places depend on: their legs exist, and no place depends on itself.
pub fn check(context: &mut Context, places: &[Place], chain: &[Leg]) {
    let number = |id: &str| places.iter().position(|place| place.id == id);
    let mut arrows: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    let mut clear = true;
    for (at, place) in places.iter().enumerate().filter(|(_, place)| place.constructed()) {
        let (towards, from) = (place.position.towards(), place.position.measured_from());
        let from_key = if matches!(place.position, Position::Bearing(_)) { "place" } else { "from" };
        for (key, name) in [("towards", towards), (from_key, from)] {
            if let Some(name) = name.filter(|name| name.value == place.id) {
                clear = false;
                let message = format!(
                    "place `{}` is given by its distance, and `{key}` names the place itself",
                    shown(&place.id)
                );
                context.wrong(name.span, Wrong::new(&SAME_ENDS, message).help("name another place there"));
            }
        }
        let mut depends: Vec<&str> = towards.into_iter().chain(from).map(|name| name.value.as_str()).collect();
        let leg = place.position.leg().and_then(|leg| legs::named(chain, &leg.value));
        if let Some(leg) = leg {
            // Whichever end the place stands for is replaced by `towards`; the rest of the leg has to be known first.
            let ends = [&leg.from, &leg.to].into_iter().chain(&leg.via).map(|end| end.value.as_str());
            depends.extend(ends.filter(|end| *end != place.id));
            clear &= has_towards(context, place, leg);
        }
        arrows[at] = depends.into_iter().filter_map(number).collect();
    }
    legs::check_named(context, chain, places.iter().filter_map(|place| place.position.leg()));
    if let Some(circle) = circles::find(&arrows).filter(|_| clear) {
        let names: Vec<String> = circle.iter().map(|&at| format!("`{}`", shown(&places[at].id))).collect();
        let message = format!("places depend on each other in a circle: {}", names.join(", computed from "));
        let help = "give one of them a position that depends on nothing: lat and lon, or near";
        context.wrong(places[circle[0]].span, Wrong::new(&CYCLE, message).help(help));
    }
}

/// Whether it is known where a leg leads that has the place itself as its end.
fn has_towards(context: &mut Context, place: &Place, leg: &Leg) -> bool {
    let is_end = [&leg.from, &leg.to].iter().any(|end| end.value == place.id);
    let known = !is_end || place.position.towards().is_some();
    if !known {
        let (id, label) = (shown(&place.id), leg.label());
        let message =
            format!("leg {} has an end at `{id}`, which lies along it: where it leads is not said", shown(&label));
        let help = "add `towards`: on = { leg = 1, km = 4000, towards = \"Tikhoretsk, RU\" }";
        context.wrong(place.span, Wrong::new(&MISSING_KEY, message).help(help));
    }
    known
}
