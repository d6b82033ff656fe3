//! When the legs took place: reported dates against those that the other legs leave for them.

use plotters::prelude::{PathElement, Polygon, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};
use crate::journey::{Journey, LegTime, Stretch};
use crate::numerals;
use crate::route::{Leg, day_of};
use crate::sheet::theme::Theme;

use super::draw::{Area, Chart, Drawn};
use super::key::{self, Swatch};
use super::plot::Plot;
use super::strips::fitting;
use super::style::Style;
use super::words::Words;

/// Rows of windows over days.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// The first day and the one after the last, in days since 1970-01-01.
    pub days: (f64, f64),
    /// A row for each loading, departure and arrival.
    pub rows: Vec<TimeRow>,
}

/// A loading, a departure or an arrival.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// `ship leaves Najin`
    pub label: String,
    /// How long the leg takes, on the row of its departure.
    pub remark: String,
    /// Its colour.
    pub color: Color,
    /// What is reported; an end may be infinite. `None` if nothing is.
    pub reported: Option<(f64, f64)>,
    /// What the other legs leave; `None` if nothing follows.
    pub computed: Option<(f64, f64)>,
    /// Whether the other legs leave no time at all.
    pub contradicted: bool,
    /// Whether it is the first of its leg.
    pub starts_leg: bool,
}

/// So many units for a row.
const ROW: f64 = 62.0;

impl Times {
    /// The time line of a journey; `None` if no leg has a date.
    pub fn chart(journey: &Journey) -> Option<Chart> {
        let route = &journey.route;
        let theme = Theme::of(route.style.theme);
        let rows: Vec<TimeRow> = route
            .legs
            .iter()
            .zip(&journey.timeline.legs)
            .flat_map(|(leg, time)| rows(journey, leg, time, theme.mode(leg.mode)))
            .collect();
        let ends = rows.iter().flat_map(|row| [row.reported, row.computed]).flatten().flat_map(|(from, to)| [from, to]);
        let (first, last) = ends
            .filter(|end| end.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        if first > last {
            return None;
        }
        let air = (0.04 * (last - first)).max(1.0);
        let times = Times { days: ((first - air).floor(), (last + air).ceil()), rows };
        let subtitle = "When the legs took place: what is reported, and what the other legs leave".to_owned();
        let words = Words::of(journey, subtitle);
        Some(Chart { words, plot: Plot::Times(times), size: route.style.size.of_chart(), theme: route.style.theme })
    }

    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (width, height) = area.dim_in_pixel();
        let (width, height) = (width as i32, height as i32);
        let (left, right) = (style.size(560.0), width - style.size(30.0));
        let (top, bottom) = (style.size(66.0), height - style.size(60.0));
        let row_height = ((bottom - top) / self.rows.len().max(1) as i32).min(style.size(2.0 * ROW));
        let bottom = top + row_height * self.rows.len() as i32;
        let span = self.days.1 - self.days.0;
        let x = |day: f64| {
            let part = ((day - self.days.0) / span).clamp(0.0, 1.0);
            left + (part * f64::from(right - left)) as i32
        };
        // Above the bars, or further left where the page is too narrow for that.
        let (swatches, wide) = (swatches(theme), area.dim_in_pixel().0 as i32);
        key::draw(&swatches, area, style, left.min(wide - key::width(&swatches, style)).max(0))?;
        for day in ticks(self.days) {
            let at = x(day);
            let line = style.line(1.0, theme.edge.with_opacity(0.28));
            area.draw(&PathElement::new(vec![(at, top), (at, bottom)], line))?;
            let text = style.text(Face::Regular, 21.0, theme.ink, (HPos::Center, VPos::Top));
            area.draw(&Text::new(day_of(day).to_string(), (at, bottom + style.size(12.0)), text))?;
        }
        for (at, row) in self.rows.iter().enumerate() {
            let middle = top + row_height * at as i32 + row_height / 2;
            if row.starts_leg && at > 0 {
                let line = style.line(1.0, theme.edge.with_opacity(0.5));
                let y = middle - row_height / 2;
                area.draw(&PathElement::new(vec![(0, y), (right, y)], line))?;
            }
            let label = style.text(Face::Bold, 22.0, theme.ink, (HPos::Left, VPos::Center));
            let room = left - style.size(20.0);
            area.draw(&Text::new(fitting(&row.label, room * 20 / 23, style), (0, middle - style.size(11.0)), label))?;
            let remark = style.text(Face::Regular, 19.0, theme.faint_ink, (HPos::Left, VPos::Center));
            area.draw(&Text::new(fitting(&row.remark, room, style), (0, middle + style.size(15.0)), remark))?;
            let half = style.size(9.0);
            for (ends, is_reported) in [(row.reported, true), (row.computed, false)] {
                let Some((from, to)) = ends else { continue };
                let (top, bottom) = if is_reported {
                    (middle - 2 * half, middle - style.size(1.0))
                } else {
                    (middle + style.size(1.0), middle + 2 * half)
                };
                let fill = if is_reported { row.color } else { row.color.with_opacity(0.22) };
                let (start, end) = (x(from), x(to).max(x(from) + style.size(6.0)));
                area.draw(&Polygon::new(outline((start, end), (top, bottom), (from, to)), fill.filled()))?;
                if !is_reported {
                    let mut rim = outline((start, end), (top, bottom), (from, to));
                    rim.push(rim[0]);
                    area.draw(&PathElement::new(rim, style.line(1.6, row.color)))?;
                }
            }
            if row.contradicted {
                let words = style.text(
                    Face::Italic,
                    20.0,
                    theme.verdict(crate::journey::Verdict::Disagrees),
                    (HPos::Left, VPos::Center),
                );
                area.draw(&Text::new("the other dates leave no time", (left, middle + style.size(14.0)), words))?;
            }
        }
        Ok(())
    }
}

