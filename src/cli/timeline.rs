//! `portolan timeline ROUTE`

use std::process::ExitCode;

use portolan::chart::Times;
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::sheet::Picture;

use super::failure::Failure;
use super::turn_args::TimelineArgs;
use super::{form, load, output, tell};

pub fn run(args: &TimelineArgs) -> Result<ExitCode, Failure> {
    let paths = if args.output.is_empty() {
        let name = load::default_output(&args.route, "png");
        let stem = name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        vec![name.with_file_name(format!("{stem}-timeline.png"))]
    } else {
        args.output.clone()
    };
    let pictures: Vec<Picture> = paths.iter().map(|path| form::picture(path)).collect::<Result<_, _>>()?;
    let loaded = load::journey(&args.route)?;
    let Some(chart) = Times::chart(&loaded.journey) else {
        let message = format!("no leg of {} has a date, so there is no time line", tell::path(&args.route.route));
        let help = "give legs dates: loaded, departed, arrived or dates = \"2023-09-07/2023-10-01\"";
        return Err(Diagnostic::error(&catalog::MISSING_KEY, message).help(help).into());
    };
    let outputs = output::open_all(&paths)?;
    tell::diagnostics(&loaded.diagnostics);
    for ((output, picture), path) in outputs.into_iter().zip(pictures).zip(&paths) {
        output.write(&chart.draw(picture).map_err(|wrong| *wrong)?)?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}
