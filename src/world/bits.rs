//! Numbers of any width, one after the other: the least significant bit of a byte comes first.
//!
//! Eight bytes are taken at a time, so what holds bits ends with eight bytes of nothing.

/// Reads bits from the front of a slice of bytes.
pub struct Bits<'a> {
    rest: &'a [u8],
    /// What has been taken from the bytes and not yet been read; what is beyond `held` stands in `rest`, too.
    buffer: u64,
    held: u32,
}

impl<'a> Bits<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, buffer: 0, held: 0 }
    }

    /// The bytes of which no bit has been read.
    pub fn rest(&self) -> usize {
        self.rest.len() + self.held as usize / 8
    }

    /// What comes next: 56 bits at least.
    #[inline]
    pub fn peek(&mut self) -> u64 {
        // Giesen's refill without a branch (Reading bits in far too many ways, 2018).
        if let Some(eight) = self.rest.first_chunk() {
            self.buffer |= u64::from_le_bytes(*eight) << self.held;
            self.rest = self.rest.get((63 - self.held as usize) / 8..).unwrap_or_default();
            self.held |= 0b11_1000;
        }
        self.buffer
    }

    /// Passes over so many of the bits that have been peeked at.
    #[inline]
    pub fn pass(&mut self, bits: u32) {
        self.buffer >>= bits;
        self.held -= bits;
    }

    /// A number of so many bits, 56 at most.
    pub fn take(&mut self, bits: u32) -> u64 {
        let number = self.peek() & ((1 << bits) - 1);
        self.pass(bits);
        number
    }
}
