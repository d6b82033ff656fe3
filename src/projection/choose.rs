//! Which projection suits an extent.

use geo::Point;

use super::describe::latitude;
use super::extent::{Extent, Thread};
use super::{Azimuthal, Form, Projection, Rotation};

/// From this radius on an extent is taken for worldwide, degrees of arc.
const WORLDWIDE_DEG: f64 = 50.0;

/// Below this one every projection looks the same, and the usual ones are taken.
const REGIONAL_DEG: f64 = 12.5;

/// An extent that is wider than high by that much is wide; one that is longer than wide by that much is long.
const WIDE: f64 = 1.2;
const LONG: f64 = 3.0;

/// Cones would fan out what is wider, along its middle parallel.
const WIDEST_DEG: f64 = 80.0;

/// Cones suit latitudes whose middle is at least that far from the equator.
const EQUATORIAL_DEG: f64 = 15.0;

/// A route in a direction nearer to the north than that follows a meridian.
const MERIDIONAL_DEG: f64 = 10.0;

/// An extent that lies beyond this latitude and reaches far round the pole, or up to it, is seen from above the pole.
const POLAR_DEG: f64 = 60.0;
const ROUND_THE_POLE_DEG: f64 = 90.0;
const AT_THE_POLE_DEG: f64 = 85.0;

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
/// Round a pole: Lambert's azimuthal one around the pole. Worldwide (over 100° across): Equal Earth. Wide: Lambert's
/// conformal conic, round the equator Mercator. Long in another direction and thin: Mercator's cylinder round the great
/// circle, or meridian, that the route follows. As long as wide: Lambert's azimuthal one around its middle. What is less
/// than 25° across is taken for wide: there no projection distorts by more than one part in a hundred.
pub fn choose(points: &[Point]) -> Choice {
    let extent = Extent::of(points);
    let choice = |form: Form, why: String| {
        let (projection, rotation) = form.fitted_to(&extent, || Thread::of(points));
        Choice { projection, rotation, why }
    };
    if points.is_empty() {
        return choice(Form::EqualEarth, "nothing to fit: the whole earth".to_owned());
    }
    let across = match 2.0 * extent.radius {
        small if small < 2.0 => format!("{small:.1}° across"),
        large => format!("{large:.0}° across"),
    };
    let parallels = format!("{} to {}", latitude(extent.south), latitude(extent.north));
    if is_round_a_pole(&extent) {
        let phi = -90.0f64.copysign(extent.parallel());
        let rotation = Rotation { phi, ..Rotation::centred_on(extent.meridian) };
        let why = format!("{parallels}, round the pole: areas are kept");
        return Choice { projection: Projection::Azimuthal(Azimuthal::EqualArea), rotation, why };
    }
    if extent.radius > WORLDWIDE_DEG {
        return choice(Form::EqualEarth, format!("worldwide, {across}: areas are kept"));
    }
    let is_wide = extent.width() > WIDE * extent.height() && extent.width() < WIDEST_DEG;
    if is_wide || extent.radius < REGIONAL_DEG {
        return if extent.parallel().abs() < EQUATORIAL_DEG {
            choice(Form::Mercator, format!("{parallels}, round the equator"))
        } else {
            choice(Form::LambertConformalConic, format!("{parallels}, {across}: angles are kept"))
        };
    }
    let thread = Thread::of(points);
    if thread.length > LONG * thread.width {
        let figures = format!("{:.0}° long and {:.0}° wide", thread.length, thread.width);
        return if thread.azimuth.abs() < MERIDIONAL_DEG {
            choice(Form::TransverseMercator, format!("along a meridian, {figures}: angles are kept"))
        } else {
            choice(Form::ObliqueMercator, format!("along a great circle, {figures}: angles are kept"))
        };
    }
    choice(Form::AzimuthalEqualArea, format!("{across} in every direction: areas are kept"))
}

fn is_round_a_pole(extent: &Extent) -> bool {
    let Extent { south, north, span, .. } = *extent;
    let (nearest_pole, farthest) = if extent.parallel() >= 0.0 { (north, south) } else { (-south, -north) };
    farthest > POLAR_DEG && (span > ROUND_THE_POLE_DEG || nearest_pole > AT_THE_POLE_DEG)
}
