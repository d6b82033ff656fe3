//! A sweep as a chart: gathered point by point.

mod lines;

use std::collections::BTreeSet;

use crate::canvas::Color;
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, Verdict};
use crate::route::{Claim, Mode, Parameter, Route, Unit};
use crate::sheet::theme::Theme;
use crate::sweep::{Column, Counted, Grid, Point, Values, plain};

use super::axis::Across;
use super::bars::{Bar, Bars};
use super::draw::Chart;
use super::heat::{Heat, same_value};
use super::plot::Plot;
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
        Chart { words: Words::of(self.journey, subtitle), plot, size: style.size.of_chart(), theme: style.theme }
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
        self.value(key).unwrap_or_default().to_owned()
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.parameters.iter().find(|parameter| parameter.path == key).map(|parameter| parameter.value.as_str())
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
pub(in crate::chart) fn said_by(route: &Route, claim: &Claim) -> String {
    let Some(first) = claim.sources.first().and_then(|source| route.source(&source.value)) else {
        return String::new();
    };
    let name = first.publisher.as_deref().unwrap_or_else(|| first.label());
    let more = claim.sources.len() - 1;
    if more > 0 { format!("{name}, {more} more") } else { name.to_owned() }
}
