//! Cutting at ±180°, as GeoJSON wants it (RFC 7946, section 3.1.9).
//!
//! A line is cut into parts ([`cut_line`]); of a polygon's rings the parts are then joined along ±180° ([`cut_polygon`]),
//! in an order (`join`) that a map with a seam of its own has use for as well.

mod crossing;
pub(crate) mod join;
mod line;
mod polygon;

pub use line::cut_line;
pub use polygon::cut_polygon;

/// What lies between two vertices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edges {
    /// The shortest way over the ellipsoid.
    Geodesic,
    /// The shortest way over a sphere.
    GreatArc,
    /// What is straight on a plate of longitude and latitude, as GeoJSON defines it.
    Straight,
}
