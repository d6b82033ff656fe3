//! A field of cells, one for each pair of values, the darker the larger the figure; where some are negative, the darker the
//! farther from nought, in another colour on either side of it.

use plotters::prelude::{Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::backend::units;
use crate::canvas::{Color, Face};
use crate::route::Mode;
use crate::sheet::theme::Theme;

use super::axis;
use super::draw::{Area, Drawn};
use super::style::Style;

/// Figures over two parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// What the columns and what the rows differ in.
    pub names: [String; 2],
    /// The values of the columns, from the left.
    pub columns: Vec<String>,
    /// The values of the rows, from above.
    pub rows: Vec<String>,
    /// What the cells show, with its unit.
    pub value_name: String,
    /// The cells, row by row.
    pub values: Vec<Option<f64>>,
    /// The values that the file has, of columns and rows.
    pub in_file: [String; 2],
}

impl Heat {
    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (width, height) = area.dim_in_pixel();
        let (width, height) = (width as i32, height as i32);
        let faint = |h, v| style.text(Face::Regular, 22.0, theme.faint_ink, (h, v));
        let label_width = self.rows.iter().map(|row| style.width(row, Face::Regular, 21.0)).max().unwrap_or_default();
        let left = label_width.max(style.width(&self.names[1], Face::Regular, 22.0)) + style.size(24.0);
        let (top, bottom) = (style.size(50.0), height - style.size(92.0));
        area.draw(&Text::new(self.names[1].clone(), (0, 0), faint(HPos::Left, VPos::Top)))?;
        area.draw(&Text::new(self.value_name.clone(), (left, 0), faint(HPos::Left, VPos::Top)))?;
        area.draw(&Text::new(self.names[0].clone(), (width, height), faint(HPos::Right, VPos::Bottom)))?;
        // On whole pixels: else the ground shines through between the cells.
        let base = area.get_base_pixel();
        let part = |at: usize, of: usize| at as f64 / of.max(1) as f64;
        let x = |column: usize| on_pixel(left, width, part(column, self.columns.len()), base.0);
        let y = |row: usize| on_pixel(top, bottom, part(row, self.rows.len()), base.1);
        let known = || self.values.iter().flatten().copied();
        let shades = Shades::of(known(), theme);
        let high = shades.high;
        let cell = (x(1) - x(0), y(1) - y(0));
        let widest = known().map(|value| style.width(&axis::rounded(value, high), Face::Regular, 20.0)).max();
        let has_numbers = widest.is_some_and(|widest| widest + style.size(10.0) < cell.0) && cell.1 > style.size(26.0);
        for (at, value) in self.values.iter().enumerate() {
            let (row, column) = (at / self.columns.len(), at % self.columns.len());
            let corners = [(x(column), y(row)), (x(column + 1), y(row + 1))];
            let middle = (i32::midpoint(corners[0].0, corners[1].0), i32::midpoint(corners[0].1, corners[1].1));
            let Some(value) = value else {
                let dash = style.text(Face::Regular, 20.0, theme.faint_ink, (HPos::Center, VPos::Center));
                if has_numbers {
                    area.draw(&Text::new("–", middle, dash))?;
                }
                continue;
            };
            area.draw(&Rectangle::new(corners, shades.color(*value).filled()))?;
            if has_numbers {
                let number = style.text(Face::Regular, 20.0, shades.ink(*value, theme), (HPos::Center, VPos::Center));
                area.draw(&Text::new(axis::rounded(*value, high), middle, number))?;
            }
        }
        if !has_numbers && shades.low < shades.high {
            shades.scale(area, style, width)?;
        }
        self.labels(area, style, &x, &y, bottom, left)?;
        self.mark(area, style, &shades, (&x, &y))
    }

    /// The values beside rows and below columns, as many as there is room for.
    fn labels(
        &self,
        area: &Area,
        style: &Style,
        x: &dyn Fn(usize) -> i32,
        y: &dyn Fn(usize) -> i32,
        bottom: i32,
        left: i32,
    ) -> Drawn {
        let ink = style.theme.ink;
        let widest = self.columns.iter().map(|label| style.width(label, Face::Regular, 21.0)).max().unwrap_or_default();
        let every = |room: i32, need: i32| (need / room.max(1) + 1).max(1) as usize;
        for column in (0..self.columns.len()).step_by(every(x(1) - x(0), widest + style.size(12.0))) {
            let text = style.text(Face::Regular, 21.0, ink, (HPos::Center, VPos::Top));
            let at = (i32::midpoint(x(column), x(column + 1)), bottom + style.size(10.0));
            area.draw(&Text::new(self.columns[column].clone(), at, text))?;
        }
        for row in (0..self.rows.len()).step_by(every(y(1) - y(0), style.size(28.0))) {
            let text = style.text(Face::Regular, 21.0, ink, (HPos::Right, VPos::Center));
            let at = (left - style.size(14.0), i32::midpoint(y(row), y(row + 1)));
            area.draw(&Text::new(self.rows[row].clone(), at, text))?;
        }
        Ok(())
    }

    /// A frame around the cell of the values that the file has.
    fn mark(
        &self,
        area: &Area,
        style: &Style,
        shades: &Shades,
        (x, y): (&dyn Fn(usize) -> i32, &dyn Fn(usize) -> i32),
    ) -> Drawn {
        let column = self.columns.iter().position(|label| same_value(label, &self.in_file[0]));
        let row = self.rows.iter().position(|label| same_value(label, &self.in_file[1]));
        let (Some(column), Some(row)) = (column, row) else { return Ok(()) };
        let corners = [(x(column), y(row)), (x(column + 1), y(row + 1))];
        area.draw(&Rectangle::new(corners, style.line(4.0, style.theme.mark)))?;
        let room = corners[1].0 - corners[0].0 > style.size(360.0) && corners[1].1 - corners[0].1 > style.size(26.0);
        let value = self.values.get(row * self.columns.len() + column).copied().flatten();
        let ink = value.map_or(style.theme.ink, |value| shades.ink(value, &style.theme));
        let text = style.text(Face::Bold, 20.0, ink, (HPos::Left, VPos::Center));
        let at = (corners[0].0 + style.size(14.0), i32::midpoint(corners[0].1, corners[1].1));
        if room { area.draw(&Text::new("in the file", at, text)) } else { Ok(()) }
    }
}

