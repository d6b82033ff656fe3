//! `portolan profile ROUTE --to "border of UA"`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::chart::Along;
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::journey::Profile;
use portolan::report::ProfileReport;
use portolan::route::parse_length;
use portolan::sheet::Picture;

use super::args::Format;
use super::failure::Failure;
use super::load::{self, Loaded};
use super::turn_args::ProfileArgs;
use super::{output, tell};

pub fn run(args: &ProfileArgs) -> Result<ExitCode, Failure> {
    let at = args.at.iter().map(|text| {
        parse_length(text).map_err(|wrong| {
            let found = Diagnostic::error(wrong.kind, format!("--at: {}", wrong.message));
            Failure::from(Diagnostic { help: wrong.help, ..found })
        })
    });
    let at: Vec<_> = at.collect::<Result<_, _>>()?;
    let paths = if args.output.is_empty() { vec![PathBuf::from("-")] } else { args.output.clone() };
    let forms: Vec<Form> = paths.iter().map(|path| Form::of(path, args.format)).collect::<Result<_, _>>()?;
    let loaded = load::journey(&args.route)?;
    let profile = loaded.journey.profile(&args.to, &at).map_err(Failure::Input)?;
    let outputs = output::open_all(&paths)?;
    tell::diagnostics(&loaded.diagnostics);
    for ((output, form), path) in outputs.into_iter().zip(forms).zip(&paths) {
        output.write(&form.bytes(&loaded, &profile, args)?)?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

/// How a profile is written.
#[derive(Clone, Copy)]
enum Form {
    Table(Format),
    Chart(Picture),
}

impl Form {
    fn of(path: &Path, format: Format) -> Result<Form, Failure> {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        Ok(match extension.as_deref() {
            None => Form::Table(format),
            Some("csv") => Form::Table(Format::Csv),
            Some("json") => Form::Table(Format::Json),
            Some("md") => Form::Table(Format::Markdown),
            Some("txt") => Form::Table(Format::Text),
            Some(other) if let Some(picture) = Picture::of_extension(other) => Form::Chart(picture),
            Some(_) => {
                let message = format!("{} has no extension that a profile can be written to", tell::path(path));
                let help = "write .png, .svg or .pdf for a chart, or .csv, .json, .md or .txt";
                return Err(Diagnostic::error(&catalog::CALL, message).help(help).into());
            }
        })
    }

    fn bytes(self, loaded: &Loaded, profile: &Profile, args: &ProfileArgs) -> Result<Vec<u8>, Failure> {
        let report = || ProfileReport::of(&loaded.journey, profile);
        let unit = args.units.into();
        Ok(match self {
            Form::Table(Format::Text) => report().text(unit).into_bytes(),
            Form::Table(Format::Json) => load::json(&report()).into_bytes(),
            Form::Table(Format::Csv) => report().data_table().csv().into_bytes(),
            Form::Table(Format::Markdown) => report().table(unit).markdown().into_bytes(),
            Form::Chart(picture) => {
                Along::chart(&loaded.journey, profile, unit).draw(picture).map_err(|wrong| *wrong)?
            }
        })
    }
}
