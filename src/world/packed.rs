//! Files that are embedded as raw deflate, and unpacked when they are first asked for.

use std::sync::OnceLock;

use miniz_oxide::inflate::decompress_to_vec;

/// A file, packed.
pub struct Packed {
    packed: &'static [u8],
    raw: OnceLock<Vec<u8>>,
    text: OnceLock<&'static str>,
}

impl Packed {
    pub const fn new(packed: &'static [u8]) -> Packed {
        Packed { packed, raw: OnceLock::new(), text: OnceLock::new() }
    }

    /// Its bytes.
    pub fn bytes(&'static self) -> &'static [u8] {
        // What is embedded is whole, so there is nothing that an error could tell.
        self.raw.get_or_init(|| decompress_to_vec(self.packed).unwrap_or_default())
    }

    /// Its bytes as text.
    pub fn text(&'static self) -> &'static str {
        self.text.get_or_init(|| std::str::from_utf8(self.bytes()).unwrap_or_default())
    }
}
