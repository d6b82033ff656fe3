//! The legend: what is drawn and nothing else.

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect};

use crate::route::{Certainty, Mode};

use super::legs::{self, DrawnLeg};
use super::mark::Mark;
use super::places::{self, DrawnPlace, Role};
use super::theme::Theme;

/// A sample and the words for it.
enum Sample {
    Leg(Mode, Certainty),
    Place(Role),
    Measured,
}

/// Samples in rows.
pub struct Legend {
    rows: Vec<(Sample, GlyphRun)>,
    unit: f64,
}

const ROW: f64 = 35.0;
const PADDING: f64 = 18.0;
const SAMPLE: f64 = 84.0;
const TYPE: f64 = 21.0;

impl Legend {
    /// One row for each kind of thing on the map.
    pub fn new(
        legs: &[DrawnLeg],
        places: &[DrawnPlace],
        measured: bool,
        fonts: &Fonts,
        unit: f64,
    ) -> Result<Legend, MissingGlyph> {
        let mut rows = Vec::new();
        let set = |text: &str| fonts.shape(text, Lettering::new(Face::Regular, TYPE * unit));
        let mut styles: Vec<(Mode, Certainty)> = legs.iter().map(|leg| (leg.mode, leg.certainty)).collect();
        styles.sort_unstable();
        styles.dedup();

        for (mode, certainty) in styles {
            rows.push((Sample::Leg(mode, certainty), set(&format!("{}, {certainty}", by(mode)))?));
        }
        for (role, words) in
            [(Role::Stop, "Named place"), (Role::Via, "Stop on the way"), (Role::Unknown, "Nobody says where")]
        {
            if places.iter().any(|place| place.role == role) {
                rows.push((Sample::Place(role), set(words)?));
            }
        }
        if measured {
            rows.push((Sample::Measured, set("Distance that was checked")?));
        }
        Ok(Legend { rows, unit })
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        let widest = self.rows.iter().map(|(_, run)| run.width()).fold(0.0, f64::max);
        let unit = self.unit;
        (widest + (SAMPLE + 2.0 * PADDING) * unit, (ROW * self.rows.len() as f64 + 2.0 * PADDING - 8.0) * unit)
    }

    /// The legend in a box of its size; nothing where there is nothing to explain.
    pub fn marks(self, rect: Rect, fonts: &Fonts, theme: &Theme) -> Result<Vec<Mark>, MissingGlyph> {
        if self.rows.is_empty() {
            return Ok(Vec::new());
        }
        let unit = self.unit;
        let mut marks = super::panel_marks(rect, theme, unit);
        for (row, (sample, run)) in self.rows.into_iter().enumerate() {
            let y = rect.y0 + (PADDING - 4.0 + ROW * (row as f64 + 0.5)) * unit;
            let (left, right) = (rect.x0 + PADDING * unit, rect.x0 + (PADDING + SAMPLE - 20.0) * unit);
            match sample {
                Sample::Leg(mode, certainty) => {
                    marks.push(Mark::Stroke(line(left, right, y), legs::stroke(certainty, unit), Theme::mode(mode)));
                }
                Sample::Place(role) => {
                    marks.extend(places::sample(role, Point::new(f64::midpoint(left, right), y)).marks(
                        fonts,
                        theme,
                        unit * 0.8,
                    )?);
                }
                Sample::Measured => {
                    marks.extend(super::claims::dimension_line(Point::new(left, y), Point::new(right, y), theme, unit));
                }
            }
            let at = Point::new(rect.x0 + (PADDING + SAMPLE) * unit, y + TYPE * 0.36 * unit);
            marks.push(Mark::Text(run, at, theme.ink, None));
        }
        Ok(marks)
    }
}

fn line(left: f64, right: f64, y: f64) -> Path {
    let mut path = Path::new();
    path.move_to((left, y));
    path.line_to((right, y));
    path
}

fn by(mode: Mode) -> &'static str {
    match mode {
        Mode::Sea => "By sea",
        Mode::InlandWaterway => "By inland waterway",
        Mode::Rail => "By rail",
        Mode::Road => "By road",
        Mode::Air => "By air",
    }
}
