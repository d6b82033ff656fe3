//! A choice of projection in words.

use super::{Azimuthal, Choice, Projection};

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
        let meridian = longitude(-self.rotation.lambda);
        let centre = match -self.rotation.phi {
            90.0 => "the North Pole".to_owned(),
            -90.0 => "the South Pole".to_owned(),
            phi => format!("{} {meridian}", latitude(phi)),
        };
        match self.projection {
            Projection::LambertConformalConic { lat_1, lat_2 } => {
                format!("Lambert conformal conic, {}, centred on {meridian}", parallels(lat_1, lat_2))
            }
            Projection::AlbersEqualArea { lat_1, lat_2 } => {
                format!("Albers equal-area conic, {}, centred on {meridian}", parallels(lat_1, lat_2))
            }
            Projection::EqualEarth => format!("Equal Earth, centred on {meridian}"),
            Projection::NaturalEarth => format!("Natural Earth, centred on {meridian}"),
            Projection::Robinson => format!("Robinson, centred on {meridian}"),
            Projection::Mercator => format!("Mercator, centred on {meridian}"),
            Projection::TransverseMercator => format!("transverse Mercator, central meridian {meridian}"),
            Projection::ObliqueMercator { azimuth } => {
                let azimuth = tenths(if azimuth < 0.0 { azimuth + 180.0 } else { azimuth });
                format!("oblique Mercator along the great circle through {centre} at azimuth {azimuth}°")
            }
            Projection::Azimuthal(Azimuthal::EqualArea) => {
                format!("Lambert azimuthal equal-area, centred on {centre}")
            }
            Projection::Azimuthal(Azimuthal::Equidistant) => format!("azimuthal equidistant, centred on {centre}"),
            Projection::Azimuthal(Azimuthal::Orthographic) => format!("orthographic, centred on {centre}"),
        }
    }
}

fn parallels(lat_1: f64, lat_2: f64) -> String {
    let (first, second) = (latitude(lat_1), latitude(lat_2));
    if first == second {
        format!("standard parallel {first}")
    } else if (lat_1 < 0.0) == (lat_2 < 0.0) {
        format!("standard parallels {} and {second}", first.trim_end_matches([' ', 'N', 'S']))
    } else {
        format!("standard parallels {first} and {second}")
    }
}

pub(super) fn latitude(degrees: f64) -> String {
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
