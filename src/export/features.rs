//! The journey as features: a layer, an id, a shape, attributes. The attributes bear the names that `measure` and
//! `check` use; intervals and lists are flat, so that a table can hold them.

use geo::{LineString, MultiLineString, Point};
use serde_json::{Map, Value, json};

use crate::geodesy::{self, Edges};
use crate::journey::{Journey, Judgement, LaidLeg, Located};
use crate::numerals::to_metre;
use crate::route::{Claim, Date, Interval, Leg, Spanned, Window};

/// What a feature looks like on the earth, cut at ±180°.
pub(super) enum Shape {
    Point(Point),
    Lines(MultiLineString),
    Nowhere,
}

/// One row of a layer.
pub(super) struct Feature {
    pub layer: &'static str,
    pub id: String,
    pub shape: Shape,
    pub attributes: Map<String, Value>,
}

/// Straight lines between vertices this close stay within 100 m of the geodesic up to 70° of latitude.
const MAX_SEGMENT_KM: f64 = 25.0;

/// Every place, leg and claim.
pub(super) fn of(journey: &Journey) -> Vec<Feature> {
    let route = &journey.route;
    let places = journey.places.iter().map(|place| place_feature(journey, place));
    let legs = route.legs.iter().zip(&journey.legs).map(|(leg, laid)| leg_feature(journey, leg, laid));
    let claims = route.claims.iter().zip(&journey.judgements).map(|(claim, judgement)| claim_feature(claim, judgement));
    places.chain(legs).chain(claims).collect()
}

fn place_feature(journey: &Journey, place: &Located) -> Feature {
    let attributes = json!({
        "name": place.name,
        "role": role(journey, &place.id),
        "country": place.country,
        "radius_km": place.position.map(|_| to_metre(place.radius_km)),
        "constructed": place.constructed,
        "taken_for": place.taken_for.as_ref().map(|taken| &taken.name),
        "geonames_id": place.taken_for.as_ref().and_then(|taken| taken.geonames_id),
        "sources": place.sources.join(", "),
    });
    feature("places", place.id.clone(), place.position.map_or(Shape::Nowhere, Shape::Point), attributes)
}

/// What the place is to the route.
fn role(journey: &Journey, id: &str) -> &'static str {
    let legs = &journey.route.legs;
    if legs.iter().any(|leg| leg.from.value == id || leg.to.value == id) {
        "stop"
    } else if legs.iter().any(|leg| leg.via.iter().any(|via| via.value == id)) {
        "via"
    } else {
        "mentioned"
    }
}

fn leg_feature(journey: &Journey, leg: &Leg, laid: &LaidLeg) -> Feature {
    let name = |id: &str| journey.place(id).map_or_else(|| id.to_owned(), |place| place.name.clone());
    let cargo = leg.cargo.as_ref().or(journey.route.cargo.as_ref());
    let whole = |window: Option<Window>| window.map(|window| window.to_string());
    let start = [leg.dates, leg.departed, leg.loaded].into_iter().flatten().find_map(|window| window.start);
    let end = [leg.dates, leg.arrived, leg.departed, leg.loaded].into_iter().flatten().find_map(|window| window.end);
    let attributes = json!({
        "leg": leg.number,
        "mode": leg.mode,
        "from": leg.from.value,
        "to": leg.to.value,
        "from_name": name(&leg.from.value),
        "to_name": name(&leg.to.value),
        "via": list(&leg.via),
        "within": list(&leg.within),
        "avoid": list(&leg.avoid),
        "through": list(&leg.through),
        "kind": laid.track.as_ref().map(|_| laid.kind),
        "distance_km": laid.distance_km.map(to_metre),
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
        "trips": leg.trips.map(|trips| trips.to_string()),
        "cargo": cargo.and_then(|cargo| cargo.what.clone()),
        "containers": cargo.and_then(|cargo| cargo.containers).map(|count| count.to_string()),
        "sources": list(&leg.sources),
    });
    feature("legs", leg.label(), lines(laid.track.as_ref()), attributes)
}

fn claim_feature(claim: &Claim, judgement: &Judgement) -> Feature {
    let low = |interval: Option<Interval>| interval.map(|interval| to_metre(interval.low));
    let high =
        |interval: Option<Interval>| interval.map(|interval| interval.high).filter(|km| km.is_finite()).map(to_metre);
    let readings: Vec<String> =
        judgement.readings.iter().map(|reading| format!("{}: {}", reading.to, reading.verdict.name())).collect();
    let attributes = json!({
        "says": claim.says.value,
        "verdict": judgement.verdict,
        "finding": judgement.finding,
        "reported_km_min": low(judgement.reported_km),
        "reported_km_max": high(judgement.reported_km),
        "computed_km_min": low(judgement.computed_km),
        "computed_km_max": high(judgement.computed_km),
        "distance_km": judgement.distance_km.map(to_metre),
        "radius_needed_km": judgement.radius_needed_km.map(to_metre),
        "nearest_lat": judgement.nearest.map(|point| degrees(point.y())),
        "nearest_lon": judgement.nearest.map(|point| degrees(point.x())),
        "measured_on": judgement.provenance,
        "message": judgement.message,
        "readings": readings.join("; "),
        "credibility": claim.credibility,
        "sources": list(&claim.sources),
    });
    feature("claims", claim.label(), lines(judgement.line.as_ref()), attributes)
}

fn feature(layer: &'static str, id: String, shape: Shape, attributes: Value) -> Feature {
    let attributes = match attributes {
        Value::Object(attributes) => attributes,
        _ => Map::new(),
    };
    Feature { layer, id, shape, attributes }
}

/// A line as geodesics, cut at ±180°. A line of no length is nowhere: GeoJSON wants two positions that differ.
pub(super) fn lines(line: Option<&LineString>) -> Shape {
    let line = line.filter(|line| line.coords().any(|position| Some(position) != line.coords().next()));
    line.map_or(Shape::Nowhere, |line| {
        Shape::Lines(geodesy::cut_line(&geodesy::densify(line, MAX_SEGMENT_KM), Edges::Geodesic))
    })
}

fn list(items: &[Spanned<String>]) -> String {
    items.iter().map(|item| item.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// Six decimals are a decimetre.
pub(super) fn degrees(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn first_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn last_day(date: Date) -> String {
    let month = date.month.unwrap_or(12);
    let day = date.day.unwrap_or_else(|| crate::route::days_in_month(date.year, month));
    format!("{:04}-{month:02}-{day:02}", date.year)
}
