//! Projections by their names: what is left to be found is their parameters and their centre.

use geo::Point;

use super::extent::{Extent, Thread};
use super::{Azimuthal, Projection, Rotation};

/// A projection without its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// [`Projection::EqualEarth`]
    EqualEarth,
    /// [`Projection::NaturalEarth`]
    NaturalEarth,
    /// [`Projection::Robinson`]
    Robinson,
    /// [`Projection::Mercator`]
    Mercator,
    /// [`Projection::TransverseMercator`]
    TransverseMercator,
    /// [`Projection::ObliqueMercator`]
    ObliqueMercator,
    /// [`Projection::LambertConformalConic`]
    LambertConformalConic,
    /// [`Projection::AlbersEqualArea`]
    AlbersEqualArea,
    /// [`Azimuthal::EqualArea`]
    AzimuthalEqualArea,
    /// [`Azimuthal::Equidistant`]
    AzimuthalEquidistant,
    /// [`Azimuthal::Orthographic`]
    Orthographic,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::EqualEarth,
        Self::NaturalEarth,
        Self::Robinson,
        Self::Mercator,
        Self::TransverseMercator,
        Self::ObliqueMercator,
        Self::LambertConformalConic,
        Self::AlbersEqualArea,
        Self::AzimuthalEqualArea,
        Self::AzimuthalEquidistant,
        Self::Orthographic,
    ];

    /// The projection with the parameters and the rotation that suit `points`, the vertices of a route, densified.
    ///
    /// # Example
    /// ```
    /// use geo::point;
    /// use portolan::projection::{Form, Projection, Rotation};
    ///
    /// let (projection, rotation) = Form::Robinson.fitted(&[point! { x: 170.0, y: 0.0 }, point! { x: -150.0, y: 0.0 }]);
    /// assert_eq!((projection, rotation), (Projection::Robinson, Rotation::centred_on(-170.0)));
    /// ```
    pub fn fitted(self, points: &[Point]) -> (Projection, Rotation) {
        self.fitted_to(&Extent::of(points), || Thread::of(points))
    }

    pub(super) fn fitted_to(self, extent: &Extent, thread: impl Fn() -> Thread) -> (Projection, Rotation) {
        let upright = Rotation::centred_on(extent.meridian);
        let around = |at: Point| Rotation { lambda: -at.x(), phi: -at.y(), gamma: 0.0 };
        let [lat_1, lat_2] = extent.parallels();
        match self {
            Self::EqualEarth => (Projection::EqualEarth, upright),
            Self::NaturalEarth => (Projection::NaturalEarth, upright),
            Self::Robinson => (Projection::Robinson, upright),
            Self::Mercator => (Projection::Mercator, upright),
            Self::TransverseMercator => (Projection::TransverseMercator, upright),
            Self::ObliqueMercator => {
                let thread = thread();
                (Projection::ObliqueMercator { azimuth: thread.azimuth }, around(thread.middle))
            }
            Self::LambertConformalConic => (Projection::LambertConformalConic { lat_1, lat_2 }, upright),
            Self::AlbersEqualArea => (Projection::AlbersEqualArea { lat_1, lat_2 }, upright),
            Self::AzimuthalEqualArea => (Projection::Azimuthal(Azimuthal::EqualArea), around(extent.centre)),
            Self::AzimuthalEquidistant => (Projection::Azimuthal(Azimuthal::Equidistant), around(extent.centre)),
            Self::Orthographic => (Projection::Azimuthal(Azimuthal::Orthographic), around(extent.centre)),
        }
    }
}
