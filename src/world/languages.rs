//! What countries and seas are called in other languages than English.
//!
//! Of countries it is what Natural Earth has, or the shorter form that maps use; the names of seas are those in common use
//! in each language, a list of our own.

use crate::route::Language;

use super::embedded::Embedded;

static COUNTRIES: Embedded = Embedded::packed(include_bytes!("../../data/world/country_languages.tsv.deflate"));
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

fn named(table: &'static str, separator: char, key: &str, language: Language) -> Option<&'static str> {
    let column = match language {
        Language::English => return None,
        Language::Ukrainian => 1,
        Language::Russian => 2,
        Language::Korean => 3,
        Language::Chinese => 4,
        Language::Japanese => 5,
    };
    let row = table.lines().find(|line| line.split(separator).next() == Some(key))?;
    row.split(separator).nth(column).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world;

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
