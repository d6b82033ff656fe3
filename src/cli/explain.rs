//! `portolan explain ID`

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, Kind, catalog};
use portolan::report::wrap;

use super::args::ExplainArgs;
use super::failure::Failure;
use super::{output, tell};

pub fn run(args: &ExplainArgs) -> Result<ExitCode, Failure> {
    let text = match &args.id {
        Some(id) => one(id)?,
        None => all(),
    };
    output::write_to(Path::new("-"), text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn one(id: &str) -> Result<String, Failure> {
    let Some(kind) = catalog::find(id) else {
        let alike = |kind: &&Kind| strsim::jaro_winkler(kind.id, id);
        let nearest = catalog::ALL.iter().copied().filter(|kind| alike(kind) > 0.75);
        let nearest = nearest.max_by(|a, b| alike(a).total_cmp(&alike(b)));
        let nearest = nearest.map_or(String::new(), |kind| format!("did you mean `{}`? ", kind.id));
        let error = Diagnostic::error(&catalog::CALL, format!("there is no diagnostic `{}`", tell::shown(id)));
        return Err(error.help(format!("{nearest}`portolan explain` lists all")).into());
    };
    Ok(format!("{}: {}\n\n{}", kind.id, kind.summary, wrap(kind.explanation, 100, 0)))
}

fn all() -> String {
    let width = catalog::ALL.iter().map(|kind| kind.id.len()).max().unwrap_or_default();
    catalog::ALL.iter().fold(String::new(), |mut text, kind| {
        let _ = writeln!(text, "{:width$}  {}", kind.id, kind.summary);
        text
    })
}
