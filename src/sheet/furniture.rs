//! The words around the map: title and subtitle above, and below it the note that says what is reported, the sources,
//! the point of view of the borders, the projection and the credits.

use crate::canvas::{Face, Fonts, MissingGlyph};
use crate::journey::{Journey, Located};
use crate::route::{Boundaries, Route};
use crate::world;

use super::stack::Stack;
use super::theme::Theme;

/// Title and subtitle.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn header(route: &Route, fonts: &Fonts, theme: &Theme, unit: f64, width: f64) -> Result<Stack, MissingGlyph> {
    let mut stack = Stack::default();
    stack.paragraph(fonts, &route.title, (Face::Bold, 54.0 * unit), theme.ink, (width, 0.0))?;
    if let Some(subtitle) = &route.subtitle {
        stack.paragraph(fonts, subtitle, (Face::Regular, 29.0 * unit), theme.faint_ink, (width, 4.0 * unit))?;
    }
    Ok(stack)
}

/// Note, sources and credits. `map` says how the map was made: projection and scale of the data.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn footer(
    journey: &Journey,
    map: &str,
    fonts: &Fonts,
    theme: &Theme,
    unit: f64,
    width: f64,
) -> Result<Stack, MissingGlyph> {
    let route = &journey.route;
    let mut stack = Stack::default();
    let size = 20.0 * unit;
    let note = route.note.clone().unwrap_or_else(|| disclaimer(route));
    stack.paragraph(fonts, &note, (Face::Regular, 21.0 * unit), theme.ink, (width, 0.0))?;
    if let Some(sources) = sources(route) {
        stack.paragraph(fonts, &sources, (Face::Regular, size), theme.faint_ink, (width, 5.0 * unit))?;
    }
    let credits = format!("{map} {} {}", boundaries(route.boundaries), credits(&journey.places));
    stack.paragraph(fonts, &credits, (Face::Regular, size), theme.faint_ink, (width, 5.0 * unit))?;
    Ok(stack)
}

/// What stands below a map whose file has no note of its own.
fn disclaimer(route: &Route) -> String {
    let mut by: Vec<&str> = Vec::new();
    for leg in &route.legs {
        for source in &leg.sources {
            if let Some(source) = route.source(&source.value) {
                let name = source.publisher.as_deref().unwrap_or_else(|| source.label());
                if !by.contains(&name) {
                    by.push(name);
                }
            }
        }
    }
    let computed = "Line computed, not reported.";
    if by.is_empty() { format!("Alleged. {computed}") } else { format!("Alleged by {}. {computed}", by.join(", ")) }
}

fn sources(route: &Route) -> Option<String> {
    let names: Vec<String> = route
        .sources
        .iter()
        .map(|source| {
            let name = source.publisher.as_deref().unwrap_or_else(|| source.label());
            source.date.map_or_else(|| name.to_owned(), |date| format!("{name} ({date})"))
        })
        .collect();
    (!names.is_empty()).then(|| format!("Sources: {}.", names.join("; ")))
}

fn boundaries(boundaries: Boundaries) -> &'static str {
    match boundaries {
        Boundaries::Recognised => "Boundaries as recognised internationally.",
        Boundaries::DeFacto => "Boundaries as held de facto.",
    }
}

fn credits(places: &[Located]) -> String {
    let places_credit = if places.iter().any(|place| place.taken_for.is_some()) {
        format!("; places: {}", world::PLACES_SOURCE)
    } else {
        String::new()
    };
    format!("Map data: {}{places_credit}. Made with portolan.", world::SOURCE)
}
