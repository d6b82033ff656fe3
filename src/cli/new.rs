//! `portolan new FILE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::route::TEMPLATE;
use portolan::track::drawing::{draft, read_drawing};

use super::args::NewArgs;
use super::failure::Failure;
use super::{output, tell};

pub fn run(args: &NewArgs) -> Result<ExitCode, Failure> {
    let mut files = match &args.from {
        None => vec![(args.file.clone(), TEMPLATE.to_owned())],
        Some(drawing) => from(drawing, &args.file)?,
    };
    for (path, _) in &files {
        if path != Path::new("-") && path.exists() {
            let message = format!("{} is there already, and is left as it is", path.display());
            return Err(Diagnostic::error(&catalog::CALL, message).help("name a file that is not there yet").into());
        }
    }
    // The route file comes last: once it is there, all that it names is.
    files.reverse();
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
    for (output, (path, text)) in output::open_all(&paths)?.into_iter().zip(&files) {
        output.write(text.as_bytes())?;
        tell::written(path);
    }
    Ok(ExitCode::SUCCESS)
}

/// The route file that a drawing makes, and beside it a file for each line.
fn from(drawing: &Path, file: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    let drawing = read_drawing(drawing).map_err(|error| {
        let mut diagnostic = Diagnostic::error(&catalog::CALL, error.to_string());
        diagnostic.help = error.help;
        Failure::from(diagnostic)
    })?;
    if drawing.areas > 0 {
        tell::line(&format!("note: {} areas are left out; a route has places and lines", drawing.areas));
    }
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let made = draft(&drawing, stem.as_deref().filter(|stem| *stem != "-"));
    let tracks = made.tracks.into_iter().map(|(name, text)| (file.with_file_name(name), text));
    Ok(std::iter::once((file.to_owned(), made.route)).chain(tracks).collect())
}
