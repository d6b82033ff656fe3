//! A scale bar that is true where it stands: its ends are so far apart by geodesic.

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect, Stroke, rectangle};
use crate::geodesy;
use crate::journey::Journey;
use crate::projection::View;
use crate::route::{Mode, Unit};

use super::mark::Mark;
use super::pen::Pen;
use super::theme::Theme;

/// Kilometres above the line, miles below it: nautical ones for those who go by sea alone.
pub struct ScaleBar {
    start: Point,
    km: (f64, f64),
    miles: (f64, f64),
    unit_of_miles: Unit,
    lat: f64,
}

/// How wide and high the bar is with its words, in units.
pub const SIZE: (f64, f64) = (430.0, 96.0);

/// How much room the words take that stand instead of it.
pub const WORDS: (f64, f64) = (290.0, 58.0);

/// A bar is left out where the scale varies by more than that part over the map: distances along legs do its job.
const MOST_VARIATION: f64 = 0.10;

/// By how many percent the scale of a map varies, if that is too much for a bar.
pub fn varies_by(view: &View) -> Option<f64> {
    let variation = view.scale_variation() - 1.0;
    (variation > MOST_VARIATION).then_some(100.0 * variation)
}

/// A part in words; at the poles of some maps it has no end.
pub fn in_percent(percent: f64) -> String {
    if percent < 100.0 { format!("{percent:.0} %") } else { "over 100 %".to_owned() }
}

/// The miles in which the journey's people reckon.
pub fn unit_of_miles(journey: &Journey) -> Unit {
    let at_sea = journey.route.legs.iter().all(|leg| leg.mode == Mode::Sea);
    if at_sea { Unit::Nmi } else { Unit::Mi }
}

/// Where a bar would stand, the words why there is none.
pub fn absent(percent: f64, rect: Rect, pen: Pen) -> Result<Vec<Mark>, MissingGlyph> {
    let Pen { theme, unit, .. } = pen;
    let lines = ["No scale bar: over this map".to_owned(), format!("the scale varies by {}", in_percent(percent))];
    let runs = lines.iter().map(|line| pen.set(line, Face::Regular, 18.0)).collect::<Result<Vec<_>, _>>()?;
    let width = runs.iter().map(GlyphRun::width).fold(0.0, f64::max);
    // Coasts and borders behind so small words would be read with them.
    let ground = Rect::new(rect.x1 - width - 18.0 * unit, rect.y1 - 56.0 * unit, rect.x1, rect.y1);
    let mut marks = vec![Mark::Fill(rectangle(ground), theme.panel.with_opacity(0.8))];
    for (number, run) in runs.into_iter().enumerate() {
        let below = 22.0 * (lines.len() - number) as f64 - 9.0;
        let at = Point::new(rect.x1 - run.width() - 9.0 * unit, rect.y1 - below * unit);
        marks.push(Mark::Text(run, at, theme.faint_ink, None));
    }
    Ok(marks)
}

impl ScaleBar {
    /// The bar for a map, in a box of [`SIZE`]; `None` where the box lies off the globe.
    pub fn new(view: &View, rect: Rect, unit_of_miles: Unit, unit: f64) -> Option<ScaleBar> {
        let start = Point::new(rect.x0 + 12.0 * unit, rect.y0 + 48.0 * unit);
        let room_px = rect.width() - 110.0 * unit;
        let from = view.invert([start.x, start.y])?;
        let whole_km = distance_km(view, start, room_px)?;
        let bar = |kilometers: f64| {
            let round = round_down(whole_km / kilometers);
            pixels(view, start, round * kilometers, room_px).map(|pixels| (round, pixels))
        };
        Some(ScaleBar { start, km: bar(1.0)?, miles: bar(unit_of_miles.km())?, unit_of_miles, lat: from.y() })
    }

    /// The bar with its words.
    pub fn marks(&self, fonts: &Fonts, theme: &Theme, unit: f64) -> Result<Vec<Mark>, MissingGlyph> {
        let (x, y) = (self.start.x, self.start.y);
        let tick = 10.0 * unit;
        let longest = self.km.1.max(self.miles.1);
        let mut path = Path::new();
        path.move_to((x, y - tick));
        path.line_to((x, y + tick));
        path.move_to((x, y));
        path.line_to((x + longest, y));
        path.move_to((x + self.km.1, y - tick));
        path.line_to((x + self.km.1, y));
        path.move_to((x + self.miles.1, y));
        path.line_to((x + self.miles.1, y + tick));
        let mut marks = vec![
            Mark::Stroke(path.clone(), Stroke::new(6.0 * unit), theme.casing.with_opacity(0.8)),
            Mark::Stroke(path, Stroke::new(2.2 * unit), theme.ink),
        ];
        let lettering = Lettering::new(Face::Regular, 20.0 * unit);
        let halo = Some(super::halo(theme, unit));
        let hemisphere = if self.lat < 0.0 { "S" } else { "N" };
        let words = [
            (format!("{} km", in_words(self.km.0)), self.km.1, -14.0),
            (format!("{} {}", in_words(self.miles.0), self.unit_of_miles), self.miles.1, 28.0),
        ];
        for (text, end, below) in words {
            let run = fonts.shape(&text, lettering)?;
            let at = Point::new(x + end - run.width() / 2.0, y + below * unit);
            marks.push(Mark::Text(run, at, theme.ink, halo));
        }
        let run = fonts.shape(&format!("at {:.0}° {hemisphere}", self.lat.abs()), lettering)?;
        // On a short bar there is room for the figure alone.
        if run.width() < self.km.1 - 60.0 * unit {
            marks.push(Mark::Text(run, Point::new(x - 2.0 * unit, y - 14.0 * unit), theme.faint_ink, halo));
        }
        Ok(marks)
    }
}

/// A round length with no digits that say nothing.
fn in_words(length: f64) -> String {
    if length < 1.0 { length.to_string() } else { crate::numerals::grouped(length.round() as u64) }
}

/// 1, 2 or 5 times a power of ten.
fn round_down(value: f64) -> f64 {
    let power = libm::exp10(libm::log10(value).floor());
    [5.0, 2.0, 1.0].into_iter().find(|digit| digit * power <= value).unwrap_or(1.0) * power
}

/// From `start` to `pixels` right of it, as the geodesic.
fn distance_km(view: &View, start: Point, pixels: f64) -> Option<f64> {
    let from = view.invert([start.x, start.y])?;
    let to = view.invert([start.x + pixels, start.y])?;
    Some(geodesy::distance_km(from, to))
}

/// How many pixels right of `start` the point lies that is `km` away.
fn pixels(view: &View, start: Point, km: f64, most: f64) -> Option<f64> {
    let (mut low, mut high) = (0.0, most);
    // The distance grows with the pixels all along a bar; 40 halvings are far below any pixel.
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if distance_km(view, start, middle)? < km { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_round_lengths() {
        for (value, round) in [(1234.0, 1000.0), (999.0, 500.0), (420.0, 200.0), (0.7, 0.5)] {
            assert!((round_down(value) - round).abs() < 1e-9, "{value}");
        }
    }
}
