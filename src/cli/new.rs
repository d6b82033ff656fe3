//! `portolan new FILE`

use std::path::Path;
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::route::TEMPLATE;

use super::args::NewArgs;
use super::failure::Failure;
use super::{output, tell};

pub fn run(args: &NewArgs) -> Result<ExitCode, Failure> {
    if args.file != Path::new("-") && args.file.exists() {
        let message = format!("{} is there already, and is left as it is", args.file.display());
        return Err(Diagnostic::error(&catalog::CALL, message).help("name a file that is not there yet").into());
    }
    output::write_to(&args.file, TEMPLATE.as_bytes())?;
    tell::written(&args.file);
    Ok(ExitCode::SUCCESS)
}
