//! The map in its frame: which part of the earth it shows, and where the panels stand on it.

use geo::{LineString, Point as Position};

use crate::canvas::{Point, Rect};
use crate::geodesy;
use crate::journey::Journey;
use crate::projection::{Choice, Form, Frame, Projection, Rotation, View, choose};
use crate::route::ProjectionName;

use super::labels::Obstacles;
use super::legs::{self, DrawnLeg};
use super::mark::pixel;
use super::panel::{self, Wanted};
use super::places::{self, DrawnPlace};

/// A map with the route on it and room for its panels.
pub struct Stage {
    /// The part of the earth that is shown.
    pub view: View,
    /// The legs in pixels.
    pub legs: Vec<DrawnLeg>,
    /// The places in pixels.
    pub places: Vec<DrawnPlace>,
    /// The lines that claims measured, in pixels.
    pub measured: Vec<Vec<[f64; 2]>>,
    /// Where the panels stand, in the order in which they were asked for.
    pub panels: Vec<Rect>,
    /// From the first measured line to the panel that speaks of it.
    pub leader: Option<(Point, Point)>,
    /// All of these, for labels to keep clear of.
    pub obstacles: Obstacles,
    /// How much of the route the panels cover, in pixels; 0 is what is wanted.
    pub covered: f64,
}

/// How much of the frame is kept free of the route on each side, as parts of its width or height: left, top, right,
/// bottom. The first is tried first; each of the following makes more room somewhere, at the price of a smaller map.
const PADDINGS: [[f64; 4]; 9] = [
    [0.07, 0.10, 0.07, 0.10],
    [0.07, 0.08, 0.07, 0.24],
    [0.07, 0.24, 0.07, 0.08],
    [0.30, 0.08, 0.07, 0.08],
    [0.07, 0.08, 0.30, 0.08],
    [0.07, 0.08, 0.07, 0.42],
    [0.42, 0.08, 0.07, 0.08],
    [0.07, 0.08, 0.42, 0.08],
    [0.30, 0.30, 0.30, 0.40],
];

/// Pieces of a line that are shorter both ways than this are below 100 km everywhere.
const SHORT_DEGREES: f64 = 0.5;

/// A panel that wants room: its size, and where it would like to stand on the map.
pub type PanelWish = ((f64, f64), PanelPlace);

/// Where a panel would like to stand.
#[derive(Clone, Copy)]
pub enum PanelPlace {
    /// In a corner: x and y are 0 (left, top) or 1 (right, bottom).
    Corner(f64, f64),
    /// Near the first measured line.
    Measured,
}

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

/// Everything that the map must show, dense enough that lines between the points are straight.
pub fn extent(journey: &Journey) -> Vec<Position> {
    let lines = journey.legs.iter().filter_map(|leg| leg.track.as_ref());
    let measured = journey.judgements.iter().filter_map(|judgement| judgement.line.as_ref());
    let mut points: Vec<Position> = lines.chain(measured).flat_map(dense).collect();
    points.extend(journey.places.iter().filter(|place| place.defined).filter_map(|place| place.position));
    for leg in &journey.route.legs {
        points.extend([&leg.from, &leg.to].into_iter().filter_map(|name| journey.place(&name.value)?.position));
    }
    // One place alone is shown with what lies around it.
    if let Some(first) = points.first().copied()
        && points.iter().all(|point| geodesy::distance_km(first, *point) < 20.0)
    {
        points.extend([0.0, 90.0, 180.0, 270.0].map(|azimuth| geodesy::destination(first, azimuth, 100.0)));
    }
    points
}

fn dense(line: &LineString) -> Vec<Position> {
    let mut points: Vec<Position> = line.points().take(1).collect();
    for piece in line.lines() {
        // Most pieces of a track over rails are far shorter than what would have to be divided.
        let (across, up) = (piece.dx().abs(), piece.dy().abs());
        if across < SHORT_DEGREES && up < SHORT_DEGREES {
            points.push(piece.end_point());
        } else {
            points.extend(geodesy::densify(&LineString(vec![piece.start, piece.end]), 100.0).points().skip(1));
        }
    }
    points
}

/// Sets the map up in its frame. Tries one padding after the other until the panels cover nothing of the route.
pub fn set(
    journey: &Journey,
    choice: &Choice,
    points: &[Position],
    frame: Rect,
    unit: f64,
    panels: &[PanelWish],
) -> Stage {
    let mut best: Option<Stage> = None;
    for padding in PADDINGS {
        let stage = attempt(journey, (choice.projection, choice.rotation), points, frame, unit, panels, padding);
        if best.as_ref().is_none_or(|best| stage.covered < best.covered) {
            best = Some(stage);
        }
        if best.as_ref().is_some_and(|best| best.covered == 0.0) {
            break;
        }
    }
    // The loop runs at least once.
    best.unwrap_or_else(|| {
        attempt(journey, (choice.projection, choice.rotation), points, frame, unit, panels, PADDINGS[0])
    })
}

fn attempt(
    journey: &Journey,
    (projection, rotation): (Projection, Rotation),
    points: &[Position],
    frame: Rect,
    unit: f64,
    panels: &[PanelWish],
    [left, top, right, bottom]: [f64; 4],
) -> Stage {
    let inner = Frame {
        left: frame.x0 + left * frame.width(),
        top: frame.y0 + top * frame.height(),
        right: frame.x1 - right * frame.width(),
        bottom: frame.y1 - bottom * frame.height(),
    };
    let outer = Frame { left: frame.x0, top: frame.y0, right: frame.x1, bottom: frame.y1 };
    let view = View::fit(projection, rotation, inner, 0.0, points).framed(outer).settled(inner, points);
    let legs = legs::project(journey, &view);
    let places = places::project(journey, &view, frame, unit);
    let measured: Vec<Vec<[f64; 2]>> =
        super::claims::groups(journey).iter().flat_map(|group| group.pieces(&view)).collect();

    let mut obstacles = Obstacles::new(frame);
    for piece in legs.iter().flat_map(|leg| &leg.pieces).chain(&measured) {
        obstacles.add_line(piece);
    }
    for place in &places {
        obstacles.add_box(place.rect(unit));
    }
    // The ground that a distance was measured on is to be seen.
    for line in &measured {
        obstacles.keep_clear(line, 150.0 * unit);
    }
    let anchor = measured.first().and_then(|line| Some(pixel(*line.first()?).midpoint(pixel(*line.last()?))));
    let mut leader = None;
    let mut covered = 0.0;
    let mut placed = Vec::new();
    for (size, place) in panels {
        let wanted = match (place, anchor) {
            (PanelPlace::Measured, Some(anchor)) => Wanted::Near(anchor),
            (PanelPlace::Measured, None) => Wanted::Corner(1.0, 0.0),
            (PanelPlace::Corner(x, y), _) => Wanted::Corner(*x, *y),
        };
        let (rect, covers) = panel::place(*size, wanted, frame, 18.0 * unit, &obstacles);
        obstacles.add_box(rect);
        covered += covers;
        placed.push(rect);
        if let (Wanted::Near(from), PanelPlace::Measured) = (wanted, place) {
            let to = Point::new(from.x.clamp(rect.x0, rect.x1), from.y.clamp(rect.y0, rect.y1));
            obstacles.add_line(&[[from.x, from.y], [to.x, to.y]]);
            leader = Some((from, to));
        }
    }
    Stage { view, legs, places, measured, panels: placed, leader, obstacles, covered }
}
