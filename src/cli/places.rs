//! `portolan places QUERY`

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::report::{Align, Table};
use portolan::world::{country_by_name, gazetteer};
use serde::Serialize;

use super::args::{Format, PlacesArgs};
use super::failure::Failure;
use super::{load, output, tell};

#[derive(Serialize)]
struct Found<'a> {
    query: &'a str,
    matches: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    country: String,
    admin1: String,
    lat: f64,
    lon: f64,
    population: u32,
    geonames_id: Option<u32>,
}

pub fn run(args: &PlacesArgs) -> Result<ExitCode, Failure> {
    if args.query.trim().is_empty() {
        let error = Diagnostic::error(&catalog::CALL, "the name to look up is empty");
        return Err(error.help("write a name, with the country if there are several: \"Paris, FR\"").into());
    }
    let lookup = gazetteer::look_up(&args.query);
    if lookup.matches.is_empty() {
        let message = format!("no place that portolan carries is called `{}`", tell::shown(&args.query));
        let help = match country_by_name(&args.query) {
            Some(country) => format!("{} is a country; name a place in it", country.name),
            None => lookup.suggestion().unwrap_or_else(|| {
                "portolan carries places of 5,000 people and more; give smaller ones coordinates".to_owned()
            }),
        };
        return Err(Diagnostic::error(&catalog::PLACE_NOT_FOUND, message).help(help).into());
    }
    let found = Found { query: &args.query, matches: lookup.matches.iter().map(row).collect() };
    let table = table(&found.matches);
    let text = match args.format {
        Format::Json => load::json(&found),
        Format::Csv => table.csv(),
        Format::Markdown => table.markdown(),
        Format::Text => text(&lookup, &table),
    };
    output::write_to(Path::new("-"), text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn row(entry: &gazetteer::Place) -> Row {
    let degrees = |value: f64| (value * 1e5).round() / 1e5;
    Row {
        name: entry.name.clone(),
        country: entry.country.clone(),
        admin1: entry.admin1.clone(),
        lat: degrees(entry.position.y()),
        lon: degrees(entry.position.x()),
        population: entry.population,
        geonames_id: entry.geonames_id,
    }
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&[
        ("name", Align::Left),
        ("country", Align::Left),
        ("admin1", Align::Left),
        ("lat", Align::Right),
        ("lon", Align::Right),
        ("population", Align::Right),
    ]);
    for row in rows {
        table.rows.push(vec![
            row.name.clone(),
            row.country.clone(),
            row.admin1.clone(),
            format!("{:.5}", row.lat),
            format!("{:.5}", row.lon),
            row.population.to_string(),
        ]);
    }
    table
}

fn text(lookup: &gazetteer::Lookup, table: &Table) -> String {
    let mut text = table.text();
    let query = tell::shown(&lookup.query);
    let _ = match lookup.matches.len() {
        1 => writeln!(text, "\n`{query}` is taken for this place."),
        _ => writeln!(
            text,
            "\n`{query}` is taken for the first, {}. For another, add its country, or admin1 and country (\"Paris, TX, \
             US\"), or give its coordinates.",
            lookup.why_first()
        ),
    };
    text
}
