//! The countries that the route names: whether there are such, and whether its places lie in theirs.

use geo::Point;

use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy::{self, Border};
use crate::numerals;
use crate::route::{Boundaries, Route, Spanned};
use crate::world;

use super::memo::Memo;
use super::place::{self, Located};

/// A place may lie this far outside its country besides its radius: harbours and roadsteads do.
const OFFSHORE_KM: f64 = 30.0;

/// Tells codes that no country has, and places that lie elsewhere than the file says.
pub(super) fn check(route: &Route, places: &[Located], memo: &Memo, diagnostics: &mut Vec<Diagnostic>) {
    let named = route.places.iter().filter_map(|place| place.country.as_ref());
    let within = route.legs.iter().flat_map(|leg| &leg.within);
    for code in named.chain(within).filter(|code| !world::is_country_code(&code.value)) {
        diagnostics.push(unknown(route, code, &code.value, "write the ISO 3166-1 code, as \"UA\" for Ukraine"));
    }
    for place in &route.places {
        if let (Some(country), Some(located)) = (&place.country, place::find(places, &place.id)) {
            let asked = format!("{country:?} {} {located:?}", route.boundaries);
            diagnostics.extend((*memo.outside.get(&asked, || outside(route, country, located))).clone());
        }
    }
}

/// A code that no country has.
pub(super) fn unknown(route: &Route, at: &Spanned<String>, code: &str, help: &str) -> Diagnostic {
    Diagnostic::error(&catalog::COUNTRY_NOT_FOUND, format!("`{code}` is no country that portolan carries"))
        .at(route.documents.locate(at.span))
        .help(help)
}

fn outside(route: &Route, country: &Spanned<String>, place: &Located) -> Option<Diagnostic> {
    let (view, point) = (route.boundaries, place.position?);
    let named = world::country(&country.value)?;
    let there = world::country_at(point, view);
    if there == Some(named) {
        return None;
    }
    let border = Border::new(&world::country_shape(named.code, view)?);
    let away_km = if border.contains(point) { 0.0 } else { border.distance_to_km(point) };
    if away_km <= place.radius_km + OFFSHORE_KM {
        return None;
    }
    let message = format!(
        "place `{}` is said to be in {} and lies {} km away from it, {} ({}, {view} boundaries)",
        place.id,
        named.in_a_sentence(),
        numerals::length(away_km),
        there.map_or("at sea".to_owned(), |there| format!("in {}", there.in_a_sentence())),
        geodesy::format_position(point)
    );
    let help = slip(point, named, view).map_or("correct the position or the country".to_owned(), |(what, there)| {
        format!("{what}? {} is in {}", geodesy::format_position(there), named.in_a_sentence())
    });
    Some(
        Diagnostic::warning(&catalog::PLACE_OUTSIDE_COUNTRY, message)
            .at(route.documents.locate(country.span))
            .help(help),
    )
}

/// What may have happened to coordinates that were in that country once.
fn slip(point: Point, country: world::Country, view: Boundaries) -> Option<(&'static str, Point)> {
    let (lon, lat) = (point.x(), point.y());
    [
        ("are lat and lon swapped", lat, lon),
        ("is a minus missing or too many before lon", -lon, lat),
        ("is a minus missing or too many before lat", lon, -lat),
    ]
    .into_iter()
    .filter(|(_, _, lat)| lat.abs() <= 90.0)
    .map(|(what, lon, lat)| (what, Point::new(lon, lat)))
    .find(|(_, point)| world::country_at(*point, view) == Some(country))
}
