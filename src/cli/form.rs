//! How an output is written, by its extension.

use std::path::Path;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::sheet::Picture;

use super::choices::Format;
use super::failure::Failure;
use super::tell;

/// How something is written that can be a table or a chart.
#[derive(Clone, Copy)]
pub enum Form {
    Table(Format),
    Chart(Picture),
}

impl Form {
    /// As the extension says; without one, as a table of `format`. `what` is written.
    ///
    /// # Errors
    ///
    /// An extension that says neither.
    pub fn of(path: &Path, format: Format, what: &str) -> Result<Form, Failure> {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        Ok(match extension.as_deref() {
            None => Form::Table(format),
            Some("csv") => Form::Table(Format::Csv),
            Some("json") => Form::Table(Format::Json),
            Some("md") => Form::Table(Format::Markdown),
            Some("txt") => Form::Table(Format::Text),
            Some(other) if let Some(picture) = Picture::of_extension(other) => Form::Chart(picture),
            Some(_) => {
                let message = format!("{} has no extension that a {what} can be written to", tell::path(path));
                let help = "write .png, .svg or .pdf for a chart, or .csv, .json, .md or .txt";
                return Err(Diagnostic::error(&catalog::CALL, message).help(help).into());
            }
        })
    }
}

/// The picture that the extension asks for; a PNG on standard output.
///
/// # Errors
///
/// An extension that is no picture's.
pub fn picture(path: &Path) -> Result<Picture, Failure> {
    if path == Path::new("-") {
        return Ok(Picture::Png);
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    Picture::of_extension(&extension).ok_or_else(|| {
        Diagnostic::error(&catalog::CALL, format!("{} has no extension that portolan can draw", tell::path(path)))
            .help("write .png, .svg or .pdf")
            .into()
    })
}
