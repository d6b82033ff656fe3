use std::fmt::{self, Write};

/// The greatest coordinate that is written, in pixels: beyond what any page has, within what every reader reads.
const GREATEST: f64 = 1e7;

/// A number in decimal fixed point, written as short as it goes: no zero before the point, none at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    scaled: i64,
    decimals: u32,
}

impl Number {
    /// `value` rounded to `decimals` places.
    pub fn new(value: f64, decimals: u32) -> Self {
        Self::scaled(scale(value, decimals), decimals)
    }

    /// `scaled` × 10^-`decimals`.
    pub fn scaled(scaled: i64, decimals: u32) -> Self {
        Self { scaled, decimals }
    }
}

/// `value` × 10^`decimals`, rounded.
pub(super) fn scale(value: f64, decimals: u32) -> i64 {
    (value.clamp(-GREATEST, GREATEST) * f64::from(10_u32.pow(decimals))).round() as i64
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scaled < 0 {
            f.write_char('-')?;
        }
        let one = 10_u64.pow(self.decimals);
        let (whole, mut part) = (self.scaled.unsigned_abs() / one, self.scaled.unsigned_abs() % one);
        if whole > 0 || part == 0 {
            write!(f, "{whole}")?;
        }
        if part > 0 {
            let mut digits = self.decimals as usize;
            while part % 10 == 0 {
                part /= 10;
                digits -= 1;
            }
            write!(f, ".{part:0digits$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_rounded_and_as_short_as_they_go() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (0.5, ".5"),
            (-0.05, "-.05"),
            (12.0, "12"),
            (12.3, "12.3"),
            (12.345_6, "12.35"),
            (-7.999, "-8"),
            (1e300, "10000000"),
        ];
        for (value, written) in cases {
            assert_eq!(Number::new(value, 2).to_string(), written, "{value}");
        }
    }
}
