//! How to draw the route.

use super::{Length, Spanned};

/// The look of the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// For paper.
    Print,
    /// Shades of grey only.
    Mono,
}

impl Theme {
    /// Every theme, under the name that the route file uses.
    pub const NAMES: [(&'static str, Theme); 4] =
        [("light", Theme::Light), ("dark", Theme::Dark), ("print", Theme::Print), ("mono", Theme::Mono)];
}

/// The projection that the file asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProjectionName {
    /// Chosen by the route's extent.
    #[default]
    Auto,
    /// Equal Earth.
    EqualEarth,
    /// Natural Earth.
    NaturalEarth,
    /// Robinson.
    Robinson,
    /// Mercator.
    Mercator,
    /// Mercator's cylinder round a meridian.
    TransverseMercator,
    /// Mercator's cylinder round the great circle that the route follows.
    ObliqueMercator,
    /// Lambert conformal conic.
    LambertConformalConic,
    /// Albers equal-area conic.
    AlbersEqualArea,
    /// Lambert azimuthal equal-area.
    AzimuthalEqualArea,
    /// Azimuthal equidistant.
    AzimuthalEquidistant,
    /// Orthographic: a globe.
    Orthographic,
}

impl ProjectionName {
    /// Every projection, under the name that the route file uses.
    pub const NAMES: [(&'static str, ProjectionName); 12] = [
        ("auto", ProjectionName::Auto),
        ("equal-earth", ProjectionName::EqualEarth),
        ("natural-earth", ProjectionName::NaturalEarth),
        ("robinson", ProjectionName::Robinson),
        ("mercator", ProjectionName::Mercator),
        ("transverse-mercator", ProjectionName::TransverseMercator),
        ("oblique-mercator", ProjectionName::ObliqueMercator),
        ("lambert-conformal-conic", ProjectionName::LambertConformalConic),
        ("albers-equal-area", ProjectionName::AlbersEqualArea),
        ("azimuthal-equal-area", ProjectionName::AzimuthalEqualArea),
        ("azimuthal-equidistant", ProjectionName::AzimuthalEquidistant),
        ("orthographic", ProjectionName::Orthographic),
    ];
}

/// The language of the names of countries, seas and cities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Ukrainian.
    Ukrainian,
    /// Russian.
    Russian,
    /// Korean.
    Korean,
    /// Chinese, in simplified characters.
    Chinese,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language, under its ISO 639-1 code.
    pub const NAMES: [(&'static str, Language); 6] = [
        ("en", Language::English),
        ("uk", Language::Ukrainian),
        ("ru", Language::Russian),
        ("ko", Language::Korean),
        ("zh", Language::Chinese),
        ("ja", Language::Japanese),
    ];
}

/// Width and height of the sheet in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom; of a column, at most.
    pub height: u32,
    /// Pixels per inch on paper: how large the sheet is where it is printed or placed on a page.
    pub dpi: u32,
    /// Whether this is a newspaper's column: type is larger, since it is printed small, and a map is no taller than it needs
    /// to be.
    pub is_column: bool,
}

impl Size {
    /// Exactly that many pixels, 96 to the inch as on screens.
    pub const fn new(width: u32, height: u32) -> Size {
        Size { width, height, dpi: 96, is_column: false }
    }

    /// The size of a chart: in a column it is a little higher than wide.
    #[must_use]
    pub fn of_chart(self) -> Size {
        if self.is_column { Size { height: self.width * 6 / 5, ..self } } else { self }
    }
}

impl Default for Size {
    fn default() -> Self {
        Size::new(2400, 1350)
    }
}

/// A strip that is shaded on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Band {
    /// Between the reported ends of a claim.
    Claim(Spanned<String>),
    /// Within a distance of something.
    Around {
        /// Of what: a place, `border of XX` or `coast`.
        around: Spanned<String>,
        /// How far.
        distance: Length,
    },
}

/// Circles of given radii around a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Rings {
    /// The place.
    pub around: Spanned<String>,
    /// The radii.
    pub distances: Vec<Length>,
}

/// The `[style]` table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// The look of the sheet.
    pub theme: Theme,
    /// The language of the names of countries, seas and cities.
    pub language: Language,
    /// The projection.
    pub projection: ProjectionName,
    /// The sheet's size.
    pub size: Size,
    /// A strip to shade.
    pub band: Option<Band>,
    /// Circles to draw.
    pub rings: Option<Rings>,
}
