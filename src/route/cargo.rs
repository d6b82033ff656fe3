//! What was carried, and how much of it.

use std::fmt;

use super::{Span, Spanned};

/// A cargo, of a route or of one leg.
#[derive(Clone, Debug, PartialEq)]
pub struct Cargo {
    /// Where its table starts.
    pub span: Span,
    /// What it is.
    pub what: Option<String>,
    /// How many containers.
    pub containers: Option<Count>,
    /// Ids of the sources that say so.
    pub sources: Vec<Spanned<String>>,
}

/// A reported number of things: `5`, `"at least 5"`, `{ at-least = 5, at-most = 8 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The fewest it can be.
    pub at_least: Option<u64>,
    /// The most it can be.
    pub at_most: Option<u64>,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.at_least, self.at_most) {
            (Some(low), Some(high)) if low == high => write!(f, "{low}"),
            (Some(low), Some(high)) => write!(f, "{low}–{high}"),
            (Some(low), None) => write!(f, "at least {low}"),
            (None, Some(high)) => write!(f, "at most {high}"),
            (None, None) => f.write_str("unknown"),
        }
    }
}
