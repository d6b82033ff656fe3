//! `portolan export ROUTE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::export::Format;

use super::args::ExportArgs;
use super::failure::Failure;
use super::{load, output, tell};

pub fn run(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let paths =
        if args.output.is_empty() { vec![load::default_output(&args.route, "geojson")] } else { args.output.clone() };
    let formats: Vec<Format> = paths.iter().map(format).collect::<Result<_, _>>()?;
    let loaded = load::journey(&args.route)?;
    let outputs = output::open_all(&paths)?;
    tell::diagnostics(&loaded.diagnostics);
    for ((output, format), path) in outputs.into_iter().zip(formats).zip(&paths) {
        output.write(&format.write(&loaded.journey))?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

fn format(path: &PathBuf) -> Result<Format, Failure> {
    if path == Path::new("-") {
        return Ok(Format::GeoJson);
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    Format::of_extension(&extension).ok_or_else(|| {
        Diagnostic::error(&catalog::CALL, format!("`{}` has no extension that portolan can export to", path.display()))
            .help("write .geojson")
            .into()
    })
}
