//! Axes: round ends and numbers beside them.

use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::Face;
use crate::canvas::backend::Backend;
use crate::numerals;
use crate::route::day_of;

use super::draw::Drawn;
use super::style::Style;

/// What lies across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// Figures.
    Numbers,
    /// Days since 1970-01-01.
    Days,
}

impl Across {
    /// What stands beside a place of the axis.
    pub fn words(self, value: f64) -> String {
        match self {
            Across::Numbers => number(value),
            Across::Days => day_of(value.round()).to_string(),
        }
    }
}

/// Two axes with numbers beside them, and lines across at about so many heights.
pub(super) fn ruled(
    chart: &mut ChartContext<Backend, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    style: &Style,
    heights: usize,
    across: Across,
) -> Drawn {
    let theme = &style.theme;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .bold_line_style(style.line(1.0, theme.edge.with_opacity(0.28)))
        .light_line_style(style.line(1.0, theme.edge.with_opacity(0.0)))
        .axis_style(style.line(1.4, theme.edge))
        .set_all_tick_mark_size(style.size(7.0))
        .label_style(style.text(Face::Regular, 21.0, theme.ink, (HPos::Center, VPos::Center)))
        .x_labels(9)
        .y_labels(heights)
        .x_label_formatter(&|x| across.words(*x))
        .y_label_formatter(&|y| number(*y))
        .draw()
}

/// Heights for words beside one another, none nearer to the next than `row`: each where it wants to be, or as little below as
/// the others allow.
pub(super) fn apart(wanted: &[i32], row: i32) -> Vec<i32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&at| wanted[at]);
    let mut heights = wanted.to_vec();
    let mut free = i32::MIN;
    for at in order {
        heights[at] = wanted[at].max(free);
        free = heights[at] + row;
    }
    heights
}

/// A range that holds all values with some air around them; one that is drawn from nothing starts there.
pub(super) fn range(values: impl Iterator<Item = f64>, from_zero: bool) -> std::ops::Range<f64> {
    let (low, high) = values
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if low > high {
        return 0.0..1.0;
    }
    let air = if high > low { 0.06 * (high - low) } else { (0.05 * high.abs()).max(1.0) };
    let bottom = if from_zero {
        0.0
    } else if low >= 0.0 {
        (low - air).max(0.0)
    } else {
        low - air
    };
    bottom..high + air
}

/// A number in a chart whose largest is `most`: whole, or with one decimal where there are only small ones.
pub(super) fn rounded(value: f64, most: f64) -> String {
    number(if most < 100.0 { (value * 10.0).round() / 10.0 } else { value.round() })
}

/// A number beside an axis: `8,000`, `0.5`.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    let sign = if rounded < 0.0 { "−" } else { "" };
    let size = rounded.abs();
    if size.fract() == 0.0 && size < 1e15 {
        format!("{sign}{}", numerals::grouped(size as u64))
    } else {
        format!("{sign}{size}")
    }
}
