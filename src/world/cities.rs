//! Cities for orientation: those that a map may name although its route has nothing to do with them.

use geo::{Point, point};

use super::embedded::Embedded;

static TABLE: Embedded = Embedded::packed(include_bytes!("../../data/world/cities.tsv.deflate"));

/// A city that people know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct City {
    /// Its main name.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2, as GeoNames assigns it.
    pub country: &'static str,
    /// Its middle.
    pub position: Point,
    /// How far the next more important city is: of those with 500 km and more, no two are nearer to each other than that.
    pub isolation_km: f64,
}

/// All of them, the most important first.
///
/// # Example
/// ```
/// let far: Vec<&str> = portolan::world::cities().filter(|city| city.isolation_km > 3500.0).map(|city| city.name).collect();
/// assert!(far.contains(&"Moscow") && !far.contains(&"Kyiv"));
/// ```
pub fn cities() -> impl Iterator<Item = City> {
    TABLE.text().lines().filter_map(|line| {
        let mut columns = line.split('\t');
        let (name, country) = (columns.next()?, columns.next()?);
        let mut number = || columns.next()?.parse::<f64>().ok();
        let (lat, lon) = (number()?, number()?);
        Some(City { name, country, position: point!(x: lon, y: lat), isolation_km: number()? })
    })
}
