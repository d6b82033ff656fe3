//! Lines over a figure, and below them where claims can be true.

use plotters::prelude::{ChartBuilder, Circle, LabelAreaPosition, PathElement, Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};

use super::axis::{self, Across};
use super::draw::{Area, Drawn};
use super::strips::{self, Strip};
use super::style::Style;

/// Figures over a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// What is turned, with its unit.
    pub x_name: String,
    /// From where to where.
    pub x_range: (f64, f64),
    /// What that counts.
    pub across: Across,
    /// What the lines show, with its unit.
    pub y_name: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The value that the file has, and what stands beside it.
    pub mark: Option<(f64, String)>,
    /// Where claims can be true.
    pub strips: Vec<Strip>,
}

/// A line with its name at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it shows.
    pub name: String,
    /// Its colour.
    pub color: Color,
    /// Its points; where one is missing the line is broken.
    pub points: Vec<(f64, Option<f64>)>,
}

impl Lines {
    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (_, height) = area.dim_in_pixel();
        let left = style.size(if self.strips.is_empty() { 120.0 } else { 530.0 });
        let right = style.size(230.0);
        let strips_height =
            style.size(strips::ROW * self.strips.len() as f64 + if self.strips.is_empty() { 0.0 } else { 50.0 });
        let (upper, lower) = area.split_vertically(height as i32 - strips_height);
        let all = self.lines.iter().flat_map(|line| line.points.iter().filter_map(|(_, y)| *y));
        let y_range = axis::range(all, false);
        let name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Left, VPos::Top));
        upper.draw(&Text::new(self.y_name.clone(), (left, 0), name.clone()))?;
        let mut chart = ChartBuilder::on(&upper)
            .margin_top(style.size(64.0))
            .margin_right(right)
            .set_label_area_size(LabelAreaPosition::Left, left)
            .set_label_area_size(LabelAreaPosition::Bottom, style.size(86.0))
            .build_cartesian_2d(self.x_range.0..self.x_range.1, y_range.clone())?;
        axis::ruled(&mut chart, style, 6, self.across)?;
        if y_range.start < 0.0 && y_range.end > 0.0 {
            let ends = vec![(self.x_range.0, 0.0), (self.x_range.1, 0.0)];
            chart.draw_series([PathElement::new(ends, style.line(1.2, theme.edge))])?;
        }
        if let Some((x, words)) = self.mark.as_ref().filter(|(x, _)| (self.x_range.0..=self.x_range.1).contains(x)) {
            let ends = vec![(*x, y_range.start), (*x, y_range.end)];
            chart.draw_series([PathElement::new(ends, style.line(1.8, theme.ink))])?;
            let words_style = style.text(Face::Bold, 21.0, theme.ink, (HPos::Center, VPos::Bottom));
            let (px, py) = chart.backend_coord(&(*x, y_range.end));
            let (base_x, base_y) = upper.get_base_pixel();
            upper.draw(&Text::new(words.clone(), (px - base_x, py - base_y - style.size(5.0)), words_style))?;
        }
        for (start, end) in self.gaps() {
            let corners = [(start, y_range.start), (end, y_range.end)];
            chart.draw_series([Rectangle::new(corners, theme.edge.with_opacity(0.12).filled())])?;
            let (base_x, base_y) = upper.get_base_pixel();
            let middle = chart.backend_coord(&(f64::midpoint(start, end), f64::midpoint(y_range.start, y_range.end)));
            let words = style.text(Face::Italic, 20.0, theme.faint_ink, (HPos::Center, VPos::Center));
            upper.draw(&Text::new("none", (middle.0 - base_x, middle.1 - base_y), words))?;
        }
        for line in &self.lines {
            for run in line.points.split(|(_, y)| y.is_none()) {
                let points: Vec<(f64, f64)> = run.iter().filter_map(|(x, y)| Some((*x, (*y)?))).collect();
                if let [alone] = points.as_slice() {
                    chart.draw_series([Circle::new(*alone, style.size(5.0), line.color.filled())])?;
                }
                let pieces = smooth_pieces(&points);
                for pair in pieces.windows(2) {
                    // A jump: there is nothing between.
                    let ends: Vec<(f64, f64)> = pair[0].last().into_iter().chain(pair[1].first()).copied().collect();
                    chart.draw_series([PathElement::new(ends, style.line(1.4, line.color.with_opacity(0.5)))])?;
                }
                for piece in pieces {
                    chart.draw_series([PathElement::new(piece.to_vec(), style.line(4.0, line.color))])?;
                }
            }
        }
        let (base_x, base_y) = upper.get_base_pixel();
        // Names stand behind the last points of their lines.
        let last = |line: &Line| {
            let (x, y) = line.points.iter().rev().find_map(|(x, y)| Some((*x, (*y)?)))?;
            Some((line.name.clone(), line.color, chart.backend_coord(&(x, y))))
        };
        let named: Vec<(String, Color, (i32, i32))> = self.lines.iter().filter_map(last).collect();
        let wanted: Vec<i32> = named.iter().map(|(.., (_, y))| *y).collect();
        for ((name, color, (x, _)), y) in named.iter().zip(axis::apart(&wanted, style.size(27.0))) {
            let name = strips::fitting(name, (right - style.size(12.0)) * 5 / 6, style);
            let text = style.text(Face::Bold, 22.0, *color, (HPos::Left, VPos::Center));
            upper.draw(&Text::new(name, (x - base_x + style.size(12.0), y - base_y), text))?;
        }
        let (end_x, end_y) = chart.backend_coord(&(self.x_range.1, y_range.start));
        let x_name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Right, VPos::Bottom));
        let below = end_y - base_y + style.size(84.0);
        upper.draw(&Text::new(self.x_name.clone(), (end_x - base_x, below), x_name))?;
        if self.strips.is_empty() {
            return Ok(());
        }
        let lower_base = lower.get_base_pixel().0;
        let x = |value: f64| chart.backend_coord(&(value, y_range.start)).0 - lower_base;
        let heading = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Left, VPos::Top));
        lower.draw(&Text::new("Could be true", (0, 0), heading))?;
        let rows = lower.margin(style.size(40.0), 0, 0, 0);
        strips::draw(&self.strips, &rows, style, (left, self.x_range.1), &x)?;
        if let Some((value, _)) = self.mark.as_ref().filter(|(x, _)| (self.x_range.0..=self.x_range.1).contains(x)) {
            let bottom = style.size(strips::ROW * self.strips.len() as f64);
            rows.draw(&PathElement::new(vec![(x(*value), 0), (x(*value), bottom)], style.line(1.8, theme.ink)))?;
        }
        Ok(())
    }

    /// Where no line has a point.
    fn gaps(&self) -> Vec<(f64, f64)> {
        let Some(first) = self.lines.first() else { return Vec::new() };
        let missing = |at: usize| self.lines.iter().all(|line| line.points.get(at).is_none_or(|(_, y)| y.is_none()));
        let mut gaps: Vec<(f64, f64)> = Vec::new();
        let mut last_missing = false;
        for (at, (x, _)) in first.points.iter().enumerate() {
            match (missing(at), gaps.last_mut()) {
                (true, Some(gap)) if last_missing => gap.1 = *x,
                (true, _) => gaps.push((*x, *x)),
                _ => {}
            }
            last_missing = missing(at);
        }
        gaps
    }
}

/// A step so many times the usual one is a jump.
const JUMP: f64 = 8.0;

/// The points in pieces without jumps: where the last of several points at a distance changes, the figure does at once.
fn smooth_pieces(points: &[(f64, f64)]) -> Vec<&[(f64, f64)]> {
    let mut steps: Vec<f64> = points.windows(2).map(|pair| (pair[1].1 - pair[0].1).abs()).collect();
    steps.sort_by(f64::total_cmp);
    let usual = steps.get(steps.len() / 2).copied().unwrap_or_default();
    let all = steps.last().copied().unwrap_or_default();
    if points.len() < 12 || usual <= 0.0 || all <= JUMP * usual {
        return vec![points];
    }
    points.chunk_by(|one, next| (next.1 - one.1).abs() <= JUMP * usual).collect()
}
