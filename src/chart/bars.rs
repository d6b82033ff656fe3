//! Bars, one for each value of a list.

use plotters::prelude::{PathElement, Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};
use crate::journey::Verdict;

use super::axis;
use super::draw::{Area, Drawn};
use super::key::{self, Swatch};
use super::strips::fitting;
use super::style::Style;

/// Bars that lie, one below the other; what is below nought points to the left.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What the bars differ in.
    pub name: String,
    /// What they show, with its unit.
    pub value_name: String,
    /// What the colours of their parts mean.
    pub colors: Vec<(String, Color)>,
    /// The bars, from above.
    pub bars: Vec<Bar>,
}

/// A bar of parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its value of what the bars differ in.
    pub label: String,
    /// Whether that is the value that the file has.
    pub in_file: bool,
    /// Its parts with their colours; one alone may be negative.
    pub parts: Vec<(f64, Color)>,
    /// The number at its end; `None` if there is nothing.
    pub total: Option<f64>,
    /// Claims that could be true then.
    pub remark: String,
}

const NUMBER: f64 = 24.0;
const REMARK: f64 = 20.0;
const IN_FILE: &str = "in the file";

impl Bars {
    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (width, height) = area.dim_in_pixel();
        let (width, height) = (width as i32, height as i32);
        let faint = |h| style.text(Face::Regular, 22.0, theme.faint_ink, (h, VPos::Top));
        let label_width =
            self.bars.iter().map(|bar| style.width(&bar.label, Face::Bold, NUMBER)).max().unwrap_or_default();
        let label_width = label_width.max(style.width(&self.name, Face::Regular, 22.0)).max(style.width(
            IN_FILE,
            Face::Regular,
            REMARK,
        )) + style.size(36.0);
        area.draw(&Text::new(self.name.clone(), (0, 0), faint(HPos::Left)))?;
        area.draw(&Text::new(self.value_name.clone(), (label_width, 0), faint(HPos::Left)))?;
        let swatches: Vec<Swatch> =
            self.colors.iter().map(|(words, fill)| Swatch { words: words.clone(), fill: *fill, rim: None }).collect();
        let heading_end = label_width + style.width(&self.value_name, Face::Regular, 22.0) + style.size(60.0);
        key::draw(&swatches, area, style, heading_end.max(width - key::width(&swatches, style)))?;
        let top = style.size(56.0);
        let row = ((height - top) / self.bars.len().max(1) as i32).min(style.size(170.0));
        let half = (row * 3 / 10).min(style.size(46.0));
        let scale = self.scale(style, label_width, width);
        for (at, bar) in self.bars.iter().enumerate() {
            let middle = top + row * at as i32 + row / 2;
            label(bar, area, style, (middle, half))?;
            let mut start = scale.x(0.0);
            let mut sum = 0.0;
            for (value, color) in &bar.parts {
                sum += value;
                let end = scale.x(sum);
                let corners = [(start.min(end), middle - half), (start.max(end), middle + half)];
                area.draw(&Rectangle::new(corners, color.filled()))?;
                if start > scale.x(0.0) {
                    let seam = vec![(start, middle - half), (start, middle + half)];
                    area.draw(&PathElement::new(seam, style.line(2.0, theme.paper)))?;
                }
                start = end;
            }
            let words = bar.total.map_or("no result".to_owned(), |total| axis::rounded(total, scale.most));
            let gap = style.size(14.0);
            let (number_at, side) = if sum < 0.0 { (start - gap, HPos::Right) } else { (start + gap, HPos::Left) };
            let number = style.text(Face::Bold, NUMBER, theme.ink, (side, VPos::Center));
            area.draw(&Text::new(words.clone(), (number_at, middle), number))?;
            if !bar.remark.is_empty() {
                let behind = if sum < 0.0 { scale.x(0.0) } else { start + style.width(&words, Face::Bold, NUMBER) };
                let at = behind + style.size(34.0);
                let remark =
                    style.text(Face::Regular, REMARK, theme.verdict(Verdict::Agrees), (HPos::Left, VPos::Center));
                let words = fitting(&could_be_true(&bar.remark), width - at, style);
                area.draw(&Text::new(words, (at, middle), remark))?;
            }
        }
        if scale.low < 0.0 {
            let (x, bottom) = (scale.x(0.0), top + row * self.bars.len() as i32);
            area.draw(&PathElement::new(vec![(x, top), (x, bottom)], style.line(1.4, theme.edge)))?;
        }
        Ok(())
    }

    /// Numbers stand at the ends of bars, remarks behind them, and all fit in.
    fn scale(&self, style: &Style, left: i32, right: i32) -> Scale {
        let totals = || self.bars.iter().filter_map(|bar| bar.total);
        let (low, high) = (totals().fold(0.0, f64::min), totals().fold(0.0, f64::max));
        let most = high.max(-low);
        let number = totals().map(|total| style.width(&axis::rounded(total, most), Face::Bold, NUMBER)).max();
        let number = number.unwrap_or_default() + style.size(28.0);
        let remark = |bar: &Bar| style.width(&could_be_true(&bar.remark), Face::Regular, REMARK) + style.size(34.0);
        let remarks = self.bars.iter().filter(|bar| !bar.remark.is_empty()).map(remark).max().unwrap_or_default();
        let left = if low < 0.0 { left + number } else { left };
        let right = right - number - remarks.min((right - left) / 2);
        Scale { low, span: (high - low).max(f64::MIN_POSITIVE), left, room: f64::from((right - left).max(1)), most }
    }
}

/// What a bar is, at the left.
fn label(bar: &Bar, area: &Area, style: &Style, (middle, half): (i32, i32)) -> Drawn {
    let label = style.text(Face::Bold, NUMBER, style.theme.ink, (HPos::Left, VPos::Center));
    area.draw(&Text::new(bar.label.clone(), (0, middle), label))?;
    if bar.in_file && half > style.size(24.0) {
        let words = style.text(Face::Regular, REMARK, style.theme.faint_ink, (HPos::Left, VPos::Top));
        area.draw(&Text::new(IN_FILE, (0, middle + style.size(17.0)), words))?;
    }
    Ok(())
}

fn could_be_true(remark: &str) -> String {
    format!("could be true: {remark}")
}

/// Where a figure lies.
struct Scale {
    low: f64,
    span: f64,
    left: i32,
    room: f64,
    /// The largest figure, of either sign.
    most: f64,
}

impl Scale {
    fn x(&self, value: f64) -> i32 {
        self.left + ((value - self.low) / self.span * self.room).round() as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Size;
    use crate::sheet::theme::Theme;

    fn bar(total: f64) -> Bar {
        let color = Theme::of(crate::route::Theme::Light).ink;
        Bar {
            label: String::new(),
            in_file: false,
            parts: vec![(total, color)],
            total: Some(total),
            remark: String::new(),
        }
    }

    #[test]
    fn what_is_below_nought_points_to_the_left_and_all_lie_between_the_ends() {
        let style = Style::new(Size::new(2400, 1350), Theme::of(crate::route::Theme::Light));
        let bars = [-246.0, 150.0, 0.0].map(bar).to_vec();
        let bars = Bars { name: String::new(), value_name: String::new(), colors: Vec::new(), bars };
        let scale = bars.scale(&style, 100, 100_000);
        let [low, high, zero] = [-246.0, 150.0, 0.0].map(|value| scale.x(value));
        assert!(100 < low && low < zero && zero < high && high < 100_000, "{low} {zero} {high}");
        let (left, right) = (f64::from(zero - low), f64::from(high - zero));
        assert!((left / right - 246.0 / 150.0).abs() < 0.001, "{left} {right}");
    }
}
