//! From the names of the route to places with positions.

use crate::diagnostic::{Diagnostic, catalog};
use crate::numerals;
use crate::route::{Documents, Place, Position, Route, Span, Spanned, Subject};
use crate::world::gazetteer;

use super::place::{Located, Match};
use super::target;

/// The word for a place that nobody names.
pub(super) const UNKNOWN: &str = "unknown";

/// How well a place is known that was looked up by its name, where the file says nothing.
const LOOKED_UP_RADIUS_KM: f64 = 10.0;

/// Every place that the route names; names that are not found become errors.
pub(super) fn resolve(route: &Route, diagnostics: &mut Vec<Diagnostic>) -> Vec<Located> {
    let mut places: Vec<Located> =
        route.places.iter().map(|place| defined(place, &route.documents, diagnostics)).collect();
    for name in names(route) {
        if !places.iter().any(|place| place.id == name.value) {
            places.push(named(name, &route.documents, diagnostics));
        }
    }
    places
}

/// The names that legs and claims use, in the file's order.
fn names(route: &Route) -> Vec<&Spanned<String>> {
    let mut names = Vec::new();
    for leg in &route.legs {
        names.push(&leg.from);
        names.extend(&leg.via);
        names.push(&leg.to);
    }
    for claim in &route.claims {
        if let Subject::Distance { from, to } = &claim.subject {
            names.extend([from, to].into_iter().filter(|name| target::is_place(&name.value)));
        }
        names.extend(claim.readings.iter().filter(|name| target::is_place(&name.value)));
    }
    names
}

fn defined(place: &Place, documents: &Documents, diagnostics: &mut Vec<Diagnostic>) -> Located {
    let mut located = Located {
        id: place.id.clone(),
        name: place.label().to_owned(),
        country: place.country.as_ref().map(|country| country.value.clone()),
        position: None,
        radius_km: place.radius.map_or(0.0, crate::route::Length::km),
        taken_for: None,
        constructed: place.constructed(),
        defined: true,
        sources: place.sources.iter().map(|source| source.value.clone()).collect(),
    };
    match &place.position {
        Position::At(point) => located.position = Some(*point),
        Position::Near(name) => {
            if let Some(entry) = look_up(&name.value, name.span, documents, diagnostics) {
                if place.radius.is_none() {
                    located.radius_km = LOOKED_UP_RADIUS_KM;
                }
                located.country.get_or_insert_with(|| entry.country.clone());
                located.position = Some(entry.position);
                located.taken_for = Some(taken_for(&entry));
            }
        }
        Position::On(_) | Position::Unknown => {}
    }
    located
}

fn named(name: &Spanned<String>, documents: &Documents, diagnostics: &mut Vec<Diagnostic>) -> Located {
    let mut located = Located {
        id: name.value.clone(),
        name: name.value.clone(),
        country: None,
        position: None,
        radius_km: 0.0,
        taken_for: None,
        constructed: false,
        defined: false,
        sources: Vec::new(),
    };
    if name.value == UNKNOWN {
        return located;
    }
    if let Some(entry) = look_up(&name.value, name.span, documents, diagnostics) {
        // What the file calls it, without the country.
        name.value.split(',').next().unwrap_or(&name.value).trim().clone_into(&mut located.name);
        located.country = Some(entry.country.clone());
        located.position = Some(entry.position);
        located.radius_km = LOOKED_UP_RADIUS_KM;
        located.taken_for = Some(taken_for(&entry));
    }
    located
}

fn taken_for(entry: &gazetteer::Place) -> Match {
    Match { name: format!("{}, {}", entry.name, entry.country), geonames_id: entry.geonames_id }
}

/// The entry that a name is taken for; tells what it was taken for, what else it could be, or that nothing bears it.
fn look_up(
    query: &str,
    span: Span,
    documents: &Documents,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<gazetteer::Place> {
    let found = gazetteer::look_up(query);
    let location = documents.locate(span);
    let Some(best) = found.matches.first() else {
        let help = if found.did_you_mean.is_empty() {
            "give it a table with coordinates: [places.NAME] with lat and lon, or write \"unknown\"".to_owned()
        } else {
            format!(
                "did you mean {}? Or give it a table with coordinates: [places.NAME] with lat and lon",
                found.did_you_mean.join(", ")
            )
        };
        diagnostics.push(
            Diagnostic::error(
                &catalog::PLACE_NOT_FOUND,
                format!("`{query}` is neither a place of this file nor a name that portolan carries"),
            )
            .at(location)
            .help(help),
        );
        return None;
    };
    let position = crate::geodesy::format_position(best.position);
    // A larger place that bears the name as its own is meant, whatever others are called besides.
    let name = query.split(',').next().unwrap_or(query).trim();
    let bears_it = |entry: &gazetteer::Place| entry.name.eq_ignore_ascii_case(name);
    let rivals = found.matches[1..].iter().filter(|other| bears_it(other) || !bears_it(best)).count();
    if rivals > 0 {
        let others: Vec<String> = found.matches.iter().skip(1).take(3).map(describe).collect();
        let more = found.matches.len().saturating_sub(4);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        diagnostics.push(
            Diagnostic::warning(
                &catalog::PLACE_AMBIGUOUS,
                format!(
                    "`{query}` was taken for {} at {position}, the largest of {} places",
                    describe(best),
                    found.matches.len()
                ),
            )
            .at(location)
            .help(format!("it could also be {}{more}; give coordinates if it is one of these", others.join(", "))),
        );
    } else {
        diagnostics.push(
            Diagnostic::note(
                &catalog::PLACE_LOOKED_UP,
                format!("`{query}` was taken for {} at {position}", describe(best)),
            )
            .at(location),
        );
    }
    Some(best.clone())
}

fn describe(entry: &gazetteer::Place) -> String {
    if entry.population > 0 {
        format!("{}, {} ({} people)", entry.name, entry.country, numerals::grouped(u64::from(entry.population)))
    } else {
        format!("{}, {}", entry.name, entry.country)
    }
}
