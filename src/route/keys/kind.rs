//! What a key takes.

use super::super::{Boundaries, Certainty, Language, Mode, ProjectionName, Theme};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A line of text.
    Text,
    /// Text that may have several lines.
    Note,
    /// The id of a leg or claim.
    Id,
    /// The address of a page.
    Url,
    /// The path of a file.
    File,
    /// A number between two limits.
    Number {
        /// The smallest.
        least: f64,
        /// The largest.
        most: f64,
        /// What it counts.
        unit: &'static str,
    },
    /// A whole number between two limits.
    Integer {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// One of a few words.
    Word(Words),
    /// A length of at most so many kilometres: `10 km`.
    Length {
        /// The largest.
        most_km: f64,
    },
    /// A speed: `14 kn`.
    Speed,
    /// A span of time: `3 d`.
    Days,
    /// How many containers a carrier holds: `390 TEU`.
    Capacity,
    /// What a claim says; how it is read depends on what the claim speaks of.
    Says,
    /// A day, a month or a year.
    Date,
    /// A date, or some time within two.
    Window,
    /// A number of things, or a table with `at-least` and `at-most`.
    Count,
    /// The sheet's size.
    Size,
    /// A country's code.
    Country,
    /// A place: an id of the file, a name to look up, or `unknown`.
    Place,
    /// What a distance ends at: a place, `border of XX` or `coast`.
    End,
    /// The id of a source.
    SourceId,
    /// The id or number of a leg.
    LegId,
    /// The id or number of a claim.
    ClaimId,
    /// The path of a key.
    Path,
    /// A list.
    List(&'static Kind),
    /// A table whose keys the key table knows.
    Table,
    /// A table whose keys the file chooses; their values are tables.
    Named,
    /// A list of tables.
    Tables,
    /// A table of paths and the values that they get.
    Changes,
}

/// A set of words that a key chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// How cargo moves.
    Mode,
    /// How sure a leg is.
    Certainty,
    /// Whose view of borders.
    Boundaries,
    /// How reliable a source is.
    Reliability,
    /// The look of the sheet.
    Theme,
    /// The language of names.
    Language,
    /// The projection.
    Projection,
}

/// Words that people write, and the one that portolan uses.
const SYNONYMS: &[(Words, &str, &[&str])] = &[
    (Words::Mode, "sea", &["ship", "boat", "vessel", "maritime", "ocean", "ferry", "freighter", "water"]),
    (Words::Mode, "inland-waterway", &["barge", "river", "canal", "lake", "inland", "iww", "inland waterway"]),
    (Words::Mode, "rail", &["train", "railway", "railroad", "freight train"]),
    (Words::Mode, "road", &["truck", "lorry", "car", "highway", "motorway", "van"]),
    (Words::Mode, "air", &["plane", "airplane", "aircraft", "aeroplane", "flight", "cargo plane", "helicopter"]),
    (Words::Certainty, "confirmed", &["certain", "verified", "proven", "sure", "known"]),
    (Words::Certainty, "reported", &["alleged", "claimed", "said", "suspected"]),
    (Words::Certainty, "inferred", &["assumed", "estimated", "guessed", "computed", "likely", "probable", "deduced"]),
    (
        Words::Boundaries,
        "recognised",
        &["recognized", "un", "de-jure", "de jure", "legal", "international", "official"],
    ),
    (Words::Boundaries, "de-facto", &["de facto", "defacto", "actual", "disputed", "controlled"]),
    (Words::Reliability, "A", &["completely reliable", "1"]),
    (Words::Reliability, "B", &["usually reliable", "reliable", "2"]),
    (Words::Reliability, "C", &["fairly reliable", "3"]),
    (Words::Reliability, "D", &["not usually reliable", "4"]),
    (Words::Reliability, "E", &["unreliable", "5"]),
    (Words::Reliability, "F", &["unknown", "cannot be judged", "6"]),
    (Words::Theme, "print", &["paper"]),
    (Words::Theme, "mono", &["grey", "gray", "greyscale", "grayscale", "black-and-white", "bw"]),
    (Words::Language, "en", &["english"]),
    (Words::Language, "uk", &["ukrainian", "ua"]),
    (Words::Language, "ru", &["russian"]),
    (Words::Language, "ko", &["korean", "kr"]),
    (Words::Language, "zh", &["chinese", "cn"]),
    (Words::Language, "ja", &["japanese", "jp"]),
    (Words::Projection, "auto", &["automatic", "default"]),
    (Words::Projection, "equal-earth", &["equal earth", "equal-area", "robinson", "world"]),
    (Words::Projection, "mercator", &["web-mercator", "webmercator", "epsg:3857", "3857"]),
    (Words::Projection, "lambert-conformal-conic", &["lambert", "lcc", "conic", "conformal"]),
];

