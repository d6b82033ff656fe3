//! From what somebody wrote to the places that it may mean.

use std::cmp::Reverse;

use super::fold::fold;
use super::keys::bearers;
use super::nearest::nearest;
use super::places::{Place, places, places_named};
use crate::world::country::code_by_name;

/// What a query was taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Lookup {
    /// The query as it was written.
    pub query: String,
    /// The places that it may mean, best first. More than one: it is ambiguous, and whoever takes the first has to say so.
    pub matches: Vec<Place>,
    /// If there are none: up to three queries that would have found something.
    pub did_you_mean: Vec<String>,
}

impl Lookup {
    /// Whether another place could have been meant as well as the first: one that bears the name as its main name, too,
    /// one that bears it as well as the first does, or a larger one.
    pub fn is_ambiguous(&self) -> bool {
        let Some((best, others)) = self.matches.split_first() else { return false };
        let name = fold(self.query.split(',').next().unwrap_or_default());
        let bears_it = |place: &Place| fold(&place.name) == name;
        others.iter().any(|other| bears_it(other) || !bears_it(best) || other.population > best.population)
    }

    /// Why the first was taken: `the largest of 3 places`.
    pub fn why_first(&self) -> String {
        let count = self.matches.len();
        let largest = self.matches.iter().all(|place| place.population <= self.matches[0].population);
        if largest {
            format!("the largest of {count} places")
        } else {
            format!("whose main name it is, of {count} places")
        }
    }

    /// `did you mean "Paris, FR" or "Paris, US"?`
    pub fn suggestion(&self) -> Option<String> {
        let quoted: Vec<String> = self.did_you_mean.iter().map(|name| format!("\"{name}\"")).collect();
        let (last, rest) = quoted.split_last()?;
        let rest = if rest.is_empty() { String::new() } else { format!("{} or ", rest.join(", ")) };
        Some(format!("did you mean {rest}{last}?"))
    }
}

/// Looks a place up: `Tikhoretsk`, `Tikhoretsk, RU`, `Tikhoretsk, Russia`, `Тихорецк, RU`, `Springfield, IL, US`.
///
/// Case, accents, spaces and punctuation don't matter. After the last comma a country may stand, by code or name; before
/// it GeoNames' code of a first-level division, which for the United States is that of the state.
/// Places whose main name it is come before those for which it is another name; among either the larger come first.
///
/// # Example
/// ```
/// use portolan::world::gazetteer::look_up;
///
/// let paris = look_up("Paris, United States");
/// assert_eq!(paris.matches[0].admin1, "TX");
/// assert!(paris.matches.len() > 1);
/// assert_eq!(look_up("Tikhorezk, RU").did_you_mean, ["Tikhoretsk, RU"]);
/// ```
pub fn look_up(query: &str) -> Lookup {
    let (name, country) = split(query);
    let (matches, elsewhere) = matching(name, country);
    let division = name.rsplit_once(',').map(|(_, after)| after.trim()).filter(|_| country.is_none());
    let did_you_mean = if matches.is_empty() { suggestions(name, country, division, elsewhere) } else { Vec::new() };
    Lookup { query: query.to_owned(), matches, did_you_mean }
}

/// The places of that name in that country, best first, and those of the same name elsewhere.
pub(in crate::world) fn matching(name: &str, country: Option<&str>) -> (Vec<Place>, Vec<Place>) {
    let mut matches = bearing(name);
    let mut elsewhere = Vec::new();
    if let Some(code) = country {
        elsewhere = matches.extract_if(.., |place| place.country != code).collect();
    }
    if matches.is_empty()
        && let Some((name, after)) = name.rsplit_once(',')
    {
        elsewhere = bearing(name);
        if let Some(code) = country {
            matches = elsewhere.extract_if(.., |place| place.country == code && place.admin1 == after.trim()).collect();
        }
    }
    (matches, elsewhere)
}

/// The name, and the code of the country that is given after it.
pub(in crate::world) fn split(query: &str) -> (&str, Option<&str>) {
    query
        .rsplit_once(',')
        .and_then(|(name, country)| Some((name, Some(code_by_name(country)?))))
        .unwrap_or((query, None))
}

/// The places that bear the name, best first.
fn bearing(name: &str) -> Vec<Place> {
    let key = fold(name);
    if key.is_empty() {
        return Vec::new();
    }
    // Those of one main name are stored by population.
    let mut found = places_named(&key);
    let mut others = places(&bearers(&key));
    others.sort_by_key(|place| Reverse(place.population));
    found.append(&mut others);
    found
}

/// The same name elsewhere, then names that are like it; first of all the place in that `division`, if its country was
/// left out: `Paris, TX`.
fn suggestions(name: &str, country: Option<&str>, division: Option<&str>, elsewhere: Vec<Place>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(place) = elsewhere.iter().find(|place| Some(place.admin1.as_str()) == division) {
        found.push(format!("{}, {}, {}", place.name, place.admin1, place.country));
    }
    for place in elsewhere.into_iter().chain(nearest(&fold(name), country)) {
        let query = format!("{}, {}", place.name, place.country);
        if !found.contains(&query) && found.len() < 3 {
            found.push(query);
        }
    }
    found
}
