//! `portolan timeline ROUTE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::chart::{Chart, Times};
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::report::TimelineReport;
use portolan::sheet::Picture;

use super::args::Format;
use super::failure::Failure;
use super::form::Form;
use super::load::Loaded;
use super::turn_args::TimelineArgs;
use super::{load, output, tell};

pub fn run(args: &TimelineArgs) -> Result<ExitCode, Failure> {
    let paths = match (args.output.is_empty(), args.format) {
        (true, Some(_)) => vec![PathBuf::from("-")],
        (true, None) => vec![default_output(args)],
        (false, _) => args.output.clone(),
    };
    let forms: Vec<Form> = paths.iter().map(|path| form(path, args.format)).collect::<Result<_, _>>()?;
    let loaded = load::journey(&args.route)?;
    let has_chart = forms.iter().any(|form| matches!(form, Form::Chart(_)));
    let chart = Times::chart(&loaded.journey);
    if has_chart && chart.is_none() {
        let message = format!("no leg of {} has a date, so there is no time line", tell::path(&args.route.route));
        let help = "give legs dates: loaded, departed, arrived or dates = \"2023-09-07/2023-10-01\"";
        return Err(Diagnostic::error(&catalog::MISSING_KEY, message).help(help).into());
    }
    let outputs = output::open_all(&paths)?;
    tell::diagnostics(&loaded.diagnostics);
    for ((output, form), path) in outputs.into_iter().zip(forms).zip(&paths) {
        output.write(&bytes(form, &loaded, chart.as_ref())?)?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

fn default_output(args: &TimelineArgs) -> PathBuf {
    let name = load::default_output(&args.route, "png");
    let stem = name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name.with_file_name(format!("{stem}-timeline.png"))
}

/// A chart on standard output unless a format is named.
fn form(path: &Path, format: Option<Format>) -> Result<Form, Failure> {
    match format {
        None if path == Path::new("-") => Ok(Form::Chart(Picture::Png)),
        format => Form::of(path, format.unwrap_or_default(), "time line"),
    }
}

fn bytes(form: Form, loaded: &Loaded, chart: Option<&Chart>) -> Result<Vec<u8>, Failure> {
    let report = || TimelineReport::of(&loaded.journey);
    Ok(match form {
        Form::Table(Format::Text) => report().text().into_bytes(),
        Form::Table(Format::Json) => load::json(&report()).into_bytes(),
        Form::Table(Format::Csv) => report().data_table().csv().into_bytes(),
        Form::Table(Format::Markdown) => report().table().markdown().into_bytes(),
        Form::Chart(picture) => match chart {
            Some(chart) => chart.draw(picture).map_err(|wrong| *wrong)?,
            None => Vec::new(),
        },
    })
}
