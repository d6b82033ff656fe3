//! What is told about constructed places.

use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::numerals;
use crate::route::{Along, Leg, On, Place, Position, Route, Unit};

use super::super::mileage::Spot;
use super::super::target::{self, Target};

/// How many other points are listed.
const LISTED: usize = 3;

/// Where a place on a leg was put, and where else it could be.
pub(super) fn constructed(route: &Route, place: &Place, way: &Leg, spot: &Spot, others: &[Spot]) -> Vec<Diagnostic> {
    let Some(leg) = place.position.leg() else { return Vec::new() };
    let at = route.documents.locate(leg.span);
    let along = format!("{} km along leg {}", numerals::length(spot.km), way.label());
    let why = match &place.position {
        Position::On(on) => format!(
            ", {} point of its track towards {} that is {} from {}",
            if others.is_empty() { "the only" } else { "the last" },
            name(route, &on.towards.value),
            on.distance.value,
            name(route, &on.from.value),
        ),
        _ => String::new(),
    };
    let message = format!("`{}` was put at {}, {along}{why}", place.label(), geodesy::format_position(spot.point));
    let mut said = vec![Diagnostic::note(&catalog::PLACE_CONSTRUCTED, message).at(at.clone())];
    if !others.is_empty() {
        let points: Vec<String> = others
            .iter()
            .rev()
            .take(LISTED)
            .map(|spot| format!("{} ({} km)", geodesy::format_position(spot.point), numerals::length(spot.km)))
            .collect();
        let more = if others.len() > LISTED { format!(" and {} more", others.len() - LISTED) } else { String::new() };
        let message = format!("`{}` could also be at {}{more}", place.label(), points.join(", "));
        let help = "the last point on the way was taken; to mean another, let `towards` be a place just behind it";
        said.push(Diagnostic::warning(&catalog::PLACE_SEVERAL_POINTS, message).at(at).help(help));
    }
    said
}

/// No point of the leg is at that distance.
pub(super) fn out_of_reach(route: &Route, place: &Place, on: &On, target: &Target, reach: (f64, f64)) -> Diagnostic {
    let unit = on.distance.value.unit;
    // Rounded inwards: both ends can be written.
    let tenths = |km: f64, round: fn(f64) -> f64| round(km / unit.km() * 10.0) / 10.0;
    let (low, high) = (tenths(reach.0, f64::ceil), tenths(reach.1, f64::floor));
    let message = format!(
        "no point of leg {} towards {} is {} from {}, where `{}` would be",
        on.leg.value,
        name(route, &on.towards.value),
        on.distance.value,
        target.name(),
        place.label()
    );
    Diagnostic::error(&catalog::PLACE_OUT_OF_REACH, message)
        .at(route.documents.locate(on.distance.span))
        .help(format!("its distance from there goes from {low} {unit} to {high} {unit}: write one between"))
}

/// The leg is shorter than that.
pub(super) fn beyond_the_end(route: &Route, place: &Place, along: &Along, whole_km: f64) -> Diagnostic {
    let (km, leg) = (numerals::length(whole_km), &along.leg.value);
    let message =
        format!("leg {leg} is {km} km long, and `{}` would be {} {} along it", place.label(), along.km.value, Unit::Km);
    Diagnostic::error(&catalog::PLACE_OUT_OF_REACH, message)
        .at(route.documents.locate(along.km.span))
        .help(format!("write km = {} at most", whole_km.floor()))
}

fn name(route: &Route, words: &str) -> String {
    route.place(words).map_or_else(|| target::spoken(words), |place| place.label().to_owned())
}
