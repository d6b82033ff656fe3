//! A place with the position that it was found to have.

use geo::Point;

/// A place of the route, resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Located {
    /// The id in the file, or the name that the file looks up.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// ISO 3166-1 code of the country that it lies in, as far as it is known.
    pub country: Option<String>,
    /// x longitude, y latitude in degrees; `None` where nobody says.
    pub position: Option<Point>,
    /// How well the position is known, in kilometres.
    pub radius_km: f64,
    /// What the name was taken for, if it was looked up.
    pub taken_for: Option<Match>,
    /// Whether no report names it.
    pub constructed: bool,
    /// Whether the file defines it (and does not just name it).
    pub defined: bool,
    /// Ids of the sources that name it.
    pub sources: Vec<String>,
}

/// The gazetteer's entry that a name was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its main name and country: `Tikhoretsk, RU`.
    pub name: String,
    /// Where that is from: GeoNames or the World Port Index.
    pub source: &'static str,
    /// Its number in GeoNames; `None` for one that was added by hand.
    pub geonames_id: Option<u32>,
}

/// The place that the route calls `name`.
pub(super) fn find<'a>(places: &'a [Located], name: &str) -> Option<&'a Located> {
    places.iter().find(|place| place.id == name)
}
