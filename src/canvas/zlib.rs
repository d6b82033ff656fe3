//! A zlib stream of filtered rows: literals, and runs of zeros.
//!
//! Its symbols have lengths that suit drawings once and for all, so that nothing has to be counted before it is written, and
//! it is made of parts that begin and end with whole bytes, so that several can be made at the same time. RFC 1950, 1951.

/// A part of a stream: a block of symbols, and an empty block that fills its last byte.
pub(super) struct Part {
    bytes: Vec<u8>,
    bits: u64,
    held: u32,
    /// Zeros that have not been written yet.
    zeros: usize,
    sum: Sum,
}

impl Part {
    /// A part without a symbol; room is made for so many bytes.
    pub fn new(capacity: usize) -> Self {
        let mut part = Self {
            bytes: Vec::with_capacity(capacity),
            bits: 0,
            held: 0,
            zeros: 0,
            sum: Sum { a: 1, b: 0, length: 0 },
        };
        part.header();
        part
    }

    /// Adds bytes.
    #[inline]
    pub fn literals<const COUNT: usize>(&mut self, values: [u8; COUNT]) {
        if self.zeros > 0 {
            self.run();
        }
        let (mut bits, mut count) = (0, 0);
        for value in values {
            let symbol = SYMBOLS[usize::from(value)];
            bits |= u64::from(symbol.bits) << count;
            count += symbol.length;
            self.sum.a += u64::from(value);
            self.sum.b += self.sum.a;
        }
        self.sum.length += COUNT;
        self.put(bits, count);
    }

    /// Adds bytes of zero.
    #[inline]
    pub fn zeros(&mut self, count: usize) {
        self.zeros += count;
    }

    /// Keeps the sum within its bounds; to be called every few thousand bytes.
    pub fn settle(&mut self) {
        if self.zeros > 0 {
            self.run();
        }
        self.sum.settle();
    }

    /// A run as a zero and repetitions of it.
    fn run(&mut self) {
        let count = std::mem::take(&mut self.zeros);
        self.sum.b += self.sum.a * count as u64;
        self.sum.length += count;
        self.put(SYMBOLS[0].bits.into(), SYMBOLS[0].length);
        let mut rest = count - 1;
        while rest >= SHORTEST {
            let length = rest.min(LONGEST);
            let symbol = REPEATS[length - SHORTEST];
            self.put(symbol.bits.into(), symbol.length);
            rest -= length;
        }
        for _ in 0..rest {
            self.put(SYMBOLS[0].bits.into(), SYMBOLS[0].length);
        }
    }

    /// The block's head: not the last one; the lengths of all symbols, each as a number of four bits.
    fn header(&mut self) {
        self.put(0b100, 3);
        self.put((LENGTHS.len() - 257) as u64, 5);
        self.put(0, 5);
        self.put(19 - 4, 4);
        // The first three of these nineteen stand for repetitions, which aren't used; then come 0, 8, 7, 9, 6 and so on.
        for at in 0..19 {
            self.put(if at < 3 { 0 } else { 4 }, 3);
        }
        for length in LENGTHS.into_iter().chain([DISTANCE_LENGTH]) {
            self.put(u64::from(length.reverse_bits() >> 4), 4);
        }
    }

    #[inline]
    fn put(&mut self, bits: u64, count: u32) {
        self.bits |= bits << self.held;
        self.held += count;
        if self.held >= 64 {
            self.bytes.extend_from_slice(&self.bits.to_le_bytes());
            self.held -= 64;
            self.bits = bits.checked_shr(count - self.held).unwrap_or(0);
        }
    }

    /// Ends the block.
    fn finish(&mut self) {
        self.settle();
        self.put(SYMBOLS[END].bits.into(), SYMBOLS[END].length);
        // An empty block, stored: its head, up to the next whole byte, its length and that again with all bits turned.
        self.put(0, 3);
        self.held = self.held.next_multiple_of(8);
        let rest = self.held as usize / 8;
        self.bytes.extend_from_slice(&self.bits.to_le_bytes()[..rest]);
        self.bytes.extend_from_slice(&[0, 0, 0xFF, 0xFF]);
    }
}

/// The stream of these parts in pieces: its head, each part, its tail.
pub(super) fn stream(parts: Vec<Part>) -> Vec<Vec<u8>> {
    let mut pieces = vec![vec![0x78, 0x01]];
    let mut sum = Sum { a: 1, b: 0, length: 0 };
    for mut part in parts {
        part.finish();
        sum = sum.and(part.sum);
        pieces.push(part.bytes);
    }
    // The last block is empty and stored.
    let mut tail = vec![1, 0, 0, 0xFF, 0xFF];
    tail.extend_from_slice(&sum.value().to_be_bytes());
    pieces.push(tail);
    pieces
}

