//! Whose view of borders is taken.

use std::fmt;
use std::str::FromStr;

/// Whose view of borders is taken. `data/README.md` lists where the two differ, with sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Boundaries {
    /// As the United Nations and most states see them: Crimea is Ukraine's, Northern Cyprus is Cyprus'.
    #[default]
    Recognised,
    /// As Natural Earth draws them, by who controls the ground.
    DeFacto,
}

impl fmt::Display for Boundaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Boundaries::Recognised => "recognised",
            Boundaries::DeFacto => "de-facto",
        })
    }
}

impl FromStr for Boundaries {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "recognised" => Ok(Boundaries::Recognised),
            "de-facto" => Ok(Boundaries::DeFacto),
            _ => Err(format!("`{word}` is neither `recognised` nor `de-facto`")),
        }
    }
}
