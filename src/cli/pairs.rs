//! `portolan distance --pairs IN.csv -o OUT.csv`: many pairs of places from a table.
//!
//! Rows are read, measured on all processors and written in batches, in their order, so that memory does not grow with
//! their number. A row that fails says why in its column `error`, and the rest goes on.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use csv::StringRecord;
use portolan::diagnostic::{Diagnostic, Severity, catalog};
use portolan::export;
use portolan::network::Networks;
use portolan::numerals;
use portolan::report::Measure;
use portolan::route::Route;
use portolan::sweep::why_failed;
use serde_json::json;

use super::args::DistanceArgs;
use super::distance;
use super::failure::Failure;
use super::output::Output;
use super::{load, tell};

/// The columns that are added.
const ADDED: [&str; 9] =
    ["distance_km", "geodesic_km", "snap_from_km", "snap_to_km", "from_as", "to_as", "passages", "note", "error"];
/// How many rows are measured before they are written.
const BATCH: usize = 512;

/// One row measured.
struct Row {
    cells: Vec<String>,
    track: serde_json::Value,
    noted: bool,
    failed: bool,
}

pub fn run(args: &DistanceArgs, pairs: &Path) -> Result<ExitCode, Failure> {
    let path = args.output.as_deref().unwrap_or(Path::new("-"));
    let geojson = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("geojson"));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(pairs).map_err(|error| wrong(pairs, &error))?;
    let columns = reader.headers().map_err(|error| wrong(pairs, &error))?.clone();
    check(&columns, pairs)?;
    let networks = load::networks(&args.networks)?;
    let mut output = Output::open(path)?;
    output.put(&if geojson { b"{\"type\":\"FeatureCollection\",\"features\":[".to_vec() } else { head(&columns) })?;
    let progress = std::io::stderr().is_terminal();
    let (mut done, mut failed, mut noted) = (0, 0, 0);
    let usual = usual(args, &columns);
    let measure = |record: &StringRecord| row(args, usual.as_ref(), &networks, &columns, record, geojson);
    thread::scope(|scope| {
        // They live as long as the table, since each remembers harbours.
        let workers: Vec<Worker> = (0..processors()).map(|_| Worker::start(scope, &measure)).collect();
        loop {
            let batch: Vec<StringRecord> =
                reader.records().take(BATCH).collect::<Result<_, _>>().map_err(|error| wrong(pairs, &error))?;
            if batch.is_empty() {
                return Ok::<(), Failure>(());
            }
            for row in rows(&workers, &batch, &measure) {
                failed += usize::from(row.failed);
                noted += usize::from(row.noted);
                let text = if geojson { feature(&columns, &row, done) } else { line(&row.cells) };
                output.put(&text)?;
                done += 1;
            }
            if progress {
                let _ = write!(std::io::stderr(), "\r{done} rows");
            }
        }
    })?;
    if geojson {
        output.put(b"]}\n")?;
    }
    output.finish()?;
    let clear = if progress { "\r" } else { "" };
    let count = |count: usize| numerals::grouped(count as u64);
    tell::line(&format!("{clear}{} rows: {} failed, {} with a note", count(done), count(failed), count(noted)));
    tell::written(path);
    Ok(ExitCode::SUCCESS)
}

fn wrong(path: &Path, error: &csv::Error) -> Failure {
    let message = format!("{} cannot be read as a table: {error}", path.display());
    Diagnostic::error(&catalog::CALL, message)
        .help("write comma-separated values in UTF-8, with a line of column names")
        .into()
}

fn check(columns: &StringRecord, path: &Path) -> Result<(), Failure> {
    let has = |name: &str| columns.iter().any(|column| column == name);
    if ["from_lat", "from_lon", "to_lat", "to_lon"].into_iter().all(has) || (has("from") && has("to")) {
        return Ok(());
    }
    let message =
        format!("{} has neither the columns from and to nor from_lat, from_lon, to_lat, to_lon", path.display());
    Err(Diagnostic::error(&catalog::CALL, message)
        .help(
            "name the columns in the first line: from,to with names or UN/LOCODEs, or from_lat,from_lon,to_lat,to_lon",
        )
        .into())
}

/// A route that rows differ from by their ends alone, if they do: read once, it takes each row's positions.
fn usual(args: &DistanceArgs, columns: &StringRecord) -> Option<Route> {
    if columns.iter().any(|column| ["mode", "avoid", "through"].contains(&column)) {
        return None;
    }
    let [from, to] = ["0,0", "0,1"].map(|end| Some(end.to_owned()));
    distance::route(&DistanceArgs { from, to, ..args.clone() }).ok()
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// A thread that measures what it is sent.
struct Worker {
    records: Sender<Vec<StringRecord>>,
    rows: Receiver<Vec<Row>>,
}

impl Worker {
    fn start<'scope>(
        scope: &'scope thread::Scope<'scope, '_>,
        measure: &'scope (impl Fn(&StringRecord) -> Row + Sync),
    ) -> Self {
        let (records, sent) = mpsc::channel::<Vec<StringRecord>>();
        let (done, rows) = mpsc::channel();
        scope.spawn(move || {
            for part in sent {
                if done.send(part.iter().map(measure).collect()).is_err() {
                    break;
                }
            }
        });
        Self { records, rows }
    }
}

