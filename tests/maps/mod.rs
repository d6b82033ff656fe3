//! Views and places that tests of maps share.

#![allow(dead_code, reason = "each test takes what it needs")]

use geo::Point;
use portolan::projection::{Azimuthal, Frame, Projection, Rotation, View};

/// What all of them are seen through.
pub const FRAME: Frame = Frame { left: 0.0, top: 0.0, right: 1200.0, bottom: 700.0 };
/// For middle northern latitudes.
pub const CONE: Projection = Projection::LambertConformalConic { lat_1: 45.0, lat_2: 70.0 };
/// One that opens to the other side.
pub const SOUTHERN_CONE: Projection = Projection::LambertConformalConic { lat_1: -50.0, lat_2: -20.0 };

/// Every projection.
pub const PROJECTIONS: [Projection; 12] = [
    Projection::EqualEarth,
    Projection::Mercator,
    CONE,
    SOUTHERN_CONE,
    Projection::NaturalEarth,
    Projection::Robinson,
    Projection::AlbersEqualArea { lat_1: 45.0, lat_2: 70.0 },
    Projection::TransverseMercator,
    Projection::ObliqueMercator { azimuth: 35.0 },
    Projection::Azimuthal(Azimuthal::EqualArea),
    Projection::Azimuthal(Azimuthal::Equidistant),
    Projection::Azimuthal(Azimuthal::Orthographic),
];

/// Views of many kinds: whole worlds, turned worlds, cones, and close ones.
pub fn views() -> Vec<View> {
    let mut views = Vec::new();
    for projection in PROJECTIONS {
        for rotation in [
            Rotation::default(),
            Rotation::centred_on(95.0),
            Rotation::centred_on(180.0),
            Rotation { lambda: 40.0, phi: -60.0, gamma: 25.0 },
        ] {
            for scale in [180.0, 900.0] {
                views.push(View::new(projection, rotation, scale, [600.0, 350.0], FRAME));
            }
        }
    }
    views
}

/// Figures from 0 to 1 that look like chance and are the same every time.
pub fn chance(count: u32) -> impl Iterator<Item = f64> {
    (1..=count).map(|number| (f64::from(number) * 0.618_033_988_749_894_9).fract())
}

/// Points all over the sphere.
pub fn everywhere(count: u32) -> impl Iterator<Item = Point> {
    chance(count).enumerate().map(move |(number, turn)| {
        let height = 2.0 * (number as f64 + 0.5) / f64::from(count) - 1.0;
        Point::new(360.0 * turn - 180.0, height.asin().to_degrees())
    })
}

/// How far two pixels are apart.
pub fn gap(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Where a place is drawn that the view shows, unless it lies within half a pixel of where the map itself ends: there the
/// chords of its edge decide.
pub fn seen(view: &View, place: Point) -> Option<[f64; 2]> {
    let pixel = view.project(place).filter(|pixel| FRAME.contains(*pixel))?;
    let around = [(-0.5, 0.0), (0.5, 0.0), (0.0, -0.5), (0.0, 0.5)];
    around.iter().all(|(dx, dy)| view.invert([pixel[0] + dx, pixel[1] + dy]).is_some()).then_some(pixel)
}
