//! What ends a command before it is done, and the exit code that says so.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::diagnostic::Diagnostic;

use super::tell;

/// Why there is no result.
#[derive(Debug)]
pub enum Failure {
    /// The input or the call is wrong: exit 2.
    Input(Vec<Diagnostic>),
    /// The output could not be written: exit 3.
    Output(PathBuf, io::Error),
    /// Whoever read standard output has read enough: exit 0.
    Unread,
}

impl Failure {
    /// What went wrong with writing to `path`.
    pub fn output(path: &Path, error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::Unread
        } else {
            Failure::Output(path.to_owned(), error)
        }
    }

    /// Prints it to standard error.
    pub fn tell(self) -> ExitCode {
        match self {
            Failure::Input(diagnostics) => {
                tell::diagnostics(&diagnostics);
                ExitCode::from(2)
            }
            Failure::Output(path, error) => {
                tell::line(&format!("error: cannot write {}: {error}", path.display()));
                ExitCode::from(3)
            }
            Failure::Unread => ExitCode::SUCCESS,
        }
    }
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Failure {
        Failure::Input(vec![diagnostic])
    }
}
