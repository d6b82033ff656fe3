//! A sweep as a chart: gathered point by point.

use std::collections::BTreeSet;

use crate::canvas::Color;
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, Verdict};
use crate::route::{Claim, Mode, Parameter, Route, Unit, parse_date, parse_length};
use crate::sheet::theme::Theme;
use crate::sweep::{Column, Counted, Grid, Point, Values, plain};

use super::axis::Across;
use super::bars::{Bar, Bars};
use super::draw::Chart;
use super::heat::{Heat, same_value};
use super::lines::{Line, Lines};
use super::plot::Plot;
use super::strips::{Stretch, Strip};
use super::words::Words;

/// What a chart needs of the points of a sweep: a few figures of each.
#[derive(Debug)]
pub struct Turned<'a> {
    journey: &'a Journey,
    parameters: &'a [Parameter],
    grid: &'a Grid,
    unit: Unit,
    /// Per point the mode and the kilometres of each leg.
    legs: Vec<Vec<(Mode, Option<f64>)>>,
    /// Per point the kilometres of all legs; `None` where there is no journey.
    totals_km: Vec<Option<f64>>,
    /// Per point the verdicts on the claims.
    verdicts: Vec<Vec<Verdict>>,
    /// What is shown instead of lengths, if anything is.
    of: Vec<Column>,
    /// Per point the figures of these.
    figures: Vec<Vec<Option<f64>>>,
}

