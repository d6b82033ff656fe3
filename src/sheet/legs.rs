//! Legs as lines: colour, pattern and a small picture say the mode, solid, dashed or dotted the certainty.

use crate::canvas::{Cap, Join, Path, Point, Rect, Stroke};
use crate::journey::Journey;
use crate::projection::View;
use crate::route::{Certainty, Mode};

use super::labels::Obstacles;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::scene::Scene;
use super::thin::{UNSEEN_PX, thin};
use super::{along, base, dates, pictogram};

/// A leg on the map.
#[derive(Clone)]
pub struct DrawnLeg {
    /// Its place in the chain, from 1.
    pub number: usize,
    /// How the cargo moved.
    pub mode: Mode,
    /// How sure the leg is.
    pub certainty: Certainty,
    /// Whether this map speaks of it: an inset speaks of the short legs, the main map of the others.
    pub told: bool,
    /// How long it is.
    pub distance_km: Option<f64>,
    /// When it took place and with which carrier, where that is said beside it.
    pub remark: Option<String>,
    /// Its line in pixels, in pieces where it leaves the map.
    pub pieces: Vec<Vec<[f64; 2]>>,
    /// From the stops to the network that it follows, in pixels.
    pub joins: Vec<Vec<[f64; 2]>>,
}

/// How wide a leg is drawn.
pub const WIDTH: f64 = 6.0;
/// How wide the light rim beside it is.
pub const CASING: f64 = 2.5;
/// How far apart legs run that share their ends.
const LANE: f64 = 13.0;
/// How far apart arrows stand, and how far from anything else on the line.
const ARROWS: f64 = 330.0;
const ARROW_CLEARANCE: f64 = 30.0;

/// The legs that have a line. Those with the same two ends run side by side, each to the right of its own way.
pub fn project(journey: &Journey, view: &View, unit: f64) -> Vec<DrawnLeg> {
    let route_legs = &journey.route.legs;
    let ends = |at: usize| {
        let (from, to) = (&route_legs[at].from.value, &route_legs[at].to.value);
        (from.min(to), from.max(to))
    };
    let before = |at: usize| at.checked_sub(1).and_then(|at| route_legs.get(at));
    route_legs
        .iter()
        .zip(&journey.legs)
        .enumerate()
        .filter_map(|(at, (leg, laid))| {
            let mut pieces: Vec<Vec<[f64; 2]>> =
                view.line(&laid.track.as_ref()?.0).into_iter().map(|line| thinned(&line)).collect();
            let joins = laid.joins.iter().flat_map(|join| view.line(&[join.stop.0, join.point.0])).collect();
            let bundle: Vec<usize> = (0..route_legs.len()).filter(|other| ends(*other) == ends(at)).collect();
            if bundle.len() > 1 {
                let lane = bundle.iter().position(|other| *other == at).unwrap_or_default() as f64;
                let forward = route_legs[bundle[0]].from.value == leg.from.value;
                let middle = (bundle.len() - 1) as f64 / 2.0;
                let right = (lane - middle) * if forward { -1.0 } else { 1.0 };
                pieces = pieces.iter().map(|piece| along::beside(piece, right * LANE * unit)).collect();
            }
            let (number, mode, certainty, told) = (leg.number, leg.mode, leg.certainty, true);
            let (distance_km, remark) = (laid.distance_km, dates::and_carrier(leg, before(at)));
            Some(DrawnLeg { number, mode, certainty, told, distance_km, remark, pieces, joins })
        })
        .collect()
}

/// The line without vertices that nobody would see: a track over rails has some for each pixel.
pub fn thinned(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    thin(line, UNSEEN_PX)
}

/// The lines with their casings, all casings below all lines.
pub fn layer(legs: &[DrawnLeg], clip: Path, pen: Pen) -> Layer {
    let mut casings = Vec::new();
    let mut strokes = Vec::new();
    for leg in legs {
        let path = base::lines(leg.pieces.iter().cloned());
        let casing = Stroke::new((WIDTH + 2.0 * CASING) * pen.unit).with_join(Join::Round).with_caps(Cap::Round);
        casings.push(Mark::Stroke(path.clone(), casing, pen.theme.casing.with_opacity(0.85)));
        let joins = base::lines(leg.joins.iter().cloned());
        strokes.push(Mark::Stroke(joins, Stroke::new(1.8 * pen.unit), pen.theme.mode(leg.mode)));
        strokes.extend(line(&leg.pieces, leg.mode, leg.certainty, pen));
    }
    casings.extend(strokes);
    Layer { name: "legs", clip: Some(clip), marks: casings }
}

/// A line in the style of its mode and certainty: on the map as in the legend.
pub fn line(pieces: &[Vec<[f64; 2]>], mode: Mode, certainty: Certainty, pen: Pen) -> Vec<Mark> {
    let color = pen.theme.mode(mode);
    let path = base::lines(pieces.iter().cloned());
    let whole =
        |width: f64, color| Mark::Stroke(path.clone(), Stroke::new(width * pen.unit).with_join(Join::Round), color);
    let main = |width: f64| Mark::Stroke(path.clone(), stroke(certainty, width, pen.unit), color);
    match mode {
        Mode::Sea => vec![main(WIDTH)],
        Mode::Air => vec![main(0.6 * WIDTH)],
        Mode::InlandWaterway => vec![whole(2.4 * WIDTH, color), whole(1.8 * WIDTH, pen.theme.casing), main(WIDTH)],
        Mode::Road => vec![main(1.2 * WIDTH), whole(0.35 * WIDTH, pen.theme.casing)],
        Mode::Rail => {
            let ties = ties(pieces, pen.unit);
            vec![Mark::Stroke(ties, Stroke::new(2.2 * pen.unit), color), main(WIDTH)]
        }
    }
}

