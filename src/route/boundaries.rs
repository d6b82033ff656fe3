//! Whose view of borders.

use std::fmt;

use serde::Serialize;

/// The point of view that decides to whom a disputed piece of land is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Boundaries {
    /// As the United Nations' members recognise them: Crimea is Ukraine's.
    #[default]
    Recognised,
    /// As they are held on the ground, the way Natural Earth draws them.
    DeFacto,
}

impl Boundaries {
    /// Every point of view, under the name that the route file uses.
    pub const NAMES: [(&'static str, Boundaries); 2] =
        [("recognised", Boundaries::Recognised), ("de-facto", Boundaries::DeFacto)];
}

impl fmt::Display for Boundaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Boundaries::Recognised => "recognised",
            Boundaries::DeFacto => "de-facto",
        })
    }
}
