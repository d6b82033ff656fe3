//! Which countries an edge is in.

use std::sync::OnceLock;

use geo::{Coord, LineString, Point};

use crate::geodesy::{densify, distance_km};
use crate::world::{Boundaries, country_at};

/// How often one looks for countries along the user's own lines.
const LOOK_KM: f64 = 10.0;

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
                edges[edge as usize].get_or_init(|| look_up(&line.collect()))
            }
        }
    }

    /// So far from an edge that comes near to one country only, everything is in that country. The build looks 5 km around,
    /// from point to point; a part of that is for certain.
    pub fn sure_km(&self) -> f64 {
        match self {
            #[cfg(feature = "rail")]
            Self::Classes(_) => 1.0,
            Self::LookedUp(_) => 0.0,
        }
    }
}

/// The countries that a line is in, looked up at its ends and on the way.
fn look_up(line: &LineString) -> Passage {
    let line = densify(line, LOOK_KM);
    let mut entered: Vec<String> = Vec::new();
    let mut look = |at: Point| {
        if let Some(country) = country_at(at, Boundaries::Recognised)
            && !country.code.is_empty()
            && entered.iter().all(|code| code != country.code)
        {
            entered.push(country.code.to_owned());
        }
    };
    let mut since_km = f64::INFINITY;
    for piece in line.lines() {
        if since_km >= LOOK_KM {
            look(piece.start_point());
            since_km = 0.0;
        }
        since_km += distance_km(piece.start_point(), piece.end_point());
    }
    line.points().next_back().into_iter().for_each(&mut look);
    Passage { near: entered.clone(), entered }
}
