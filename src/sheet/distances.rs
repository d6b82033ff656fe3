//! Figures along lines: how long a leg is, when it took place, how far what a claim measured.

use crate::canvas::{Color, Face, GlyphRun, Lettering, MissingGlyph, Point, Rect};

use super::labels::{self, Stance, Wish};
use super::legs::DrawnLeg;
use super::mark::pixel;
use super::pen::Pen;
use super::scene::Measured;
use super::{along, pictogram};

/// Words that stand beside a line.
pub struct Figure {
    /// The words.
    pub text: String,
    /// Smaller words below them, and their colour, if it is another.
    pub remarks: Vec<(String, Option<Color>)>,
    /// The line in pixels.
    pub pieces: Vec<Vec<[f64; 2]>>,
    /// The line's colour, if it is not that of ink.
    pub color: Option<Color>,
}

/// The sizes of figures and of what stands below them, in units.
const TYPE: f64 = 22.0;
const REMARK: f64 = 18.0;
/// From one baseline to the next, in sizes of the type.
const LEADING: f64 = 1.1;
/// A line of that length bears words of any width, in units.
const LEAST: f64 = 180.0;
/// A figure stands no farther from its line, in units.
const FARTHEST: f64 = 36.0;
/// A remark is broken into lines of that width, in units.
const WIDTH: f64 = 230.0;

/// A figure, set.
pub struct SetFigure {
    /// The words, and below them the remarks' lines, with their colours, if these are not that of ink.
    pub lines: Vec<(GlyphRun, Option<Color>)>,
    /// Whether the card of claims says the remarks, too.
    pub is_on_card: bool,
    /// Room for all lines.
    pub wish: Wish,
    /// Room for the first line alone.
    pub short: Wish,
}

impl SetFigure {
    /// Its box, cut into that of the first line and that of the others.
    pub fn halves(&self, rect: Rect, unit: f64) -> (Rect, Rect) {
        let cut = if self.lines.len() > 1 { rect.y0 + LEADING * TYPE * unit } else { rect.y1 };
        (Rect { y1: cut, ..rect }, Rect { y0: cut, ..rect })
    }

    /// Where the baselines of the first `count` lines start in a box.
    pub fn baselines(&self, count: usize, rect: Rect, unit: f64) -> Vec<Point> {
        let mut y = rect.y0;
        let place = |(number, (run, _)): (usize, &(GlyphRun, Option<Color>))| {
            let size = if number == 0 { TYPE } else { REMARK } * unit;
            let baseline = y + 0.87 * size;
            y += LEADING * size;
            Point::new(rect.center().x - run.width() / 2.0, baseline)
        };
        self.lines.iter().take(count).enumerate().map(place).collect()
    }
}

/// The figures of legs and measured lines that are long enough on the map to bear them.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn figures(
    legs: &[DrawnLeg],
    pictures: &[Option<(Point, f64)>],
    measured: &[Measured],
    pen: Pen,
) -> Result<Vec<SetFigure>, MissingGlyph> {
    let mut set = Vec::new();
    for (leg, picture) in legs.iter().zip(pictures) {
        let Some(km) = leg.distance_km.filter(|_| leg.told) else { continue };
        let text = format!("{} km", crate::numerals::length(km));
        let (pieces, color) = (leg.pieces.clone(), Some(pen.theme.words(leg.mode)));
        let remarks = leg.remark.iter().map(|remark| (remark.clone(), color)).collect();
        let figure = Figure { text, remarks, pieces, color };
        set.extend(set_figure(&figure, picture.map(|(_, pixels)| pixels), pen)?);
    }
    // Claims about one distance draw one line: one figure is enough.
    let mut said: Vec<String> = Vec::new();
    for figure in measured.iter().filter_map(|measured| measured.figure(pen.theme)) {
        if !said.contains(&figure.text) {
            said.push(figure.text.clone());
            set.extend(set_figure(&figure, None, pen)?.map(|set| SetFigure { is_on_card: true, ..set }));
        }
    }
    Ok(set)
}

