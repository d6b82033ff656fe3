//! From positions on the earth to pixels on a map, and back.
//!
//! A [`Projection`] is a formula; on an [`Earth`] it becomes a [`Mapping`] between angles and the plane. A [`View`] puts the
//! stages together, in the order that d3-geo made common: rotate the globe ([`Rotation`]) → cut what crosses the map's
//! seam (`seam`) or its rim (`rim`) → add points where a great arc bends on the map (`resample`) → scale and shift to
//! pixels → clip to the frame ([`Frame`]). [`choose()`] finds the projection for an extent, a [`Form`] its parameters and
//! centre; [`View::fit`] finds scale and shift.
//!
//! The earth is a sphere for drawing; an ellipsoid would move no line by a pixel's fraction that anybody could see.
//! Sine, logarithm and their kin come from `libm`, so that the same map is the same on every machine.

mod albers;
mod azimuthal;
mod bounds;
mod choose;
mod circle;
mod describe;
mod earth;
mod equal_earth;
mod extent;
mod fit;
mod form;
mod formula;
mod frame;
mod graticule;
mod lambert;
mod mercator;
mod natural_earth;
mod oblique;
mod resample;
mod rim;
mod robinson;
mod rotation;
mod scale;
mod seam;
mod sphere;
mod view;

pub use azimuthal::Azimuthal;
pub use choose::{Choice, choose};
pub use earth::Earth;
pub use fit::Fit;
pub use form::Form;
pub use formula::{Mapping, Projection};
pub use frame::Frame;
pub use rotation::Rotation;
pub use view::{Area, View};
