//! The legend: what is drawn and nothing else.

use crate::canvas::{Face, GlyphRun, MissingGlyph, Point, Rect, Stroke, circle, rectangle};
use crate::journey::{Journey, LaidBand};
use crate::route::{Certainty, Mode};

use super::legs::{self, DrawnLeg};
use super::mark::Mark;
use super::pen::Pen;
use super::pictogram;
use super::places::{self, DrawnPlace, Role};
use super::{band, base, rings, spread};

/// A sample and the words for it.
enum Sample {
    Leg(Mode, Certainty),
    Place(Role, Option<usize>),
    Area,
    Measured,
    Band,
    Ring,
    Spread(Mode),
}

/// Samples in rows.
pub struct Legend {
    rows: Vec<(Sample, GlyphRun)>,
    unit: f64,
}

const ROW: f64 = 38.0;
const PADDING: f64 = 18.0;
const SAMPLE: f64 = 112.0;
const TYPE: f64 = 21.0;
/// The space between columns.
const GAP: f64 = 30.0;

impl Legend {
    /// One row for each kind of thing on the map.
    pub fn new(
        journey: &Journey,
        legs: &[DrawnLeg],
        places: &[&DrawnPlace],
        measured: bool,
        band: Option<&LaidBand>,
        pen: Pen,
    ) -> Result<Legend, MissingGlyph> {
        let mut rows = Vec::new();
        let set = |text: &str| pen.set(text, Face::Regular, TYPE);
        let mut styles: Vec<(Mode, Certainty)> = legs.iter().map(|leg| (leg.mode, leg.certainty)).collect();
        styles.sort_unstable();
        styles.dedup();

        for (mode, certainty) in styles {
            rows.push((Sample::Leg(mode, certainty), set(&format!("{}, {certainty}", by(mode)))?));
        }
        for (role, words) in [
            (Role::Stop, "Named place"),
            (Role::Constructed, "Computed place; no report names it"),
            (Role::Via, "Stop on the way"),
            (Role::Unknown, "Nobody says where"),
        ] {
            let mut alike = places.iter().filter(|place| place.role == role).map(|place| place.number);
            if let Some(number) = alike.next() {
                let number = alike.fold(number, Option::or).map(|_| 1);
                rows.push((Sample::Place(role, number), set(words)?));
            }
        }
        let mut radii: Vec<f64> = places.iter().filter_map(|place| place.area.as_ref()).map(|area| area.0).collect();
        radii.sort_by(f64::total_cmp);
        if let (Some(least), Some(most)) = (radii.first(), radii.last()) {
            rows.push((
                Sample::Area,
                set(&format!("Known within {} km", crate::numerals::range(*least, *most).replace(".0", "")))?,
            ));
        }
        if let Some(mode) = spread::mode(journey) {
            rows.push((Sample::Spread(mode), set("Where else the track may run")?));
        }
        if measured {
            rows.push((Sample::Measured, set("Distance that was checked")?));
        }
        if let Some(words) = rings::words(journey) {
            rows.push((Sample::Ring, set(&words)?));
        }
        if let Some(band) = band {
            let mut words = band.label.chars();
            let first: String = words.next().into_iter().flat_map(char::to_uppercase).collect();
            rows.push((Sample::Band, set(&(first + words.as_str()))?));
        }
        Ok(Legend { rows, unit: pen.unit })
    }

    /// Its words, row by row.
    pub fn texts(&self) -> Vec<String> {
        self.rows.iter().map(|(_, run)| run.text().to_owned()).collect()
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        self.in_columns(1)
    }

    /// The same in one column, in two, and so on.
    pub fn sizes(&self) -> Vec<(f64, f64)> {
        (1..=self.rows.len().max(1)).map(|columns| self.in_columns(columns)).collect()
    }

    fn in_columns(&self, columns: usize) -> (f64, f64) {
        let rows = self.rows.len().div_ceil(columns) as f64;
        let width = (self.column() + GAP) * columns as f64 - GAP;
        ((width + 2.0 * PADDING) * self.unit, (ROW * rows + 2.0 * PADDING - 8.0) * self.unit)
    }

    /// The width of a column, in units.
    fn column(&self) -> f64 {
        let widest = self.rows.iter().map(|(_, run)| run.width()).fold(0.0, f64::max);
        widest / self.unit + SAMPLE
    }

    /// The legend in a box of its size; nothing where there is nothing to explain.
    pub fn marks(self, rect: Rect, pen: Pen) -> Result<Vec<Mark>, MissingGlyph> {
        if self.rows.is_empty() {
            return Ok(Vec::new());
        }
        let Pen { theme, unit, .. } = pen;
        let mut marks = super::panel_marks(rect, theme, unit);
        // As many as the box is wide enough for, give or take a rounding error.
        let fit = (rect.width() / unit - 2.0 * PADDING + GAP) / (self.column() + GAP);
        let columns = ((fit + 0.01) as usize).clamp(1, self.rows.len());
        let down = self.rows.len().div_ceil(columns);
        let across = (rect.width() - (2.0 * PADDING - GAP) * unit) / columns as f64;
        for (at, (sample, run)) in self.rows.into_iter().enumerate() {
            let (column, row) = (at / down, at % down);
            let y = rect.y0 + (PADDING - 4.0 + ROW * (row as f64 + 0.5)) * unit;
            let left = rect.x0 + PADDING * unit + across * column as f64;
            let right = left + (SAMPLE - 20.0) * unit;
            match sample {
                Sample::Leg(mode, certainty) => {
                    let from = left + 2.0 * pictogram::RADIUS * unit;
                    marks.extend(legs::line(&[vec![[from, y], [right, y]]], mode, certainty, pen));
                    let at = Point::new(left + 0.7 * pictogram::RADIUS * unit, y);
                    marks.extend(pictogram::marks(mode, at, pen.times(0.85)));
                }
                Sample::Place(role, number) => {
                    let at = Point::new(f64::midpoint(left, right), y);
                    marks.extend(places::sample(role, number, at).marks(pen.times(0.8))?);
                }
                Sample::Area => {
                    let path = circle(Point::new(f64::midpoint(left, right), y), 13.0 * unit);
                    let rim = Stroke::new(1.6 * unit).with_dashes(0.0, [6.0 * unit, 4.0 * unit]);
                    marks.push(Mark::Fill(path.clone(), theme.ink.with_opacity(0.14)));
                    marks.push(Mark::Stroke(path, rim, theme.ink.with_opacity(0.7)));
                }
                Sample::Spread(mode) => {
                    marks.push(spread::shaded(base::lines([vec![[left, y], [right, y]]]), mode, pen));
                }
                Sample::Ring => marks.push(rings::mark(&[vec![[left, y], [right, y]]], pen)),
                Sample::Band => {
                    let strip = Rect::new(left, y - 9.0 * unit, right, y + 9.0 * unit);
                    marks.extend(band::shaded(rectangle(strip), pen));
                }
                Sample::Measured => {
                    marks.extend(super::claims::dimension_line(Point::new(left, y), Point::new(right, y), theme, unit));
                }
            }
            let at = Point::new(left + SAMPLE * unit, y + TYPE * 0.36 * unit);
            marks.push(Mark::Text(run, at, theme.ink, None));
        }
        Ok(marks)
    }
}

/// In words: by which mode.
pub fn by(mode: Mode) -> &'static str {
    match mode {
        Mode::Sea => "By sea",
        Mode::InlandWaterway => "By inland waterway",
        Mode::Rail => "By rail",
        Mode::Road => "By road",
        Mode::Air => "By air",
    }
}
