//! The keys of legs and claims.

use super::{Key, Kind, Words};

const SOURCES: Kind = Kind::List(&Kind::SourceId);
const LEGS: Kind = Kind::List(&Kind::LegId);
const TEXTS: Kind = Kind::List(&Kind::Text);
const CREDIBILITY: Kind = Kind::Integer { least: 1, most: 6 };
const MANY: Kind = Kind::Integer { least: 0, most: 1_000_000_000_000 };

pub static KEYS: &[Key] = &[
    Key::new(
        "legs",
        Kind::Tables,
        "[{ mode = \"sea\", from = \"Najin, KP\", to = \"unknown\" }]",
        "the moves, in their order: one table [[legs]] for each",
    )
    .required(),
    Key::new(
        "legs.*",
        Kind::Table,
        "{ mode = \"sea\", from = \"Najin, KP\", to = \"unknown\" }",
        "one move by one mode",
    ),
    Key::new("legs.*.id", Kind::Id, "\"ship\"", "a name for the leg; legs are also numbered from 1"),
    Key::new("legs.*.mode", Kind::Word(Words::Mode), "\"sea\"", "how the cargo moved").required(),
    Key::new("legs.*.from", Kind::Place, "\"Najin, KP\"", "where it starts: an id of [places], a name, or unknown")
        .required(),
    Key::new("legs.*.to", Kind::Place, "\"unknown\"", "where it ends: an id of [places], a name, or unknown")
        .required(),
    Key::new("legs.*.via", Kind::List(&Kind::Place), "[\"Chita, RU\"]", "places on the way, in their order"),
    Key::new("legs.*.within", Kind::List(&Kind::Country), "[\"RU\"]", "the countries that the track may use"),
    Key::new("legs.*.avoid", TEXTS, "[\"suez\"]", "countries or passages that the track may not use"),
    Key::new("legs.*.through", TEXTS, "[\"panama\"]", "passages that the track must use"),
    Key::new("legs.*.dates", Kind::Window, "\"2023-09-07/2023-10-01\"", "when the whole leg took place"),
    Key::new("legs.*.loaded", Kind::Window, "\"2023-09-07\"", "when the cargo was loaded"),
    Key::new("legs.*.departed", Kind::Window, "\"2023-09-08\"", "when it left"),
    Key::new("legs.*.arrived", Kind::Window, "\"2023-09-12~\"", "when it arrived"),
    Key::new("legs.*.speed", Kind::Speed, "\"14 kn\"", "how fast it moved, in kn, km/h, km/d, mph, mi/d or nmi/d")
        .default("the usual range of its mode"),
    Key::new("legs.*.carrier", Kind::Text, "\"MV Angara\"", "who or what carried it"),
    Key::new(
        "legs.*.capacity",
        Kind::Capacity,
        "\"390 TEU\"",
        "how many containers the carrier holds, in TEU or containers",
    ),
    Key::new("legs.*.trips", Kind::Count, "\"at least 5\"", "how often; never multiplies distances"),
    Key::new("legs.*.trips.at-least", MANY, "5", "the fewest that it can be"),
    Key::new("legs.*.trips.at-most", MANY, "8", "the most that it can be"),
    Key::new("legs.*.certainty", Kind::Word(Words::Certainty), "\"reported\"", "how sure the leg is")
        .default("reported"),
    Key::new("legs.*.credibility", CREDIBILITY, "3", "how credible the leg is, on the Admiralty scale: 1 to 6"),
    Key::new("legs.*.cargo", Kind::Table, "{ what = \"munitions\" }", "what was carried on this leg"),
    Key::new("legs.*.cargo.what", Kind::Text, "\"munitions\"", "what the cargo is"),
    Key::new("legs.*.cargo.containers", Kind::Count, "300", "how many containers"),
    Key::new("legs.*.cargo.containers.at-least", MANY, "300", "the fewest that it can be"),
    Key::new("legs.*.cargo.containers.at-most", MANY, "400", "the most that it can be"),
    Key::new("legs.*.cargo.sources", SOURCES, "[\"white-house\"]", "the sources that say so"),
    Key::new("legs.*.sources", SOURCES, "[\"white-house\"]", "the sources that report the leg"),
    Key::new("legs.*.track", Kind::File, "\"angara.geojson\"", "a file beside this one with the line that it took"),
    Key::new(
        "claims",
        Kind::Tables,
        "[{ says = \"over 9000 km\", length = { legs = [1] } }]",
        "reported figures and statements to check: one table [[claims]] for each",
    ),
    Key::new("claims.*", Kind::Table, "{ says = \"over 9000 km\", length = { legs = [1] } }", "one claim"),
    Key::new("claims.*.id", Kind::Id, "\"depot-290-miles\"", "a name for the claim; claims are also numbered from 1"),
    Key::new("claims.*.says", Kind::Says, "\"about 290 mi\"", "the figure or the statement, as reported").required(),
    Key::new(
        "claims.*.distance",
        Kind::Table,
        "{ from = \"Tikhoretsk, RU\", to = \"border of UA\" }",
        "it speaks of the shortest distance between two things",
    ),
    Key::new("claims.*.distance.from", Kind::End, "\"Tikhoretsk, RU\"", "a place, border of XX, or coast").required(),
    Key::new("claims.*.distance.to", Kind::End, "\"border of UA\"", "a place, border of XX, or coast").required(),
    Key::new("claims.*.length", Kind::Table, "{ legs = [1] }", "it speaks of the length of legs"),
    Key::new("claims.*.length.legs", LEGS, "[1]", "the legs, by id or number").required(),
    Key::new("claims.*.duration", Kind::Table, "{ legs = [1] }", "it speaks of how long legs took"),
    Key::new("claims.*.duration.legs", LEGS, "[1]", "the legs, by id or number").required(),
    Key::new("claims.*.trips", Kind::Table, "{ leg = 1 }", "it speaks of how often a leg was gone"),
    Key::new("claims.*.trips.leg", Kind::LegId, "1", "the leg, by id or number").required(),
    Key::new(
        "claims.*.passes",
        Kind::Table,
        "{ legs = [1], through = [\"CN\"] }",
        "it speaks of the countries or passages that legs go through, or don't",
    ),
    Key::new("claims.*.passes.legs", LEGS, "[1]", "the legs, by id or number").required(),
    Key::new("claims.*.passes.through", TEXTS, "[\"CN\"]", "countries or passages that they are said to go through"),
    Key::new(
        "claims.*.passes.avoid",
        TEXTS,
        "[\"suez\"]",
        "countries or passages that they are said not to go through",
    ),
    Key::new(
        "claims.*.nearest",
        Kind::Table,
        "{ place = \"Tikhoretsk, RU\", to = \"border of UA\" }",
        "it speaks of what is nearest to a place",
    ),
    Key::new("claims.*.nearest.place", Kind::Place, "\"Tikhoretsk, RU\"", "the place").required(),
    Key::new("claims.*.nearest.to", Kind::End, "\"border of UA\"", "what is said to be nearest to it").required(),
    Key::new(
        "claims.*.nearest.among",
        Kind::List(&Kind::End),
        "[\"border of GE\"]",
        "what else could be nearest: places, borders or coast",
    )
    .default("all ports, or the borders of all countries"),
    Key::new(
        "claims.*.about",
        Kind::Path,
        "\"legs.1.loaded\"",
        "the key of this file that it bears out or contradicts",
    ),
    Key::new(
        "claims.*.readings",
        Kind::List(&Kind::End),
        "[\"Kerch, UA\"]",
        "other things that the distance may have been measured to: each gets a verdict of its own",
    ),
    Key::new("claims.*.credibility", CREDIBILITY, "3", "how credible it is, on the Admiralty scale: 1 to 6"),
    Key::new("claims.*.sources", SOURCES, "[\"white-house\"]", "the sources that make the claim"),
];
