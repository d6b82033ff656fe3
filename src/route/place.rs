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
    /// On a leg, at a distance from something: a constructed place.
    On(On),
    /// On a leg, so far along it: a constructed place.
    Along(Along),
    /// In a direction from another place: a constructed place.
    Bearing(Bearing),
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

/// `on = { leg, km }`: where one is on the leg after so many kilometres.
#[derive(Clone, Debug, PartialEq)]
pub struct Along {
    /// The leg's id or number.
    pub leg: Spanned<String>,
    /// The place that the leg is laid to before it is cut; its own end if there is none.
    pub towards: Option<Spanned<String>>,
    /// How far along, from where the leg starts.
    pub km: Spanned<f64>,
}

/// `from = { place, bearing, distance }`: where one arrives who sets out from a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Bearing {
    /// The place.
    pub place: Spanned<String>,
    /// In which direction, in degrees clockwise from north.
    pub bearing_deg: f64,
    /// How far, straight on.
    pub distance: Length,
}

impl Position {
    /// The leg that it is on.
    pub fn leg(&self) -> Option<&Spanned<String>> {
        match self {
            Position::On(On { leg, .. }) | Position::Along(Along { leg, .. }) => Some(leg),
            _ => None,
        }
    }

    /// The place that the leg which it is on is laid to.
    pub fn towards(&self) -> Option<&Spanned<String>> {
        match self {
            Position::On(On { towards, .. }) => Some(towards),
            Position::Along(Along { towards, .. }) => towards.as_ref(),
            _ => None,
        }
    }

    /// What it is measured from, if that isn't the leg's start: a place, `border of XX` or `coast`.
    pub fn measured_from(&self) -> Option<&Spanned<String>> {
        match self {
            Position::On(On { from, .. }) => Some(from),
            Position::Bearing(Bearing { place, .. }) => Some(place),
            _ => None,
        }
    }
}

impl Place {
    /// The name, or the id where the report gives none.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// Whether no report names it and portolan computes it.
    pub fn constructed(&self) -> bool {
        matches!(self.position, Position::On(_) | Position::Along(_) | Position::Bearing(_))
    }
}
