//! The world as the program's modules for the sea see it.

use geo::Polygon;

pub use portolan::world::{Scale, everywhere, land};

#[path = "../../../../src/world/encoding.rs"]
#[allow(dead_code, reason = "shared with the program, which reads more")]
pub mod encoding;

/// A polygon of the land.
pub struct Shape(Polygon);

impl Shape {
    pub fn polygon(&self) -> Polygon {
        self.0.clone()
    }
}

impl From<Polygon> for Shape {
    fn from(polygon: Polygon) -> Self {
        Self(polygon)
    }
}
