//! `portolan check ROUTE`

use std::process::ExitCode;

use portolan::report::Check;

use super::args::{Format, ReportArgs};
use super::failure::Failure;
use super::{load, output, tell};

/// The exit code that says that a claim disagrees.
const DISAGREES: u8 = 1;

pub fn run(args: &ReportArgs) -> Result<ExitCode, Failure> {
    let loaded = load::journey(&args.route)?;
    let check = Check::of(&loaded.journey, loaded.diagnostics.clone());
    let text = match args.format {
        Format::Text => check.text(args.units.into()),
        Format::Json => load::json(&check),
        Format::Csv => check.table().csv(),
        Format::Markdown => check.table().markdown(),
    };
    tell::diagnostics(&loaded.diagnostics);
    output::write_to(&args.output, text.as_bytes())?;
    Ok(if loaded.journey.disagrees() { ExitCode::from(DISAGREES) } else { ExitCode::SUCCESS })
}
