//! From positions on the earth to pixels on a map, and back.
//!
//! A [`Projection`] is a formula; on an [`Earth`] it becomes a [`Mapping`] between angles and the plane.
//!
//! The earth is a sphere for drawing; an ellipsoid would move no line by a pixel's fraction that anybody could see.
//! Sine, logarithm and their kin come from `libm`, so that the same map is the same on every machine.

mod earth;
mod equal_earth;
mod formula;
mod lambert;
mod mercator;

pub use earth::Earth;
pub use formula::{Mapping, Projection};
