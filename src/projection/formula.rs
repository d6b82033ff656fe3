//! Which projections there are.

use std::f64::consts::{FRAC_PI_2, PI};

use super::albers::Albers;
use super::azimuthal::Azimuthal;
use super::equal_earth::EqualEarth;
use super::lambert::Lambert;
use super::mercator::Mercator;
use super::natural_earth::NaturalEarth;
use super::oblique::Oblique;
use super::robinson::Robinson;
use super::{Earth, Rotation};

/// A map projection with its parameters, which are degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// Keeps angles; lengths are true along two parallels. For wide areas in middle latitudes.
    LambertConformalConic {
        /// The one parallel.
        lat_1: f64,
        /// The other; may be the same.
        lat_2: f64,
    },
    /// Keeps areas; angles are true along two parallels. For wide areas in middle latitudes.
    AlbersEqualArea {
        /// The one parallel.
        lat_1: f64,
        /// The other; may be the same.
        lat_2: f64,
    },
    /// Keeps areas; the whole world with curved sides.
    EqualEarth,
    /// Keeps nothing and exaggerates nothing; the whole world with rounded corners.
    NaturalEarth,
    /// The same by an older table: the world of many atlases.
    Robinson,
    /// Keeps angles and draws north up everywhere; true along the equator only.
    Mercator,
    /// Mercator's cylinder laid round the central meridian, of a sphere. For what is long from north to south.
    TransverseMercator,
    /// The same round the great circle through the centre with that azimuth, clockwise from north. For what is long in
    /// any direction.
    ObliqueMercator {
        /// The great circle's azimuth at the centre.
        azimuth: f64,
    },
    /// A sphere around the map's centre. For what is as long as it is wide, and for the poles.
    Azimuthal(Azimuthal),
}

impl Projection {
    /// The projection made ready for computing. The oblique, transverse and azimuthal ones are those of a sphere.
    pub fn on(self, earth: Earth) -> Mapping {
        match self {
            Self::LambertConformalConic { lat_1, lat_2 } => {
                let (phi_1, phi_2) = (lat_1.to_radians(), lat_2.to_radians());
                // Between parallels that mirror each other the cone opens into the cylinder of Mercator.
                Lambert::new(earth, phi_1, phi_2)
                    .map_or_else(|| Mapping::Mercator(Mercator::new(earth, phi_1)), Mapping::Lambert)
            }
            Self::AlbersEqualArea { lat_1, lat_2 } => {
                Mapping::Albers(Albers::new(earth, lat_1.to_radians(), lat_2.to_radians()))
            }
            Self::EqualEarth => Mapping::EqualEarth(EqualEarth::new(earth)),
            Self::NaturalEarth => Mapping::NaturalEarth(NaturalEarth),
            Self::Robinson => Mapping::Robinson(Robinson),
            Self::Mercator => Mapping::Mercator(Mercator::new(earth, 0.0)),
            Self::TransverseMercator => Mapping::Oblique(Oblique::new(0.0)),
            Self::ObliqueMercator { azimuth } => Mapping::Oblique(Oblique::new(azimuth)),
            Self::Azimuthal(azimuthal) => Mapping::Azimuthal(azimuthal),
        }
    }

    /// The rotation that comes before the projection's [`Mapping`] where the map is to be rotated by `rotation`: the
    /// cylinders that lie round another circle than the equator want that circle turned to the equator.
    #[must_use]
    pub fn aspect(self, rotation: Rotation) -> Rotation {
        match self {
            Self::TransverseMercator => Oblique::rotation(rotation, 0.0),
            Self::ObliqueMercator { azimuth } => Oblique::rotation(rotation, azimuth),
            _ => rotation,
        }
    }
}

/// A projection on an earth of equatorial radius 1, its constants computed.
///
/// Longitudes are radians from the central meridian, -π to π; latitudes radians; x grows to the east and y to the north.
#[derive(Clone, Copy, Debug)]
pub enum Mapping {
    /// See [`Projection::LambertConformalConic`].
    Lambert(Lambert),
    /// See [`Projection::AlbersEqualArea`].
    Albers(Albers),
    /// See [`Projection::EqualEarth`].
    EqualEarth(EqualEarth),
    /// See [`Projection::NaturalEarth`].
    NaturalEarth(NaturalEarth),
    /// See [`Projection::Robinson`].
    Robinson(Robinson),
    /// See [`Projection::Mercator`].
    Mercator(Mercator),
    /// See [`Projection::ObliqueMercator`].
    Oblique(Oblique),
    /// See [`Projection::Azimuthal`].
    Azimuthal(Azimuthal),
}

impl Mapping {
    /// Where longitude `lambda` and latitude `phi` lie in the plane. Finite for latitudes within [`Mapping::latitudes`].
    pub fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        match self {
            Self::Lambert(lambert) => lambert.forward(lambda, phi),
            Self::Albers(albers) => albers.forward(lambda, phi),
            Self::EqualEarth(equal_earth) => equal_earth.forward(lambda, phi),
            Self::NaturalEarth(_) => NaturalEarth::forward(lambda, phi),
            Self::Robinson(_) => Robinson::forward(lambda, phi),
            Self::Mercator(mercator) => mercator.forward(lambda, phi),
            Self::Oblique(oblique) => oblique.forward(lambda, phi),
            Self::Azimuthal(azimuthal) => azimuthal.forward(lambda, phi),
        }
    }

    /// The longitude and latitude of a point of the plane; `None` where no point of the earth is drawn.
    pub fn inverse(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        // A hair beyond the seam is the seam: there rounding decides.
        let slack = 1e-9;
        let [lambda, phi] = match self {
            Self::Lambert(lambert) => lambert.inverse(x, y),
            Self::Albers(albers) => albers.inverse(x, y)?,
            Self::EqualEarth(equal_earth) => equal_earth.inverse(x, y)?,
            Self::NaturalEarth(_) => NaturalEarth::inverse(x, y)?,
            Self::Robinson(_) => Robinson::inverse(x, y)?,
            Self::Mercator(mercator) => mercator.inverse(x, y),
            Self::Oblique(oblique) => oblique.inverse(x, y),
            Self::Azimuthal(azimuthal) => azimuthal.inverse(x, y)?,
        };
        let inside = lambda.abs() <= PI + slack && phi.is_finite();
        inside.then(|| [lambda.clamp(-PI, PI), phi])
    }

    /// The southernmost and northernmost latitude that maps are drawn to: the poles, unless they lie at infinity.
    pub fn latitudes(&self) -> [f64; 2] {
        match self {
            Self::Lambert(lambert) if lambert.is_northern() => [-FARTHEST, FRAC_PI_2],
            Self::Lambert(_) => [-FRAC_PI_2, FARTHEST],
            Self::Mercator(_) | Self::Oblique(_) => [-FARTHEST, FARTHEST],
            Self::Albers(_) | Self::EqualEarth(_) | Self::NaturalEarth(_) | Self::Robinson(_) | Self::Azimuthal(_) => {
                [-FRAC_PI_2, FRAC_PI_2]
            }
        }
    }

    /// The angle from the map's centre beyond which nothing is drawn, for maps that end at a circle and have no seam.
    pub fn rim(&self) -> Option<f64> {
        if let Self::Azimuthal(azimuthal) = self { Some(azimuthal.rim()) } else { None }
    }
}

/// 88°: as near as a map comes to a pole at infinity.
const FARTHEST: f64 = 88.0 * PI / 180.0;
