//! How far from something one is along a journey, as a chart.

use plotters::prelude::{ChartBuilder, Circle, LabelAreaPosition, PathElement, Polygon, Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};
use crate::journey::{Journey, Profile};
use crate::route::Unit;
use crate::sheet::theme::Theme;

use super::axis::{self, Across};
use super::draw::{Area, Chart, Drawn};
use super::key::{self, Swatch};
use super::plot::Plot;
use super::strips::fitting;
use super::style::Style;
use super::turned::said_by;
use super::words::Words;

/// A line over the way, with stops below it and distances that are looked for across it.
#[derive(Clone, Debug, PartialEq)]
pub struct Along {
    /// What the line shows, with its unit.
    pub y_name: String,
    /// What the way is counted in.
    pub x_name: String,
    /// The legs.
    pub legs: Vec<AlongLeg>,
    /// Stops: their names, where they lie on the way, and whether a leg ends there.
    pub stops: Vec<(String, f64, bool)>,
    /// Distances that are looked for.
    pub levels: Vec<Level>,
}

/// A leg's part of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct AlongLeg {
    /// What it is: `leg rail, by rail`.
    pub name: String,
    /// Its colour.
    pub color: Color,
    /// Its points: along the way, and the distance there.
    pub points: Vec<(f64, f64)>,
}

/// A distance that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// What stands beside it.
    pub label: String,
    /// What it can mean: from, to.
    pub range: (f64, f64),
    /// Where it is crossed: along the way, and the distance.
    pub crossings: Vec<(f64, f64)>,
}

/// Left of the plot, so many units hold the numbers of its axis.
const LEFT: f64 = 120.0;

/// A part of the way, drawn as a plot of its own.
struct Window {
    x: (f64, f64),
    names_levels: bool,
    heading: String,
}

