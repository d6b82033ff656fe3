//! The map in its frame: which part of the earth it shows, and where the panels stand on it.

use geo::{LineString, Point as Position};

use crate::canvas::{Point, Rect};
use crate::geodesy;
use crate::journey::Journey;
use crate::projection::{Fit, Frame};

use super::inset::Subject;
use super::legs::DrawnLeg;
use super::mark::pixel;
use super::panel::{self, Wanted};
use super::rings;
use super::scene::Scene;

/// A map with the route on it and room for its panels.
pub struct Stage {
    /// The map.
    pub scene: Scene,
    /// Where the panels stand, in the order in which they were asked for.
    pub panels: Vec<Rect>,
    /// Where on the map that lies which insets show, in their order.
    pub boxes: Vec<Rect>,
    /// From what is meant to the panel that speaks of it.
    pub leaders: Vec<(Point, Point)>,
    /// How much of the route the panels cover, in pixels; 0 is what is wanted.
    pub covered: f64,
    /// How far this is from what is wanted, whatever is covered: long leaders, leaders across the route, a small map.
    pub cost: f64,
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

/// Places that are nearer to each other than that are one place to the map, which then shows so much around it.
const ALONE_KM: f64 = 1.0;
const AROUND_KM: f64 = 50.0;

/// What a leader costs for each line that it crosses.
const CROSSED: f64 = 0.3;
/// How far from a panel's corner a leader ends on its edge, in units.
const LEADER: f64 = 24.0;

/// A stage that costs less need not be bettered: its leaders cross nothing and are short.
pub const GOOD: f64 = 0.25;

/// A panel that wants room: its size, and where it would like to stand on the map.
pub type PanelWish = ((f64, f64), PanelPlace);

/// Where a panel would like to stand.
#[derive(Clone, Copy)]
pub enum PanelPlace {
    /// In a corner: x and y are 0 (left, top) or 1 (right, bottom).
    Corner(f64, f64),
    /// Near the first measured line.
    Measured,
    /// Near what the inset of that number shows.
    Inset(usize),
    /// There, beside the map; if it is an inset, its number, and where its leader passes between others to get there.
    Beside(Rect, Option<(usize, Option<f64>)>),
}

/// What the map is to show, and in which form.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    /// The route.
    pub journey: &'a Journey,
    /// The projection, and what must be on the map.
    pub fit: Fit,
    /// Where on the page.
    pub frame: Rect,
    /// The unit of sizes.
    pub unit: f64,
}

impl Task<'_> {
    /// The map before anything stands on it.
    pub fn sketch(self) -> Stage {
        attempt(self, &[], &[], PADDINGS[0])
    }
}

/// Everything that the map must show, dense enough that lines between the points are straight.
pub fn extent(journey: &Journey) -> Vec<Position> {
    let lines = journey.legs.iter().filter_map(|leg| leg.track.as_ref());
    let measured = journey.judgements.iter().filter_map(|judgement| judgement.line.as_ref());
    let mut points: Vec<Position> = lines.chain(measured).flat_map(dense).collect();
    points.extend(journey.rings().iter().flat_map(|ring| ring.points(rings::STEP_DEG)));
    points.extend(journey.places.iter().filter(|place| place.defined).filter_map(|place| place.position));
    for leg in &journey.route.legs {
        points.extend([&leg.from, &leg.to].into_iter().filter_map(|name| journey.place(&name.value)?.position));
    }
    // One place alone is shown with what lies around it.
    if let Some(first) = points.first().copied()
        && points.iter().all(|point| geodesy::distance_km(first, *point) < ALONE_KM)
    {
        points.extend([0.0, 90.0, 180.0, 270.0].map(|azimuth| geodesy::destination(first, azimuth, AROUND_KM)));
    }
    points
}