/// Adler's checksum (RFC 1950).
#[derive(Clone, Copy)]
struct Sum {
    a: u64,
    b: u64,
    length: usize,
}

const MODULUS: u64 = 65_521;

impl Sum {
    fn settle(&mut self) {
        self.a %= MODULUS;
        self.b %= MODULUS;
    }

    /// The sum of what this is of and what follows it.
    fn and(self, next: Sum) -> Sum {
        let ahead = self.a + MODULUS - 1;
        let a = (ahead + next.a) % MODULUS;
        let b = (self.b + next.b + next.length as u64 % MODULUS * ahead) % MODULUS;
        Sum { a, b, length: self.length + next.length }
    }

    fn value(mut self) -> u32 {
        self.settle();
        (self.b << 16 | self.a) as u32
    }
}

/// What stands for a byte, a repetition or the end.
#[derive(Clone, Copy)]
struct Symbol {
    bits: u32,
    length: u32,
}

const END: usize = 256;
const SHORTEST: usize = 3;
const LONGEST: usize = 258;
/// There is one distance, of one byte.
const DISTANCE_LENGTH: u8 = 1;

static SYMBOLS: [Symbol; 286] = symbols();
/// Repetitions by their length, less [`SHORTEST`], with the distance behind them.
static REPEATS: [Symbol; LONGEST - SHORTEST + 1] = repeats();

/// Symbols of these lengths in the order of RFC 1951, 3.2.2.
const fn symbols() -> [Symbol; 286] {
    let mut symbols = [Symbol { bits: 0, length: 0 }; 286];
    let (mut next, mut length) = (0_u32, 1_u32);
    while length < 16 {
        let mut at = 0;
        while at < symbols.len() {
            if LENGTHS[at] as u32 == length {
                symbols[at] = Symbol { bits: next.reverse_bits() >> (32 - length), length };
                next += 1;
            }
            at += 1;
        }
        next <<= 1;
        length += 1;
    }
    symbols
}

const fn repeats() -> [Symbol; LONGEST - SHORTEST + 1] {
    let symbols = symbols();
    let mut repeats = [Symbol { bits: 0, length: 0 }; LONGEST - SHORTEST + 1];
    let mut at = 0;
    while at < repeats.len() {
        // How many bits of the length stand behind the symbol (RFC 1951, 3.2.5).
        let extra = if at < 8 || at + SHORTEST == LONGEST { 0 } else { at.ilog2() - 2 };
        let symbol = match at {
            0..8 => 257 + at,
            _ if at + SHORTEST == LONGEST => 285,
            _ => 257 + 4 * (extra as usize + 1) + (at >> extra) - 4,
        };
        let Symbol { bits, length } = symbols[symbol];
        let rest = at as u32 & ((1 << extra) - 1);
        repeats[at] = Symbol { bits: bits | rest << length, length: length + extra + DISTANCE_LENGTH as u32 };
        at += 1;
    }
    repeats
}

/// How many bits each symbol takes: Huffman's code (1952) for what maps are made of, none longer than twelve.
#[rustfmt::skip]
const LENGTHS: [u8; 286] = [
    3, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 8, 8, 8, 8, 8, 8,
    8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 8, 8, 8, 9, 8, 9, 9, 9, 9, 9, 8, 9, 9, 9,
    9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 9, 10, 9, 10, 10,
    9, 10, 10, 10, 10, 10, 9, 9, 10, 10, 10, 10, 10, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
    10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
    10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
    10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 10, 10, 10, 10, 10, 9, 9, 10, 10, 10, 10, 10, 9, 10, 10, 9,
    10, 9, 10, 10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
    8, 9, 9, 9, 9, 9, 8, 9, 8, 8, 8, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    8, 8, 8, 8, 7, 8, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 6, 5, 12, 12, 12, 8,
    12, 12, 8, 12, 12, 8, 9, 12, 9, 9, 9, 10, 10, 9, 9, 10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 6,
];

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::decompress_to_vec_zlib;

    use super::*;

    #[test]
    fn what_was_written_in_parts_is_read_as_a_whole() {
        let mut expected = Vec::new();
        let mut parts = Vec::new();
        for number in 0..3_u8 {
            let mut part = Part::new(0);
            for run in (0..1000).chain([100_000]) {
                let literals = [number, (run % 251) as u8, (run / 7) as u8];
                part.literals(literals);
                part.zeros(run);
                expected.extend_from_slice(&literals);
                expected.resize(expected.len() + run, 0);
                part.settle();
            }
            parts.push(part);
        }
        // The checksum is looked at, too.
        assert!(decompress_to_vec_zlib(&stream(parts).concat()).is_ok_and(|read| read == expected));
    }

    #[test]
    fn the_symbols_use_up_what_can_be_told_apart() {
        let used: u32 = LENGTHS.iter().map(|length| 1 << (15 - length)).sum();
        assert_eq!(used, 1 << 15);
    }
}