impl<'a> Turned<'a> {
    /// Nothing is gathered yet. `journey` is the route as it stands, `parameters` its values; distances are shown in `unit`.
    /// The chart shows the columns `of` the sweep's table; without them the length of the legs.
    ///
    /// # Errors
    ///
    /// More than two parameters: no chart shows these. Columns that count different things, or several where the chart has
    /// room for one.
    pub fn new(
        journey: &'a Journey,
        parameters: &'a [Parameter],
        grid: &'a Grid,
        unit: Unit,
        of: Vec<Column>,
    ) -> Result<Turned<'a>, Box<Diagnostic>> {
        let wrong = |message: &str, help: &str| Err(Box::new(Diagnostic::error(&catalog::CALL, message).help(help)));
        if grid.varied().len() > 2 {
            return wrong(
                "a chart shows one parameter or two, and more are varied",
                "write the sweep to a table (.csv, .json), or vary fewer parameters",
            );
        }
        if of.windows(2).any(|pair| pair[0].counted() != pair[1].counted()) {
            return wrong(
                "these columns don't count the same",
                "draw a chart for each: one --of, or several in one unit",
            );
        }
        let is_lines = matches!(grid.varied(), [one] if one.values.unit().is_some() && one.values.len() > 1);
        if of.len() > 1 && !is_lines {
            return wrong("such a chart shows one column only", "leave one --of; lines over a range show several");
        }
        let (legs, totals_km, verdicts, figures) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Ok(Turned { journey, parameters, grid, unit, legs, totals_km, verdicts, of, figures })
    }

    /// Takes the next point.
    pub fn add(&mut self, point: &Point) {
        self.legs.push(point.legs.iter().map(|leg| (leg.mode, leg.distance_km)).collect());
        self.totals_km.push(point.total.as_ref().map(|total| total.distance_km));
        self.verdicts.push(point.claims.iter().map(|claim| claim.verdict).collect());
        self.figures.push(self.of.iter().map(|column| self.scaled(column, column.figure(point))).collect());
    }

    /// The chart of all points.
    pub fn chart(&self) -> Chart {
        let style = &self.journey.route.style;
        let theme = Theme::of(style.theme);
        let keys: Vec<&str> = self.grid.varied().iter().map(|vary| vary.key.as_str()).collect();
        let plot = match self.grid.varied() {
            [one] if one.values.unit().is_some() && one.values.len() > 1 => Plot::Lines(self.lines(&theme)),
            [_] => Plot::Bars(self.bars(&theme)),
            _ => Plot::Heat(self.heat()),
        };
        let subtitle = format!("What changes with {}", keys.join(" and "));
        Chart { words: Words::of(self.journey, subtitle), plot, size: style.size, theme: style.theme }
    }

    fn route(&self) -> &Route {
        &self.journey.route
    }

    /// What the first parameter counts.
    fn across(&self) -> Across {
        match self.grid.varied()[0].values {
            Values::Days { .. } => Across::Days,
            _ => Across::Numbers,
        }
    }

    fn in_unit(&self, km: f64) -> f64 {
        km / self.unit.km()
    }

    fn scaled(&self, column: &Column, figure: Option<f64>) -> Option<f64> {
        figure.map(|figure| if column.counted() == Some(Counted::Km) { self.in_unit(figure) } else { figure })
    }

    /// What the figures are, with their unit.
    fn named(&self) -> String {
        let unit = match self.of.first().and_then(Column::counted) {
            Some(Counted::Km) => format!(", in {}", self.unit),
            Some(Counted::Days) => ", in days".to_owned(),
            _ => String::new(),
        };
        let what = match self.of.as_slice() {
            [one] => one.words(),
            // Whose they are stands at the ends of the lines.
            all if all.iter().all(Column::is_off) => "How far claims are off: computed less reported".to_owned(),
            [first, ..] if first.counted() == Some(Counted::Days) => "Time".to_owned(),
            _ => "Length".to_owned(),
        };
        format!("{what}{unit}")
    }

    /// The columns as lines.
    fn lines_of(&self, x: &[f64], theme: &Theme) -> Vec<Line> {
        let colors = std::iter::once(theme.ink).chain(theme.modes()).cycle();
        let columns = self.of.iter().enumerate().zip(colors);
        let line = |((at, column), color): ((usize, &Column), Color)| Line {
            name: column.name_of_line(),
            color,
            points: x.iter().copied().zip(self.figures.iter().map(|figures| figures[at])).collect(),
        };
        columns.map(line).collect()
    }

    /// The legs whose length changes; all of them together if several do or none.
    fn changing(&self) -> Vec<usize> {
        let all = 0..self.route().legs.len();
        all.filter(|leg| {
            let mut known = self.legs.iter().filter_map(|legs| legs.get(*leg)?.1);
            known.next().is_some_and(|first| known.any(|km| (km - first).abs() > 0.5))
        })
        .collect()
    }

    fn lines(&self, theme: &Theme) -> Lines {
        let vary = &self.grid.varied()[0];
        let unit = vary.values.unit().unwrap_or_default();
        let x: Vec<f64> = (0..vary.values.len()).filter_map(|at| vary.values.number(at)).collect();
        let ends = (x.first().copied().unwrap_or_default(), x.last().copied().unwrap_or_default());
        let changing = self.changing();
        let mut lines: Vec<Line> = changing
            .iter()
            .map(|leg| {
                let km = self.legs.iter().map(|legs| legs.get(*leg)?.1.map(|km| self.in_unit(km)));
                let reported = &self.route().legs[*leg];
                Line {
                    name: format!("leg {}", reported.label()),
                    color: theme.mode(reported.mode),
                    points: x.iter().copied().zip(km).collect(),
                }
            })
            .collect();
        if changing.len() != 1 {
            let km = self.totals_km.iter().map(|km| km.map(|km| self.in_unit(km)));
            lines.push(Line {
                name: "all legs".to_owned(),
                color: theme.ink,
                points: x.iter().copied().zip(km).collect(),
            });
        }
        if !self.of.is_empty() {
            lines = self.lines_of(&x, theme);
        }
        let y_name = match changing.as_slice() {
            _ if !self.of.is_empty() => self.named(),
            [leg] => format!("Length of leg {}, in {}", self.route().legs[*leg].label(), self.unit),
            _ => format!("Length of the legs, in {}", self.unit),
        };
        let x_name = if unit.is_empty() { vary.key.clone() } else { format!("{}, in {unit}", vary.key) };
        Lines {
            x_name,
            x_range: ends,
            across: self.across(),
            y_name,
            lines,
            mark: self.mark(unit),
            strips: self.strips(&x, unit),
        }
    }

    /// The value that the file has, in the unit of the values.
    fn mark(&self, unit: &str) -> Option<(f64, String)> {
        let vary = &self.grid.varied()[0];
        let value = &self.parameters.iter().find(|parameter| parameter.path == vary.key)?.value;
        let words = format!("{value}, in the file");
        if self.across() == Across::Days {
            return Some((parse_date(value).ok()?.first_day() as f64, words));
        }
        if let Ok(number) = value.parse::<f64>() {
            return Some((number, words));
        }
        Some((parse_length(value).ok()?.km() / Unit::parse(unit)?.km(), words))
    }

    fn strips(&self, x: &[f64], unit: &str) -> Vec<Strip> {
        let half = x.first().zip(x.get(1)).map_or(0.0, |(first, second)| 0.5 * (second - first));
        let (low, high) = (x.first().copied().unwrap_or_default(), x.last().copied().unwrap_or_default());
        let across = self.across();
        let of_claim = |(at, claim): (usize, &Claim)| {
            let verdicts: Vec<Option<Verdict>> = self.verdicts.iter().map(|all| all.get(at).copied()).collect();
            let mut start = 0;
            let mut stretches = Vec::new();
            for run in verdicts.chunk_by(|one, next| one == next) {
                let (first, last) = (x[start], x[start + run.len() - 1]);
                start += run.len();
                let Some(verdict) = run[0] else { continue };
                let numbers = if run.len() > 1 {
                    format!("{}–{}", across.words(first), across.words(last))
                } else {
                    across.words(first)
                };
                let label = format!("{numbers} {unit}").trim_end().to_owned();
                stretches.push(Stretch { ends: ((first - half).max(low), (last + half).min(high)), verdict, label });
            }
            Strip { label: claim.says.value.clone(), by: said_by(self.route(), claim), stretches }
        };
        self.route().claims.iter().enumerate().map(of_claim).collect()
    }

    fn bars(&self, theme: &Theme) -> Bars {
        let vary = &self.grid.varied()[0];
        let in_file = self.in_file(&vary.key);
        let bars = (0..vary.values.len()).map(|at| {
            let agreeing = self.route().claims.iter().zip(&self.verdicts[at]);
            let agreeing: Vec<&str> = agreeing
                .filter(|(_, verdict)| **verdict == Verdict::Agrees)
                .map(|(claim, _)| claim.says.value.as_str())
                .collect();
            let shown = self.figures[at].first().copied();
            Bar {
                in_file: same_value(&vary.values.at(at), &in_file),
                label: plain(&vary.values.at(at)),
                parts: if let Some(figure) = shown {
                    vec![(figure.unwrap_or_default(), theme.ink)]
                } else {
                    let km = |km: Option<f64>| self.in_unit(km.unwrap_or_default());
                    // Parallel legs count once.
                    let beside = |leg: usize| self.journey.totals.parallel.contains(&(leg + 1));
                    let legs = self.legs[at].iter().enumerate().filter(|(leg, _)| !beside(*leg));
                    legs.map(|(_, (mode, leg_km))| (km(*leg_km), theme.mode(*mode))).collect()
                },
                total: shown.unwrap_or_else(|| self.totals_km[at].map(|km| self.in_unit(km))),
                remark: agreeing.join(", "),
            }
        });
        Bars {
            name: vary.key.clone(),
            value_name: if self.of.is_empty() { format!("Length of the legs, in {}", self.unit) } else { self.named() },
            bars: bars.collect(),
            colors: if self.of.is_empty() { self.modes(theme) } else { Vec::new() },
        }
    }

    /// The modes of all points with their colours.
    fn modes(&self, theme: &Theme) -> Vec<(String, Color)> {
        let modes: BTreeSet<Mode> = self.legs.iter().flatten().map(|(mode, _)| *mode).collect();
        modes.into_iter().map(|mode| (format!("by {}", mode.spoken()), theme.mode(mode))).collect()
    }

    /// The value that the file has for a parameter; empty if it has none.
    fn in_file(&self, key: &str) -> String {
        let value = self.parameters.iter().find(|parameter| parameter.path == key);
        value.map_or(String::new(), |parameter| parameter.value.clone())
    }

    fn heat(&self) -> Heat {
        let [rows, columns] = [0, 1].map(|at| &self.grid.varied()[at]);
        let labels = |values: &Values| (0..values.len()).map(|at| plain(&values.at(at))).collect();
        Heat {
            names: [columns.key.clone(), rows.key.clone()],
            columns: labels(&columns.values),
            rows: labels(&rows.values),
            value_name: if self.of.is_empty() { format!("Length of all legs, in {}", self.unit) } else { self.named() },
            values: if self.of.is_empty() {
                self.totals_km.iter().map(|km| km.map(|km| self.in_unit(km))).collect()
            } else {
                self.figures.iter().map(|figures| figures[0]).collect()
            },
            in_file: [self.in_file(&columns.key), self.in_file(&rows.key)],
        }
    }
}

/// Who says so: the first of the claim's sources, and how many more there are.
pub(super) fn said_by(route: &Route, claim: &Claim) -> String {
    let Some(first) = claim.sources.first().and_then(|source| route.source(&source.value)) else {
        return String::new();
    };
    let name = first.publisher.as_deref().unwrap_or_else(|| first.label());
    let more = claim.sources.len() - 1;
    if more > 0 { format!("{name}, {more} more") } else { name.to_owned() }
}
