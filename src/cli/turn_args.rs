//! What can be written behind `sweep`, `profile` and `timeline`.

use std::path::PathBuf;

use clap::Args;

use super::args::{Format, RouteArgs, Units};
use super::failure::Failure;
use super::form::Form;

#[derive(Args, Debug)]
pub struct SweepArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// A parameter and its values: places.depot.on.distance=200mi..400mi:10mi, legs.1.departed=2023-09-07..2023-10-01:1d, or
    /// legs.1.mode=sea,air; several span a grid
    #[arg(long, value_name = "KEY=FROM..TO:STEP", required = true)]
    pub vary: Vec<String>,
    /// What a chart shows instead of the legs' lengths: a column of the table, `days_max` or `claims.ID.off_km`; several
    /// over a range
    #[arg(long, value_name = "COLUMN", conflicts_with = "maps")]
    pub of: Vec<String>,
    /// Draw small maps beside one another instead of a chart: at most 24 points
    #[arg(long)]
    pub maps: bool,
    /// Take more than 100,000 points
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub written: WrittenArgs,
}

#[derive(Args, Debug)]
pub struct ProfileArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// What to measure to: "border of UA", coast, a place of the file, or a name
    #[arg(long, value_name = "WHAT")]
    pub to: String,
    /// A distance to look for besides those that claims report: 290mi; several
    #[arg(long, value_name = "LENGTH")]
    pub at: Vec<String>,
    #[command(flatten)]
    pub written: WrittenArgs,
}

/// How and where a table or a chart is written.
#[derive(Args, Debug)]
pub struct WrittenArgs {
    /// How to write it, where the extension of -o doesn't say
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// The unit of distances in text and charts
    #[arg(long, value_enum, default_value_t)]
    pub units: Units,
    /// Where to write, several at once: .png, .svg or .pdf for a chart, or .csv, .json, .md or .txt; - for standard output [default: -]
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
}

impl WrittenArgs {
    /// Where to write `what`, and how each of these is written.
    pub fn forms(&self, what: &str) -> Result<(Vec<PathBuf>, Vec<Form>), Failure> {
        let paths = if self.output.is_empty() { vec![PathBuf::from("-")] } else { self.output.clone() };
        let forms = paths.iter().map(|path| Form::of(path, self.format, what)).collect::<Result<_, _>>()?;
        Ok((paths, forms))
    }
}

#[derive(Args, Debug)]
pub struct TimelineArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// Write a table instead of a chart where -o has no extension that says so, to standard output unless -o names a file
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Where to write, several at once: .png, .svg or .pdf for a chart, or .csv, .json, .md or .txt [default:
    /// output/ROUTE-timeline.png]
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
}
