//! `portolan check ROUTE`

use std::io::{IsTerminal, stdout};
use std::path::Path;
use std::process::ExitCode;

use portolan::report::Check;

use super::args::{CheckArgs, CheckFormat};
use super::failure::Failure;
use super::{load, output, tell};

/// The exit code that says that a claim disagrees.
const DISAGREES: u8 = 1;

pub fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let loaded = load::journey(&args.route)?;
    let check = Check::of(&loaded.journey, loaded.diagnostics.clone());
    let text = match args.format {
        CheckFormat::Text => check.text(args.units.into(), is_coloured(&args.output)),
        CheckFormat::Json => load::json(&check),
        CheckFormat::Csv => check.table().csv(),
        CheckFormat::Markdown => check.markdown(args.units.into()),
        CheckFormat::Github => check.github(),
    };
    // Workflow commands hold the diagnostics themselves.
    if args.format != CheckFormat::Github {
        tell::diagnostics(&loaded.diagnostics);
    }
    output::write_to(&args.output, text.as_bytes())?;
    Ok(if loaded.journey.disagrees() { ExitCode::from(DISAGREES) } else { ExitCode::SUCCESS })
}

/// Colours are for terminals, unless `NO_COLOR` is set (no-color.org).
fn is_coloured(output: &Path) -> bool {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    output == Path::new("-") && stdout().is_terminal() && !unwanted
}
