//! A sweep's table, written row by row.

use crate::numerals;
use crate::report::{Align, Table};
use crate::route::Unit;

use super::columns::{Column, off};
use super::point::Point;

/// How the rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// For reading, distances in this unit.
    Text(Unit),
    /// For programs: the columns of [`super::columns()`].
    Csv,
    /// The same columns as for reading, in Markdown.
    Markdown(Unit),
}

/// So many rows are gathered before the widths of columns are settled.
const GATHERED: usize = 256;

/// Writes a table of which only some rows are known at a time.
#[derive(Debug)]
pub struct Rows {
    layout: Layout,
    columns: Vec<Column>,
    /// Rows that are not written yet, below the headers.
    table: Table,
    /// What cells are padded to, once that is settled.
    widths: Option<Vec<usize>>,
}

impl Rows {
    /// A table of these columns.
    pub fn new(layout: Layout, columns: Vec<Column>) -> Rows {
        let headers: Vec<(String, Align)> = match layout {
            Layout::Csv => columns.iter().map(|column| (column.name.clone(), column.align)).collect(),
            Layout::Text(unit) | Layout::Markdown(unit) => {
                columns.iter().filter_map(|column| Some((column.heading(unit)?, column.align))).collect()
            }
        };
        Rows { layout, columns, table: Table { columns: headers, rows: Vec::new() }, widths: None }
    }

    /// Takes a point, and gives what can be written by now.
    pub fn add(&mut self, point: &Point) -> String {
        self.table.rows.push(match self.layout {
            Layout::Csv => self.columns.iter().map(|column| column.cell(point)).collect(),
            Layout::Text(unit) | Layout::Markdown(unit) => {
                let read = self.columns.iter().filter(|column| column.heading(unit).is_some());
                read.map(|column| column.read_words(point, unit)).collect()
            }
        });
        if self.table.rows.len() >= GATHERED { self.flush() } else { String::new() }
    }

    /// What is left to be written.
    pub fn flush(&mut self) -> String {
        let first = self.widths.is_none();
        let widths = self.widths.get_or_insert_with(|| self.table.widths());
        let text = match self.layout {
            Layout::Text(_) => self.table.text_of(widths, first),
            Layout::Csv => without_head(self.table.csv(), usize::from(!first)),
            Layout::Markdown(_) => without_head(self.table.markdown(), if first { 0 } else { 2 }),
        };
        self.table.rows.clear();
        text
    }
}

/// Without its first lines, which stand above the rows before already.
fn without_head(text: String, lines: usize) -> String {
    if lines == 0 { text } else { text.split_inclusive('\n').skip(lines).collect() }
}

impl Column {
    /// What stands above it in a table for reading; `None` for a column that is not in it.
    fn heading(&self, unit: Unit) -> Option<String> {
        let parts: Vec<&str> = self.name.split('.').collect();
        match (parts.as_slice(), self.is_value()) {
            (_, true) | (["error"], _) => Some(self.name.clone()),
            (["legs", label, "distance_km"], _) => Some(format!("{label} {unit}")),
            (["distance_km"], _) => Some(format!("total {unit}")),
            (["days_min"], _) => Some("days".to_owned()),
            (["claims", label, "verdict"], _) => Some((*label).to_owned()),
            _ => None,
        }
    }

    /// What stands in it for reading: figures with three digits, verdicts with how far the figure is off.
    fn read_words(&self, point: &Point, unit: Unit) -> String {
        let cell = self.cell(point);
        if let Some(claim) = self.claim(point) {
            let Some(off) = off(claim).filter(|off| *off != 0.0) else { return cell };
            let sign = if off > 0.0 { '+' } else { '−' };
            return match claim.unit.filter(|_| claim.reported_km.is_none()) {
                Some(own) => format!("{cell} {sign}{} {own}", numerals::length(off.abs())),
                None => format!("{cell} {sign}{}", numerals::length(off.abs() / unit.km())),
            };
        }
        if self.name == "days_min" {
            let days = point.total.as_ref().and_then(|total| total.days);
            return days.map_or(String::new(), |days| numerals::days(days.low, days.high));
        }
        match cell.parse::<f64>() {
            Ok(km) if !self.is_value() => numerals::length(km / unit.km()),
            _ => cell,
        }
    }
}
