//! Sources as rows of a table.

use serde_json::json;

use crate::journey::Journey;
use crate::route::Source;

use super::{Feature, Shape, first_day, last_day, list};

pub(super) fn features(journey: &Journey) -> Vec<Feature> {
    journey.route.sources.iter().map(feature).collect()
}

fn feature(source: &Source) -> Feature {
    let attributes = json!({
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date.map(|date| date.to_string()),
        "start": source.date.map(first_day),
        "end": source.date.map(last_day),
        "url": source.url,
        "reliability": source.reliability,
        "credibility": source.credibility,
        "quotes": list(&source.quotes),
    });
    Feature::new(source.id.clone(), Shape::Nowhere, attributes)
}
