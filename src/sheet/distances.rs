//! Figures along lines: how long a leg is, how far what a claim measured.

use crate::canvas::{Color, Face, GlyphRun, MissingGlyph, Point};

use super::labels::{Stance, Wish};
use super::legs::DrawnLeg;
use super::pen::Pen;
use super::scene::Measured;
use super::{along, pictogram};

/// Words that stand beside a line.
pub struct Figure {
    /// The words.
    pub text: String,
    /// The line in pixels.
    pub pieces: Vec<Vec<[f64; 2]>>,
    /// The line's colour, if it is not that of ink.
    pub color: Option<Color>,
}

/// The size of figures, in units.
const TYPE: f64 = 22.0;

/// A figure, set, with what it wishes.
pub type SetFigure = (GlyphRun, Wish, Option<Color>);

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
        let figure = Figure { text, pieces: leg.pieces.clone(), color: Some(pen.theme.mode(leg.mode)) };
        set.extend(wish(&figure, picture.map(|(_, pixels)| pixels), pen)?);
    }
    // Claims about one distance draw one line: one figure is enough.
    let mut said: Vec<String> = Vec::new();
    for figure in measured.iter().filter_map(Measured::figure) {
        if !said.contains(&figure.text) {
            said.push(figure.text.clone());
            set.extend(wish(&figure, None, pen)?);
        }
    }
    Ok(set)
}

/// Where the figure may stand: on both sides of the line, near the picture or the middle first.
fn wish(figure: &Figure, near: Option<f64>, pen: Pen) -> Result<Option<SetFigure>, MissingGlyph> {
    let run = pen.set(&figure.text, Face::Bold, TYPE)?;
    let long = along::length(&figure.pieces);
    let (width, height) = (run.width(), TYPE * 1.1 * pen.unit);
    if long < 0.5 * width {
        return Ok(None);
    }
    let middle = near.unwrap_or(long / 2.0);
    let steps = [0.0, -0.8, 0.8, -1.6, 1.6, -3.0, 3.0, -5.0, 5.0, -8.0, 8.0];
    let mut spots = Vec::new();
    for pixels in steps.map(|step| middle + step * width).into_iter().filter(|at| (0.0..=long).contains(at)) {
        let Some((at, toward)) = along::at(&figure.pieces, pixels) else { continue };
        let [x, y] = along::direction(&figure.pieces, pixels, 0.6 * width).unwrap_or(toward);
        // As far as the box reaches across the line, and a little more; further from where the picture stands.
        let across = 0.5 * width * y.abs() + 0.5 * height * x.abs();
        for more in if near.is_some() { [pictogram::RADIUS + 8.0, 8.0] } else { [8.0, 20.0] } {
            let off = across + more * pen.unit;
            let mut pair = [(-y * off, x * off), (y * off, -x * off)];
            pair.sort_by(|a, b| a.1.total_cmp(&b.1));
            spots.extend(pair.map(|(dx, dy)| Point::new(at.x + dx, at.y + dy)));
        }
    }
    let Some(anchor) = spots.first().copied() else { return Ok(None) };
    let wish = Wish { anchor, clearance: 0.0, width, height, stance: Stance::Among(spots), priority: 6 };
    Ok(Some((run, wish, figure.color)))
}