/// Sets a figure; nothing where the line is too short for its words.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn set_figure(figure: &Figure, near: Option<f64>, pen: Pen) -> Result<Option<SetFigure>, MissingGlyph> {
    let mut lines = vec![(pen.set(&figure.text, Face::Bold, TYPE)?, figure.color)];
    let size = |lines: &[(GlyphRun, Option<Color>)]| {
        let below = LEADING * REMARK * (lines.len() - 1) as f64;
        (lines.iter().map(|(run, _)| run.width()).fold(0.0, f64::max), (TYPE * LEADING + below) * pen.unit)
    };
    let first = size(&lines);
    let Some(short) = wish(figure, first.0, first, near, pen) else { return Ok(None) };
    let lettering = Lettering::new(Face::Regular, REMARK * pen.unit);
    for (remark, color) in &figure.remarks {
        lines.extend(pen.statements(remark, lettering, WIDTH * pen.unit)?.into_iter().map(|run| (run, *color)));
    }
    // A line that bears the figure bears what stands below it.
    let Some(wish) = wish(figure, first.0, size(&lines), near, pen) else { return Ok(None) };
    Ok(Some(SetFigure { lines, is_on_card: false, wish, short }))
}

/// Where words of that size may stand: on both sides of the line, near the picture or the middle first. Nowhere if the line
/// is too short for a figure so wide.
fn wish(figure: &Figure, wide: f64, (width, height): (f64, f64), near: Option<f64>, pen: Pen) -> Option<Wish> {
    let long = along::length(&figure.pieces);
    if long < 0.5 * wide.min(LEAST * pen.unit) {
        return None;
    }
    let middle = near.unwrap_or(long / 2.0);
    let steps = [0.0, -0.8, 0.8, -1.6, 1.6, -3.0, 3.0, -5.0, 5.0, -8.0, 8.0];
    let mut spots = Vec::new();
    // Along a short line the steps are shorter.
    let stride = width.min(0.25 * long);
    for pixels in steps.map(|step| middle + step * stride).into_iter().filter(|at| (0.0..=long).contains(at)) {
        let Some((at, toward)) = along::at(&figure.pieces, pixels) else { continue };
        let [x, y] = along::direction(&figure.pieces, pixels, 0.6 * width).unwrap_or(toward);
        // As far as the box reaches across the line, and a little more; further from where the picture stands.
        let across = 0.5 * width * y.abs() + 0.5 * height * x.abs();
        for more in if near.is_some() { [pictogram::RADIUS + 8.0, 8.0] } else { [8.0, 20.0] } {
            let off = across + more * pen.unit;
            // Above the line first.
            let pair = if x > 0.0 {
                [(y * off, -x * off), (-y * off, x * off)]
            } else {
                [(-y * off, x * off), (y * off, -x * off)]
            };
            spots.extend(pair.map(|(dx, dy)| Point::new(at.x + dx, at.y + dy)));
        }
    }
    // Words that are wider than their line may also go on where it ends.
    if long < width {
        for (pixels, sign) in [(0.0, -1.0), (long, 1.0)] {
            let Some((at, [x, y])) = along::at(&figure.pieces, pixels) else { continue };
            let off = sign * (0.5 * width * x.abs() + 0.5 * height * y.abs() + 12.0 * pen.unit);
            spots.push(Point::new(at.x + x * off, at.y + y * off));
        }
    }
    // Round a sharp bend a box may come to stand far from its line.
    let beside = |at: &Point| {
        let rect = Rect::from_center_size(*at, (width, height)).inflate(FARTHEST * pen.unit, FARTHEST * pen.unit);
        let mut pairs = figure.pieces.iter().flat_map(|piece| piece.windows(2));
        pairs.any(|pair| labels::crosses(pixel(pair[0]), pixel(pair[1]), rect))
    };
    spots.retain(beside);
    let anchor = spots.first().copied()?;
    Some(Wish { anchor, clearance: 0.0, width, height, stance: Stance::Among(spots), priority: 6 })
}
