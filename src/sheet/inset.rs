//! Insets: what is too short to be read on the main map gets a frame of its own.

use geo::Point as Position;

use crate::canvas::{Face, GlyphRun, MissingGlyph, Point, Rect, Stroke, rectangle};
use crate::journey::{Journey, LaidBand};
use crate::projection::{Frame, View, choose};

use super::Label;
use super::mark::{Layer, Mark};
use super::panel::{self, Wanted};
use super::pen::Pen;
use super::scale_bar::{self, ScaleBar};
use super::scene::{Content, Scene};
use super::stage::dense;
use super::{claims, dates, legend, places};

/// What is shorter than that part of the main map's width can't be read there.
const SHORT: f64 = 0.04;
/// Short things whose boxes are nearer than that part of the width share an inset.
const NEAR: f64 = 0.02;
/// More insets than that would be an atlas.
const MOST: usize = 3;
/// Width and height of an inset's map, in units.
const MAP: (f64, f64) = (500.0, 320.0);
/// The least width of one on a shelf, in units.
pub const LEAST: f64 = 300.0;
/// How large its scale bar is, compared with the main map's.
const BAR: f64 = 0.85;
const PADDING: f64 = 14.0;
const HEADING: f64 = 22.0;
const REMARK: f64 = 18.0;
const LEADING: f64 = 1.32;

/// What an inset is to show.
pub struct Subject<'a> {
    /// Everything that it must show.
    pub points: Vec<Position>,
    /// Ids of the places that are named there.
    pub places: Vec<&'a str>,
    /// Numbers of the legs.
    pub legs: Vec<usize>,
    /// Whether it shows a line that claims measured.
    pub is_measured: bool,
    heading: Vec<String>,
    remark: Vec<String>,
    /// Where it lies on the map that it was sought on, in pixels.
    pub bounds: Rect,
}

/// The short legs and measured lines of a map, those near to each other together.
pub fn subjects<'a>(journey: &'a Journey, sketch: &Scene) -> Vec<Subject<'a>> {
    let width = sketch.frame.width();
    let mut found: Vec<Subject> = Vec::new();
    let mut add = |subject: Subject<'a>| {
        let is_short = subject.bounds.width().max(subject.bounds.height()) < SHORT * width;
        let near = subject.bounds.inflate(NEAR * width / 2.0, NEAR * width / 2.0);
        let neighbour = |other: &&mut Subject| super::labels::overlap(other.bounds, near);
        if !is_short {
            return;
        }
        match found.iter_mut().find(neighbour) {
            Some(other) => other.take_in(subject),
            None => found.push(subject),
        }
    };
    for (leg, laid) in journey.route.legs.iter().zip(&journey.legs) {
        let Some(points) = laid.track.as_ref().map(dense) else { continue };
        let Some(bounds) = bounds(&sketch.view, &points) else { continue };
        let ends = [&leg.from, &leg.to]
            .map(|name| journey.place(&name.value).map_or("", |place| places::name(journey, place)));
        let mut remark = vec![legend::by(leg.mode).to_owned()];
        remark.extend(dates::and_carrier(leg, None));
        add(Subject {
            points,
            places: vec![&leg.from.value, &leg.to.value],
            legs: vec![leg.number],
            is_measured: false,
            heading: vec![format!("{} to {}", ends[0], ends[1])],
            remark: vec![remark.join(" · ")],
            bounds,
        });
    }
    for group in claims::groups(journey) {
        let Some((line, places)) = group.measured() else { continue };
        let points = dense(line);
        let Some(bounds) = bounds(&sketch.view, &points) else { continue };
        // What it is stands on the card of claims.
        let (legs, heading, remark) = (Vec::new(), Vec::new(), Vec::new());
        add(Subject { points, places: places.to_vec(), legs, is_measured: true, heading, remark, bounds });
    }
    found.truncate(MOST);
    found
}

impl<'a> Subject<'a> {
    fn take_in(&mut self, other: Subject<'a>) {
        self.points.extend(other.points);
        self.places.extend(other.places);
        self.legs.extend(other.legs);
        self.is_measured |= other.is_measured;
        for (own, others) in [(&mut self.heading, other.heading), (&mut self.remark, other.remark)] {
            own.extend(others);
            own.dedup();
        }
        self.bounds = self.bounds.union(other.bounds);
    }

    /// What its map shows, as if it stood in the page's corner in its usual size: only its place and its size are not known
    /// before all panels have found theirs.
    pub fn nominal_view(&self, unit: f64) -> View {
        self.view(Rect::new(0.0, 0.0, MAP.0 * unit, MAP.1 * unit))
    }

    /// The subject in the middle of the map, with room for names around it and for the bar below.
    fn view(&self, map: Rect) -> View {
        let points = &self.points;
        let choice = choose(points);
        let inner = Frame {
            left: map.x0 + 0.24 * map.width(),
            top: map.y0 + 0.16 * map.height(),
            right: map.x1 - 0.24 * map.width(),
            bottom: map.y1 - 0.30 * map.height(),
        };
        let outer = Frame { left: map.x0, top: map.y0, right: map.x1, bottom: map.y1 };
        View::fit(choice.projection, choice.rotation, inner, 0.0, points).framed(outer)
    }