/// The rows of a batch measured, in their order.
fn rows(workers: &[Worker], batch: &[StringRecord], measure: &impl Fn(&StringRecord) -> Row) -> Vec<Row> {
    let share = batch.len().div_ceil(workers.len()).max(1);
    let parts: Vec<(&Worker, &[StringRecord])> = workers.iter().zip(batch.chunks(share)).collect();
    for (worker, part) in &parts {
        // One that is gone is found out below.
        let _ = worker.records.send(part.to_vec());
    }
    let measured = parts
        .into_iter()
        .map(|(worker, part)| worker.rows.recv().unwrap_or_else(|_| part.iter().map(measure).collect()));
    measured.flatten().collect()
}

fn row(
    args: &DistanceArgs,
    usual: Option<&Route>,
    networks: &Networks,
    columns: &StringRecord,
    record: &StringRecord,
    with_track: bool,
) -> Row {
    let cell = |name: &str| {
        let at = columns.iter().position(|column| column == name)?;
        record.get(at).map(str::trim).filter(|text| !text.is_empty())
    };
    let list = |name: &str, flags: &Vec<String>| {
        cell(name).map_or_else(
            || flags.clone(),
            |text| text.split([';', ' ']).filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        )
    };
    let end = |name: &str| {
        let position = cell(&format!("{name}_lat")).zip(cell(&format!("{name}_lon")));
        position.map(|(lat, lon)| format!("{lat},{lon}")).or_else(|| cell(name).map(str::to_owned)).unwrap_or_default()
    };
    let (from, to) = (end("from"), end("to"));
    let route = usual.and_then(|usual| distance::between(usual, &from, &to)).map_or_else(
        || {
            distance::route(&DistanceArgs {
                from: Some(from),
                to: Some(to),
                mode: cell("mode").map_or_else(|| args.mode.clone(), str::to_owned),
                avoid: list("avoid", &args.avoid),
                through: list("through", &args.through),
                ..args.clone()
            })
        },
        Ok,
    );
    let mut cells: Vec<String> = (0..columns.len()).map(|at| record.get(at).unwrap_or_default().to_owned()).collect();
    match route.and_then(|route| distance::lay(route, networks)) {
        Ok(journey) => {
            let measured = Measure::of(&journey, Vec::new());
            let leg = &measured.legs[0];
            let km = |km: Option<f64>| km.map_or(String::new(), |km| km.to_string());
            let taken = |id: &str| {
                let taken = journey.place(id).and_then(|place| place.taken_for.as_ref());
                taken.map_or(String::new(), |taken| taken.name.clone())
            };
            let warnings = journey.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning);
            let note = warnings.map(|diagnostic| diagnostic.message.as_str()).collect::<Vec<_>>().join("; ");
            let noted = !note.is_empty();
            cells.extend([km(leg.distance_km), km(leg.geodesic_km), km(leg.snap_from_km), km(leg.snap_to_km)]);
            cells.extend([taken(&leg.from), taken(&leg.to), leg.passages.join(" "), note, String::new()]);
            let track = if with_track { export::leg_geometry(&journey, 0) } else { serde_json::Value::Null };
            Row { cells, track, noted, failed: false }
        }
        Err(diagnostics) => {
            cells.extend(vec![String::new(); ADDED.len() - 1]);
            cells.push(why_failed(&diagnostics));
            Row { cells, track: serde_json::Value::Null, noted: false, failed: true }
        }
    }
}

fn head(columns: &StringRecord) -> Vec<u8> {
    line(&columns.iter().chain(ADDED).map(str::to_owned).collect::<Vec<_>>())
}

fn line(cells: &[String]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Memory takes every record, and one record has one length.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}

fn feature(columns: &StringRecord, row: &Row, number: usize) -> Vec<u8> {
    let names = columns.iter().chain(ADDED);
    let properties: serde_json::Map<String, serde_json::Value> =
        names.zip(&row.cells).map(|(name, cell)| (name.to_owned(), json!(cell))).collect();
    let feature = json!({ "type": "Feature", "id": number + 1, "properties": properties, "geometry": row.track });
    format!("{}{feature}", if number > 0 { ",\n" } else { "" }).into_bytes()
}
