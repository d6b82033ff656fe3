//! The command line: clap's types, one file per command, and the only place that prints.

mod args;
mod attributes;
mod check;
mod choices;
mod distance;
mod explain;
mod export;
mod failure;
mod form;
mod keys;
mod load;
mod map;
mod measure;
mod new;
mod output;
mod pairs;
mod places;
mod profile;
mod progress;
mod schema;
mod sweep;
mod sweep_maps;
mod tell;
mod timeline;
mod turn_args;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;

/// Parses the arguments, runs the command, prints the error.
pub fn main() -> ExitCode {
    portolan::at_once::start_threads();
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(failure) => failure.tell(),
    }
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Map(args) => map::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Measure(args) => measure::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Sweep(args) => sweep::run(&args),
        Command::Profile(args) => profile::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Distance(args) => distance::run(&args),
        Command::Places(args) => places::run(&args),
        Command::Attributes(args) => attributes::run(&args),
        Command::Keys(args) => keys::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Explain(args) => explain::run(&args),
    }
}
