//! How much the world is generalised.

use std::fmt;

/// The scale that a layer was drawn for. The smaller the number after `1:`, the more detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// 1:110 million: the whole world on a small picture.
    M110,
    /// 1:50 million: continents.
    M50,
    /// 1:10 million: countries and what is smaller.
    M10,
}

impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Scale::M110 => "1:110m",
            Scale::M50 => "1:50m",
            Scale::M10 => "1:10m",
        })
    }
}
