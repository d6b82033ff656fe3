//! Looking a name up among the places that portolan carries, and telling what it was taken for.

use geo::Point;

use crate::diagnostic::{Diagnostic, catalog};
use crate::numerals;
use crate::route::{Documents, Route, Spanned};
use crate::world::{self, Port, gazetteer};

use super::place::Match;
use super::resolve::UNKNOWN;

const GIVE_COORDINATES: &str = "give it a table with coordinates: [places.NAME] with lat and lon";

/// How well a place is known that was looked up by its name: a town is as wide as that.
const TOWN_RADIUS_KM: f64 = 10.0;
/// The World Port Index gives positions to about a nautical mile.
const PORT_RADIUS_KM: f64 = 1.852;

/// What a name was taken for.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What it is called: as the file does, but a code by the name behind it.
    pub name: String,
    /// ISO 3166-1 code of its country.
    pub country: String,
    /// x longitude, y latitude in degrees.
    pub position: Point,
    /// How well that is known, in kilometres.
    pub radius_km: f64,
    /// To stand with the place.
    pub taken_for: Match,
}

impl Found {
    fn town(query: &str, entry: &gazetteer::Place) -> Found {
        Found {
            name: without_country(query),
            country: entry.country.clone(),
            position: entry.position,
            radius_km: TOWN_RADIUS_KM,
            taken_for: Match {
                name: format!("{}, {}", entry.name, entry.country),
                source: world::PLACES_SOURCE,
                geonames_id: entry.geonames_id,
            },
        }
    }

    fn port(query: &str, port: &Port) -> Found {
        let is_code = port.locode.is_some_and(|code| code == query.replace(' ', ""));
        Found {
            name: if is_code { port.name.to_owned() } else { without_country(query) },
            country: port.country.to_owned(),
            position: port.position,
            radius_km: PORT_RADIUS_KM,
            taken_for: Match { name: describe_port(port), source: world::PORTS_SOURCE, geonames_id: None },
        }
    }
}

/// The port that a name or a UN/LOCODE is taken for; tells which, and what else it could be.
fn port(name: &Spanned<String>, documents: &Documents, diagnostics: &mut Vec<Diagnostic>) -> Option<Found> {
    let mut ports = world::ports_named(&name.value);
    if ports.is_empty() {
        ports.extend(world::port_by_locode(&name.value));
    }
    let best = ports.first()?;
    let position = crate::geodesy::format_position(best.position);
    let message = format!("`{}` was taken for {} at {position}", name.value, describe_port(best));
    let location = documents.locate(name.span);
    let others: Vec<String> =
        ports[1..].iter().filter(|port| port.name == best.name).take(3).map(describe_port).collect();
    diagnostics.push(if others.is_empty() {
        Diagnostic::note(&catalog::PLACE_LOOKED_UP, message).at(location)
    } else {
        Diagnostic::warning(&catalog::PLACE_AMBIGUOUS, message).at(location).help(format!(
            "it could also be {}; name the country too, write the UN/LOCODE, or give coordinates",
            others.join(", ")
        ))
    });
    Some(Found::port(&name.value, best))
}

/// What the file calls it, without the country.
fn without_country(query: &str) -> String {
    query.split(',').next().unwrap_or(query).trim().to_owned()
}

fn describe_port(port: &Port) -> String {
    let code = port.locode.map_or(String::new(), |code| format!(" {code}"));
    format!("the port{code} of {}, {}", port.name, port.country)
}

