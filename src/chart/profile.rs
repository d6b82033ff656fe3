//! How far from something one is along a journey, as a chart.

use plotters::prelude::{ChartBuilder, Circle, LabelAreaPosition, PathElement, Polygon, Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};
use crate::journey::{Journey, Profile};
use crate::route::Unit;
use crate::sheet::theme::Theme;

use super::axis;
use super::draw::{Area, Chart, Drawn};
use super::plot::Plot;
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

impl Along {
    /// The chart of a profile, distances in `unit`.
    pub fn chart(journey: &Journey, profile: &Profile, unit: Unit) -> Chart {
        let route = &journey.route;
        let style = &route.style;
        let theme = Theme::of(style.theme);
        let scale = |km: f64| km / unit.km();
        let legs = profile.legs.iter().map(|leg| AlongLeg {
            color: theme.mode(route.legs[leg.number - 1].mode),
            points: leg.points.iter().map(|(along, away)| (scale(*along), scale(*away))).collect(),
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
        Chart { words: Words::of(journey, subtitle), plot: Plot::Along(along), size: style.size, theme: style.theme }
    }

    pub(super) fn draw(&self, area: &Area, style: &Style) -> Drawn {
        let theme = &style.theme;
        let points = || self.legs.iter().flat_map(|leg| leg.points.iter().copied());
        let y_range = 0.0..axis::range(points().map(|(_, y)| y), true).end.max(1e-3);
        let end = points().map(|(x, _)| x).fold(0.0, f64::max).max(1e-3);
        let left = style.size(120.0);
        let right = style.size(400.0);
        let name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Left, VPos::Top));
        area.draw(&Text::new(self.y_name.clone(), (left, 0), name))?;
        let mut chart = ChartBuilder::on(area)
            .margin_top(style.size(52.0))
            .margin_right(right)
            .set_label_area_size(LabelAreaPosition::Left, left)
            .set_label_area_size(LabelAreaPosition::Bottom, style.size(210.0))
            .build_cartesian_2d(0.0..end, y_range.clone())?;
        let label = style.text(Face::Regular, 21.0, theme.ink, (HPos::Center, VPos::Center));
        chart
            .configure_mesh()
            .disable_x_mesh()
            .bold_line_style(style.line(1.0, theme.edge.with_opacity(0.28)))
            .light_line_style(style.line(1.0, theme.edge.with_opacity(0.0)))
            .axis_style(style.line(1.4, theme.edge))
            .set_all_tick_mark_size(style.size(7.0))
            .label_style(label)
            .x_labels(9)
            .y_labels(6)
            .x_label_formatter(&|x| axis::number(*x))
            .y_label_formatter(&|y| axis::number(*y))
            .draw()?;
        for (_, x, _) in self.stops.iter().filter(|(_, _, is_end)| *is_end) {
            let line = style.line(1.2, theme.edge.with_opacity(0.6));
            chart.draw_series([PathElement::new(vec![(*x, 0.0), (*x, y_range.end)], line)])?;
        }
        let beyond = 1.0 + f64::from(right) / f64::from(area.dim_in_pixel().0 as i32 - left - right);
        for leg in &self.legs {
            let mut outline = leg.points.clone();
            outline.extend(leg.points.last().map(|(x, _)| (*x, 0.0)));
            outline.extend(leg.points.first().map(|(x, _)| (*x, 0.0)));
            chart.draw_series([Polygon::new(outline, leg.color.with_opacity(0.10).filled())])?;
        }
        for level in &self.levels {
            let high = level.range.1.min(y_range.end);
            if level.range.0 < y_range.end {
                let corners = [(0.0, level.range.0), (end.min(end * beyond), high)];
                chart.draw_series([Rectangle::new(corners, theme.ink.with_opacity(0.16).filled())])?;
                let middle = f64::midpoint(level.range.0, high);
                chart
                    .draw_series([PathElement::new(vec![(0.0, middle), (end, middle)], style.line(1.2, theme.ink))])?;
            }
        }
        for leg in &self.legs {
            chart.draw_series([PathElement::new(leg.points.clone(), style.line(4.0, leg.color))])?;
        }
        for level in &self.levels {
            for at in &level.crossings {
                chart.draw_series([Circle::new(*at, style.size(8.0), theme.paper.filled())])?;
                chart.draw_series([Circle::new(*at, style.size(8.0), style.line(3.0, theme.ink))])?;
            }
        }
        let base = area.get_base_pixel();
        let place = |at: (f64, f64)| {
            let (x, y) = chart.backend_coord(&at);
            (x - base.0, y - base.1)
        };
        self.label_levels(area, style, &|y| place((end, y)), y_range.end)?;
        self.label_stops(area, style, &|x| place((x, 0.0)))?;
        let (x, y) = place((end, 0.0));
        let x_name = style.text(Face::Regular, 22.0, theme.faint_ink, (HPos::Right, VPos::Bottom));
        area.draw(&Text::new(self.x_name.clone(), (x, y + style.size(208.0)), x_name))
    }

    /// What the distances are that are looked for, right of the plot, none over another.
    fn label_levels(&self, area: &Area, style: &Style, place: &dyn Fn(f64) -> (i32, i32), top: f64) -> Drawn {
        let middle = |level: &Level| f64::midpoint(level.range.0, level.range.1.min(top));
        let mut levels: Vec<&Level> = self.levels.iter().filter(|level| level.range.0 < top).collect();
        levels.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        let row = style.size(29.0);
        let mut lowest_free = i32::MAX;
        for level in levels {
            let (x, y) = place(middle(level));
            let label_y = y.min(lowest_free);
            lowest_free = label_y - row;
            let from = (x + style.size(4.0), y);
            let to = (x + style.size(34.0), label_y);
            area.draw(&PathElement::new(vec![from, to], style.line(1.0, style.theme.edge)))?;
            let text = style.text(Face::Regular, 20.0, style.theme.ink, (HPos::Left, VPos::Center));
            area.draw(&Text::new(level.label.clone(), (to.0 + style.size(6.0), label_y), text))?;
        }
        Ok(())
    }

    /// The stops below the axis, those at ends of legs first; names that find no room stay away.
    fn label_stops(&self, area: &Area, style: &Style, place: &dyn Fn(f64) -> (i32, i32)) -> Drawn {
        let rows = [58.0, 88.0, 118.0, 148.0].map(|row| style.size(row));
        let mut taken: Vec<(usize, i32, i32)> = Vec::new();
        let mut order: Vec<&(String, f64, bool)> = self.stops.iter().collect();
        order.sort_by_key(|(_, _, is_end)| !is_end);
        for (name, along, is_end) in order {
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