/// Short lines across a railway.
fn ties(pieces: &[Vec<[f64; 2]>], unit: f64) -> Path {
    let mut path = Path::new();
    for piece in pieces {
        let mut left = 31.5 * unit;
        for ends in piece.windows(2) {
            let (dx, dy) = (ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
            let long = dx.hypot(dy);
            while left <= long && long > 0.0 {
                let (x, y) = (ends[0][0] + dx / long * left, ends[0][1] + dy / long * left);
                let (nx, ny) = (-dy / long * 7.0 * unit, dx / long * 7.0 * unit);
                path.move_to((x - nx, y - ny));
                path.line_to((x + nx, y + ny));
                left += 63.0 * unit;
            }
            left -= long;
        }
    }
    path
}

/// Confirmed is a solid line, reported a dashed one, inferred a dotted one.
pub fn stroke(certainty: Certainty, width: f64, unit: f64) -> Stroke {
    let stroke = Stroke::new(width * unit).with_join(Join::Round);
    match certainty {
        Certainty::Confirmed => stroke.with_caps(Cap::Round),
        Certainty::Reported => stroke.with_caps(Cap::Butt).with_dashes(0.0, [18.0 * unit, 8.0 * unit]),
        // A dash of no length with round caps is a dot.
        Certainty::Inferred => stroke.with_caps(Cap::Round).with_dashes(0.0, [0.01, 10.5 * unit]),
    }
}

/// Where the small picture of its mode stands on each leg, and how far along; `None` on one that is too short for it.
pub fn pictures(legs: &[DrawnLeg], frame: Rect, obstacles: &mut Obstacles, unit: f64) -> Vec<Option<(Point, f64)>> {
    let size = pictogram::RADIUS * unit;
    let mut pictures = Vec::new();
    for leg in legs {
        let long = along::length(&leg.pieces);
        let around = |at: Point| Rect::new(at.x - size, at.y - size, at.x + size, at.y + size);
        let spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75].into_iter().filter(|_| leg.told && long > 5.0 * size);
        let spots = spots.filter_map(|part| Some((along::at(&leg.pieces, part * long)?.0, part * long)));
        let free = |(at, _): &(Point, f64)| {
            let rect = around(*at).inflate(0.4 * size, 0.4 * size);
            frame.contains(rect.origin()) && frame.contains((rect.x1, rect.y1)) && obstacles.free_of_boxes(rect)
        };
        let picture = spots.into_iter().find(free);
        if let Some((at, _)) = picture {
            obstacles.add_box(around(at));
        }
        pictures.push(picture);
    }
    pictures
}

/// The pictures of the modes, and arrows that say which way.
pub fn signs(legs: &[DrawnLeg], pictures: &[Option<(Point, f64)>], scene: &Scene, pen: Pen) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (leg, picture) in legs.iter().zip(pictures) {
        let long = along::length(&leg.pieces);
        let count = (long / (ARROWS * pen.unit)).ceil().max(2.0);
        for number in 0..count as usize {
            let pixels = (number as f64 + 0.5) / count * long;
            let Some((at, _)) = along::at(&leg.pieces, pixels) else { continue };
            let Some(toward) = along::direction(&leg.pieces, pixels, 10.0 * pen.unit) else { continue };
            let clearance = ARROW_CLEARANCE * pen.unit;
            let stops = scene.places.iter().map(|place| (place.at, place.radius() * pen.unit + 0.4 * clearance));
            let mut taken = stops.chain(picture.iter().map(|(at, _)| (*at, clearance)));
            // No arrow is cut by the frame's edge.
            let is_whole = scene.frame.inflate(-18.0 * pen.unit, -18.0 * pen.unit).contains(at);
            if is_whole && long > 3.0 * clearance && taken.all(|(other, least)| other.distance(at) > least) {
                marks.extend(arrow(at, toward, leg.mode, pen));
            }
        }
        if let Some((at, _)) = picture {
            marks.extend(pictogram::marks(leg.mode, *at, pen));
        }
    }
    marks
}

/// An arrowhead in the colour of the leg.
fn arrow(at: Point, [x, y]: [f64; 2], mode: Mode, Pen { theme, unit, .. }: Pen) -> [Mark; 2] {
    let head = |size: f64| {
        let corner = |forth: f64, aside: f64| {
            Point::new(at.x + (x * forth - y * aside) * size, at.y + (y * forth + x * aside) * size)
        };
        let mut path = Path::new();
        path.move_to(corner(1.1, 0.0));
        path.line_to(corner(-0.8, 0.85));
        path.line_to(corner(-0.35, 0.0));
        path.line_to(corner(-0.8, -0.85));
        path.close_path();
        path
    };
    let rim = Stroke::new(4.0 * unit).with_join(Join::Round);
    [Mark::Stroke(head(12.0 * unit), rim, theme.casing), Mark::Fill(head(12.0 * unit), theme.mode(mode))]
}