/// The line's points, so dense that what lies between is straight.
pub fn dense(line: &LineString) -> Vec<Position> {
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

/// Sets the map up in its frame. Tries one padding after the other until the panels cover nothing of the route and
/// stand near to what they speak of, or takes the best.
pub fn set(task: Task, insets: &[Subject], panels: &[PanelWish]) -> Stage {
    let mut best = attempt(task, insets, panels, PADDINGS[0]);
    let usual = best.scene.view.magnitude();
    for padding in &PADDINGS[1..] {
        if best.covered == 0.0 && best.cost < GOOD {
            break;
        }
        let mut stage = attempt(task, insets, panels, *padding);
        stage.cost += (usual / stage.scene.view.magnitude() - 1.0).max(0.0);
        if (stage.covered, stage.cost) < (best.covered, best.cost) {
            best = stage;
        }
    }
    best
}

fn attempt(task: Task, insets: &[Subject], panels: &[PanelWish], [left, top, right, bottom]: [f64; 4]) -> Stage {
    let Task { journey, fit, frame, unit } = task;
    let inner = Frame {
        left: frame.x0 + left * frame.width(),
        top: frame.y0 + top * frame.height(),
        right: frame.x1 - right * frame.width(),
        bottom: frame.y1 - bottom * frame.height(),
    };
    let outer = Frame { left: frame.x0, top: frame.y0, right: frame.x1, bottom: frame.y1 };
    let view = fit.settled(fit.view(inner, 0.0).framed(outer), inner);
    let mut scene = Scene::new(journey, &view, frame, &named_elsewhere(journey, insets), unit);
    scene.is_main = true;
    for subject in insets {
        let shown = |leg: &&mut DrawnLeg| subject.legs.contains(&leg.number);
        scene.legs.iter_mut().filter(shown).for_each(|leg| leg.told = false);
    }
    let in_inset = insets.iter().any(|subject| subject.is_measured);
    if in_inset {
        scene.measured.iter_mut().for_each(|measured| measured.distance_km = None);
    }
    let boxes: Vec<Rect> = insets.iter().filter_map(|subject| subject.lies_in(&scene.view, unit)).collect();
    for rect in &boxes {
        scene.obstacles.add_box(*rect);
        for place in scene.places.iter_mut().filter(|place| rect.contains(place.at)) {
            place.boxed = Some(*rect);
        }
    }
    // The ground that a distance was measured on is to be seen.
    for measured in scene.measured.iter().filter(|_| !in_inset) {
        scene.obstacles.keep_clear(&measured.line, 150.0 * unit);
    }
    let anchor =
        scene.measured.first().and_then(|one| Some(pixel(*one.line.first()?).midpoint(pixel(*one.line.last()?))));
    let mut leaders = Vec::new();
    let (mut covered, mut cost) = (0.0, 0.0);
    let mut placed = vec![Rect::ZERO; panels.len()];
    // Nothing else is in the way of the leaders to what stands beside the map.
    for ((_, place), rect) in panels.iter().zip(&mut placed) {
        let PanelPlace::Beside(there, which) = place else { continue };
        *rect = *there;
        let Some((meant, between)) = which.and_then(|(number, between)| Some((boxes.get(number)?, between))) else {
            continue;
        };
        // To its upper edge, straight down if that can be.
        let straight = meant.center().x.clamp(rect.x0 + LEADER * unit, rect.x1 - LEADER * unit);
        let to = between.map_or(Point::new(straight, rect.y0), |x| Point::new(x, frame.y1));
        let from = panel::nearest(*meant, to);
        leaders.push((from, to));
        leaders.extend(between.map(|x| (to, Point::new(x, rect.y0))));
        cost += CROSSED * scene.obstacles.crossed(from, to) as f64;
        scene.obstacles.add_line(&[[from.x, from.y], [to.x, to.y]]);
    }
    for ((size, place), place_taken) in panels.iter().zip(&mut placed) {
        let meant = match place {
            PanelPlace::Beside(..) => continue,
            PanelPlace::Corner(..) => None,
            PanelPlace::Measured => anchor.map(|at| Rect::from_points(at, at)),
            PanelPlace::Inset(number) => boxes.get(*number).copied(),
        };
        let wanted = match (place, meant) {
            (PanelPlace::Corner(x, y), _) => Wanted::Corner(*x, *y),
            (_, Some(meant)) => Wanted::Near(meant.center()),
            (_, None) => Wanted::Corner(1.0, 0.0),
        };
        let (rect, covers) = panel::place(*size, wanted, frame, 18.0 * unit, &scene.obstacles);
        covered += covers;
        *place_taken = rect;
        // The figure on a measured line stands at the card's head, too.
        if let (Some(meant), PanelPlace::Inset(_)) = (meant, place) {
            let to = panel::nearest(rect, meant.center());
            let from = panel::nearest(meant, to);
            cost += from.distance(to) / frame.width() + CROSSED * scene.obstacles.crossed(from, to) as f64;
            scene.obstacles.add_line(&[[from.x, from.y], [to.x, to.y]]);
            leaders.push((from, to));
        }
        scene.obstacles.add_box(rect);
    }
    Stage { scene, panels: placed, boxes, leaders, covered, cost }
}

/// Ids of the places that insets name and that nothing else on the main map ends at.
fn named_elsewhere<'a>(journey: &'a Journey, insets: &'a [Subject]) -> Vec<&'a str> {
    let shown: Vec<usize> = insets.iter().flat_map(|subject| subject.legs.iter().copied()).collect();
    let on_main = |id: &str| {
        let legs = journey.route.legs.iter().filter(|leg| !shown.contains(&leg.number));
        legs.into_iter().any(|leg| leg.from.value == id || leg.to.value == id)
    };
    insets.iter().flat_map(|subject| &subject.places).copied().filter(|id| !on_main(id)).collect()
}
