//! Who is to be named, and words about the whole.

use serde_json::{Value, json};

use crate::journey::Journey;
use crate::world;

/// What the journey was made with, as the licences want it.
pub(super) fn credits(journey: &Journey) -> String {
    let rails = journey.rails.as_ref().map_or_else(String::new, |rails| {
        let licence = rails.licence.map_or_else(String::new, |licence| format!(" ({licence})"));
        format!("; rails: {}{licence}", rails.credit)
    });
    format!("{}{rails}", world::CREDITS)
}

/// The whole in a few words, for the description that a format has room for.
pub(super) fn description(journey: &Journey) -> String {
    let route = &journey.route;
    let sources: Vec<&str> = route.sources.iter().map(crate::route::Source::label).collect();
    let sources = (!sources.is_empty()).then(|| format!("Sources: {}.", sources.join("; ")));
    let boundaries = format!("Boundaries: {}.", route.boundaries);
    let credits = format!("Made with {}.", credits(journey));
    [route.subtitle.clone(), route.note.clone(), Some(boundaries), sources, Some(credits)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
}

/// The same as JSON-LD in Dublin Core's terms.
pub(super) fn dublin_core(journey: &Journey) -> Value {
    let route = &journey.route;
    json!({
        "@context": {"dcterms": "http://purl.org/dc/terms/"},
        "dcterms:title": route.title,
        "dcterms:alternative": route.subtitle,
        "dcterms:description": route.note,
        "dcterms:conformsTo": format!("boundaries: {}", route.boundaries),
        "dcterms:source": route.sources.iter().map(|source| source.url.as_deref().unwrap_or(source.label())).collect::<Vec<_>>(),
        "dcterms:rights": credits(journey),
        "dcterms:created": super::features::dated(journey),
    })
}
