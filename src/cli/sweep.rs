//! `portolan sweep ROUTE --vary KEY=FROM..TO:STEP`

use std::path::Path;
use std::process::ExitCode;

use portolan::Journey;
use portolan::chart::{Chart, Turned};
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::numerals;
use portolan::route::{Draft, Unit};
use portolan::sheet::Picture;
use portolan::sweep::{BATCH, Column, Grid, Layout, Point, Rows, Sweep, Vary, columns};
use serde_json::json;

use super::args::Format;
use super::failure::Failure;
use super::form::Form;
use super::output::{self, Output};
use super::progress::Progress;
use super::turn_args::SweepArgs;
use super::{load, sweep_maps, tell};

pub fn run(args: &SweepArgs) -> Result<ExitCode, Failure> {
    let varied = args
        .vary
        .iter()
        .map(|argument| Vary::parse(argument))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|wrong| *wrong)?;
    let grid = Grid::new(varied, args.force).map_err(|wrong| *wrong)?;
    let draft = Draft::open(&args.route.route).map_err(Failure::Input)?;
    let networks = load::networks(&args.route.networks)?;
    let sweep = Sweep {
        draft: &draft,
        sets: &args.route.sets,
        variant: args.route.variant.as_deref(),
        networks: &networks,
        grid: &grid,
    };
    let base = sweep.base().map_err(Failure::Input)?;
    if args.maps {
        return sweep_maps::run(args, &sweep);
    }
    let (paths, forms) = args.written.forms("sweep")?;
    let unit = args.written.units.into();
    let columns = columns(&base.route, &grid);
    let of = args.of.iter().map(|name| named(name, &columns)).collect::<Result<Vec<_>, _>>()?;
    if !of.is_empty() && !forms.iter().any(|form| matches!(form, Form::Chart(_))) {
        let found = Diagnostic::error(&catalog::CALL, "--of is for charts, and none is asked for");
        return Err(found.help("add -o FILE.png, .svg or .pdf; a table has all columns").into());
    }
    tell::diagnostics(&base.diagnostics);
    let journey = Journey::lay_on(base.route.clone(), &networks);
    if let Ok(journey) = &journey {
        tell::diagnostics(&journey.diagnostics);
    }
    let outputs = output::open_all(&paths)?;
    let mut writers: Vec<Writer> = outputs
        .into_iter()
        .zip(forms)
        .map(|(output, form)| Writer::start(output, form, unit, columns.clone(), &grid))
        .collect::<Result<_, _>>()?;
    // A chart marks the file's own values, so the file has to be laid with them.
    let journey = match journey {
        _ if !writers.iter().any(|writer| matches!(writer.content, Content::Chart(_))) => None,
        Err(diagnostics) => return Err(Failure::Input(diagnostics)),
        Ok(journey) => Some(journey),
    };
    let parameters = base.parameters();
    let mut chart = match &journey {
        Some(journey) => Some(Turned::new(journey, &parameters, &grid, unit, of).map_err(|wrong| *wrong)?),
        None => None,
    };
    let progress = Progress::new(grid.len(), paths.iter().any(|path| path == Path::new("-")));
    let (mut done, mut failed) = (0, None);
    let summary = sweep.run(|point| {
        done += 1;
        if done % BATCH == 0 {
            progress.show(done);
        }
        if let Some(chart) = &mut chart {
            chart.add(&point);
        }
        if let (None, Some(why)) = (&failed, &point.error) {
            let values: Vec<&str> = point.values.values().filter_map(|value| value.as_str()).collect();
            failed = Some((values.join(" · "), why.clone()));
        }
        writers.iter_mut().try_for_each(|writer| writer.add(&point))
    });
    progress.clear();
    let summary = summary?;
    if summary.failed == summary.points {
        let (_, first) = sweep.journey(0, &portolan::journey::Memo::default());
        return Err(Failure::Input(first.err().unwrap_or_default()));
    }
    let chart = chart.map(|chart| chart.chart());
    writers.into_iter().try_for_each(|writer| writer.finish(chart.as_ref()))?;
    if let Some((values, why)) = failed {
        let count = |count: usize| numerals::grouped(count as u64);
        let words = format!("no result at {} of {} points", count(summary.failed), count(summary.points));
        let more = if summary.failed > 1 { " (the first of them)" } else { "" };
        tell::line(&format!("note: {words}: with {}{more}: {why}", tell::shown(&values)));
    }
    for path in &paths {
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

/// The column of the table that has figures and this name.
fn named(name: &str, columns: &[Column]) -> Result<Column, Failure> {
    let mut figures = columns.iter().filter(|column| column.counted().is_some());
    figures.clone().find(|column| column.name == name).cloned().ok_or_else(|| {
        let names: Vec<&str> = figures.by_ref().map(|column| column.name.as_str()).collect();
        let found =
            Diagnostic::error(&catalog::CALL, format!("--of: there is no column of figures `{}`", tell::shown(name)));
        found.help(format!("write one of {}", names.join(", "))).into()
    })
}

/// A file that is written point by point.
struct Writer {
    output: Output,
    content: Content,
}

enum Content {
    Table(Rows),
    /// With whether a point stands there already.
    Json(bool),
    Chart(Picture),
}

impl Writer {
    fn start(mut output: Output, form: Form, unit: Unit, columns: Vec<Column>, grid: &Grid) -> Result<Writer, Failure> {
        let content = match form {
            Form::Table(Format::Text) => Content::Table(Rows::new(Layout::Text(unit), columns)),
            Form::Table(Format::Csv) => Content::Table(Rows::new(Layout::Csv, columns)),
            Form::Table(Format::Markdown) => Content::Table(Rows::new(Layout::Markdown(unit), columns)),
            Form::Chart(picture) => Content::Chart(picture),
            Form::Table(Format::Json) => {
                let keys: Vec<&str> = grid.varied().iter().map(|vary| vary.key.as_str()).collect();
                output.put(format!("{{\"vary\": {}, \"points\": [\n", json!(keys)).as_bytes())?;
                Content::Json(false)
            }
        };
        Ok(Writer { output, content })
    }

    fn add(&mut self, point: &Point) -> Result<(), Failure> {
        let text = match &mut self.content {
            Content::Chart(_) => return Ok(()),
            Content::Table(rows) => rows.add(point),
            Content::Json(begun) => {
                let comma = if std::mem::replace(begun, true) { ",\n" } else { "" };
                // Points hold strings, numbers and lists only, which always serialise.
                format!("{comma}{}", serde_json::to_string(point).unwrap_or_default())
            }
        };
        if text.is_empty() { Ok(()) } else { self.output.put(text.as_bytes()) }
    }

    fn finish(mut self, chart: Option<&Chart>) -> Result<(), Failure> {
        let bytes = match &mut self.content {
            Content::Table(rows) => rows.flush().into_bytes(),
            Content::Json(_) => b"\n]}\n".to_vec(),
            Content::Chart(picture) => match chart {
                Some(chart) => chart.draw(*picture).map_err(|wrong| *wrong)?,
                None => Vec::new(),
            },
        };
        self.output.put(&bytes)?;
        self.output.finish()
    }
}
