//! A named position, with the radius within which it is known.

use geo::Point;

use super::{Interval, Length, Span, Spanned};

/// A place that the file defines.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its key in the file.
    pub id: String,
    /// Where its table starts.
    pub span: Span,
    /// What the report calls it.
    pub name: Option<String>,
    /// ISO 3166-1 code of the country that the report puts it in.
    pub country: Option<Spanned<String>>,
    /// Where it is.
    pub position: Position,
    /// How well the position is known.
    pub radius: Option<Length>,
    /// How long the cargo stayed there, in days.
    pub stay_days: Option<Interval>,
    /// Ids of the sources that name it; they need not have located it.
    pub sources: Vec<Spanned<String>>,
}

/// How a place's position is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// By coordinates: x longitude, y latitude, degrees.
    At(Point),
    /// By a name that is looked up among the places that portolan carries.
    Near(Spanned<String>),
    /// By its distance along a leg: a constructed place.
    On(On),
    /// Not at all, beyond perhaps a country.
    Unknown,
}

/// `on = { leg, towards, distance, from }`: where the leg's track lies at a distance from something.
#[derive(Clone, Debug, PartialEq)]
pub struct On {
    /// The leg's id or number.
    pub leg: Spanned<String>,
    /// The place that the leg is laid to before it is cut.
    pub towards: Spanned<String>,
    /// How far.
    pub distance: Spanned<Length>,
    /// From what: a place, `border of XX` or `coast`.
    pub from: Spanned<String>,
}

impl Place {
    /// The name, or the id where the report gives none.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// Whether no report names it and portolan computes it.
    pub fn constructed(&self) -> bool {
        matches!(self.position, Position::On(_))
    }
}