impl Along {
    /// The chart of a profile, distances in `unit`.
    pub fn chart(journey: &Journey, profile: &Profile, unit: Unit) -> Chart {
        let route = &journey.route;
        let style = &route.style;
        let theme = Theme::of(style.theme);
        let scale = |km: f64| km / unit.km();
        let legs = profile.legs.iter().map(|leg| {
            let reported = &route.legs[leg.number - 1];
            AlongLeg {
                name: format!("leg {}, by {}", reported.label(), reported.mode.spoken()),
                color: theme.mode(reported.mode),
                points: leg.points.iter().map(|(along, away)| (scale(*along), scale(*away))).collect(),
            }
        });
        let mut stops: Vec<(String, f64, bool)> = Vec::new();
        for leg in &profile.legs {
            for (at, (id, km)) in leg.stops.iter().enumerate() {
                let name = journey.place(id).map_or(id.as_str(), |place| place.name.as_str());
                let is_end = at == 0 || at + 1 == leg.stops.len();
                if stops.last().is_none_or(|(last, _, _)| last != name) {
                    stops.push((name.to_owned(), scale(*km), is_end));
                }
            }
        }
        let levels = profile.thresholds.iter().map(|threshold| {
            let by = threshold.claim.map_or(String::new(), |at| said_by(route, &route.claims[at]));
            let label = if by.is_empty() { threshold.says.clone() } else { format!("{} · {by}", threshold.says) };
            let crossings = threshold.crossings.iter().map(|crossing| (scale(crossing.km), scale(threshold.km)));
            Level {
                label,
                range: (scale(threshold.interval_km.low), scale(threshold.interval_km.high)),
                crossings: crossings.collect(),
            }
        });
        let along = Along {
            y_name: format!("Distance from {}, in {unit}", profile.to),
            x_name: format!("Along the journey, in {unit}"),
            legs: legs.collect(),
            stops,
            levels: levels.collect(),
        };
        let subtitle = format!("How far from {} the journey is", profile.to);
        Chart {
            words: Words::of(journey, subtitle),
            plot: Plot::Along(along),
            size: style.size.of_chart(),
            theme: style.theme,
        }
    }

    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let points = self.legs.iter().flat_map(|leg| leg.points.iter().map(|(x, _)| *x));
        // The last stop may lie behind the last point by a rounding.
        let end = points.chain(self.stops.iter().map(|(_, x, _)| *x)).fold(1e-3, f64::max);
        let whole = Window { x: (0.0, end), names_levels: true, heading: self.y_name.clone() };
        self.draw_key(area, style)?;
        let Some((from, to)) = self.crossed_within(end) else { return self.draw_window(&whole, area, style) };
        let (_, height) = area.dim_in_pixel();
        let (upper, lower) = area.split_vertically(height as i32 * 46 / 100);
        self.draw_window(&Window { names_levels: false, ..whole }, &upper, style)?;
        let heading = "The same, where it comes to the distances that are looked for".to_owned();
        self.draw_window(&Window { x: (from, to), names_levels: true, heading }, &lower, style)
    }

    /// What the colours are, beside the heading: the legs, or where there are too many of them their modes.
    fn draw_key(&self, area: &Area, style: &Style) -> Drawn {
        let mut modes: Vec<Swatch> = Vec::new();
        let swatch = |words: &str, fill| Swatch { words: words.to_owned(), fill, rim: None };
        for leg in &self.legs {
            let mode = leg.name.rsplit(", ").next().unwrap_or_default();
            if modes.iter().all(|one| one.words != mode) {
                modes.push(swatch(mode, leg.color));
            }
        }
        let legs: Vec<Swatch> = self.legs.iter().map(|leg| swatch(&leg.name, leg.color)).collect();
        let left = style.size(LEFT + 60.0) + style.width(&self.y_name, Face::Regular, 22.0);
        let fits = left + key::width(&legs, style) < area.dim_in_pixel().0 as i32;
        key::draw(if fits { &legs } else { &modes }, area, style, left)
    }

    /// The part of the way that holds all crossings, if it is so small that they can't be told apart on the whole.
    fn crossed_within(&self, end: f64) -> Option<(f64, f64)> {
        let all = || self.levels.iter().flat_map(|level| level.crossings.iter().map(|(x, _)| *x));
        let (from, to) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        let air = (0.15 * (to - from)).max(0.02 * end);
        (from <= to && to - from < 0.35 * end).then_some(((from - air).max(0.0), (to + air).min(end)))
    }

    fn draw_window(&self, window: &Window, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let (start, end) = window.x;
        let within = |x: f64| (start..=end).contains(&x);
        let shown: Vec<Vec<(f64, f64)>> = self.legs.iter().map(|leg| cut(&leg.points, window.x)).collect();
        let tops = shown.iter().flatten().map(|(_, y)| *y).chain(
            self.levels
                .iter()
                .filter(|level| level.range.1.is_finite() && window.names_levels)
                .map(|level| level.range.1),
        );
        let y_range = 0.0..axis::range(tops, true).end.max(1e-3);
        let (left, right) = (style.size(LEFT), style.size(430.0));
        let name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Left, VPos::Top));
        area.draw(&Text::new(window.heading.clone(), (left, 0), name))?;
        let mut chart = ChartBuilder::on(area)
            .margin_top(style.size(46.0))
            .margin_right(right)
            .set_label_area_size(LabelAreaPosition::Left, left)
            .set_label_area_size(LabelAreaPosition::Bottom, style.size(160.0))
            .build_cartesian_2d(start..end, y_range.clone())?;
        axis::ruled(&mut chart, style, 5, Across::Numbers)?;
        for (_, x, _) in self.stops.iter().filter(|(_, x, is_end)| *is_end && within(*x)) {
            let line = style.line(1.2, theme.edge.with_opacity(0.6));
            chart.draw_series([PathElement::new(vec![(*x, 0.0), (*x, y_range.end)], line)])?;
        }
        for (leg, points) in self.legs.iter().zip(&shown) {
            let mut outline = points.clone();
            outline.extend(points.last().map(|(x, _)| (*x, 0.0)));
            outline.extend(points.first().map(|(x, _)| (*x, 0.0)));
            chart.draw_series([Polygon::new(outline, leg.color.with_opacity(0.10).filled())])?;
        }
        for level in self.levels.iter().filter(|level| level.range.0 < y_range.end) {
            let high = level.range.1.min(y_range.end);
            let corners = [(start, level.range.0), (end, high)];
            chart.draw_series([Rectangle::new(corners, theme.ink.with_opacity(0.14).filled())])?;
            let middle = f64::midpoint(level.range.0, high);
            chart.draw_series([PathElement::new(vec![(start, middle), (end, middle)], style.line(1.2, theme.ink))])?;
        }
        for (leg, points) in self.legs.iter().zip(shown) {
            chart.draw_series([PathElement::new(points, style.line(4.0, leg.color))])?;
        }
        let radius = if window.names_levels { 8.0 } else { 5.0 };
        for at in self.levels.iter().flat_map(|level| &level.crossings).filter(|(x, _)| within(*x)) {
            chart.draw_series([Circle::new(*at, style.size(radius), theme.paper.filled())])?;
            chart.draw_series([Circle::new(*at, style.size(radius), style.line(0.36 * radius, theme.ink))])?;
        }
        let base = area.get_base_pixel();
        let place = |at: (f64, f64)| {
            let (x, y) = chart.backend_coord(&at);
            (x - base.0, y - base.1)
        };
        if window.names_levels {
            self.label_levels(area, style, &|y| place((end, y)), y_range.end)?;
        }
        self.label_stops(area, style, window.x, &|x| place((x, 0.0)))?;
        let (x, y) = place((end, 0.0));
        let x_name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Left, VPos::Top));
        area.draw(&Text::new(self.x_name.clone(), (x + style.size(60.0), y + style.size(10.0)), x_name))
    }

    /// What the distances are that are looked for, right of the plot, none over another.
    fn label_levels(&self, area: &Area, style: &Style, place: &dyn Fn(f64) -> (i32, i32), top: f64) -> Drawn {
        let middle = |level: &Level| f64::midpoint(level.range.0, level.range.1.min(top));
        let levels: Vec<&Level> = self.levels.iter().filter(|level| level.range.0 < top).collect();
        // The axis is below: what has no room goes up.
        let wanted: Vec<i32> = levels.iter().map(|level| -place(middle(level)).1).collect();
        for (level, up) in levels.into_iter().zip(axis::apart(&wanted, style.size(29.0))) {
            let (x, y) = place(middle(level));
            let label_y = -up;
            let from = (x + style.size(4.0), y);
            let to = (x + style.size(34.0), label_y);
            area.draw(&PathElement::new(vec![from, to], style.line(1.0, style.theme.edge)))?;
            let text = style.text(Face::Regular, 20.0, style.theme.ink, (HPos::Left, VPos::Center));
            let words = fitting(&level.label, style.size(380.0), style);
            area.draw(&Text::new(words, (to.0 + style.size(6.0), label_y), text))?;
        }
        Ok(())
    }

    /// The stops below the axis, those at ends of legs first; names that find no room stay away.
    fn label_stops(
        &self,
        area: &Area,
        style: &Style,
        (start, end): (f64, f64),
        place: &dyn Fn(f64) -> (i32, i32),
    ) -> Drawn {
        let rows = [52.0, 80.0, 108.0, 134.0].map(|row| style.size(row));
        let mut taken: Vec<(usize, i32, i32)> = Vec::new();
        let seen = self.stops.iter().filter(|(_, x, _)| (start..=end).contains(x));
        let (ends, others): (Vec<_>, Vec<_>) = seen.partition(|(_, _, is_end)| *is_end);
        for (name, along, is_end) in ends.into_iter().chain(others) {
            let (face, ink) =
                if *is_end { (Face::Bold, style.theme.ink) } else { (Face::Regular, style.theme.faint_ink) };
            let (x, axis) = place(*along);
            let half = style.width(name, face, 19.0) / 2 + style.size(6.0);
            let free =
                |row: &usize| !taken.iter().any(|(other, from, to)| other == row && x - half < *to && x + half > *from);
            let Some(row) = (0..rows.len()).find(free) else { continue };
            taken.push((row, x - half, x + half));
            let text = style.text(face, 19.0, ink, (HPos::Center, VPos::Top));
            area.draw(&PathElement::new(
                vec![(x, axis), (x, axis + rows[row])],
                style.line(0.8, style.theme.edge.with_opacity(0.5)),
            ))?;
            let back = [(x - half, axis + rows[row]), (x + half, axis + rows[row] + style.size(24.0))];
            area.draw(&Rectangle::new(back, style.theme.paper.filled()))?;
            area.draw(&Text::new(name.clone(), (x, axis + rows[row]), text))?;
        }
        Ok(())
    }
}

/// The points of a line within these ends, with those on the ends.
fn cut(points: &[(f64, f64)], (start, end): (f64, f64)) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        if let Some(&(before_x, before_y)) = at.checked_sub(1).and_then(|before| points.get(before)) {
            let crossed = [start, end].into_iter().filter(|edge| before_x < *edge && *edge < x);
            kept.extend(crossed.map(|edge| (edge, before_y + (y - before_y) * (edge - before_x) / (x - before_x))));
        }
        if (start..=end).contains(&x) {
            kept.push((x, y));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_ends_of_its_window_and_not_at_its_points() {
        let line = [(0.0, 0.0), (10.0, 100.0), (20.0, 0.0)];
        assert_eq!(cut(&line, (5.0, 15.0)), [(5.0, 50.0), (10.0, 100.0), (15.0, 50.0)]);
        assert_eq!(cut(&line, (2.0, 4.0)), [(2.0, 20.0), (4.0, 40.0)]);
        assert_eq!(cut(&line, (0.0, 20.0)), line);
    }
}
