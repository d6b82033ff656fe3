//! A reported figure or statement that can be checked.

use super::{Figure, Span, Spanned, Window};

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

/// What a claim's words say.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// A length.
    Figure(Figure),
    /// A span of days: from, to (infinite where there is no end).
    Days(f64, f64),
    /// A window of dates.
    Window(Window),
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
    /// Any key of the file.
    About(Spanned<String>),
}

impl Claim {
    /// The id, or the number where there is none.
    pub fn label(&self) -> String {
        self.id.as_ref().map_or_else(|| self.number.to_string(), |id| id.value.clone())
    }
}
