use std::sync::{Arc, OnceLock};

use miniz_oxide::inflate::decompress_to_vec;

use super::{Font, GlyphRun, MissingGlyph};

/// Which of the embedded faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Upright, weight 400.
    Regular,
    /// Upright, weight 700.
    Bold,
    /// Slanted, weight 400.
    Italic,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    /// The face.
    pub face: Face,
    /// The size of the em square in pixels.
    pub size_px: f64,
    /// What is added between letters, in pixels.
    pub spacing_px: f64,
    /// Whether all figures have the same width, as in a table.
    pub tabular: bool,
}

impl Lettering {
    /// A face at a size, not spaced, with figures of their own widths.
    pub fn new(face: Face, size_px: f64) -> Self {
        Self { face, size_px, spacing_px: 0.0, tabular: false }
    }

    /// The same with `spacing_px` between letters.
    #[must_use]
    pub fn spaced(self, spacing_px: f64) -> Self {
        Self { spacing_px, ..self }
    }

    /// The same with figures of one width.
    #[must_use]
    pub fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }
}

/// The faces that text can be set in. Cheap to clone.
#[derive(Clone)]
pub struct Fonts {
    regular: Arc<Font>,
    bold: Arc<Font>,
    italic: Arc<Font>,
    /// For lines with characters that these do not have.
    substitute: Option<Arc<Font>>,
}

impl Fonts {
    /// The faces that the program carries: Inter, with Latin, Greek and Cyrillic letters. They are read once and then
    /// shared.
    ///
    /// # Panics
    ///
    /// Never, unless the program was built with files in `data/fonts` that are no fonts.
    pub fn embedded() -> Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        let read = |data: &'static [u8]| Arc::new(Font::parse(data).expect("the embedded fonts are fonts"));
        // Fewer words are set in these: they are half as large so.
        let unpacked = |packed: &[u8]| decompress_to_vec(packed).expect("the embedded fonts are whole").leak();
        let all = FONTS.get_or_init(|| Self {
            regular: read(include_bytes!("../../../data/fonts/Inter-Regular.ttf")),
            bold: read(unpacked(include_bytes!("../../../data/fonts/Inter-Bold.ttf.deflate"))),
            italic: read(unpacked(include_bytes!("../../../data/fonts/Inter-Italic.ttf.deflate"))),
            substitute: None,
        });
        all.clone()
    }

    /// The same with another font, the bytes of a TrueType or OpenType file, for lines with characters that they do not
    /// have: such a line is set in it as a whole, upright and in its own weight. `None` if it isn't a font.
    ///
    /// The font stays in memory until the program ends.
    #[must_use]
    pub fn with_substitute(self, data: Vec<u8>) -> Option<Self> {
        let substitute = Some(Arc::new(Font::parse(Vec::leak(data))?));
        Some(Self { substitute, ..self })
    }

    /// The font of a face.
    pub fn font(&self, face: Face) -> &Arc<Font> {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
        }
    }

    /// Sets one line of text. Tabs and line ends become spaces.
    ///
    /// # Errors
    ///
    /// Names the first character that neither the face nor the substitute has.
    ///
    /// ```
    /// use portolan::canvas::{Face, Fonts, Lettering};
    /// let fonts = Fonts::embedded();
    /// let run = fonts.shape("Тихорецк", Lettering::new(Face::Bold, 24.0))?;
    /// assert!(run.width() > 100.0 && run.width() < 150.0);
    /// assert!(fonts.shape("나진", Lettering::new(Face::Bold, 24.0)).is_err());
    /// # Ok::<(), portolan::canvas::MissingGlyph>(())
    /// ```
    pub fn shape(&self, text: &str, lettering: Lettering) -> Result<GlyphRun, MissingGlyph> {
        let own = GlyphRun::set(text, self.font(lettering.face), lettering);
        match (&self.substitute, own) {
            (Some(substitute), Err(_)) => GlyphRun::set(text, substitute, lettering),
            (_, own) => own,
        }
    }
}
