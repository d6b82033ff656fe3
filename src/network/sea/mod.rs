//! The shortest track over water.
//!
//! Both ends are joined to open water (`join`). A graph of capes, made beforehand, says which way to go between lands and
//! islands (`graph`, `search`); it is small, since it leaves out what is less than some kilometres in size. The track is
//! then laid along the shores of 1:10m (`shore`, `crossing`, `detour`) and pulled taut around their corners (`string`):
//! no shorter one passes the same way, and it keeps off the land. Positions are vectors from the middle of the earth
//! (`vector`), so that ±180° and the poles are places like others.

mod arcs;
mod candidates;
mod cap;
mod caps;
mod crossing;
mod detour;
mod ends;
mod graph;
mod join;
mod known;
mod landmarks;
mod mainland;
mod near;
mod no_way;
mod often;
mod passage;
mod patch;
mod scratch;
mod search;
mod settle;
mod shore;
mod sorting;
mod string;
mod tile;
mod track;
mod triangle;
mod vector;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use geo::{Coord, LineString, Point};

pub use join::{FARTHEST_KM, Water};
pub use no_way::{NoWay, Which, Why};
pub use passage::Passage;

use ends::End;
use graph::Graph;
use join::Joined;
use often::Often;
use search::{Found, Rules, search};
use shore::Shore;
use tile::turned;
use vector::is_position;

use crate::at_once::at_once;
use crate::world::land_shapes;

static SHORE: LazyLock<Shore> =
    LazyLock::new(|| Shore::read(include_bytes!("../../../data/world/sea.shores"), land_shapes()));
static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::read(include_bytes!("../../../data/world/sea.graph")));

static PREPARED: AtomicBool = AtomicBool::new(false);

/// What a track may do and must do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Passages that it doesn't use.
    pub avoid: Vec<Passage>,
    /// Passages that it uses, in whatever order. Ice and shoals close the Northwest and the Northeast
    /// Passage and Adam's Bridge unless they are named.
    pub through: Vec<Passage>,
}

/// A way over water.
#[derive(Clone, Debug, PartialEq)]
pub struct SeaTrack {
    /// From where the first point was joined to open water to where the last one was. Each piece is a geodesic; longitudes
    /// lie from -180 to 180. A single point twice if both ends were joined at the same place.
    pub track: LineString,
    /// The geodesic from the first point to the start of the track.
    pub snap_from_km: f64,
    /// The geodesic from the end of the track to the last point.
    pub snap_to_km: f64,
    /// The length of the track and of both joins. Never below the geodesic between the two points.
    pub distance_km: f64,
    /// The passages that it uses, in their order along the way.
    pub passages: Vec<Passage>,
}

/// Ends lie so far at most from what the reaches of the graph's nodes were computed for.
const SLACK_KM: f64 = 100.0;
/// How many passages a track can be told to use.
const MOST_THROUGH: u32 = 6;

/// The shortest track from one point to another over the oceans and the seas joined to them, or over the Caspian.
///
/// A point on land is joined to the nearest water by a geodesic, however long, up to [`FARTHEST_KM`]: Natural Earth's rivers
/// are land. Lakes are land too. Kiel and Corinth are open like other canals: depths and heights are not known here.
///
/// # Errors
/// [`NoWay`] says why there is none, and names the nearest point that can be reached.
///
/// # Example
/// ```
/// use geo::point;
/// use portolan::network::sea::{Options, Passage, route};
///
/// let (jeddah, constanta) = (point! { x: 39.18, y: 21.48 }, point! { x: 28.65, y: 44.17 });
/// let found = route(jeddah, constanta, &Options::default()).unwrap();
/// assert_eq!(found.passages, [Passage::Suez, Passage::Dardanelles, Passage::Bosporus]);
/// ```
pub fn route(from: Point, to: Point, options: &Options) -> Result<SeaTrack, NoWay> {
    // The same way back: what comes first is decided by where the points are.
    if (to.x(), to.y()) < (from.x(), from.y()) {
        return route_eastward(to, from, options).map(SeaTrack::reversed).map_err(NoWay::reversed);
    }
    route_eastward(from, to, options)
}