/// What full and empty bars are.
fn swatches(theme: &Theme) -> [Swatch; 2] {
    [
        Swatch { words: "by the leg's own reported dates".to_owned(), fill: theme.faint_ink, rim: None },
        Swatch {
            words: "left by the other legs, their dates and days".to_owned(),
            fill: theme.faint_ink.with_opacity(0.22),
            rim: Some(theme.faint_ink),
        },
    ]
}

/// A bar; where it has no end, a point shows that it goes on.
fn outline((start, end): (i32, i32), (top, bottom): (i32, i32), (from, to): (f64, f64)) -> Vec<(i32, i32)> {
    let (middle, point) = (i32::midpoint(top, bottom), (bottom - top) * 2 / 3);
    let mut corners = Vec::new();
    if from.is_finite() {
        corners.extend([(start, bottom), (start, top)]);
    } else {
        corners.extend([(start + point, bottom), (start, middle), (start + point, top)]);
    }
    if to.is_finite() {
        corners.extend([(end, top), (end, bottom)]);
    } else {
        corners.extend([(end - point, top), (end, middle), (end - point, bottom)]);
    }
    corners
}

fn rows(journey: &Journey, leg: &Leg, time: &LegTime, color: Color) -> Vec<TimeRow> {
    let name = |id: &str| journey.place(id).map_or_else(|| id.to_owned(), |place| place.name.clone());
    let ends = |stretch: Stretch| stretch.is_bounded().then_some((stretch.earliest, stretch.latest));
    let days = time.days.map_or(String::new(), |days| format!("{} days", numerals::days(days.low, days.high)));
    let from = time.days_from.map_or(String::new(), |from| match from.name() {
        "usual" => format!("{days}, at a usual speed"),
        "speed" => format!("{days}, at the reported speed"),
        _ => format!("{days}, by its dates"),
    });
    let row = |label: String, remark: String, reported: Stretch, computed: Option<Stretch>| TimeRow {
        label,
        remark,
        color,
        reported: ends(reported),
        computed: computed.and_then(ends),
        contradicted: computed.is_none(),
        starts_leg: false,
    };
    let by = leg.mode.spoken();
    let loaded = leg.loaded.map(|window| TimeRow {
        label: format!("loaded at {}", name(&leg.from.value)),
        remark: format!("leg {}, by {by}", leg.label()),
        color,
        reported: ends(Stretch::of(window)),
        computed: None,
        contradicted: false,
        starts_leg: true,
    });
    let starts_leg = loaded.is_none();
    let leaves = TimeRow {
        starts_leg,
        ..row(
            format!("leaves {}", name(&leg.from.value)),
            if starts_leg { format!("leg {}, by {by}", leg.label()) } else { String::new() },
            time.reported_departure,
            time.computed_departure,
        )
    };
    let arrives =
        row(format!("arrives at {}", name(&leg.to.value)), from, time.reported_arrival, time.computed_arrival);
    loaded.into_iter().chain([leaves, arrives]).collect()
}

/// Days for ticks, round ones: some six of them.
fn ticks((first, last): (f64, f64)) -> Vec<f64> {
    let rough = (last - first) / 6.0;
    let step = [1.0, 2.0, 5.0, 7.0, 10.0, 14.0, 30.0, 60.0, 91.0, 182.0, 365.0].into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or_else(|| (rough / 365.0).ceil() * 365.0);
    let count = ((last - first) / step).floor() as usize;
    (0..=count).map(|at| first + step * at as f64).collect()
}
