//! Why there is no track.

use std::cell::RefCell;
use std::fmt;

use geo::Point;

use super::graph::Graph;
use super::join::{FARTHEST_KM, Joined, Water, join};
use super::known::Known;
use super::shore::Shore;
use crate::geodesy::format_position;
use crate::world::{Scale, lakes};

/// Which of the two points is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The first.
    From,
    /// The last.
    To,
}

/// Why there is no track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A point is no position: not a number, or a latitude beyond ±90.
    NoPosition,
    /// A point lies on a lake, or on its shore, that no ship leaves.
    Lake,
    /// A point lies farther from any sea than [`FARTHEST_KM`].
    Inland,
    /// One point lies on the Caspian, the other on the oceans.
    OtherWater,
    /// Every way uses a passage that is closed, or none uses all that it is told to.
    Closed,
}

/// There is no track, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoWay {
    /// The reason.
    pub why: Why,
    /// The point that can't be reached from the other one.
    pub which: Which,
    /// The point nearest to it on water that can be reached, and how far that is in kilometres.
    pub nearest: Option<(Point, f64)>,
}

impl NoWay {
    pub(super) fn reversed(self) -> Self {
        let which = if self.which == Which::From { Which::To } else { Which::From };
        Self { which, ..self }
    }
}

impl fmt::Display for NoWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.which == Which::From { "the start" } else { "the end" };
        match self.why {
            Why::NoPosition => write!(f, "{end} is no position")?,
            Why::Lake => write!(f, "{end} lies on a lake that is not joined to the sea")?,
            Why::Inland => write!(f, "{end} lies over {FARTHEST_KM} km from any sea")?,
            Why::OtherWater => f.write_str("one point lies on the Caspian Sea, the other on the oceans")?,
            Why::Closed => f.write_str("no way is left by the passages that are open and those that must be used")?,
        }
        if let Some((nearest, km)) = self.nearest {
            write!(
                f,
                "; the nearest point that can be reached, {km:.0} km from {end}, is {}",
                format_position(nearest)
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for NoWay {}

/// The largest lakes have this rank or a smaller one.
const LARGE_LAKE: u8 = 1;
/// So near to a lake a place lies on its shore, and farther from the sea than this it has no other harbour.
const LAKE_SHORE_KM: f64 = 5.0;
const NOT_ON_THE_SEA_KM: f64 = 30.0;

/// So far off the nearest water is still looked for, to be named.
const NAMED_KM: f64 = 4000.0;

thread_local! {
    /// Where points are joined, by the bits of their coordinates and the water that is asked for.
    static KNOWN: RefCell<Known<5, Option<Joined>>> = RefCell::default();
}

/// Joins both points to the same water.
pub fn join_both(shore: &Shore, graph: &Graph, from: Point, to: Point) -> Result<(Joined, Joined), NoWay> {
    let one = |which, point, only| {
        let joined = join_once(shore, graph, point, only);
        match joined {
            Some(joined) if joined.snap_km > NOT_ON_THE_SEA_KM && is_on_lake(point) => {
                Err(NoWay { why: Why::Lake, which, nearest: Some((joined.at.into(), joined.snap_km)) })
            }
            Some(joined) if joined.snap_km <= FARTHEST_KM => Ok(joined),
            far => Err(NoWay { why: Why::Inland, which, nearest: far.map(|far| (far.at.into(), far.snap_km)) }),
        }
    };
    let (start, end) = (one(Which::From, from, None)?, one(Which::To, to, None)?);
    if start.water == end.water {
        return Ok((start, end));
    }
    // A place up a river may belong to either water; a harbour does not.
    let other = |which, point, here: Joined, only| {
        (here.snap_km > LAKE_SHORE_KM).then(|| one(which, point, Some(only)).ok()).flatten()
    };
    let end_too = other(Which::To, to, end, start.water).map(|end| (start, end));
    let start_too = other(Which::From, from, start, end.water).map(|start| (start, end));
    let both = [end_too, start_too].into_iter().flatten();
    let least = both.min_by(|a, b| (a.0.snap_km + a.1.snap_km).total_cmp(&(b.0.snap_km + b.1.snap_km)));
    least.ok_or_else(|| {
        let nearest = join_once(shore, graph, to, Some(start.water)).map(|near| (near.at.into(), near.snap_km));
        NoWay { why: Why::OtherWater, which: Which::To, nearest }
    })
}

/// [`join`], looked up: tables name the same harbours again and again.
fn join_once(shore: &Shore, graph: &Graph, point: Point, only: Option<Water>) -> Option<Joined> {
    let [x, y] = [point.x(), point.y()].map(f64::to_bits);
    let asked = [x as u32, (x >> 32) as u32, y as u32, (y >> 32) as u32, only.map_or(0, |water| 1 + water as u32)];
    KNOWN.with_borrow_mut(|known| *known.get_or_insert(asked, || join(shore, graph, point, only, NAMED_KM)))
}

fn is_on_lake(point: Point) -> bool {
    use geo::{BoundingRect, Intersects, Rect};
    let margin = LAKE_SHORE_KM / 111.0;
    let wide = margin / libm::cos(point.y().to_radians()).max(0.01);
    let around = Rect::new((point.x() - wide, point.y() - margin), (point.x() + wide, point.y() + margin));
    lakes(Scale::M10, &[around])
        .iter()
        .filter(|lake| lake.rank <= LARGE_LAKE)
        .any(|lake| lake.polygon.bounding_rect().is_some() && lake.polygon.intersects(&around))
}
