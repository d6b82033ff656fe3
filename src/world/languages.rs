//! What countries, seas and some cities are called in other languages than English.
//!
//! Of countries it is what Natural Earth has, or the shorter form that maps use; the names of seas and cities are those in
//! common use in each language, lists of our own.

use crate::route::Language;

use super::embedded::Embedded;
use super::gazetteer::fold;

static COUNTRIES: Embedded = Embedded::packed(include_bytes!("../../data/world/country_languages.tsv.deflate"));
static CITIES: Embedded = Embedded::packed(include_bytes!("../../data/world/city_languages.tsv.deflate"));
static SEAS: &str = include_str!("../../data/world/sea_names.csv");

/// The name of the country with this `ADM0_A3`; `None` in English, and for a country that there is none of.
///
/// # Example
/// ```
/// use portolan::{route::Language, world::country_in};
/// assert_eq!(country_in("UKR", Language::Ukrainian), Some("Україна"));
/// ```
pub fn country_in(a3: &str, language: Language) -> Option<&'static str> {
    named(COUNTRIES.text(), '\t', a3, language)
}

/// The name of the sea with this English name; `None` in English, and for a sea that there is none of.
///
/// # Example
/// ```
/// use portolan::{route::Language, world::sea_in};
/// assert_eq!(sea_in("Black Sea", Language::Japanese), Some("黒海"));
/// ```
pub fn sea_in(english: &str, language: Language) -> Option<&'static str> {
    named(SEAS, ',', english, language)
}

/// The name of the city with this English name in this country, an ISO 3166-1 alpha-2 code; `None` in English, and for a
/// city that there is none of.
///
/// # Example
/// ```
/// use portolan::{route::Language, world::city_in};
/// assert_eq!(city_in("Kyiv", "UA", Language::Korean), Some("키이우"));
/// assert_eq!(city_in("Moscow", "US", Language::Russian), None);
/// ```
pub fn city_in(english: &str, country: &str, language: Language) -> Option<&'static str> {
    let column = column(language)?;
    let key = fold(english);
    let rows = CITIES.text().lines().map(|line| line.split('\t'));
    let mut row = rows.into_iter().find(|row| {
        let mut row = row.clone();
        let (name, code) = (row.next(), row.next());
        code == Some(country) && name.is_some_and(|name| fold(name) == key)
    })?;
    row.nth(column + 1).filter(|name| !name.is_empty())
}

fn named(table: &'static str, separator: char, key: &str, language: Language) -> Option<&'static str> {
    let column = column(language)?;
    let row = table.lines().find(|line| line.split(separator).next() == Some(key))?;
    row.split(separator).nth(column).filter(|name| !name.is_empty())
}

/// Which of the columns behind the key a language has, from 1.
fn column(language: Language) -> Option<usize> {
    match language {
        Language::English => None,
        Language::Ukrainian => Some(1),
        Language::Russian => Some(2),
        Language::Korean => Some(3),
        Language::Chinese => Some(4),
        Language::Japanese => Some(5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world;

    #[test]
    fn the_cities_that_are_known_best_have_a_name_in_every_language() {
        for (_, language) in Language::NAMES.into_iter().filter(|(_, language)| *language != Language::English) {
            for city in world::cities().take(30) {
                assert!(city_in(city.name, city.country, language).is_some(), "{} {language:?}", city.name);
            }
        }
    }

    #[test]
    fn every_country_and_every_sea_has_a_name_in_every_language() {
        for (_, language) in Language::NAMES.into_iter().filter(|(_, language)| *language != Language::English) {
            for label in world::country_labels(world::Boundaries::DeFacto) {
                assert!(country_in(label.country.a3, language).is_some(), "{} {language:?}", label.country.a3);
            }
            for sea in world::seas() {
                assert!(sea_in(sea.name, language).is_some(), "{} {language:?}", sea.name);
            }
        }
    }
}
