//! A sweep over a range: lines, with the value of the file marked, and strips that say where each claim could be true.

use crate::canvas::Color;
use crate::journey::Verdict;
use crate::route::{Claim, Unit, parse_date, parse_length};
use crate::sheet::theme::Theme;
use crate::sweep::Column;

use super::{Turned, said_by};
use crate::chart::axis::Across;
use crate::chart::lines::{Line, Lines};
use crate::chart::strips::{Stretch, Strip};

impl Turned<'_> {
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

    pub(super) fn lines(&self, theme: &Theme) -> Lines {
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
        let value = self.value(&vary.key)?;
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
}
