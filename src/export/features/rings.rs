//! The rings of the style as features.

use geo::{Coord, LineString};
use serde_json::json;

use crate::geodesy::wgs84;
use crate::journey::{Journey, LaidRing};
use crate::numerals::to_metre;

use super::super::Settings;
use super::{Feature, lines};

pub(super) fn features(journey: &Journey, settings: Settings) -> Vec<Feature> {
    let around = journey.route.style.rings.as_ref().map(|rings| rings.around.value.as_str());
    let name = around.map(|around| journey.spoken(around));
    let feature = |(number, ring): (usize, LaidRing)| {
        let id = format!("ring-{number}");
        let attributes = json!({
            "id": id,
            "label": ring.label,
            "around": around,
            "around_name": name,
            "distance_km": to_metre(ring.km),
        });
        let points = ring.points(step_deg(ring.km, settings.within_km));
        let circle: LineString = points.into_iter().map(Coord::from).collect();
        Feature::new(id, lines(Some(&circle), settings), attributes)
    };
    (1..).zip(journey.rings()).map(feature).collect()
}

/// So many degrees of azimuth between two points of a circle that a chord strays a tenth of `within_km` from it: what is
/// left is for how the chord itself is read. The steps go round without a rest.
fn step_deg(km: f64, within_km: f64) -> f64 {
    // No circle on the earth is wider than the equator.
    let radius_km = km.clamp(1e-3, wgs84::EQUATOR_KM);
    let step = libm::sqrt(0.8 * within_km / radius_km).to_degrees();
    360.0 / (360.0 / step.clamp(0.05, 2.0)).ceil()
}
