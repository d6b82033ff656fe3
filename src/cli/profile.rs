//! `portolan profile ROUTE --to "border of UA"`

use std::process::ExitCode;

use portolan::chart::Along;
use portolan::diagnostic::Diagnostic;
use portolan::journey::Profile;
use portolan::report::ProfileReport;
use portolan::route::{Unit, parse_length};

use super::args::Format;
use super::failure::Failure;
use super::form::Form;
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
    let (paths, forms) = args.written.forms("profile")?;
    let loaded = load::journey(&args.route)?;
    let profile = loaded.journey.profile(&args.to, &at).map_err(Failure::Input)?;
    let outputs = output::open_all(&paths)?;
    tell::diagnostics(&loaded.diagnostics);
    for ((output, form), path) in outputs.into_iter().zip(forms).zip(&paths) {
        output.write(&bytes(form, &loaded, &profile, args.written.units.into())?)?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

/// The profile, written so.
fn bytes(form: Form, loaded: &Loaded, profile: &Profile, unit: Unit) -> Result<Vec<u8>, Failure> {
    let report = || ProfileReport::of(&loaded.journey, profile);
    Ok(match form {
        Form::Table(Format::Text) => report().text(unit).into_bytes(),
        Form::Table(Format::Json) => load::json(&report()).into_bytes(),
        Form::Table(Format::Csv) => report().data_table().csv().into_bytes(),
        Form::Table(Format::Markdown) => report().table(unit).markdown().into_bytes(),
        Form::Chart(picture) => Along::chart(&loaded.journey, profile, unit).draw(picture).map_err(|wrong| *wrong)?,
    })
}
