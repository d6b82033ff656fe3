//! `portolan schema`

use std::process::ExitCode;

use portolan::route::json_schema;

use super::args::SchemaArgs;
use super::failure::Failure;
use super::{load, output, tell};

pub fn run(args: &SchemaArgs) -> Result<ExitCode, Failure> {
    output::write_to(&args.output, load::json(&json_schema()).as_bytes())?;
    tell::written(&args.output);
    Ok(ExitCode::SUCCESS)
}
