//! From positions on the earth to pixels on a map, and back.
//!
//! A [`Projection`] is a formula; on an [`Earth`] it becomes a [`Mapping`] between angles and the plane. A [`View`] puts the
//! stages together, in the order that d3-geo made common: rotate the globe ([`Rotation`]) → cut what crosses the map's
//! seam (`seam`) → add points where a great arc bends on the map (`resample`) → scale and shift to pixels → clip to the
//! frame ([`Frame`]). [`choose()`] finds the projection for an extent; [`View::fit`] finds scale and shift.
//!
//! The earth is a sphere for drawing; an ellipsoid would move no line by a pixel's fraction that anybody could see.
//! Sine, logarithm and their kin come from `libm`, so that the same map is the same on every machine.

mod bounds;
mod choose;
mod earth;
mod equal_earth;
mod fit;
mod formula;
mod frame;
mod graticule;
mod lambert;
mod mercator;
mod resample;
mod rotation;
mod scale;
mod seam;
mod sphere;
mod view;

pub use choose::{Choice, choose};
pub use earth::Earth;
pub use formula::{Mapping, Projection};
pub use frame::Frame;
pub use rotation::Rotation;
pub use view::{Area, View};
