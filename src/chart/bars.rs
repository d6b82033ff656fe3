//! Bars, one for each value of a list.

use plotters::prelude::{Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};

use super::axis;
use super::draw::{Area, Drawn};
use super::style::Style;

/// Bars that lie, one below the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What the bars differ in.
    pub name: String,
    /// What they show, with its unit.
    pub value_name: String,
    /// The bars, from above.
    pub bars: Vec<Bar>,
}

/// A bar of parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its value of what the bars differ in.
    pub label: String,
    /// Its parts with their colours.
    pub parts: Vec<(f64, Color)>,
    /// The number at its end; `None` if there is nothing.
    pub total: Option<f64>,
    /// Claims that could be true then.
    pub remark: String,
}

impl Bars {
    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (width, height) = area.dim_in_pixel();
        let faint = |h| style.text(Face::Regular, 22.0, theme.faint_ink, (h, VPos::Top));
        let label_width =
            self.bars.iter().map(|bar| style.width(&bar.label, Face::Bold, 24.0)).max().unwrap_or_default();
        let label_width = label_width.max(style.width(&self.name, Face::Regular, 22.0)) + style.size(36.0);
        area.draw(&Text::new(self.name.clone(), (0, 0), faint(HPos::Left)))?;
        area.draw(&Text::new(self.value_name.clone(), (label_width, 0), faint(HPos::Left)))?;
        let top = style.size(56.0);
        let row = ((height as i32 - top) / self.bars.len().max(1) as i32).min(style.size(140.0));
        let longest = self.bars.iter().filter_map(|bar| bar.total).fold(1.0, f64::max);
        let room = f64::from(width as i32 - label_width - style.size(560.0)).max(1.0);
        for (at, bar) in self.bars.iter().enumerate() {
            let middle = top + row * at as i32 + row / 2;
            let half = (row * 3 / 10).min(style.size(36.0));
            let label = style.text(Face::Bold, 24.0, theme.ink, (HPos::Left, VPos::Center));
            area.draw(&Text::new(bar.label.clone(), (0, middle), label))?;
            let mut start = label_width;
            for (value, color) in &bar.parts {
                let end = start + (value / longest * room) as i32;
                area.draw(&Rectangle::new([(start, middle - half), (end, middle + half)], color.filled()))?;
                start = end;
            }
            let words = bar.total.map_or("no result".to_owned(), |total| axis::rounded(total, longest));
            let number = style.text(Face::Bold, 24.0, theme.ink, (HPos::Left, VPos::Center));
            area.draw(&Text::new(words.clone(), (start + style.size(14.0), middle), number))?;
            if !bar.remark.is_empty() {
                let at = start + style.size(34.0) + style.width(&words, Face::Bold, 24.0);
                let color = theme.verdict(crate::journey::Verdict::Agrees);
                let remark = style.text(Face::Regular, 20.0, color, (HPos::Left, VPos::Center));
                area.draw(&Text::new(format!("could be true: {}", bar.remark), (at, middle), remark))?;
            }
        }
        Ok(())
    }
}
