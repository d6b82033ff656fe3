//! Strips below a plot: for which values a claim can be true.

use plotters::prelude::{PathElement, Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::Face;
use crate::canvas::backend::units;
use crate::journey::Verdict;

use super::draw::{Area, Drawn};
use super::style::Style;

/// A row with stretches in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What it speaks of: `about 290 mi`.
    pub label: String,
    /// Who says so; may be empty.
    pub by: String,
    /// Where it holds what.
    pub stretches: Vec<Stretch>,
}

/// A part of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Its ends on the horizontal axis.
    pub ends: (f64, f64),
    /// What is found there.
    pub verdict: Verdict,
    /// What stands beside it; may be empty.
    pub label: String,
}

/// The height of a row, in units.
pub(super) const ROW: f64 = 46.0;

/// Draws rows in `area`, whose left `label_width` (in plotters' units) holds their labels; `x` is where a value lies in it, and
/// `last` the largest.
pub(super) fn draw(
    strips: &[Strip],
    area: &Area,
    style: &Style,
    (label_width, last): (i32, f64),
    x: &dyn Fn(f64) -> i32,
) -> Drawn {
    let theme = &style.theme;
    let (width, _) = area.dim_in_pixel();
    for (at, strip) in strips.iter().enumerate() {
        let top = style.size(ROW * at as f64);
        let middle = top + style.size(ROW / 2.0);
        let label = style.text(Face::Bold, 22.0, theme.ink, (HPos::Left, VPos::Center));
        area.draw(&Text::new(strip.label.clone(), (0, middle), label))?;
        let by = style.text(Face::Regular, 20.0, theme.faint_ink, (HPos::Left, VPos::Center));
        let room = label_width - style.width(&strip.label, Face::Bold, 22.0) - style.size(28.0);
        let words = fitting(&strip.by, room, style);
        area.draw(&Text::new(words, (style.width(&strip.label, Face::Bold, 22.0) + style.size(12.0), middle), by))?;
        area.draw(&PathElement::new(
            vec![(label_width, middle), (x(last), middle)],
            style.line(1.2, theme.edge.with_opacity(0.45)),
        ))?;
        if strip.stretches.iter().all(|stretch| stretch.verdict != Verdict::Agrees) {
            let none = style.text(Face::Regular, 20.0, theme.faint_ink, (HPos::Left, VPos::Center));
            area.draw(&Text::new("nowhere", (x(last) + style.size(12.0), middle), none))?;
        }
        let is_everywhere = strip.stretches.len() == 1;
        for stretch in &strip.stretches {
            // A single value is still seen.
            let (start, end) = (x(stretch.ends.0), x(stretch.ends.1));
            let least = style.size(5.0);
            let (start, end) = if end - start < least { (start - least / 2, start + least / 2) } else { (start, end) };
            if stretch.verdict != Verdict::Agrees {
                continue;
            }
            let half = style.size(11.0);
            let color = theme.verdict(stretch.verdict);
            area.draw(&Rectangle::new([(start, middle - half), (end, middle + half)], color.filled()))?;
            let label = if is_everywhere { "everywhere" } else { stretch.label.as_str() };
            let (gap, text) = (style.size(10.0), style.width(label, Face::Regular, 20.0));
            // Right of the stretch, else left of it, else within it; where there is no room at all its ends tell enough.
            let (from, color) = if end + gap + text < width as i32 {
                (end + gap, color)
            } else if start - gap - text > label_width {
                (start - gap - text, color)
            } else if end - start > text + 2 * gap {
                (i32::midpoint(start, end) - text / 2, theme.paper)
            } else {
                continue;
            };
            if color != theme.paper {
                let back = [(from - units(2.0), middle - half), (from + text + units(2.0), middle + half)];
                area.draw(&Rectangle::new(back, theme.paper.filled()))?;
            }
            let words = style.text(Face::Regular, 20.0, color, (HPos::Left, VPos::Center));
            area.draw(&Text::new(label.to_owned(), (from, middle), words))?;
        }
    }
    Ok(())
}

/// As much of a text as there is room for.
pub(super) fn fitting(text: &str, room: i32, style: &Style) -> String {
    let width = |text: &str| style.width(text, Face::Regular, 20.0);
    if width(text) <= room {
        return text.to_owned();
    }
    let mut cut: String = text.to_owned();
    while cut.pop().is_some() {
        let shown = format!("{}…", cut.trim_end());
        if width(&shown) <= room {
            return shown;
        }
    }
    String::new()
}
