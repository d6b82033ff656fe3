//! The strip that the style shades as a feature.

use serde_json::json;

use crate::geodesy::Edges;
use crate::journey::{Journey, LaidBand};
use crate::numerals::to_metre;

use super::{Feature, areas, list};

pub(super) fn features(journey: &Journey) -> Vec<Feature> {
    journey.band().iter().map(|band| feature(journey, band)).collect()
}

fn feature(journey: &Journey, band: &LaidBand) -> Feature {
    let claim = band.claim.and_then(|number| journey.route.claims.get(number));
    let id = claim.map_or_else(|| "band".to_owned(), crate::route::Claim::label);
    let attributes = json!({
        "id": id,
        "label": band.label,
        "around": band.around,
        "claim": claim.map(crate::route::Claim::label),
        "country": band.country,
        "reported_km_min": to_metre(band.km.low),
        "reported_km_max": to_metre(band.km.high),
        "sources": claim.map(|claim| list(&claim.sources)).unwrap_or_default(),
    });
    // Edges of some ten kilometres are as good as straight: less than ten metres off.
    Feature::new(id, areas(&band.area.0, Edges::Geodesic), attributes)
}
