//! A reported figure or statement that can be checked.

use super::{Capacity, Count, Figure, Interval, Span, Spanned, Window};

/// A claim as reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its place in the file, from 1.
    pub number: usize,
    /// Its name in the file.
    pub id: Option<Spanned<String>>,
    /// Where its table starts.
    pub span: Span,
    /// The words, as written.
    pub says: Spanned<String>,
    /// What the words say.
    pub statement: Says,
    /// What it speaks of.
    pub subject: Subject,
    /// Other things that the words may have meant.
    pub readings: Vec<Spanned<String>>,
    /// 1–6 on the Admiralty scale.
    pub credibility: Option<u8>,
    /// Ids of the sources that say so.
    pub sources: Vec<Spanned<String>>,
}

/// What a claim's words say, or a key of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// A length.
    Figure(Figure),
    /// A span of days.
    Days(Interval),
    /// A window of dates.
    Window(Window),
    /// A speed in kilometres a day.
    Speed(Interval),
    /// A number of things.
    Count(Count),
    /// How many containers a carrier holds.
    Capacity(Capacity),
    /// A bare number, as exact as it is written.
    Number(Interval),
    /// Words that are kept as they are.
    Words,
}

/// What a claim speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The geodesic between two things: a place, `border of XX`, `coast`.
    Distance {
        /// Measured from here.
        from: Spanned<String>,
        /// Measured to here.
        to: Spanned<String>,
    },
    /// The length of legs, by id or number.
    Length {
        /// Which.
        legs: Vec<Spanned<String>>,
    },
    /// How long legs took, by id or number.
    Duration {
        /// Which.
        legs: Vec<Spanned<String>>,
    },
    /// How often a leg was gone.
    Trips {
        /// Which.
        leg: Spanned<String>,
    },
    /// Which countries or passages legs go through, and which not.
    Passes {
        /// Which legs.
        legs: Vec<Spanned<String>>,
        /// Codes of countries and names of passages that they go through.
        through: Vec<Spanned<String>>,
        /// Codes of countries and names of passages that they don't go through.
        avoid: Vec<Spanned<String>>,
    },
    /// What is nearest to a place.
    Nearest {
        /// The place.
        place: Spanned<String>,
        /// What is said to be nearest: a place, `border of XX` or `coast`.
        to: Spanned<String>,
        /// What else could be; if it is empty, all ports, or the borders of all countries.
        among: Vec<Spanned<String>>,
    },
    /// Any key of the file.
    About(About),
}

/// A key of the file, and what the file says under it.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The key's path.
    pub key: Spanned<String>,
    /// What the file says there.
    pub reported: Says,
    /// The same in its words; several if it is a list.
    pub words: Vec<String>,
    /// Whether the words name places.
    pub is_place: bool,
    /// Whether other words may mean the same: names of places, and prose.
    pub is_loose: bool,
}

impl Subject {
    /// Whether it is a figure that is set against the legs' lines or their time: what a map can show.
    pub fn is_measured(&self) -> bool {
        matches!(self, Subject::Distance { .. } | Subject::Length { .. } | Subject::Duration { .. })
    }

    /// The key that it stands under; the path of the key that it is `about`.
    pub fn name(&self) -> &str {
        match self {
            Subject::Distance { .. } => "distance",
            Subject::Length { .. } => "length",
            Subject::Duration { .. } => "duration",
            Subject::Trips { .. } => "trips",
            Subject::Passes { .. } => "passes",
            Subject::Nearest { .. } => "nearest",
            Subject::About(about) => &about.key.value,
        }
    }

    /// The legs that it names.
    pub fn legs(&self) -> Vec<&Spanned<String>> {
        match self {
            Subject::Length { legs } | Subject::Duration { legs } | Subject::Passes { legs, .. } => {
                legs.iter().collect()
            }
            Subject::Trips { leg } => vec![leg],
            _ => Vec::new(),
        }
    }

    /// The things that it measures to or from.
    pub fn ends(&self) -> Vec<&Spanned<String>> {
        match self {
            Subject::Distance { from, to } => vec![from, to],
            Subject::Nearest { place, to, among } => [place, to].into_iter().chain(among).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether both speak of the same thing.
    pub fn is_same(&self, other: &Subject) -> bool {
        let same = |a: &Spanned<String>, b: &Spanned<String>| a.value == b.value;
        let all =
            |a: &[Spanned<String>], b: &[Spanned<String>]| a.iter().map(|a| &a.value).eq(b.iter().map(|b| &b.value));
        match (self, other) {
            (Subject::Distance { from, to }, Subject::Distance { from: from_b, to: to_b }) => {
                same(from, from_b) && same(to, to_b) || same(from, to_b) && same(to, from_b)
            }
            (Subject::Length { legs: a }, Subject::Length { legs: b })
            | (Subject::Duration { legs: a }, Subject::Duration { legs: b })
            | (Subject::Passes { legs: a, .. }, Subject::Passes { legs: b, .. }) => all(a, b),
            (Subject::Trips { leg: a }, Subject::Trips { leg: b })
            | (Subject::Nearest { place: a, .. }, Subject::Nearest { place: b, .. }) => same(a, b),
            (Subject::About(a), Subject::About(b)) => a.key.value == b.key.value,
            _ => false,
        }
    }
}

impl Claim {
    /// The id, or the number where there is none.
    pub fn label(&self) -> String {
        self.id.as_ref().map_or_else(|| self.number.to_string(), |id| id.value.clone())
    }
}