    /// Where it lies on another map: a box that can be seen, however small the thing is.
    pub fn lies_in(&self, view: &View, unit: f64) -> Option<Rect> {
        let rect = bounds(view, &self.points)?;
        let least = |size: f64| (44.0 * unit - size).max(0.0) / 2.0;
        Some(rect.inflate(least(rect.width()).max(14.0 * unit), least(rect.height()).max(14.0 * unit)))
    }
}

/// An inset with its words set: it knows how much room it takes.
pub struct Inset<'a> {
    /// What it shows.
    pub subject: &'a Subject<'a>,
    lines: Vec<(GlyphRun, bool)>,
    /// Width and height with the heading, in pixels.
    pub size: (f64, f64),
}

impl<'a> Inset<'a> {
    /// An inset so many times as large as usual.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn new(subject: &'a Subject<'a>, factor: f64, pen: Pen) -> Result<Inset<'a>, MissingGlyph> {
        let mut inset = Inset::of_width(subject, MAP.0 * factor * pen.unit, pen)?;
        inset.size.1 += MAP.1 * factor * pen.unit;
        Ok(inset)
    }

    /// An inset of that width in pixels, as high as its heading.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn of_width(subject: &'a Subject<'a>, width: f64, pen: Pen) -> Result<Inset<'a>, MissingGlyph> {
        let room = width - 2.0 * PADDING * pen.unit;
        let mut lines = Vec::new();
        for (texts, face, size) in [(&subject.heading, Face::Bold, HEADING), (&subject.remark, Face::Regular, REMARK)] {
            for text in texts {
                let lettering = crate::canvas::Lettering::new(face, size * pen.unit);
                lines.extend(pen.statements(text, lettering, room)?.into_iter().map(|run| (run, face == Face::Bold)));
            }
        }
        let mut inset = Inset { subject, lines, size: (width, 0.0) };
        inset.size.1 = inset.heading_height(pen.unit);
        Ok(inset)
    }

    fn heading_height(&self, unit: f64) -> f64 {
        if self.lines.is_empty() {
            return 0.0;
        }
        let lines = self.lines.iter().map(|(_, bold)| if *bold { HEADING } else { REMARK } * LEADING);
        (lines.sum::<f64>() + 1.4 * PADDING) * unit
    }

    /// What stands on the ground of its scene, and its words, from back to front. Adds what is to be read to `labels`.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn content(
        &self,
        journey: &Journey,
        band: Option<&LaidBand>,
        scene: &Scene,
        rect: Rect,
        labels: &mut Vec<Label>,
        pen: Pen,
    ) -> Result<Content, MissingGlyph> {
        let Pen { theme, unit, .. } = pen;
        let map = scene.frame;
        let mut content = scene.content(journey, band, labels, pen)?;
        let (bar_pen, miles) = (pen.times(BAR), scale_bar::unit_of_miles(journey));
        let mut marks = Vec::new();
        if let Some(bar) = ScaleBar::new(&scene.view, scene.bar.unwrap_or(map), miles, bar_pen.unit) {
            marks.extend(bar.marks(pen.fonts, theme, bar_pen.unit)?);
        }
        let edge = Stroke::new(1.4 * unit);
        marks.push(Mark::Stroke(rectangle(Rect::new(map.x0, map.y0, map.x1, map.y0)), edge.clone(), theme.edge));
        marks.push(Mark::Stroke(rectangle(rect), edge, theme.ink));
        let mut y = rect.y0 + 0.7 * PADDING * unit;
        for (run, bold) in &self.lines {
            let (size, color) = if *bold { (HEADING, theme.ink) } else { (REMARK, theme.faint_ink) };
            let at = Point::new(rect.x0 + PADDING * unit, y + 0.98 * size * unit);
            y += size * LEADING * unit;
            marks.push(Mark::Text(run.clone(), at, color, None));
        }
        content.layers.push(Layer { name: "inset's words", clip: None, marks });
        Ok(content)
    }

    /// What it shows, in a box of its size.
    pub fn scene(&self, journey: &Journey, rect: Rect, unit: f64) -> Scene {
        let map = Rect::new(rect.x0, rect.y0 + self.heading_height(unit), rect.x1, rect.y1);
        let mut scene = Scene::new(journey, &self.subject.view(map), map, &[], unit);
        // What merely passes through is measured elsewhere.
        for leg in scene.legs.iter_mut().filter(|leg| !self.subject.legs.contains(&leg.number)) {
            leg.told = false;
        }
        // Its heading has them.
        scene.legs.iter_mut().for_each(|leg| leg.remark = None);
        if !self.subject.is_measured {
            scene.measured.clear();
        }
        let bar = Self::bar(&scene, unit);
        scene.obstacles.add_box(bar);
        scene.bar = Some(bar);
        scene
    }

    /// Where the scale bar stands: below, or wherever the route leaves it room.
    fn bar(scene: &Scene, unit: f64) -> Rect {
        let map = scene.frame;
        let size = (0.42 * map.width(), scale_bar::SIZE.1 * BAR * unit);
        panel::place(size, Wanted::Corner(0.0, 1.0), map, 7.0 * unit, &scene.obstacles).0
    }
}

/// The smallest box around positions, in pixels.
fn bounds(view: &View, points: &[Position]) -> Option<Rect> {
    let pixels = points.iter().filter_map(|point| view.project(*point)).map(|at| Point::new(at[0], at[1]));
    pixels.map(|at| Rect::from_points(at, at)).reduce(|all, one| all.union(one))
}
