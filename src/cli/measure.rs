//! `portolan measure ROUTE`

use std::process::ExitCode;

use portolan::report::Measure;

use super::args::{Format, MeasureArgs};
use super::failure::Failure;
use super::load::{self, Loaded};
use super::{output, tell};

/// So many samples show the ends of an interval well enough, and take a fraction of a second.
pub const SAMPLES: u32 = 48;

pub fn run(args: &MeasureArgs) -> Result<ExitCode, Failure> {
    let MeasureArgs { report: args, samples } = args;
    let loaded = load::uncertain(&args.route, args.route.variant.as_deref(), *samples, SAMPLES)?;
    let mut measure = of(&loaded);
    measure.variant.clone_from(&args.route.variant);
    if args.route.variant.is_none() {
        for variant in &loaded.journey.route.variants {
            let mut measured = of(&load::uncertain(&args.route, Some(&variant.name), *samples, SAMPLES)?);
            measured.variant = Some(variant.name.clone());
            measure.variants.push(measured);
        }
    }
    let text = match args.format {
        Format::Text => measure.text(args.units.into()),
        Format::Json => load::json(&measure),
        Format::Csv => measure.data_table().csv(),
        Format::Markdown => measure.table(args.units.into()).markdown(),
    };
    tell::diagnostics(&loaded.diagnostics);
    output::write_to(&args.output, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn of(loaded: &Loaded) -> Measure {
    Measure::of(&loaded.journey, loaded.diagnostics.clone())
}
