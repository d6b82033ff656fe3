//! The claims for programs of fact-checkers: schema.org's `ClaimReview` for each, with its verdict, and the sources in
//! the terms of PROV.
//!
//! `ClaimReview` wants `claimReviewed`, `reviewRating` and the review's `url`. Where the review will be published is not
//! known here: its address is written relative (`#claim/ID`) and so is that of the document, wherever it lies. Whoever
//! publishes it adds the `author`.

use serde_json::{Map, Value, json};

use super::credits;
use super::features::dated;
use crate::journey::{Journey, Judgement, Verdict};
use crate::route::{Claim, Date, Source};

/// The document.
pub(super) fn write(journey: &Journey) -> Vec<u8> {
    let route = &journey.route;
    let claims =
        route.claims.iter().zip(&journey.judgements).map(|(claim, judgement)| review(journey, claim, judgement));
    let graph: Vec<Value> = route.sources.iter().map(source).chain(claims).chain([program()]).collect();
    let document = without_nulls(json!({
        "@context": {
            "@vocab": "https://schema.org/",
            "prov": "http://www.w3.org/ns/prov#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "prov:wasDerivedFrom": {"@type": "@id"},
            "prov:wasQuotedFrom": {"@type": "@id"},
            "prov:wasAttributedTo": {"@type": "@id"},
            "url": {"@type": "@id"},
        },
        "@graph": graph,
    }));
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

fn source(source: &Source) -> Value {
    json!({
        "@id": source_id(&source.id),
        "@type": ["CreativeWork", "prov:Entity"],
        "name": source.label(),
        "publisher": source.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name})),
        "datePublished": source.date.map(plain),
        "url": source.url,
        "prov:wasQuotedFrom": source.quotes.iter().map(|quoted| source_id(&quoted.value)).collect::<Vec<_>>(),
    })
}

fn review(journey: &Journey, claim: &Claim, judgement: &Judgement) -> Value {
    let route = &journey.route;
    let sources: Vec<&Source> = claim.sources.iter().filter_map(|id| route.source(&id.value)).collect();
    let appearances: Vec<Value> = sources.iter().map(|source| json!({"@id": source_id(&source.id)})).collect();
    let authors: Vec<Value> = sources
        .iter()
        .filter_map(|source| source.publisher.as_ref())
        .map(|name| json!({"@type": "Organization", "name": name}))
        .collect();
    let first = sources.iter().filter_map(|source| source.date).min_by_key(|date| date.first_day());
    let id = format!("#claim/{}", encoded(&claim.label()));
    json!({
        "@id": id,
        "@type": ["ClaimReview", "prov:Entity"],
        "url": id,
        "claimReviewed": claim_text(journey, claim),
        "reviewRating": rating(judgement.verdict),
        "reviewBody": judgement.message,
        "datePublished": dated(journey),
        "itemReviewed": {
            "@type": "Claim",
            "author": authors,
            "datePublished": first.map(plain),
            "appearance": appearances,
        },
        "isBasedOn": credits::credits(journey),
        "prov:wasDerivedFrom": sources.iter().map(|source| source_id(&source.id)).collect::<Vec<_>>(),
        "prov:wasAttributedTo": PROGRAM,
    })
}

/// `From X to Y: "about 290 mi"`
fn claim_text(journey: &Journey, claim: &Claim) -> String {
    use crate::route::{Spanned, Subject};
    let legs = |legs: &[Spanned<String>]| legs.iter().map(|leg| leg.value.as_str()).collect::<Vec<_>>().join(" and ");
    let of = match &claim.subject {
        Subject::Distance { from, to } => {
            format!("Distance from {} to {}", journey.spoken(&from.value), journey.spoken(&to.value))
        }
        Subject::Length { legs: names } => format!("Length of leg {}", legs(names)),
        Subject::Duration { legs: names } => format!("Duration of leg {}", legs(names)),
        Subject::Trips { leg } => format!("Trips of leg {}", leg.value),
        Subject::Passes { legs: names, .. } => format!("What leg {} passes", legs(names)),
        Subject::Nearest { place, .. } => format!("What is nearest to {}", journey.spoken(&place.value)),
        Subject::About(about) => about.key.value.clone(),
    };
    format!("{of}: {}", claim.says.value)
}

/// 1 is the worst and 3 the best: a figure that could be true is not thereby confirmed.
fn rating(verdict: Verdict) -> Value {
    let (value, words) = match verdict {
        Verdict::Agrees => (3, "Agrees: could be true; that confirms nothing by itself"),
        Verdict::Undetermined => (2, "Undetermined: it can't be told"),
        Verdict::Disagrees => (1, "Disagrees: the figure and the places cannot both be right"),
    };
    json!({"@type": "Rating", "ratingValue": value, "worstRating": 1, "bestRating": 3, "alternateName": words})
}

const PROGRAM: &str = "#portolan";

fn program() -> Value {
    json!({
        "@id": PROGRAM,
        "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
        "name": "portolan",
        "softwareVersion": env!("CARGO_PKG_VERSION"),
    })
}

fn source_id(id: &str) -> String {
    format!("#source/{}", encoded(id))
}

/// What stands in a fragment of an address: letters and digits of ASCII, all else by its bytes.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// ISO 8601 without the marks of EDTF.
fn plain(date: Date) -> String {
    Date { approximate: false, uncertain: false, ..date }.to_string()
}

/// JSON-LD has no null values: what is not known is not written, and neither are empty lists.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.into_iter().map(|(name, value)| (name, without_nulls(value)));
            Value::Object(kept.filter(|(_, value)| !value.is_null() && *value != json!([])).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}
