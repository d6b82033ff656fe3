//! The ground of the map, for whoever draws the same map elsewhere.

use geo::{Point as Position, Rect as Degrees};

use super::stage::{self, Task};
use super::{aspect, base};
use crate::canvas::Rect;
use crate::journey::Journey;
use crate::projection::{Choice, Fit};
use crate::world::Scale;

/// What the map shows, and how.
pub(crate) struct Ground {
    /// The projection.
    pub choice: Choice,
    /// How fine coasts and borders are.
    pub scale: Scale,
    /// Rectangles of longitude and latitude that hold what the frame shows.
    pub within: Vec<Degrees>,
    /// What the map must show, as dense points.
    pub extent: Vec<Position>,
}

/// The ground of a journey's map.
pub(crate) fn ground(journey: &Journey) -> Ground {
    let size = journey.route.style.size;
    let frame = Rect::new(0.0, 0.0, f64::from(size.width), f64::from(size.height));
    let extent = stage::extent(journey);
    let choice = aspect::projection(journey, &extent);
    let fit = Fit::new(choice.projection, choice.rotation, &extent);
    let task = Task { journey, fit, frame, unit: 1.0 };
    let scene = stage::set(task, &[], &[]).scene;
    let scale = base::scale_for(scene.meters_per_pixel());
    let within = scene.view.visible_bounds();
    Ground { choice, scale, within, extent }
}
