//! Measuring on the WGS84 ellipsoid.
//!
//! Positions are [`geo::Point`] or [`geo::Coord`], x the longitude and y the latitude in degrees; lengths are in
//! kilometres, azimuths in degrees clockwise from north. Longitudes may be unwrapped (190 is -170). Everything here is
//! a function of its arguments: the world's shapes are brought by the caller.
//!
//! [`distance`] is the ground that the rest stands on; [`length`], [`mod@densify`] and [`antimeridian`] treat lines,
//! [`Course`] goes along one and [`crossings()`] says where it lies at some distance; [`border`] finds the nearest point of a
//! country's outline, [`mod@band`] the strip between two distances from it.

pub mod antimeridian;
pub mod band;
pub mod border;
mod course;
mod crossings;
pub mod densify;
pub mod distance;
pub mod length;
mod position;
mod root;
pub mod wgs84;

pub use antimeridian::{Edges, cut_line, cut_polygon};
pub use band::{band, ring};
pub use border::{Border, Nearest};
pub use course::Course;
pub use crossings::{crossings, extremes};
pub use densify::densify;
pub use distance::{Inverse, along, destination, distance_km, inverse};
pub use length::length_km;
pub use position::format_position;
