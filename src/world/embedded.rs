//! Files that are embedded, some of them as raw deflate: those are unpacked when they are first asked for.
//!
//! What nearly every map needs is not packed: unpacking it took as long as drawing the coasts.

use std::sync::OnceLock;

use miniz_oxide::inflate::decompress_to_vec;

/// A file.
pub struct Embedded {
    file: &'static [u8],
    is_packed: bool,
    raw: OnceLock<Vec<u8>>,
    text: OnceLock<&'static str>,
}

impl Embedded {
    /// As it is.
    pub const fn plain(file: &'static [u8]) -> Embedded {
        Embedded { file, is_packed: false, raw: OnceLock::new(), text: OnceLock::new() }
    }

    /// As raw deflate.
    pub const fn packed(file: &'static [u8]) -> Embedded {
        Embedded { file, is_packed: true, raw: OnceLock::new(), text: OnceLock::new() }
    }

    /// Its bytes.
    pub fn bytes(&'static self) -> &'static [u8] {
        if !self.is_packed {
            return self.file;
        }
        // What is embedded is whole, so there is nothing that an error could tell.
        self.raw.get_or_init(|| decompress_to_vec(self.file).unwrap_or_default())
    }

    /// Its bytes as text.
    pub fn text(&'static self) -> &'static str {
        self.text.get_or_init(|| std::str::from_utf8(self.bytes()).unwrap_or_default())
    }
}