impl Words {
    /// The words, in the order in which they are listed.
    pub fn all(self) -> Vec<&'static str> {
        fn names<T, const N: usize>(pairs: &[(&'static str, T); N]) -> Vec<&'static str> {
            pairs.iter().map(|(name, _)| *name).collect()
        }
        match self {
            Words::Mode => names(&Mode::NAMES),
            Words::Certainty => names(&Certainty::NAMES),
            Words::Boundaries => names(&Boundaries::NAMES),
            Words::Reliability => vec!["A", "B", "C", "D", "E", "F"],
            Words::Theme => names(&Theme::NAMES),
            Words::Language => names(&Language::NAMES),
            Words::Projection => names(&ProjectionName::NAMES),
        }
    }

    /// The word that somebody meant who wrote another.
    pub fn meant(self, word: &str) -> Option<&'static str> {
        let lower = word.trim().to_lowercase();
        self.all().into_iter().find(|known| known.to_lowercase() == lower).or_else(|| {
            SYNONYMS
                .iter()
                .find(|(words, _, others)| *words == self && others.contains(&lower.as_str()))
                .map(|found| found.1)
        })
    }
}

impl Kind {
    /// What it takes, in words that follow "takes".
    pub fn takes(&self) -> &'static str {
        match self {
            Kind::Number { .. } => "a number",
            Kind::Integer { .. } => "a whole number",
            Kind::Length { .. } => "a length in quotation marks",
            Kind::Speed => "a speed in quotation marks",
            Kind::Capacity => "a number of TEU or containers in quotation marks",
            Kind::Days => "a span of time in quotation marks",
            Kind::Date => "a date",
            Kind::Window => "a date or an interval of dates",
            Kind::Count => "a number of things",
            Kind::LegId => "the id or the number of a leg",
            Kind::ClaimId => "the id or the number of a claim",
            Kind::List(_) => "a list",
            Kind::Table | Kind::Named => "a table",
            Kind::Changes => "a table of keys and values",
            Kind::Tables => "a list of tables",
            _ => "text",
        }
    }

    /// Its name in lists of keys.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Text | Kind::Note => "text",
            Kind::Id => "id",
            Kind::Url => "address",
            Kind::File => "file",
            Kind::Number { .. } => "number",
            Kind::Integer { .. } => "whole number",
            Kind::Word(_) => "word",
            Kind::Length { .. } => "length",
            Kind::Speed => "speed",
            Kind::Capacity => "capacity",
            Kind::Days => "time",
            Kind::Says => "figure",
            Kind::Date => "date",
            Kind::Window => "dates",
            Kind::Count => "count",
            Kind::Size => "size",
            Kind::Country => "country",
            Kind::Place => "place",
            Kind::End => "place, border or coast",
            Kind::SourceId => "source",
            Kind::LegId => "leg",
            Kind::ClaimId => "claim",
            Kind::Path => "key",
            Kind::List(_) => "list",
            Kind::Table | Kind::Named | Kind::Changes => "table",
            Kind::Tables => "list of tables",
        }
    }

    /// The unit of its values, where the kind fixes one.
    pub fn unit(&self) -> Option<&'static str> {
        match self {
            Kind::Number { unit, .. } => Some(unit),
            Kind::Size => Some("px"),
            _ => None,
        }
    }

    /// Whether it holds other keys and no value of its own.
    pub fn is_container(&self) -> bool {
        matches!(self, Kind::Table | Kind::Named | Kind::Tables | Kind::Changes)
    }
}