/// What a name in a leg or a claim is taken for: a town, or a port, which comes first for legs by sea. Tells what it was
/// taken for, what else it could be, or that nothing bears it.
pub(super) fn look_up(
    name: &Spanned<String>,
    port_first: bool,
    route: &Route,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Found> {
    if port_first && let Some(port) = port(name, &route.documents, diagnostics) {
        return Some(port);
    }
    let found = gazetteer::look_up(&name.value);
    if found.matches.is_empty() {
        if let Some(port) = port(name, &route.documents, diagnostics) {
            return Some(port);
        }
        let message = format!("`{}` is neither a place of this file nor a name that portolan carries", name.value);
        let help = id_meant(&name.value, route).unwrap_or_else(|| instead(&name.value, &found));
        diagnostics.push(not_found(message, help, name, &route.documents));
    }
    taken(&found, name, &route.documents, diagnostics)
}

/// The same for what a place lies `near`, which ids of the file do not answer.
pub(super) fn look_up_near(name: &Spanned<String>, route: &Route, diagnostics: &mut Vec<Diagnostic>) -> Option<Found> {
    let found = gazetteer::look_up(&name.value);
    if found.matches.is_empty() {
        if let Some(port) = port(name, &route.documents, diagnostics) {
            return Some(port);
        }
        let message = format!("no place that portolan carries is called `{}`", name.value);
        let help = if name.value == UNKNOWN {
            "leave `near` out: a place without a position is unknown".to_owned()
        } else if route.places.iter().any(|place| place.id == name.value) {
            "`near` takes no id of this file: write the name of a town, or lat and lon".to_owned()
        } else {
            instead(&name.value, &found)
        };
        diagnostics.push(not_found(message, help, name, &route.documents));
    }
    taken(&found, name, &route.documents, diagnostics)
}

fn not_found(message: String, help: String, name: &Spanned<String>, documents: &Documents) -> Diagnostic {
    Diagnostic::error(&catalog::PLACE_NOT_FOUND, message).at(documents.locate(name.span)).help(help)
}

/// The place of the file whose id was misspelt.
fn id_meant(name: &str, route: &Route) -> Option<String> {
    let lower = name.to_lowercase();
    let alike = |id: &str| strsim::jaro_winkler(&id.to_lowercase(), &lower);
    let ids = route.places.iter().map(|place| place.id.as_str()).filter(|id| alike(id) > 0.9);
    ids.max_by(|a, b| alike(a).total_cmp(&alike(b))).map(|id| format!("did you mean the place `{id}` of this file?"))
}

/// What to write instead of a name that nothing bears.
fn instead(name: &str, found: &gazetteer::Lookup) -> String {
    if let Some(country) = border_meant(name) {
        return format!("in a claim, a border is written \"border of {}\"", country.code);
    }
    if let Some(country) = world::country_by_name(name) {
        return format!(
            "{} is a country: name a place in it, or if none is reported write [places.NAME] with country = \"{}\"",
            country.name, country.code
        );
    }
    match found.suggestion() {
        Some(suggestion) => format!("{suggestion} Or {GIVE_COORDINATES}"),
        None => format!("{GIVE_COORDINATES}, or write \"unknown\""),
    }
}

/// The country in `Ukraine's border`, `the Ukrainian border` or `border with Ukraine`, as far as it is named.
fn border_meant(name: &str) -> Option<world::Country> {
    let lower = name.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split_whitespace()
        .map(|word| word.trim_end_matches("'s").trim_end_matches('\''))
        .filter(|word| !matches!(*word, "the" | "of" | "with" | "to"))
        .collect();
    let is_border = |word: &&str| matches!(*word, "border" | "borders" | "frontier");
    words.iter().any(is_border).then(|| {
        let country: Vec<&str> = words.into_iter().filter(|word| !is_border(word)).collect();
        world::country_by_name(&country.join(" "))
    })?
}

fn taken(
    found: &gazetteer::Lookup,
    name: &Spanned<String>,
    documents: &Documents,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Found> {
    let best = found.matches.first()?;
    let query = &name.value;
    let location = documents.locate(name.span);
    let position = crate::geodesy::format_position(best.position);
    if found.is_ambiguous() {
        let others: Vec<String> = found.matches.iter().skip(1).take(3).map(describe).collect();
        let more = found.matches.len().saturating_sub(4);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!("`{query}` was taken for {} at {position}, {}", describe(best), found.why_first());
        diagnostics.push(
            Diagnostic::warning(&catalog::PLACE_AMBIGUOUS, message).at(location).help(format!(
                "it could also be {}{more}; name the country too, or give coordinates",
                others.join(", ")
            )),
        );
    } else {
        let message = format!("`{query}` was taken for {} at {position}", describe(best));
        diagnostics.push(Diagnostic::note(&catalog::PLACE_LOOKED_UP, message).at(location));
    }
    Some(Found::town(query, best))
}

fn describe(entry: &gazetteer::Place) -> String {
    if entry.population > 0 {
        format!("{}, {} ({} people)", entry.name, entry.country, numerals::grouped(u64::from(entry.population)))
    } else {
        format!("{}, {}", entry.name, entry.country)
    }
}
