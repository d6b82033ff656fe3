//! A field of cells, one for each pair of values, the darker the larger the figure.

use plotters::prelude::{Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};

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
        let x = |column: usize| left + (width - left) * column as i32 / self.columns.len().max(1) as i32;
        let y = |row: usize| top + (bottom - top) * row as i32 / self.rows.len().max(1) as i32;
        let known = || self.values.iter().flatten().copied();
        let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
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
            let part = if high > low { (value - low) / (high - low) } else { 0.0 };
            let color = between(theme.land, theme.mode(crate::route::Mode::Sea), 0.08 + 0.84 * part);
            area.draw(&Rectangle::new(corners, color.filled()))?;
            if has_numbers {
                let ink = if part > 0.5 { theme.paper } else { theme.ink };
                let number = style.text(Face::Regular, 20.0, ink, (HPos::Center, VPos::Center));
                area.draw(&Text::new(axis::rounded(*value, high), middle, number))?;
            }
        }
        self.labels(area, style, &x, &y, bottom, left)?;
        self.mark(area, style, &x, &y)
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
    fn mark(&self, area: &Area, style: &Style, x: &dyn Fn(usize) -> i32, y: &dyn Fn(usize) -> i32) -> Drawn {
        let same = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
        let column = self.columns.iter().position(|label| same(label, &self.in_file[0]));
        let row = self.rows.iter().position(|label| same(label, &self.in_file[1]));
        let (Some(column), Some(row)) = (column, row) else { return Ok(()) };
        let corners = [(x(column), y(row)), (x(column + 1), y(row + 1))];
        area.draw(&Rectangle::new(corners, style.line(4.0, style.theme.mark)))?;
        let room = corners[1].0 - corners[0].0 > style.size(360.0);
        let text = style.text(Face::Bold, 20.0, style.theme.paper, (HPos::Left, VPos::Center));
        let at = (corners[0].0 + style.size(14.0), i32::midpoint(corners[0].1, corners[1].1));
        if room { area.draw(&Text::new("in the file", at, text)) } else { Ok(()) }
    }
}

/// A colour between two: `part` 0 is the first.
fn between(from: Color, to: Color, part: f64) -> Color {
    let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * part).round() as u8;
    Color { red: mix(from.red, to.red), green: mix(from.green, to.green), blue: mix(from.blue, to.blue), alpha: 255 }
}
