//! Legs over the world's rails.
//!
//! A network is a graph ([`RailNetwork`]): yards and junctions as nodes, the lines between them as edges with the length
//! of the track and a simpler line to draw. The world's comes from OpenStreetMap, embedded (`decode`); the user's own is made
//! `from_lines`. A stop is joined to the nearest point of a line (`snap`), the shortest way is found (`search`) among the
//! edges that the options allow (`allowed`), and told as a line with its length (`track`), or why there is none
//! (`no_way`).
//!
//! Rails of all gauges are one network where they touch: the data doesn't say what gauge a line has, so nothing is said of a
//! change of gauge. Nor does it know trains' directions or electrification: a way here is one over rails, not a timetable.

mod allowed;
#[cfg(feature = "rail")]
mod decode;
mod from_lines;
mod graph;
mod no_way;
mod passage;
mod search;
mod snap;
mod track;

use geo::{LineString, Point};

pub use graph::RailNetwork;
pub use no_way::{NoWay, Reach};

/// Who is to be named on every map, table and export that shows rails or distances along them.
pub const ATTRIBUTION: &str = "© OpenStreetMap contributors";

/// What licence the world's rails are under; its notice is `data/world/rail-LICENSE`.
pub const LICENCE: &str = "ODbL 1.0";

/// How far a stop may be from the rails.
pub const LONGEST_JOIN_KM: f64 = 20.0;

/// How much farther than to the nearest rails a stop may be joined to others, for a way: to the railway behind a tramway, but
/// not to the rails of the next island.
const LONGER_JOIN_KM: f64 = 5.0;

/// Where a way may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The countries that the way may use, as ISO 3166-1 alpha-2 codes in capitals; all if there are none.
    pub within: Vec<String>,
    /// Countries that it may not use.
    pub avoid: Vec<String>,
}

/// Where a stop was joined to the rails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snap {
    /// The point on the rails.
    pub point: Point,
    /// How far it is from the stop.
    pub distance_km: f64,
}

/// A way over rails.
#[derive(Clone, Debug, PartialEq)]
pub struct RailTrack {
    /// Its line, from where the first stop was joined to the rails to where the last one was.
    pub track: LineString,
    /// The length of the track and of the joins, those of stops on the way there and back; never below the sum of the
    /// geodesics from stop to stop.
    pub distance_km: f64,
    /// The same from each stop to the next.
    pub legs_km: Vec<f64>,
    /// The length of the track alone, as OpenStreetMap has it: longer than that of the line, which is simplified.
    pub rails_km: f64,
    /// How far the first stop is from the rails.
    pub snap_from_km: f64,
    /// How far the last stop is from the rails.
    pub snap_to_km: f64,
    /// Where each stop was joined to the rails, the first and the last among them.
    pub snaps: Vec<Snap>,
    /// The countries that it passes, by ISO code, each once, in the order in which they are first entered, in the recognised
    /// view. A stretch along a border, less than 5 km from it, counts to neither side.
    pub countries: Vec<String>,
    /// What is known about some of the track's vertices, in their order: the first, the last, and where lines meet.
    pub milestones: Vec<Milestone>,
}

/// How far along a way a vertex of its track lies. Where a stop on the way is joined there are two, before and behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    /// The vertex's number, from 0.
    pub vertex: usize,
    /// From the first stop to there, joins included.
    pub km: f64,
    /// How many of the way's countries have been entered there.
    pub countries: usize,
}

/// The shortest way over the world's rails through all stops in their order.
///
/// All stops are joined to rails that hang together: not to those of a tramway or a quarry that lie a little nearer. Where a border is
/// less than 5 km away a line is in either country, for `within` and `avoid`.
///
/// # Errors
/// [`NoWay`] if there are fewer than two stops, one that is farther than [`LONGEST_JOIN_KM`] from any rails, no rails that
/// join them, or only by countries that the options rule out; or if this build has no rails.
///
/// # Example
/// ```
/// use geo::point;
/// use portolan::network::rail::{Options, route};
///
/// let (khabarovsk, chita) = (point!(x: 135.08, y: 48.50), point!(x: 113.50, y: 52.03));
/// let options = Options { within: vec!["RU".into()], ..Options::default() };
/// # if portolan::network::rail::RailNetwork::world().is_none() { return }
/// let way = route(&[khabarovsk, chita], &options).unwrap();
/// assert_eq!(way.countries, ["RU"]);
/// assert!(way.distance_km > 2200.0);
/// ```
pub fn route(stops: &[Point], options: &Options) -> Result<RailTrack, NoWay> {
    RailNetwork::world().ok_or(NoWay::NotInThisBuild)?.route(stops, options)
}

/// As [`route`], but within one country if it can be done, for stops that all lie in it; whether it could is told.
///
/// # Errors
/// As [`route`].
pub fn route_staying(stops: &[Point], options: &Options, country: &str) -> Result<(RailTrack, bool), NoWay> {
    RailNetwork::world().ok_or(NoWay::NotInThisBuild)?.route_staying(stops, options, country)
}
