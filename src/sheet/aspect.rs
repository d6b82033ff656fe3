//! Which projection a map has, and how it is turned: first what suits the route, then what suits the frame.

use geo::Point as Position;

use crate::geodesy;
use crate::journey::Journey;
use crate::projection::{Azimuthal, Choice, Form, Frame, Projection, Rotation, View, choose};
use crate::route::ProjectionName;

use super::scene::Scene;

/// A route that reaches farther from its middle than that, in km, is not seen whole from above it.
const HORIZON_KM: f64 = 9000.0;
/// What lies farther from the middle than that, in km, is on the other half of the earth.
const HEMISPHERE_KM: f64 = 10_000.0;
/// Maps whose middle lies beyond this latitude are seen from above.
const POLAR_DEG: f64 = 45.0;
/// Routes that reach beyond this latitude may be seen from any side: nobody has north above at the pole.
const ARCTIC_DEG: f64 = 66.6;
/// The turns that are tried, in degrees.
const TURNS: [f64; 8] = [-15.0, 15.0, -30.0, 30.0, -45.0, 45.0, -60.0, 60.0];
/// A turned map must be larger by that much.
const LARGER: f64 = 1.2;

/// The projection: the one that the file asks for, or the one that suits the route.
pub fn projection(journey: &Journey, points: &[Position]) -> Choice {
    let form = match journey.route.style.projection {
        ProjectionName::Auto => return choose(points),
        ProjectionName::EqualEarth => Form::EqualEarth,
        ProjectionName::NaturalEarth => Form::NaturalEarth,
        ProjectionName::Robinson => Form::Robinson,
        ProjectionName::Mercator => Form::Mercator,
        ProjectionName::TransverseMercator => Form::TransverseMercator,
        ProjectionName::ObliqueMercator => Form::ObliqueMercator,
        ProjectionName::LambertConformalConic => Form::LambertConformalConic,
        ProjectionName::AlbersEqualArea => Form::AlbersEqualArea,
        ProjectionName::AzimuthalEqualArea => Form::AzimuthalEqualArea,
        ProjectionName::AzimuthalEquidistant => Form::AzimuthalEquidistant,
        ProjectionName::Orthographic => Form::Orthographic,
    };
    let (projection, rotation) = form.fitted(points);
    Choice { projection, rotation, why: "as asked".to_owned() }
}

/// A better choice for this frame, if there is one.
pub fn better(journey: &Journey, choice: &Choice, points: &[Position], sketch: &Scene) -> Option<Choice> {
    if journey.route.style.projection != ProjectionName::Auto {
        return None;
    }
    without_gap(choice, points, sketch)
        .or_else(|| worldwide(choice, points, sketch))
        .or_else(|| turned(choice, points, sketch))
}

/// Where the frame is so much wider than the route that the map, which looks at the route from above, would show more than
/// half of the earth.
fn worldwide(choice: &Choice, points: &[Position], sketch: &Scene) -> Option<Choice> {
    let is_polar = choice.rotation.phi.abs() > POLAR_DEG;
    if choice.projection != Projection::Azimuthal(Azimuthal::EqualArea) || is_polar {
        return None;
    }
    let frame = sketch.frame;
    let middle = Position::new(-choice.rotation.lambda, -choice.rotation.phi);
    let is_beyond = |x: f64| {
        let side = sketch.view.invert([x, frame.center().y]);
        side.is_none_or(|side| geodesy::distance_km(middle, side) > HEMISPHERE_KM)
    };
    (is_beyond(frame.x0) || is_beyond(frame.x1)).then(|| {
        let (projection, rotation) = Form::EqualEarth.fitted(points);
        Choice { projection, rotation, why: "a wide map of a tall route, worldwide: areas are kept".to_owned() }
    })
}

/// Where a part of the frame is left without a map: a cone opens a gap beyond the pole on a tall sheet, and the whole earth
/// is wider than high.
fn without_gap(choice: &Choice, points: &[Position], sketch: &Scene) -> Option<Choice> {
    let (columns, what) = match choice.projection {
        Projection::LambertConformalConic { .. } | Projection::AlbersEqualArea { .. } => {
            (0..=24, "a tall map of a wide route, with the pole on it")
        }
        // Rounded corners are as they should be.
        Projection::EqualEarth => (8..=16, "a tall map of a wide route"),
        _ => return None,
    };
    let frame = sketch.frame;
    let mut rim = columns.flat_map(|step| {
        let x = frame.x0 + f64::from(step) / 24.0 * frame.width();
        [[x, frame.y0], [x, frame.y1]]
    });
    if rim.all(|pixel| sketch.view.invert(pixel).is_some()) {
        return None;
    }
    let (projection, rotation) = Form::AzimuthalEqualArea.fitted(points);
    let middle = Position::new(-rotation.lambda, -rotation.phi);
    let is_seen = points.iter().step_by(8).all(|point| geodesy::distance_km(middle, *point) < HORIZON_KM);
    is_seen.then(|| Choice { projection, rotation, why: format!("{what}: areas are kept") })
}

/// A route in the far north or south that runs across the frame is turned so that it fills it.
fn turned(choice: &Choice, points: &[Position], sketch: &Scene) -> Option<Choice> {
    let is_arctic = points.iter().any(|point| point.y().abs() > ARCTIC_DEG);
    if choice.projection != Projection::Azimuthal(Azimuthal::EqualArea) || !is_arctic {
        return None;
    }
    let frame = sketch.frame;
    // About what is free of panels and names.
    let room = Frame {
        left: frame.x0 + 0.07 * frame.width(),
        top: frame.y0 + 0.1 * frame.height(),
        right: frame.x1 - 0.07 * frame.width(),
        bottom: frame.y1 - 0.1 * frame.height(),
    };
    let middle = Position::new(-choice.rotation.lambda, -choice.rotation.phi);
    let size = |gamma: f64| {
        let view = View::fit(choice.projection, Rotation { gamma, ..choice.rotation }, room, 0.0, points);
        let meters = view.project(middle).and_then(|center| view.scale_at(center));
        meters.map_or(0.0, |meters| 1.0 / meters)
    };
    let usual = size(choice.rotation.gamma);
    let sizes = TURNS.map(|turn| (turn, size(turn) / usual));
    let most = sizes.iter().map(|(_, size)| *size).fold(0.0, f64::max);
    let (gamma, _) = sizes.into_iter().find(|(_, size)| *size > LARGER && *size > 0.97 * most)?;
    let why = format!("{}; turned by {:.0}° to fill the map", choice.why, gamma.abs());
    Some(Choice { rotation: Rotation { gamma, ..choice.rotation }, why, ..choice.clone() })
}
