//! Files of compressed blocks behind an index.
//!
//! ```text
//! varint                 number of blocks
//! per block:
//!     text               its label: the first key in it, or nothing
//!     varint, varint     its length in bytes, compressed and raw
//! the blocks, raw deflate
//! ```

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::encoding::Reader;

/// The index of a file of blocks.
pub struct Blocks {
    labels: Vec<&'static [u8]>,
    packed: Vec<(&'static [u8], usize)>,
}

impl Blocks {
    pub fn new(file: &'static [u8]) -> Self {
        let mut reader = Reader::new(file);
        let count = reader.varint();
        let index: Vec<_> = (0..count).map(|_| (reader.text(), reader.varint(), reader.varint())).collect();
        let labels = index.iter().map(|&(label, ..)| label).collect();
        let packed = index.iter().map(|&(_, length, raw)| (reader.bytes(length), raw)).collect();
        Self { labels, packed }
    }

    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// The number of the last block whose label is not after `key`.
    pub fn find(&self, key: &[u8]) -> usize {
        self.labels.partition_point(|label| *label <= key).saturating_sub(1)
    }

    /// The number of the last block whose label is before `key`, or of the first.
    pub fn before(&self, key: &[u8]) -> usize {
        self.labels.partition_point(|label| *label < key).saturating_sub(1)
    }

    /// A block, inflated. Empty if there is none of that number.
    pub fn inflate(&self, number: usize) -> Vec<u8> {
        let Some(&(packed, raw)) = self.packed.get(number) else { return Vec::new() };
        decompress_to_vec_with_limit(packed, raw).unwrap_or_default()
    }
}
