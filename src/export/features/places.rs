//! Places as features.

use geo::Point;
use serde_json::json;

use crate::journey::{Journey, Located};
use crate::numerals::to_metre;

use super::{Feature, Shape};
use crate::numerals::to_microdegree;

pub(super) fn features(journey: &Journey) -> Vec<Feature> {
    journey.places.iter().map(|place| feature(journey, place)).collect()
}

fn feature(journey: &Journey, place: &Located) -> Feature {
    let attributes = json!({
        "id": place.id,
        "name": place.name,
        "role": role(journey, &place.id),
        "country": place.country,
        "radius_km": place.position.map(|_| to_metre(place.radius_km)),
        "constructed": place.constructed,
        "taken_for": place.taken_for.as_ref().map(|taken| &taken.name),
        "geonames_id": place.taken_for.as_ref().and_then(|taken| taken.geonames_id),
        "sources": place.sources.join("; "),
    });
    let shape = place.position.map_or(Shape::Nowhere, |point| {
        Shape::Point(Point::new(to_microdegree(geo_longitude(point.x())), to_microdegree(point.y())))
    });
    Feature::new(place.id.clone(), shape, attributes)
}

/// Within ±180.
fn geo_longitude(longitude: f64) -> f64 {
    if longitude.abs() <= 180.0 { longitude } else { libm::remainder(longitude, 360.0) }
}

/// What the place is to the route.
fn role(journey: &Journey, id: &str) -> &'static str {
    let legs = &journey.route.legs;
    if legs.iter().any(|leg| leg.from.value == id || leg.to.value == id) {
        "stop"
    } else if legs.iter().any(|leg| journey.via(leg).contains(&id)) {
        "via"
    } else {
        "mentioned"
    }
}
