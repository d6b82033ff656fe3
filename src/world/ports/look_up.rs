//! From what somebody wrote, or from a position, to ports.

use std::cmp::Reverse;
use std::sync::OnceLock;

use geo::Point;

use super::table::{Port, ports};
use crate::geodesy::distance_km;
use crate::world::gazetteer::{fold, matching, split};

/// The ports that are called so, or whose town is: the largest first, of one size those whose main name it is, of these
/// those of the largest town, then in the order of the index. More than one: the name is ambiguous, and whoever takes the
/// first has to say so.
///
/// Case, accents, spaces and punctuation don't matter. After the last comma a country may stand, by code or name. Towns
/// are looked up as [`look_up`](crate::world::gazetteer::look_up()) does, by names in any script, and may have a state.
///
/// # Example
/// ```
/// use portolan::world::ports_named;
///
/// assert_eq!(ports_named("Rotterdam, NL")[0].locode, Some("NLRTM"));
/// assert_eq!(ports_named("Saigon, Vietnam")[0].name, "Thanh Ho Chi Minh");
/// assert_eq!(ports_named("Роттердам"), ports_named("Rotterdam"));
/// ```
pub fn ports_named(query: &str) -> Vec<Port> {
    let (name, country) = split(query);
    let key = fold(name);
    let towns = matching(name, country).0;
    let town = |port: &Port| towns.iter().find(|town| port.town.is_some() && town.geonames_id == port.town);
    let bearing = bearing(&key);
    let is_called_so = |row: usize, port: &Port| {
        bearing.iter().any(|(_, bearer)| *bearer == row) && country.is_none_or(|code| port.country == code)
    };
    let rows = ports().iter().enumerate();
    let mut found: Vec<&Port> =
        rows.filter(|&(row, port)| is_called_so(row, port) || town(port).is_some()).map(|(_, port)| port).collect();
    // Stable: the rest stays in the order of the index.
    found.sort_by_cached_key(|port| {
        (Reverse(port.size), fold(port.name) != key, Reverse(town(port).map(|town| town.population)))
    });
    found.into_iter().cloned().collect()
}

/// The port of a UN/LOCODE, with or without a blank after the country: `NLRTM`, `NL RTM`. Of several ports that share
/// it, the largest; [`ports_by_locode`] tells whether there are.
///
/// Codes stand in capitals: without that, the town of Gaeta would be a terminal off Gabon (`GAETA`). Only codes
/// that the World Port Index has are known, and a few for the largest ports of which it has older ones.
///
/// # Example
/// ```
/// assert_eq!(portolan::world::port_by_locode("KP RJN").unwrap().name, "Najin");
/// ```
pub fn port_by_locode(code: &str) -> Option<Port> {
    ports_by_locode(code).into_iter().next()
}

/// All ports of a UN/LOCODE, as [`port_by_locode`] takes it: the terminals of one harbour may share their code. The
/// largest comes first, then they are in the order of the index.
pub fn ports_by_locode(code: &str) -> Vec<Port> {
    let code = code.trim();
    let Some((country, place)) = code.split_at_checked(2) else { return Vec::new() };
    let place = place.strip_prefix(' ').unwrap_or(place);
    let is_meant = |known: &str| known.split_at_checked(2) == Some((country, place));
    let mut found: Vec<&Port> = ports()
        .iter()
        .filter(|port| port.locode.into_iter().chain(port.other_locodes.iter().copied()).any(is_meant))
        .collect();
    found.sort_by_key(|port| Reverse(port.size));
    found.into_iter().cloned().collect()
}

/// The ports that are nearest to a point, the nearest first, each with its geodesic distance in km; `count` of them, or
/// all there are.
///
/// # Example
/// ```
/// use geo::point;
///
/// let (port, distance_km) = portolan::world::nearest_ports(point!(x: 4.48, y: 51.92), 1).remove(0);
/// assert_eq!(port.name, "Rotterdam");
/// assert!(distance_km < 5.0);
/// ```
pub fn nearest_ports(point: Point, count: usize) -> Vec<(Port, f64)> {
    let mut found: Vec<(&Port, f64)> = ports().iter().map(|port| (port, distance_km(point, port.position))).collect();
    found.sort_by(|one, other| one.1.total_cmp(&other.1));
    found.truncate(count);
    found.into_iter().map(|(port, distance_km)| (port.clone(), distance_km)).collect()
}

/// The folded name with the rows of the ports that bear it.
fn bearing(key: &str) -> &'static [(String, usize)] {
    let names = names();
    let first = names.partition_point(|(name, _)| name.as_str() < key);
    let after = names.partition_point(|(name, _)| name.as_str() <= key);
    &names[first..after]
}

/// Every folded name with the row of the port that bears it, sorted.
fn names() -> &'static [(String, usize)] {
    static NAMES: OnceLock<Vec<(String, usize)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let of = |(row, port): (usize, &'static Port)| {
            std::iter::once(port.name).chain(port.other_names.iter().copied()).map(move |name| (fold(name), row))
        };
        let mut names: Vec<(String, usize)> = ports().iter().enumerate().flat_map(of).collect();
        names.sort();
        names.dedup();
        names
    })
}
