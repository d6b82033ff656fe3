//! Which projections there are.

use super::Earth;
use super::equal_earth::EqualEarth;
use super::lambert::Lambert;
use super::mercator::Mercator;

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
    /// Keeps areas; the whole world with curved sides.
    EqualEarth,
    /// Keeps angles and draws north up everywhere; true along the equator only.
    Mercator,
}

impl Projection {
    /// The projection made ready for computing.
    pub fn on(self, earth: Earth) -> Mapping {
        match self {
            Self::LambertConformalConic { lat_1, lat_2 } => {
                let (phi_1, phi_2) = (lat_1.to_radians(), lat_2.to_radians());
                // Between parallels that mirror each other the cone opens into the cylinder of Mercator.
                Lambert::new(earth, phi_1, phi_2)
                    .map_or_else(|| Mapping::Mercator(Mercator::new(earth, phi_1)), Mapping::Lambert)
            }
            Self::EqualEarth => Mapping::EqualEarth(EqualEarth::new(earth)),
            Self::Mercator => Mapping::Mercator(Mercator::new(earth, 0.0)),
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
    /// See [`Projection::EqualEarth`].
    EqualEarth(EqualEarth),
    /// See [`Projection::Mercator`].
    Mercator(Mercator),
}

impl Mapping {
    /// Where longitude `lambda` and latitude `phi` lie in the plane. Finite for latitudes within [`Mapping::latitudes`].
    pub fn forward(&self, lambda: f64, phi: f64) -> [f64; 2] {
        match self {
            Self::Lambert(lambert) => lambert.forward(lambda, phi),
            Self::EqualEarth(equal_earth) => equal_earth.forward(lambda, phi),
            Self::Mercator(mercator) => mercator.forward(lambda, phi),
        }
    }

    /// The longitude and latitude of a point of the plane; `None` where no point of the earth is drawn.
    pub fn inverse(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        // A hair beyond the seam is the seam: there rounding decides.
        let slack = 1e-9;
        let [lambda, phi] = match self {
            Self::Lambert(lambert) => lambert.inverse(x, y),
            Self::EqualEarth(equal_earth) => equal_earth.inverse(x, y)?,
            Self::Mercator(mercator) => mercator.inverse(x, y),
        };
        let inside = lambda.abs() <= std::f64::consts::PI + slack && phi.is_finite();
        inside.then(|| [lambda.clamp(-std::f64::consts::PI, std::f64::consts::PI), phi])
    }

    /// The southernmost and northernmost latitude that maps are drawn to: the poles, unless they lie at infinity.
    pub fn latitudes(&self) -> [f64; 2] {
        let pole = std::f64::consts::FRAC_PI_2;
        match self {
            Self::Lambert(lambert) if lambert.is_northern() => [-FARTHEST, pole],
            Self::Lambert(_) => [-pole, FARTHEST],
            Self::EqualEarth(_) => [-pole, pole],
            Self::Mercator(_) => [-FARTHEST, FARTHEST],
        }
    }
}

/// 88°: as near as a map comes to a pole at infinity.
const FARTHEST: f64 = 88.0 * std::f64::consts::PI / 180.0;
