//! From the arguments to a journey.

use std::path::{Path, PathBuf};

use portolan::Journey;
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::journey::Uncertainty;
use portolan::network::rail::RailNetwork;
use portolan::network::{Networks, OwnRails};
use portolan::route::{self, Input, Reading};
use portolan::track;
use serde::Serialize;

use super::args::{NetworkArgs, RouteArgs, SampleArgs};
use super::failure::Failure;
use super::tell;

/// A journey, and what there is to say about its file and itself.
pub struct Loaded {
    pub journey: Journey,
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the route file and lays it on the earth.
pub fn journey(args: &RouteArgs) -> Result<Loaded, Failure> {
    lay(reading(args)?, &networks(&args.networks)?)
}

/// The same as `journey`, and how far its distances may be off; with `samples` where the arguments name no number.
pub fn uncertain(
    args: &RouteArgs,
    variant: Option<&str>,
    samples: SampleArgs,
    default: u32,
) -> Result<Loaded, Failure> {
    uncertain_of(read(args, variant)?, args, samples, default)
}

/// The same of a route that has been read.
pub fn uncertain_of(reading: Reading, args: &RouteArgs, samples: SampleArgs, default: u32) -> Result<Loaded, Failure> {
    let networks = networks(&args.networks)?;
    let Loaded { journey, mut diagnostics } = lay(reading, &networks)?;
    let number = samples.samples.unwrap_or(default) as usize;
    let journey = journey.with_uncertainty(&networks, number, samples.seed);
    diagnostics.extend(journey.uncertainty.as_ref().and_then(Uncertainty::diagnostic));
    Ok(Loaded { journey, diagnostics })
}

fn lay(reading: Reading, networks: &Networks) -> Result<Loaded, Failure> {
    let mut diagnostics = reading.diagnostics;
    let journey = Journey::lay_on(reading.route, networks).map_err(Failure::Input)?;
    diagnostics.extend(journey.diagnostics.iter().cloned());
    Ok(Loaded { journey, diagnostics })
}

/// The networks that the arguments ask for.
pub fn networks(args: &NetworkArgs) -> Result<Networks, Failure> {
    let Some(path) = &args.rail_network else { return Ok(Networks::default()) };
    let (lines, notes) = track::read_lines(path).map_err(|error| {
        let diagnostic = Diagnostic::error(&catalog::CALL, format!("--rail-network {error}"));
        match error.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    })?;
    for note in notes {
        tell::line(&format!("note: --rail-network {}: {note}", path.display()));
    }
    let source = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(Networks { rail: Some(OwnRails { network: RailNetwork::from_lines(&lines), source }) })
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
