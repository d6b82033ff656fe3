//! Roughly where the countries lie: their outlines with few vertices, enough to tell whose land a name would cover.

use geo::{BoundingRect, MultiPoint, Point as Position, Polygon};

use crate::canvas::{Point, Rect};
use crate::projection::View;
use crate::route::Boundaries;
use crate::world;

use super::spots::grid;

/// Rings have so many vertices: enough to tell what lies in them.
const VERTICES: usize = 300;
/// A box is looked at in so many points, in columns and rows.
const LOOKED_AT: (u32, u32) = (7, 2);

/// So many parts of a country may be the one that its name stands on.
const FEW: usize = 2;

/// The countries that a view shows.
pub struct Sketch {
    parts: Vec<Part>,
}

/// A part of a country, by its `ADM0_A3`, with the box around it.
struct Part {
    a3: &'static str,
    bounds: geo::Rect,
    outline: Polygon,
    /// About how much of it is seen, in square degrees at the equator.
    seen: f64,
}

impl Sketch {
    /// What a view shows.
    pub fn new(view: &View, boundaries: Boundaries) -> Sketch {
        let within = view.visible_bounds();
        // What is smaller than a hundredth of the map has no room for a name.
        let height = within.iter().map(|rect| rect.height()).fold(0.0, f64::max);
        let parts = world::country_sketches(boundaries, &within, height / 100.0, VERTICES);
        let parts = parts.into_iter().filter_map(|(a3, outline)| {
            let bounds = outline.bounding_rect()?;
            let seen = within.iter().map(|rect| common(bounds, *rect)).sum();
            Some(Part { a3, bounds, outline, seen })
        });
        Sketch { parts: parts.collect() }
    }

    /// Looks up what views of these points will show, which is kept.
    pub fn warm_up(points: &[Position], boundaries: Boundaries) {
        let Some(bounds) = MultiPoint::from(points.to_vec()).bounding_rect() else { return };
        world::country_sketches(boundaries, &[bounds], bounds.height() / 100.0, VERTICES);
    }

    /// The few parts of a country of which most is seen.
    pub fn of(&self, a3: &str) -> impl Iterator<Item = &Polygon> {
        let mut parts: Vec<&Part> = self.parts.iter().filter(|part| part.a3 == a3).collect();
        parts.sort_unstable_by(|a, b| b.seen.total_cmp(&a.seen));
        parts.into_iter().take(FEW).map(|part| &part.outline)
    }

    /// The country that a pixel shows; `None` for water and for what is no place on the earth.
    fn at(&self, view: &View, at: Point) -> Option<&'static str> {
        let position = view.invert([at.x, at.y])?;
        self.parts.iter().find(|part| part.holds(position.x(), position.y())).map(|part| part.a3)
    }

    /// Whether a pixel shows open water.
    pub fn is_water(&self, view: &View, at: Point) -> bool {
        view.invert([at.x, at.y]).is_some() && self.at(view, at).is_none()
    }

    /// The share of a box that lies on the land of other countries.
    pub fn share_of_others(&self, view: &View, rect: Rect, own: &str) -> f64 {
        let (columns, rows) = LOOKED_AT;
        let others = grid(rect, columns, rows).filter(|at| self.at(view, *at).is_some_and(|a3| a3 != own));
        others.count() as f64 / f64::from(columns * rows)
    }
}

/// How large what two boxes have in common is, in square degrees at the equator; longitudes may differ by whole turns.
fn common(part: geo::Rect, seen: geo::Rect) -> f64 {
    let (south, north) = (part.min().y.max(seen.min().y), part.max().y.min(seen.max().y));
    let wide = [-360.0, 0.0, 360.0].map(|turn| {
        let (west, east) = ((part.min().x + turn).max(seen.min().x), (part.max().x + turn).min(seen.max().x));
        (east - west).max(0.0)
    });
    (north - south).max(0.0) * wide.iter().sum::<f64>() * libm::cos(f64::midpoint(south, north).to_radians())
}

impl Part {
    /// Whether its ring goes round the point, by the even-odd rule.
    fn holds(&self, x: f64, y: f64) -> bool {
        let Part { bounds, outline, .. } = self;
        if x < bounds.min().x || x > bounds.max().x || y < bounds.min().y || y > bounds.max().y {
            return false;
        }
        let crossed = outline.exterior().0.windows(2).filter(|ends| {
            let (a, b) = (ends[0], ends[1]);
            (a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x
        });
        crossed.count() % 2 == 1
    }
}
