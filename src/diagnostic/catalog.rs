//! Every kind of diagnostic, with what it means: the text behind `portolan explain ID`.

/// A kind of diagnostic. Its id is stable: scripts may match on it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// `room/name`.
    pub id: &'static str,
    /// What it is, in half a line.
    pub summary: &'static str,
    /// What it means and what to do about it.
    pub explanation: &'static str,
}

/// The kind with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.id == id)
}

macro_rules! kinds {
    ($($name:ident = $id:literal, $summary:literal, $explanation:literal;)*) => {
        $(#[doc = $summary] pub static $name: Kind = Kind { id: $id, summary: $summary, explanation: $explanation };)*
        /// All kinds, in the order in which they are documented.
        pub static ALL: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    SYNTAX = "route/syntax", "the file is not valid TOML, JSON or UTF-8",
        "The file could not be read as a tree of keys and values, so nothing else in it was looked at. Mend what the \
         message points at and run again: further mistakes are told then.";
    CALL = "call/wrong", "the command was called wrongly",
        "An argument of the command line means nothing here. The message names it and what to write instead; \
         `portolan COMMAND --help` lists what the command takes.";
    PLACE_NOT_FOUND = "place/not-found", "a name that portolan does not carry",
        "A place was named that is neither an id of the file's [places] nor a name among the places that portolan carries: \
         those of GeoNames with 5,000 people and more, and a few stations. Write another spelling, add the country \
         (\"Dunay, RU\"), give the place a table with lat and lon, or write \"unknown\" if nobody says where it is.";
    PLACE_AMBIGUOUS = "place/ambiguous", "a name that several places bear",
        "The largest of the places with this name was taken, and the others are listed. If another one is meant, give its \
         coordinates in [places]: a table with lat and lon. `portolan places NAME` lists all with their positions.";
    PLACE_LOOKED_UP = "place/looked-up", "a name was looked up",
        "The file names a place without saying where it is. What it was taken for is told, so that a reader can object.";
    COUNTRY_NOT_FOUND = "place/no-such-country", "a country that portolan does not carry",
        "Countries are written with the two letters of ISO 3166-1: UA, KP, RU. A border is written \"border of UA\".";
    LEG_GAP = "leg/gap", "a leg does not start where the one before it ends",
        "Legs make a chain. Where it is broken, somebody moved the cargo in a way that the file does not tell, and the totals \
         leave that out. Add a leg for it, with an end \"unknown\" if that is all that is reported.";
    LEG_LEFT_OUT = "leg/left-out", "a leg has no distance because an end is unknown",
        "Nobody says where one end of this leg is, so it has no line and no length, and totals leave it out and say so. On \
         the map it is a question mark.";
    CLAIM_UNIT_SLIP = "claim/unit-slip", "a figure may bear the wrong unit",
        "The figure cannot be true as it stands, and there is evidence that its unit changed on the way: the same number in \
         another unit (km, mi, nmi) would fit what was computed, or another claim about the same thing reports the same \
         number in another unit. It is a lead and no proof: look up who said it first, and in which unit.";
}
