//! The parts of all countries at 1:10m. Their table is read once; those that points are looked for in are decoded once.

use std::sync::OnceLock;

use geo::{Intersects, LineString, Point, Polygon, Rect};

use super::shapes::{Shape, thinned};
use super::{Boundaries, layers};

/// A polygon of a country in one point of view or both.
pub struct Part {
    shape: Shape,
    /// The polygon, once a point was looked for in it: a journey asks for the countries of several points, and those lie
    /// in few.
    kept: OnceLock<Box<Polygon>>,
    /// Its first sketch, and with how many vertices it was asked for: a map and its insets ask for the same.
    sketched: OnceLock<(usize, LineString)>,
}

impl Part {
    fn new(shape: Shape) -> Self {
        Self { shape, kept: OnceLock::new(), sketched: OnceLock::new() }
    }
}

/// All parts, in their order.
pub fn parts() -> &'static [Part] {
    static PARTS: OnceLock<Vec<Part>> = OnceLock::new();
    PARTS.get_or_init(|| layers::countries().shapes().map(Part::new).collect())
}

impl Part {
    /// Whose it is in that view, as a row of the table of countries.
    pub fn owner(&self, view: Boundaries) -> Option<usize> {
        let (de_facto, recognised) = self.shape.attributes;
        match view {
            Boundaries::DeFacto => de_facto.checked_sub(1),
            Boundaries::Recognised => recognised.checked_sub(1),
        }
    }

    /// Whether the point, whose longitude is within ±180°, lies in it.
    pub fn holds(&self, point: Point) -> bool {
        self.shape.meets(Rect::new(point, point))
            && self.kept.get_or_init(|| Box::new(self.shape.polygon())).intersects(&point)
    }

    /// Whether its bounding box meets one of the rectangles and is at least `min_degrees` wide or high.
    pub fn shows(&self, within: &[Rect], min_degrees: f64) -> bool {
        self.shape.extent() >= min_degrees && within.iter().any(|rectangle| self.shape.meets(*rectangle))
    }

    /// The polygon.
    pub fn polygon(&self) -> Polygon {
        self.kept.get().map_or_else(|| self.shape.polygon(), |kept| Polygon::clone(kept))
    }

    /// Its exterior ring, [`thinned`].
    pub fn sketch(&self, vertices: usize) -> Polygon {
        let sketch = || match self.kept.get() {
            Some(kept) => LineString(thinned(&kept.exterior().0, vertices)),
            None => self.shape.sketch(vertices),
        };
        let (asked, first) = self.sketched.get_or_init(|| (vertices, sketch()));
        Polygon::new(if *asked == vertices { first.clone() } else { sketch() }, Vec::new())
    }
}
