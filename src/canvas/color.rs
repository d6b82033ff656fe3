use std::fmt;

/// A colour of the sRGB space, with opacity.
///
/// ```
/// use portolan::canvas::Color;
/// let sea = Color::rgb(0xdd_e9_f2);
/// assert_eq!((sea.red, sea.green, sea.blue, sea.alpha), (0xdd, 0xe9, 0xf2, 255));
/// assert_eq!(sea.to_string(), "#dde9f2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// 0 to 255.
    pub red: u8,
    /// 0 to 255.
    pub green: u8,
    /// 0 to 255.
    pub blue: u8,
    /// 0 (nothing to see) to 255 (opaque).
    pub alpha: u8,
}

impl Color {
    /// Black, opaque.
    pub const BLACK: Color = Color::rgb(0);
    /// White, opaque.
    pub const WHITE: Color = Color::rgb(0xff_ff_ff);

    /// The opaque colour written `0xRR_GG_BB`.
    pub const fn rgb(hex: u32) -> Self {
        Self { red: (hex >> 16) as u8, green: (hex >> 8) as u8, blue: hex as u8, alpha: 255 }
    }

    /// The same colour with the opacity `alpha`, from 0 to 1.
    #[must_use]
    pub fn with_opacity(self, alpha: f64) -> Self {
        Self { alpha: (alpha.clamp(0.0, 1.0) * 255.0).round() as u8, ..self }
    }

    /// From 0 to 1.
    pub fn opacity(self) -> f64 {
        f64::from(self.alpha) / 255.0
    }
}

/// As in CSS, without the opacity, and as short as it goes: `#dde9f2`, `#fff`.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue, .. } = *self;
        if [red, green, blue].iter().all(|part| part >> 4 == part & 15) {
            write!(f, "#{:x}{:x}{:x}", red & 15, green & 15, blue & 15)
        } else {
            write!(f, "#{red:02x}{green:02x}{blue:02x}")
        }
    }
}
