use std::error::Error;
use std::fmt;

/// The size of a page in whole pixels: neither nothing nor more than can be painted.
///
/// ```
/// use portolan::canvas::PageSize;
/// assert_eq!(PageSize::new(2400, 1350)?.width(), 2400);
/// let error = PageSize::new(2400, 0).unwrap_err();
/// assert_eq!(error.to_string(), "a page of 2400 × 0 px can't be drawn: a side has from 1 to 16384 px");
/// # Ok::<(), portolan::canvas::PageSizeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSize {
    width: u16,
    height: u16,
}

impl PageSize {
    /// The longest side: an A0 sheet at 300 dpi fits, and a square of it, at 4 bytes a pixel, into 1 GiB.
    pub const MAX_SIDE_PX: u32 = 16_384;

    /// A page of `width` × `height` pixels.
    ///
    /// # Errors
    ///
    /// A side is 0 or longer than [`MAX_SIDE_PX`](Self::MAX_SIDE_PX).
    pub fn new(width: u32, height: u32) -> Result<Self, PageSizeError> {
        let fits = |side| (1..=Self::MAX_SIDE_PX).contains(&side);
        if fits(width) && fits(height) {
            Ok(Self { width: width as u16, height: height as u16 })
        } else {
            Err(PageSizeError { width, height })
        }
    }

    /// In pixels.
    pub fn width(self) -> u16 {
        self.width
    }

    /// In pixels.
    pub fn height(self) -> u16 {
        self.height
    }
}

/// No page has this size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSizeError {
    /// In pixels, as asked for.
    pub width: u32,
    /// In pixels, as asked for.
    pub height: u32,
}

impl fmt::Display for PageSizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self { width, height }, max) = (self, PageSize::MAX_SIDE_PX);
        write!(f, "a page of {width} × {height} px can't be drawn: a side has from 1 to {max} px")
    }
}

impl Error for PageSizeError {}
