//! What was found out about vertices of the land, kept for the tracks that follow.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// When so many answers are kept, all are given up: memory doesn't grow with the number of tracks.
const MOST: usize = 1 << 16;

/// Answers by the numbers of some vertices.
pub struct Known<const N: usize, T>(HashMap<[u32; N], T, BuildHasherDefault<Mixed>>);

impl<const N: usize, T> Default for Known<N, T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<const N: usize, T> Known<N, T> {
    /// The answer for these vertices, which is found out if it isn't known.
    pub fn get_or_insert(&mut self, vertices: [u32; N], find: impl FnOnce() -> T) -> &T {
        if self.0.len() == MOST {
            self.0.clear();
        }
        self.0.entry(vertices).or_insert_with(find)
    }
}

/// Mixes numbers by multiplication (D. E. Knuth, The Art of Computer Programming, volume 3, 1973): quick, and nobody
/// chooses vertices to do harm.
#[derive(Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(4) {
            let number = part.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
            self.0 = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23);
        }
    }
}
