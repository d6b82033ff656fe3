//! From the names of the route to places with positions.

use crate::diagnostic::Diagnostic;
use crate::route::{Band, Leg, Mode, Place, Position, Route, Spanned};

use super::look_up::{Found, look_up, look_up_near};
use super::memo::Memo;
use super::place::Located;
use super::target;

/// The word for a place that nobody names.
pub(super) const UNKNOWN: &str = "unknown";

/// Every place that the route names; names that are not found become errors.
pub(super) fn resolve(route: &Route, memo: &Memo, diagnostics: &mut Vec<Diagnostic>) -> Vec<Located> {
    let mut places: Vec<Located> = route.places.iter().map(|place| defined(place, route, memo, diagnostics)).collect();
    for name in names(route) {
        if !places.iter().any(|place| place.id == name.value) {
            places.push(named(name, route, memo, diagnostics));
        }
    }
    places
}

/// The names that legs, constructed places, claims and the style use, in the file's order.
fn names(route: &Route) -> Vec<&Spanned<String>> {
    let mut names = Vec::new();
    for leg in &route.legs {
        names.push(&leg.from);
        names.extend(&leg.via);
        names.push(&leg.to);
    }
    for place in &route.places {
        names.extend(place.position.towards());
        names.extend(place.position.measured_from().filter(|name| target::is_place(&name.value)));
    }
    for claim in &route.claims {
        names.extend(claim.subject.ends().into_iter().filter(|name| target::is_place(&name.value)));
        names.extend(claim.readings.iter().filter(|name| target::is_place(&name.value)));
    }
    if let Some(Band::Around { around, .. }) = &route.style.band {
        names.extend(Some(around).filter(|name| target::is_place(&name.value)));
    }
    names.extend(route.style.rings.iter().map(|rings| &rings.around));
    names
}

fn defined(place: &Place, route: &Route, memo: &Memo, diagnostics: &mut Vec<Diagnostic>) -> Located {
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
            if let Some(found) = found(memo, name, "near", diagnostics, |said| look_up_near(name, route, said)) {
                if place.radius.is_none() {
                    located.radius_km = found.radius_km;
                }
                located.country.get_or_insert(found.country);
                located.position = Some(found.position);
                located.taken_for = Some(found.taken_for);
            }
        }
        Position::On(_) | Position::Along(_) | Position::Bearing(_) | Position::Unknown => {}
    }
    located
}

fn named(name: &Spanned<String>, route: &Route, memo: &Memo, diagnostics: &mut Vec<Diagnostic>) -> Located {
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
    let by_sea = |leg: &Leg| {
        let mut names = std::iter::once(&leg.from).chain(&leg.via).chain(std::iter::once(&leg.to));
        leg.mode == Mode::Sea && names.any(|stop| stop.value == name.value)
    };
    let port_first = route.legs.iter().any(by_sea);
    let kind = if port_first { "port" } else { "town" };
    if let Some(found) = found(memo, name, kind, diagnostics, |said| look_up(name, port_first, route, said)) {
        located.name = found.name;
        located.country = Some(found.country);
        located.position = Some(found.position);
        located.radius_km = found.radius_km;
        located.taken_for = Some(found.taken_for);
    }
    located
}

/// What a name is taken for, looked up as a `kind` of place once.
fn found(
    memo: &Memo,
    name: &Spanned<String>,
    kind: &str,
    diagnostics: &mut Vec<Diagnostic>,
    look_up: impl FnOnce(&mut Vec<Diagnostic>) -> Option<Found>,
) -> Option<Found> {
    let known = memo.names.get(&format!("{kind} {name:?}"), || {
        let mut said = Vec::new();
        (look_up(&mut said), said)
    });
    diagnostics.extend(known.1.iter().cloned());
    known.0.clone()
}
