//! `portolan explain ID`

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::report::wrap;

use super::args::ExplainArgs;
use super::failure::Failure;
use super::output;

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
        let known = catalog::ALL.iter().map(|kind| kind.id);
        let nearest = known.max_by(|a, b| strsim::jaro_winkler(a, id).total_cmp(&strsim::jaro_winkler(b, id)));
        let error = Diagnostic::error(&catalog::CALL, format!("there is no diagnostic `{id}`"));
        return Err(error
            .help(format!("did you mean `{}`? `portolan explain` lists all", nearest.unwrap_or_default()))
            .into());
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