/// Whether two values are written alike, but for spaces.
pub(super) fn same_value(one: &str, other: &str) -> bool {
    let letters = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    letters(one) == letters(other)
}

/// The position a part of the way from one end to another, on a whole pixel of the page.
fn on_pixel(from: i32, to: i32, part: f64, base: i32) -> i32 {
    let pixel = f64::from(units(1.0));
    let at = f64::from(from + base) + f64::from(to - from) * part;
    ((at / pixel).round() * pixel) as i32 - base
}

/// Colours for figures.
struct Shades {
    low: f64,
    high: f64,
    ground: Color,
    above: Color,
    below: Color,
}

impl Shades {
    fn of(known: impl Iterator<Item = f64>, theme: &Theme) -> Shades {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        let (low, high) = known.fold(ends, |(low, high), value| (low.min(value), high.max(value)));
        Shades { low, high, ground: theme.land, above: theme.mode(Mode::Sea), below: theme.mode(Mode::Rail) }
    }

    /// How dark a figure is, from 0 to 1.
    fn part(&self, value: f64) -> f64 {
        let (from, to) = if self.low < 0.0 { (0.0, self.high.max(-self.low)) } else { (self.low, self.high) };
        if to > from { ((value.abs() - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 }
    }

    fn color(&self, value: f64) -> Color {
        let full = if value < 0.0 { self.below } else { self.above };
        between(self.ground, full, 0.08 + 0.84 * self.part(value))
    }

    fn ink(&self, value: f64, theme: &Theme) -> Color {
        if self.part(value) > 0.5 { theme.paper } else { theme.ink }
    }

    /// From the least to the greatest, at the upper right: for cells that have no room for numbers.
    fn scale(&self, area: &Area, style: &Style, right: i32) -> Drawn {
        const STEPS: i32 = 60;
        let words = |value| axis::rounded(value, self.high.abs().max(self.low.abs()));
        let ink = |h| style.text(Face::Regular, 20.0, style.theme.ink, (h, VPos::Center));
        let middle = style.size(14.0);
        let gap = style.size(12.0);
        let end = right - style.width(&words(self.high), Face::Regular, 20.0) - gap;
        let step = units((5.0 * style.unit).round().max(1.0));
        let start = on_pixel(end - STEPS * step, end, 0.0, area.get_base_pixel().0);
        area.draw(&Text::new(words(self.high), (right, middle), ink(HPos::Right)))?;
        area.draw(&Text::new(words(self.low), (start - gap, middle), ink(HPos::Right)))?;
        for at in 0..STEPS {
            let value = self.low + (self.high - self.low) * (f64::from(at) + 0.5) / f64::from(STEPS);
            let corners = [(start + step * at, style.size(4.0)), (start + step * (at + 1), style.size(24.0))];
            area.draw(&Rectangle::new(corners, self.color(value).filled()))?;
        }
        Ok(())
    }
}

/// A colour between two: `part` 0 is the first.
fn between(from: Color, to: Color, part: f64) -> Color {
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
    Color { red: mix(from.red, to.red), green: mix(from.green, to.green), blue: mix(from.blue, to.blue), alpha: 255 }
}
