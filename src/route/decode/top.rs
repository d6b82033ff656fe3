//! The route as a whole, and its style.

use super::super::quantity::{parse_size, scaled};
use super::super::tree::Node;
use super::super::wrong::{Wrong, either, nearest, shown};
use super::super::{
    Band, Boundaries, Claim, Documents, Language, ProjectionName, Rings, Route, Size, Spanned, Style, Theme, Variant,
};
use super::{Context, changes, claims, constructed, legs, places, read, sources};
use crate::diagnostic::catalog::{CONTRADICTION, MISSING_KEY, UNKNOWN_CLAIM};

/// Builds the route and checks what only several keys together can show.
pub fn build(context: &mut Context, root: &Node, name: &str) -> Route {
    let legs = legs::build_legs(root);
    let route = Route {
        name: name.to_owned(),
        title: read::text(root, "title").unwrap_or_default(),
        subtitle: read::text(root, "subtitle"),
        note: read::text(root, "note"),
        boundaries: read::word(root, "boundaries", &Boundaries::NAMES).unwrap_or_default(),
        cargo: legs::build_cargo(root),
        sources: sources::build_sources(root),
        places: places::build_places(context, root),
        claims: claims::build_claims(context, root, &legs),
        legs,
        variants: build_variants(context, root),
        style: Style::default(),
        documents: Documents::default(),
    };
    let style = build_style(context, root, &route.claims);
    legs::check_ids(context, "leg", route.legs.iter().filter_map(|leg| leg.id.as_ref()));
    legs::check_ids(context, "claim", route.claims.iter().filter_map(|claim| claim.id.as_ref()));
    legs::check_order(context, root, &route.legs);
    legs::check_ends(context, &route.legs);
    constructed::check(context, &route.places, &route.legs);
    let cargos = route.cargo.iter().chain(route.legs.iter().filter_map(|leg| leg.cargo.as_ref()));
    let named: Vec<&Spanned<String>> = cargos
        .map(|cargo| &cargo.sources)
        .chain(route.legs.iter().map(|leg| &leg.sources))
        .chain(route.places.iter().map(|place| &place.sources))
        .chain(route.claims.iter().map(|claim| &claim.sources))
        .flatten()
        .collect();
    sources::check_sources(context, &route.sources, named);
    Route { style, ..route }
}

fn build_variants(context: &mut Context, root: &Node) -> Vec<Variant> {
    let entries = root.get("variants").and_then(Node::table).map(|table| table.entries.as_slice()).unwrap_or_default();
    let mut variants = Vec::new();
    for entry in entries {
        let set = entry.node.get("set").and_then(Node::table).map(changes::flatten).unwrap_or_default();
        for change in &set {
            if let Err(wrong) = changes::resolve(root, &change.path.value) {
                context.wrong(change.path.span, wrong);
            }
        }
        variants
            .push(Variant { name: entry.key.value.clone(), keys: set.into_iter().map(|change| change.path).collect() });
    }
    variants
}

fn build_style(context: &mut Context, root: &Node, claims: &[Claim]) -> Style {
    let Some(style) = root.get("style") else { return Style::default() };
    Style {
        theme: read::word(style, "theme", &Theme::NAMES).unwrap_or_default(),
        language: read::word(style, "language", &Language::NAMES).unwrap_or_default(),
        projection: read::word(style, "projection", &ProjectionName::NAMES).unwrap_or_default(),
        size: build_size(context, style),
        band: style
            .get("band")
            .filter(|band| band.table().is_some())
            .and_then(|band| build_band(context, band, claims)),
        rings: style.get("rings").filter(|rings| rings.table().is_some()).and_then(|rings| {
            let distances = read::lengths(rings, "distances");
            read::spanned(rings, "around").map(|around| Rings { around, distances })
        }),
    }
}

fn build_size(context: &mut Context, style: &Node) -> Size {
    let size = style.get("size").and_then(Node::text).and_then(|size| parse_size(size).ok()).unwrap_or_default();
    let Some((node, factor)) = style.get("scale").and_then(|node| Some((node, node.number()?))) else { return size };
    scaled(size, factor).unwrap_or_else(|wrong| {
        context.wrong(node.span, wrong);
        size
    })
}

fn build_band(context: &mut Context, band: &Node, claims: &[Claim]) -> Option<Band> {
    let (claim, around, distance) =
        (read::spanned(band, "claim"), read::spanned(band, "around"), read::length(band, "distance"));
    let has = |key: &str| band.get(key).is_some();
    let help = "write band = { claim = \"…\" }, or band = { around = \"border of UA\", distance = \"290 mi\" }";
    if has("claim") && (has("around") || has("distance")) {
        let wrong = Wrong::new(&CONTRADICTION, "the band is given both by a claim and by a distance");
        context.wrong(band.span, wrong.help(help));
        return None;
    }
    if !(has("claim") || has("around") && has("distance")) {
        let lacks = if has("around") { "distance" } else { "around" };
        let lacks = if has("around") || has("distance") { lacks } else { "claim" };
        context.wrong(band.span, Wrong::new(&MISSING_KEY, format!("the band has no `{lacks}`")).help(help));
        return None;
    }
    let Some(claim) = claim else {
        return around.zip(distance).map(|(around, distance)| Band::Around { around, distance });
    };
    let known = |named: &Claim| named.label() == claim.value || named.number.to_string() == claim.value;
    if !claims.iter().any(known) {
        let labels: Vec<String> = claims.iter().take(20).map(Claim::label).collect();
        let wrong = Wrong::new(&UNKNOWN_CLAIM, format!("the file has no claim `{}`", shown(&claim.value)));
        let help = match nearest(&claim.value, labels.iter().map(String::as_str)) {
            Some(label) => format!("did you mean `{label}`?"),
            None if labels.is_empty() => "write the claim first: [[claims]] with an id".to_owned(),
            None => format!("its claims are {}", either(labels.iter().map(String::as_str))),
        };
        context.wrong(claim.span, wrong.help(help));
    }
    Some(Band::Claim(claim))
}
