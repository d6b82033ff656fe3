//! From the arguments to a journey.

use std::path::{Path, PathBuf};

use portolan::Journey;
use portolan::diagnostic::Diagnostic;
use portolan::route::{self, Input, Reading};
use serde::Serialize;

use super::args::RouteArgs;
use super::failure::Failure;

/// A journey, and what there is to say about its file and itself.
pub struct Loaded {
    pub journey: Journey,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the route file and lays it on the earth.
pub fn journey(args: &RouteArgs) -> Result<Loaded, Failure> {
    lay(args, args.variant.as_deref())
}

/// The same with a variant of the route.
pub fn variant(args: &RouteArgs, name: &str) -> Result<Loaded, Failure> {
    lay(args, Some(name))
}

fn lay(args: &RouteArgs, variant: Option<&str>) -> Result<Loaded, Failure> {
    let reading = read(args, variant)?;
    let mut diagnostics = reading.diagnostics;
    let journey = Journey::lay(reading.route).map_err(Failure::Input)?;
    diagnostics.extend(journey.diagnostics.iter().cloned());
    Ok(Loaded { journey, diagnostics })
}

/// Reads the route file.
pub fn reading(args: &RouteArgs) -> Result<Reading, Failure> {
    read(args, args.variant.as_deref())
}

fn read(args: &RouteArgs, variant: Option<&str>) -> Result<Reading, Failure> {
    route::read(&Input { path: &args.route, sets: &args.sets, variant }).map_err(Failure::Input)
}

/// Indented JSON with a line feed at its end.
pub fn json(value: &impl Serialize) -> String {
    // Reports hold strings, numbers and lists only, which always serialise.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// `output/ROUTE.EXTENSION`
pub fn default_output(args: &RouteArgs, extension: &str) -> PathBuf {
    let name = match args.route.file_stem() {
        Some(stem) if args.route.as_os_str() != "-" => stem.to_string_lossy().into_owned(),
        _ => "route".to_owned(),
    };
    Path::new("output").join(format!("{name}.{extension}"))
}
