//! Legs as features.

use serde_json::json;

use crate::journey::{Journey, LaidLeg};
use crate::numerals::to_metre;
use crate::route::{Leg, Window};

use super::super::Settings;
use super::{Feature, first_day, last_day, lines, list};

pub(super) fn features(journey: &Journey, settings: Settings) -> Vec<Feature> {
    journey.route.legs.iter().zip(&journey.legs).map(|(leg, laid)| feature(journey, leg, laid, settings)).collect()
}

fn feature(journey: &Journey, leg: &Leg, laid: &LaidLeg, settings: Settings) -> Feature {
    let name = |id: &str| journey.place(id).map_or_else(|| id.to_owned(), |place| place.name.clone());
    let cargo = leg.cargo.as_ref().or(journey.route.cargo.as_ref());
    let containers = cargo.and_then(|cargo| cargo.containers);
    let whole = |window: Option<Window>| window.map(|window| window.to_string());
    let start = [leg.dates, leg.departed, leg.loaded].into_iter().flatten().find_map(|window| window.start);
    let end = [leg.dates, leg.arrived, leg.departed, leg.loaded].into_iter().flatten().find_map(|window| window.end);
    let interval = journey.uncertainty.as_ref().and_then(|all| all.legs.get(leg.number - 1)?.km);
    let time = journey.timeline.legs.get(leg.number - 1);
    let days = time.and_then(|time| time.days);
    let attributes = json!({
        "id": leg.label(),
        "leg": leg.number,
        "mode": leg.mode,
        "from": leg.from.value,
        "to": leg.to.value,
        "from_name": name(&leg.from.value),
        "to_name": name(&leg.to.value),
        "via": journey.via(leg).join("; "),
        "within": list(&leg.within),
        "avoid": list(&leg.avoid),
        "through": list(&leg.through),
        "kind": laid.track.as_ref().map(|_| laid.kind),
        "distance_km": laid.distance_km.map(to_metre),
        "distance_km_min": interval.map(|km| to_metre(km.low)),
        "distance_km_max": interval.map(|km| to_metre(km.high)),
        "geodesic_km": laid.geodesic_km.map(to_metre),
        "snap_from_km": laid.snap_from_km().map(to_metre),
        "snap_to_km": laid.snap_to_km().map(to_metre),
        "passages": laid.passages.join("; "),
        "countries": laid.countries.as_ref().map(|codes| codes.join("; ")),
        "certainty": leg.certainty,
        "credibility": leg.credibility,
        "start": start.map(first_day),
        "end": end.map(last_day),
        "dates": whole(leg.dates),
        "loaded": whole(leg.loaded),
        "departed": whole(leg.departed),
        "arrived": whole(leg.arrived),
        "carrier": leg.carrier,
        "days_min": days.map(|days| to_metre(days.low)),
        "days_max": days.map(|days| days.high).filter(|days| days.is_finite()).map(to_metre),
        "days_from": time.and_then(|time| time.days_from),
        "capacity": leg.capacity.map(|capacity| capacity.to_string()),
        "trips": leg.trips.map(|trips| trips.to_string()),
        "cargo": cargo.and_then(|cargo| cargo.what.clone()),
        "containers": containers.map(|count| count.to_string()),
        "containers_min": containers.and_then(|count| count.at_least),
        "containers_max": containers.and_then(|count| count.at_most),
        "sources": list(&leg.sources),
    });
    Feature::new(leg.label(), lines(laid.track.as_ref(), settings), attributes)
}
