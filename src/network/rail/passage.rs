//! Which countries an edge is in.

use std::sync::OnceLock;

use geo::{Coord, Point};

use crate::world::{Boundaries, country_at};

/// How far into an edge of the user's own lines one looks for countries: this many positions at most.
const LOOKS: usize = 9;

/// Where an edge is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passage {
    /// The countries that it enters for certain, by ISO code.
    pub entered: Vec<String>,
    /// All that it comes near to.
    pub near: Vec<String>,
}

/// Where all edges of a network are.
#[derive(Debug)]
pub(super) enum Passages {
    /// By classes, which the build has found out.
    #[cfg(feature = "rail")]
    Classes(Vec<Passage>),
    /// Looked up when first asked for, edge by edge.
    LookedUp(Vec<OnceLock<Passage>>),
}

impl Passages {
    /// Where an edge is, from its index, its class and its line.
    pub fn of(&self, edge: u32, class: u32, line: impl Iterator<Item = Coord>) -> &Passage {
        match self {
            #[cfg(feature = "rail")]
            Self::Classes(classes) => {
                let _ = (edge, line);
                &classes[class as usize]
            }
            Self::LookedUp(edges) => {
                let _ = class;
                edges[edge as usize].get_or_init(|| look_up(&line.collect::<Vec<_>>()))
            }
        }
    }
}

/// The countries that a line is in, looked at evenly.
fn look_up(line: &[Coord]) -> Passage {
    let step = line.len().div_ceil(LOOKS).max(1);
    let mut entered: Vec<String> = Vec::new();
    for &position in line.iter().step_by(step).chain(line.last()) {
        if let Some(country) = country_at(Point(position), Boundaries::Recognised)
            && !country.code.is_empty()
            && entered.iter().all(|code| code != country.code)
        {
            entered.push(country.code.to_owned());
        }
    }
    Passage { near: entered.clone(), entered }
}
