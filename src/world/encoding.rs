//! How numbers and texts stand in the embedded files.
//!
//! - *varint*: unsigned, seven bits a byte, least significant first, the high bit set on all bytes but the last
//! - *zigzag*: signed as varint; 0, -1, 1, -2 … become 0, 1, 2, 3 …
//! - *text*: its length in bytes as varint, then UTF-8
//!
//! `data/build/encoding.py` says the same about writing. The files are part of the program, so reading past the end of
//! one is a defect of the build; it gives zeros and empty texts, and the tests decode every file.

/// Reads from the front of a slice of bytes.
#[derive(Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What has not been read.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub fn varint(&mut self) -> usize {
        // Most numbers are one or two bytes.
        if let [low @ 0..0x80, rest @ ..] = self.rest {
            self.rest = rest;
            return usize::from(*low);
        }
        if let [low, high @ 0..0x80, rest @ ..] = self.rest {
            self.rest = rest;
            return usize::from(low & 0x7F) | usize::from(*high) << 7;
        }
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 || shift >= 28 {
                break;
            }
            shift += 7;
        }
        number
    }

    pub fn zigzag(&mut self) -> i32 {
        unzigzag(self.varint() as u32)
    }

    /// The next `count` bytes, or as many as there are.
    pub fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (bytes, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        bytes
    }

    pub fn text(&mut self) -> &'a [u8] {
        let length = self.varint();
        self.bytes(length)
    }

    /// Up to the next line feed, which is passed over.
    pub fn line(&mut self) -> &'a [u8] {
        let length = self.rest.iter().position(|&byte| byte == b'\n').unwrap_or(self.rest.len());
        let line = self.bytes(length);
        self.bytes(1);
        line
    }
}

/// The signed number that is stored as this unsigned one.
pub fn unzigzag(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let mut reader = Reader::new(&[0x00, 0x7F, 0x80, 0x01, 0xFF, 0xFF, 0x03, 0x01, 0x02, 0x83, 0x02]);
        let unsigned: Vec<usize> = (0..4).map(|_| reader.varint()).collect();
        assert_eq!(unsigned, [0, 127, 128, 65535]);
        let signed: Vec<i32> = (0..3).map(|_| reader.zigzag()).collect();
        assert_eq!(signed, [-1, 1, -130]);
        assert!(reader.rest().is_empty());
    }
}
