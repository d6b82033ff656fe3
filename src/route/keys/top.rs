//! The keys at the top of the file, and those of cargo, sources, variants and style.

use super::{Key, Kind, Words};

/// Half the way round the earth: no two things are farther apart.
pub const FARTHEST_KM: f64 = 20_004.0;

const SOURCES: Kind = Kind::List(&Kind::SourceId);
const CREDIBILITY: Kind = Kind::Integer { least: 1, most: 6 };
const SCALE: Kind = Kind::Number { least: 0.1, most: 10.0, unit: "times" };
const MANY: Kind = Kind::Integer { least: 0, most: 1_000_000_000_000 };
const FARS: Kind = Kind::List(&FAR);
const FAR: Kind = Kind::Length { most_km: FARTHEST_KM };

pub static KEYS: &[Key] = &[
    Key::new("title", Kind::Text, "\"From Najin to Tikhoretsk\"", "what the map is called").required(),
    Key::new("subtitle", Kind::Text, "\"As alleged on 13 October 2023\"", "a line below the title"),
    Key::new(
        "note",
        Kind::Note,
        "\"Route between the named places inferred.\"",
        "what the map's foot says about how much of it is reported; computed from the sources if it isn't there",
    ),
    Key::new(
        "boundaries",
        Kind::Word(Words::Boundaries),
        "\"recognised\"",
        "whose view of borders: as the United Nations' members recognise them, or as they are held on the ground",
    )
    .default("recognised"),
    Key::new("cargo", Kind::Table, "{ what = \"munitions\" }", "what was carried"),
    Key::new("cargo.what", Kind::Text, "\"military equipment\"", "what the cargo is"),
    Key::new("cargo.containers", Kind::Count, "\"at least 1000\"", "how many containers"),
    Key::new("cargo.containers.at-least", MANY, "1000", "the fewest that it can be"),
    Key::new("cargo.containers.at-most", MANY, "1200", "the most that it can be"),
    Key::new("cargo.sources", SOURCES, "[\"white-house\"]", "the sources that say so"),
    Key::new("sources", Kind::Named, "{ white-house = { title = \"Press call\" } }", "who said it"),
    Key::new(
        "sources.*",
        Kind::Table,
        "{ title = \"Press call\" }",
        "a source, under the id that the file uses for it",
    ),
    Key::new("sources.*.title", Kind::Text, "\"Press call by John Kirby\"", "what the publication is called"),
    Key::new("sources.*.publisher", Kind::Text, "\"The White House\"", "who published it"),
    Key::new("sources.*.date", Kind::Date, "2023-10-13", "when it was published"),
    Key::new("sources.*.url", Kind::Url, "\"https://example.org/call\"", "where it can be read"),
    Key::new(
        "sources.*.reliability",
        Kind::Word(Words::Reliability),
        "\"B\"",
        "how reliable the source is in general, on the Admiralty scale: A (completely) to E (not), F (can't be judged)",
    ),
    Key::new(
        "sources.*.credibility",
        CREDIBILITY,
        "3",
        "how credible its statements are unless they say otherwise, on the Admiralty scale: 1 (confirmed) to 6",
    ),
    Key::new("sources.*.quotes", SOURCES, "[\"white-house\"]", "the sources that it repeats: one origin counts once"),
    Key::new(
        "variants",
        Kind::Named,
        "{ cape = { set = { title = \"By the Cape\" } } }",
        "alternatives of the same route",
    ),
    Key::new("variants.*", Kind::Table, "{ set = { title = \"By the Cape\" } }", "an alternative, under its name"),
    Key::new(
        "variants.*.set",
        Kind::Changes,
        "{ title = \"By the Cape\" }",
        "the keys that the alternative changes, by their paths in quotation marks, and their values",
    )
    .required(),
    Key::new("style", Kind::Table, "{ size = \"2400x1350\" }", "how the map looks"),
    Key::new("style.theme", Kind::Word(Words::Theme), "\"light\"", "the look of the sheet").default("light"),
    Key::new(
        "style.language",
        Kind::Word(Words::Language),
        "\"uk\"",
        "the language of the names of countries, seas and cities",
    )
    .default("en"),
    Key::new("style.projection", Kind::Word(Words::Projection), "\"auto\"", "the map projection").default("auto"),
    Key::new(
        "style.size",
        Kind::Size,
        "\"2400x1350\"",
        "width and height in pixels, or wide, square, portrait, column, a4, a4-landscape",
    )
    .default("2400x1350"),
    Key::new("style.scale", SCALE, "2", "how many pixels are drawn for one of the size: 2 for high-density screens")
        .default("1"),
    Key::new("style.band", Kind::Table, "{ around = \"border of UA\", distance = \"290 mi\" }", "a strip to shade"),
    Key::new("style.band.claim", Kind::ClaimId, "\"depot-290-miles\"", "the claim between whose ends it lies"),
    Key::new("style.band.around", Kind::End, "\"border of UA\"", "what it lies around"),
    Key::new("style.band.distance", FAR, "\"290 mi\"", "how far it reaches"),
    Key::new(
        "style.rings",
        Kind::Table,
        "{ around = \"depot\", distances = [\"100 km\", \"200 km\"] }",
        "circles around a place",
    ),
    Key::new("style.rings.around", Kind::Place, "\"depot\"", "the place that they lie around").required(),
    Key::new("style.rings.distances", FARS, "[\"100 km\", \"200 km\"]", "how far from it each of them is").required(),
];
