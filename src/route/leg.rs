//! One move by one mode between two places: a transport chain element of ISO 14083.

use std::fmt;

use serde::Serialize;

use super::{Capacity, Cargo, Count, Interval, Span, Spanned, Window};

/// How cargo moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// By sea.
    Sea,
    /// By river, canal or lake.
    InlandWaterway,
    /// By rail.
    Rail,
    /// By road.
    Road,
    /// By air.
    Air,
}

impl Mode {
    /// Every mode, under the name that the route file uses.
    pub const NAMES: [(&'static str, Mode); 5] = [
        ("sea", Mode::Sea),
        ("inland-waterway", Mode::InlandWaterway),
        ("rail", Mode::Rail),
        ("road", Mode::Road),
        ("air", Mode::Air),
    ];

    /// As it stands in a sentence: `inland waterway`.
    pub fn spoken(self) -> String {
        self.to_string().replace('-', " ")
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Mode::NAMES.iter().find(|(_, mode)| mode == self).map_or("", |(name, _)| name);
        f.write_str(name)
    }
}

/// How sure a statement is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Borne out by evidence that others can look at.
    Confirmed,
    /// Somebody says so.
    #[default]
    Reported,
    /// Nobody says so; it follows from what is said.
    Inferred,
}

impl Certainty {
    /// Every certainty, under the name that the route file uses.
    pub const NAMES: [(&'static str, Certainty); 3] =
        [("confirmed", Certainty::Confirmed), ("reported", Certainty::Reported), ("inferred", Certainty::Inferred)];
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Certainty::NAMES.iter().find(|(_, certainty)| certainty == self).map_or("", |(name, _)| name);
        f.write_str(name)
    }
}

/// A leg as reported. Names of places are ids of the file, names to look up, or `unknown`.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// Its place in the chain, from 1.
    pub number: usize,
    /// Its name in the file.
    pub id: Option<Spanned<String>>,
    /// Where its table starts.
    pub span: Span,
    /// How the cargo moved.
    pub mode: Mode,
    /// Where it starts.
    pub from: Spanned<String>,
    /// Where it ends.
    pub to: Spanned<String>,
    /// Places on the way, in order.
    pub via: Vec<Spanned<String>>,
    /// Countries that the track may use.
    pub within: Vec<Spanned<String>>,
    /// Countries or passages that it may not use.
    pub avoid: Vec<Spanned<String>>,
    /// Passages that it must use.
    pub through: Vec<Spanned<String>>,
    /// When it took place as a whole.
    pub dates: Option<Window>,
    /// When the cargo was loaded.
    pub loaded: Option<Window>,
    /// When it left.
    pub departed: Option<Window>,
    /// When it arrived.
    pub arrived: Option<Window>,
    /// How fast it moved, in kilometres a day.
    pub speed_km_per_day: Option<Interval>,
    /// Who or what carried it.
    pub carrier: Option<String>,
    /// How many containers that holds.
    pub capacity: Option<Capacity>,
    /// How often; never multiplies distances.
    pub trips: Option<Count>,
    /// How sure the leg is.
    pub certainty: Certainty,
    /// 1–6 on the Admiralty scale.
    pub credibility: Option<u8>,
    /// What was carried on this leg.
    pub cargo: Option<Cargo>,
    /// Ids of the sources that report it.
    pub sources: Vec<Spanned<String>>,
    /// A file with its geometry, beside the route file.
    pub track: Option<Spanned<String>>,
}

impl Leg {
    /// The id, or the number where there is none.
    pub fn label(&self) -> String {
        self.id.as_ref().map_or_else(|| self.number.to_string(), |id| id.value.clone())
    }
}
