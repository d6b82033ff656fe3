//! `portolan keys ROUTE`

use std::process::ExitCode;

use portolan::report::{Align, Table};
use portolan::route::Parameter;
use serde::Serialize;

use super::args::{Format, KeysArgs};
use super::failure::Failure;
use super::{load, output, tell};

#[derive(Serialize)]
struct Keys<'a> {
    parameters: &'a [Parameter],
}

pub fn run(args: &KeysArgs) -> Result<ExitCode, Failure> {
    let reading = load::reading(&args.route)?;
    let parameters = reading.parameters();
    let table = table(&parameters);
    let text = match args.format {
        Format::Text => table.text(),
        Format::Json => load::json(&Keys { parameters: &parameters }),
        Format::Csv => table.csv(),
        Format::Markdown => table.markdown(),
    };
    tell::diagnostics(&reading.diagnostics);
    output::write_to(&args.output, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn table(parameters: &[Parameter]) -> Table {
    let columns = ["key", "value", "takes", "meaning"];
    let mut table = Table::new(&columns.map(|column| (column, Align::Left)));
    for parameter in parameters {
        let meaning = parameter.meaning.to_owned();
        table.rows.push(vec![parameter.path.clone(), parameter.value.clone(), parameter.kind.to_owned(), meaning]);
    }
    table
}
