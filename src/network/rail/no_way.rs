//! Why there is no way, and how near one comes.

use std::fmt;

use geo::Point;

use super::LONGEST_JOIN_KM;
use super::allowed::Allowed;
use super::graph::RailNetwork;
use super::snap::nearest;
use crate::geodesy::format_position;
use crate::world::gazetteer::{Place, all};

/// Why no way over rails was found. Stops are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum NoWay {
    /// A way needs two stops.
    TooFewStops,
    /// The program was built without the world's rails.
    NotInThisBuild,
    /// A stop is farther from all rails that may be used than [`LONGEST_JOIN_KM`].
    TooFar {
        /// Which stop.
        stop: usize,
        /// Where the nearest rails are; `None` if there are none at all.
        nearest: Option<Reach>,
    },
    /// The rails at one stop and those at the next one do not hang together.
    NotJoined {
        /// The first of the two stops.
        from: usize,
        /// How near the rails at the first stop come to the second.
        nearest_to: Option<Reach>,
        /// How near the rails at the second stop come to the first.
        nearest_from: Option<Reach>,
    },
    /// There is a way, but only through countries that the options rule out.
    OnlyThroughOthers {
        /// The countries that it passes.
        countries: Vec<String>,
        /// How long it is.
        distance_km: f64,
    },
}

/// A point on rails that comes near to something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The point on the rails.
    pub point: Point,
    /// How far it is from what was to be reached.
    pub distance_km: f64,
}

impl Reach {
    /// The populated place next to the point, with its country: `Kholmsk, RU`. All places are looked at.
    pub fn place(&self) -> String {
        next_to(self.point).map_or_else(String::new, |place| format!("{}, {}", place.name, place.country))
    }
}

/// The error for a stop with no rails nearby.
pub(super) fn too_far(network: &RailNetwork, allowed: &Allowed, stop: usize, point: Point) -> NoWay {
    NoWay::TooFar { stop, nearest: reach(network, point, |edge| allowed.edge(edge)) }
}

/// The error for two stops whose rails, given by an edge of each, do not hang together.
pub(super) fn not_joined(
    network: &RailNetwork,
    allowed: &Allowed,
    from: usize,
    stops: [Point; 2],
    edges: [u32; 2],
) -> NoWay {
    let [one, other] = edges.map(|edge| part(network, allowed, edge));
    NoWay::NotJoined {
        from,
        nearest_to: reach(network, stops[1], |edge| allowed.edge(edge) && part(network, allowed, edge) == one),
        nearest_from: reach(network, stops[0], |edge| allowed.edge(edge) && part(network, allowed, edge) == other),
    }
}

fn part(network: &RailNetwork, allowed: &Allowed, edge: u32) -> u32 {
    allowed.part(network.edges[edge as usize].nodes[0])
}

fn reach(network: &RailNetwork, point: Point, wanted: impl Fn(u32) -> bool) -> Option<Reach> {
    nearest(network, point, wanted).map(|foot| Reach { point: foot.point, distance_km: foot.join_km })
}

/// The populated place nearest to a point, in the plane that touches the earth there.
fn next_to(point: Point) -> Option<Place> {
    let scale = libm::cos(point.y().to_radians());
    let square = |place: &Place| {
        let east = (place.position.x() - point.x() + 180.0).rem_euclid(360.0) - 180.0;
        let north = place.position.y() - point.y();
        east * scale * east * scale + north * north
    };
    all().min_by(|a, b| square(a).total_cmp(&square(b)))
}

impl std::error::Error for NoWay {}

impl fmt::Display for NoWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewStops => write!(f, "a way over rails needs two stops"),
            Self::NotInThisBuild => write!(f, "this build of portolan has no network of rails"),
            Self::TooFar { stop, nearest } => {
                write!(f, "there are no rails within {LONGEST_JOIN_KM} km of stop {}", stop + 1)?;
                nearest.as_ref().map_or(Ok(()), |nearest| write!(f, "; the nearest are {nearest}"))
            }
            Self::NotJoined { from, nearest_to, nearest_from } => {
                let (one, two) = (from + 1, from + 2);
                write!(f, "the rails at stop {one} and at stop {two} do not hang together")?;
                if let Some(nearest) = nearest_to {
                    write!(f, "; those of stop {one} come nearest to stop {two} {nearest}")?;
                }
                if let Some(nearest) = nearest_from {
                    write!(f, "; those of stop {two} come nearest to stop {one} {nearest}")?;
                }
                Ok(())
            }
            Self::OnlyThroughOthers { countries, distance_km } => {
                let countries = countries.join(", ");
                write!(
                    f,
                    "the only way over rails leaves the countries that it may use: {distance_km:.0} km by {countries}"
                )
            }
        }
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} km away near {} ({})", self.distance_km, self.place(), format_position(self.point))
    }
}
