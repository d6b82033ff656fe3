//! Which projection suits an extent.

use geo::Point;

use super::bounds::shortest_arc;
use super::sphere::{Spherical, dot};
use super::{Projection, Rotation};

/// From this much of arc on, from end to end, an extent is taken for worldwide.
const WORLDWIDE_DEG: f64 = 100.0;

/// And from this much along its middle parallel on: a cone would fan it out.
const WIDE_DEG: f64 = 80.0;

/// Cones suit latitudes whose middle is at least that far from the equator.
const EQUATORIAL_DEG: f64 = 15.0;

/// An extent that lies beyond this latitude and reaches far round the pole, or up to it, is seen from above the pole.
const POLAR_DEG: f64 = 60.0;
const ROUND_THE_POLE_DEG: f64 = 90.0;
const AT_THE_POLE_DEG: f64 = 85.0;

/// A cone with this parallel is all but flat: the polar stereographic projection, without the gap that a steeper cone
/// has on the far side of the pole.
const FLAT_CONE_DEG: f64 = 89.9;

/// A projection, and why it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The projection.
    pub projection: Projection,
    /// The rotation that centres it.
    pub rotation: Rotation,
    /// In a few words.
    pub why: String,
}

/// The projection that suits `points`: the vertices of a route, densified.
///
/// Round a pole: Lambert's conformal conic with its parallel all but at it. Worldwide (over 100° across, or over 80° along its middle parallel): Equal Earth. Round the equator: Mercator. Else Lambert's conformal conic with its
/// parallels at a sixth and five sixths of the latitudes (Snyder 1987, page 99, after Deetz & Adams).
pub fn choose(points: &[Point]) -> Choice {
    let mut longitudes: Vec<f64> = points.iter().map(|point| libm::remainder(point.x(), 360.0)).collect();
    let (west, span) = shortest_arc(&mut longitudes);
    let south = points.iter().map(|point| point.y()).fold(90.0, f64::min);
    let north = points.iter().map(|point| point.y()).fold(-90.0, f64::max);
    let across = across_deg(points, west + 0.5 * span, 0.5 * (south + north));
    let centre = libm::remainder(rounded(west + 0.5 * span, span), 360.0);
    let rotation = Rotation::centred_on(centre);
    let choice = |projection, why: String| Choice { projection, rotation, why };
    if points.is_empty() {
        return choice(Projection::EqualEarth, "nothing to fit: the whole earth".to_owned());
    }
    let (nearest_pole, farthest) = if north + south >= 0.0 { (north, south) } else { (-south, -north) };
    if farthest > POLAR_DEG && (span > ROUND_THE_POLE_DEG || nearest_pole > AT_THE_POLE_DEG) {
        let parallel = FLAT_CONE_DEG.copysign(north + south);
        let why = format!("{} to {}, round the pole: angles are kept", latitude(south), latitude(north));
        return choice(Projection::LambertConformalConic { lat_1: parallel, lat_2: parallel }, why);
    }
    let wide = span * libm::cos((0.5 * (south + north)).to_radians());
    if across > WORLDWIDE_DEG || wide > WIDE_DEG || span > 180.0 {
        return choice(Projection::EqualEarth, format!("worldwide, {across:.0}° across: areas are kept"));
    }
    if (south + north).abs() < 2.0 * EQUATORIAL_DEG {
        return choice(Projection::Mercator, format!("{} to {}, round the equator", latitude(south), latitude(north)));
    }
    let sixth = (north - south) / 6.0;
    let (lat_1, lat_2) = (rounded(south + sixth, 4.0 * sixth), rounded(north - sixth, 4.0 * sixth));
    let why = format!("{} to {}, {across:.0}° across: angles are kept", latitude(south), latitude(north));
    choice(Projection::LambertConformalConic { lat_1, lat_2 }, why)
}

impl Choice {
    /// For the map's note.
    ///
    /// # Example
    /// ```
    /// use geo::point;
    /// use portolan::projection::choose;
    ///
    /// let choice = choose(&[point! { x: 132.0, y: 43.0 }, point! { x: 40.0, y: 63.0 }]);
    /// assert_eq!(choice.describe(), "Lambert conformal conic, standard parallels 46° and 60° N, centred on 86° E");
    /// ```
    pub fn describe(&self) -> String {
        let centre = longitude(-self.rotation.lambda);
        match self.projection {
            Projection::LambertConformalConic { lat_1, lat_2 } => {
                let (first, second) = (latitude(lat_1), latitude(lat_2));
                let parallels = if first == second {
                    format!("standard parallel {first}")
                } else if (lat_1 < 0.0) == (lat_2 < 0.0) {
                    format!("standard parallels {} and {second}", first.trim_end_matches([' ', 'N', 'S']))
                } else {
                    format!("standard parallels {first} and {second}")
                };
                format!("Lambert conformal conic, {parallels}, centred on {centre}")
            }
            Projection::EqualEarth => format!("Equal Earth, centred on {centre}"),
            Projection::Mercator => format!("Mercator, centred on {centre}"),
        }
    }
}

/// How far apart, in degrees of arc, the points are at most: twice the farthest from their middle, in longitude and
/// latitude taken together.
fn across_deg(points: &[Point], longitude: f64, latitude: f64) -> f64 {
    let vector = |x: f64, y: f64| Spherical { lambda: x.to_radians(), phi: y.to_radians() }.vector();
    let middle = vector(longitude, latitude);
    let nearest = points.iter().map(|point| dot(middle, vector(point.x(), point.y()))).fold(1.0, f64::min);
    2.0 * libm::acos(nearest.clamp(-1.0, 1.0)).to_degrees()
}

/// To whole degrees, so that the note tells the parameters as they are; finer where the extent is small.
fn rounded(degrees: f64, extent: f64) -> f64 {
    let unit = if extent >= 4.0 { 1.0 } else { 10.0 };
    (degrees * unit).round() / unit
}

fn latitude(degrees: f64) -> String {
    let side = if degrees < 0.0 { "S" } else { "N" };
    format!("{}° {side}", tenths(degrees))
}

fn longitude(degrees: f64) -> String {
    let degrees = libm::remainder(degrees, 360.0);
    match tenths(degrees) {
        0.0 => "0°".to_owned(),
        180.0 => "180°".to_owned(),
        figure => format!("{figure}° {}", if degrees < 0.0 { "W" } else { "E" }),
    }
}

fn tenths(degrees: f64) -> f64 {
    (degrees.abs() * 10.0).round() / 10.0
}
