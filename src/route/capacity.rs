//! How many containers a carrier holds.

use std::fmt;

use super::Count;

/// What containers are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boxes {
    /// Twenty-foot equivalent units: a container of 20 feet is one, one of 40 feet is two.
    Teu,
    /// Containers, whatever their length.
    Containers,
}

/// A reported capacity: `390 TEU`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// How many.
    pub count: Count,
    /// Of what.
    pub boxes: Boxes,
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.boxes {
            Boxes::Teu => write!(f, "{} TEU", self.count),
            Boxes::Containers => write!(f, "{} containers", self.count),
        }
    }
}
