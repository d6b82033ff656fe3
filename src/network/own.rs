//! Networks that the user brings instead of the embedded ones.

use super::rail::{ATTRIBUTION, LICENCE, RailNetwork};

/// The networks that legs are laid on. The default are the embedded ones.
#[derive(Debug, Default)]
pub struct Networks {
    /// The user's own rails; the world's if there are none.
    pub rail: Option<OwnRails>,
}

/// Rails that the user brings.
#[derive(Debug)]
pub struct OwnRails {
    /// What legs are laid on.
    pub network: RailNetwork,
    /// What it was read from: this is named where the rails are shown.
    pub source: String,
}

impl Networks {
    /// The rails that legs are laid on; `None` in a build without rails if the user brings none.
    pub fn rail(&self) -> Option<&RailNetwork> {
        match &self.rail {
            Some(own) => Some(&own.network),
            None => RailNetwork::world(),
        }
    }

    /// Who is to be named for the rails on maps and below tables.
    pub fn rail_credit(&self) -> String {
        self.rail.as_ref().map_or_else(|| ATTRIBUTION.to_owned(), |own| own.source.clone())
    }

    /// The licence of the rails; `None` for the user's own, which is not known here.
    pub fn rail_licence(&self) -> Option<&'static str> {
        self.rail.is_none().then_some(LICENCE)
    }
}
