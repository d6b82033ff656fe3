//! Seas and oceans: their names, and where they stand on a map.
//!
//! `data/world/seas.csv` is a list of our own: names as in the International Hydrographic Organization's *Limits of
//! Oceans and Seas* (S-23, 1953) and in common use, each with the middle of its open water and about how far that reaches
//! to the sides, rounded. It is for lettering maps; no limits of seas follow from it.

use geo::{Point, point};

static TABLE: &str = include_str!("../../data/world/seas.csv");

/// A sea, an ocean, a gulf.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sea {
    /// Its English name.
    pub name: &'static str,
    /// About the middle of its open water.
    pub position: Point,
    /// How far that reaches to the east and west.
    pub half_width_km: f64,
    /// How far it reaches to the north and south.
    pub half_height_km: f64,
}

/// All seas that the program carries, in the table's order.
///
/// # Example
/// ```
/// let azov = portolan::world::seas().find(|sea| sea.name == "Sea of Azov").unwrap();
/// assert!(azov.half_width_km < 200.0);
/// ```
pub fn seas() -> impl Iterator<Item = Sea> {
    TABLE.lines().skip(1).filter_map(|line| {
        let mut columns = line.split(',');
        let name = columns.next()?;
        let mut number = || columns.next()?.parse::<f64>().ok();
        let (lat, lon) = (number()?, number()?);
        Some(Sea { name, position: point!(x: lon, y: lat), half_width_km: number()?, half_height_km: number()? })
    })
}