/// Decodes what every route needs, for whoever has something else to do meanwhile.
pub fn prepare() {
    at_once(|| LazyLock::force(&SHORE), || LazyLock::force(&GRAPH));
    PREPARED.store(true, Ordering::Relaxed);
}

/// Whether there is nothing to [`prepare`] any more.
pub fn is_prepared() -> bool {
    PREPARED.load(Ordering::Relaxed)
}

fn route_eastward(from: Point, to: Point, options: &Options) -> Result<SeaTrack, NoWay> {
    for (which, point) in [(Which::From, from), (Which::To, to)] {
        if !is_position(point) {
            return Err(NoWay { why: Why::NoPosition, which, nearest: None });
        }
    }
    let (shore, graph) = (&*SHORE, &*GRAPH);
    let (start, end) = no_way::join_both(shore, graph, from, to)?;
    let through = bits(&options.through);
    let closed = bits(&options.avoid) | closed_by_default() & !through;
    if closed & through != 0 || through.count_ones() > MOST_THROUGH {
        return Err(NoWay { why: Why::Closed, which: Which::To, nearest: None });
    }
    let found = find(shore, graph, (start, end), closed, through);
    let Some(found) = found else {
        return Err(NoWay { why: Why::Closed, which: Which::To, nearest: None });
    };
    let mut track = track::lay(shore, graph, &found, false);
    if bits(&track::passages(&track)) & through != through {
        track = track::lay(shore, graph, &found, true);
    }
    Ok(SeaTrack::new((from, start), (to, end), &track))
}

fn closed_by_default() -> u32 {
    Passage::ALL.iter().filter(|passage| passage.is_closed_by_default()).fold(0, |set, passage| set | passage.bit())
}

fn bits(passages: &[Passage]) -> u32 {
    passages.iter().fold(0, |set, passage| set | passage.bit())
}

/// The way, first with short joins to the graph, then with whatever it takes to get out of a winding harbour.
fn find(shore: &Shore, graph: &Graph, (start, end): (Joined, Joined), closed: u32, through: u32) -> Option<Found> {
    let [from, to] = [start, end].map(|end| End::near(graph, end.at, end.water == Water::Caspian));
    // Reaches hold for what is open by default, landmarks for less, too.
    let by_default = closed_by_default();
    let usual = closed == by_default && through == 0;
    let often = Often::note(shore, graph, by_default).filter(|_| closed & by_default == by_default);
    let landmarks = often.map(|often| &often.landmarks);
    let slack_km = usual.then(|| [&from, &to].map(|end| 2.0 * end.nearest_km() + SLACK_KM));
    search(graph, shore, &from, &to, Rules { closed, through, slack_km, landmarks }).or_else(|| {
        let [from, to] = [from, to].map(|end| end.far(graph));
        search(graph, shore, &from, &to, Rules { closed, through, slack_km: None, landmarks })
    })
}

impl SeaTrack {
    fn new((from, start): (Point, Joined), (to, end): (Point, Joined), laid: &track::Track) -> Self {
        let line: Vec<Coord> = laid.stops.iter().map(|stop| Coord { x: turned(stop.at.x), y: stop.at.y }).collect();
        let line = LineString(line);
        let length = track::length_km(&line) + start.snap_km + end.snap_km;
        // Rounding may leave a straight way some nanometres short.
        let distance_km = length.max(crate::geodesy::distance_km(from, to));
        let passages = track::passages(laid);
        Self { track: line, snap_from_km: start.snap_km, snap_to_km: end.snap_km, distance_km, passages }
    }

    fn reversed(mut self) -> Self {
        self.track.0.reverse();
        self.passages.reverse();
        std::mem::swap(&mut self.snap_from_km, &mut self.snap_to_km);
        self
    }
}
