//! What is decoded while it is still looked for where panels stand.

use geo::{Polygon, Rect};

use crate::projection::View;
use crate::route::Boundaries;
use crate::world::{self, Scale};

use super::crop;
use super::inset::Subject;
use super::scene::Scene;
use super::sketch::Sketch;

/// How much more is decoded than a map shows, as a part of its size, since it may come to lie otherwise by a hair.
const MORE: f64 = 0.01;

/// Coasts at 1:10m around a close map.
pub struct Coasts {
    window: Rect,
    /// As [`world::land_near`] gives them.
    pub land: Vec<Polygon>,
}

impl Coasts {
    /// The coasts that a view shows; `None` if it isn't close.
    fn of(view: &View) -> Option<Coasts> {
        let window = crop::window(&view.visible_bounds())?;
        let (dx, dy) = (MORE * window.width(), MORE * window.height());
        let (min, max) = (window.min(), window.max());
        let window = Rect::new((min.x - dx, min.y - dy), (max.x + dx, max.y + dy));
        Some(Coasts { window, land: world::land_near(Scale::M10, &[window], window) })
    }

    /// Whether they are enough for that window.
    pub fn cover(&self, window: Rect) -> bool {
        let (own, other) = (self.window, window);
        own.min().x <= other.min().x
            && own.min().y <= other.min().y
            && other.max().x <= own.max().x
            && other.max().y <= own.max().y
    }
}

/// The coasts that insets will show. The sketches of countries that names need are made, too, and are kept.
pub fn coasts(sketch: &Scene, subjects: &[Subject], boundaries: Boundaries, unit: f64) -> Vec<Coasts> {
    Sketch::new(&sketch.view, boundaries);
    subjects.iter().filter_map(|subject| Coasts::of(&subject.nominal_view(unit))).collect()
}
