//! What portolan has to say about its input: an id, a severity, a message, where in the file, what to do next.
//!
//! Every diagnostic is of a [`Kind`] from the [`catalog`], so that its id is stable, documented and can be explained.
//! A [`Location`] carries the line that it points into, so that a diagnostic can be shown without its file.

pub mod catalog;
mod render;

use std::fmt;

use serde::Serialize;

pub use catalog::Kind;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// The result stands, but something in it needs a second look.
    Warning,
    /// There is no result.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// A stretch of one line of what the user wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The file's path as the user gave it, or the argument (`--set legs.1.mode=ship`).
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The line itself; a very long one is cut around the column.
    #[serde(skip)]
    pub text: String,
    /// Where the marker starts in `text`, in characters from 0.
    #[serde(skip)]
    pub marker_start: usize,
    /// How many characters are marked, at least 1.
    #[serde(skip)]
    pub marker_width: usize,
}

/// One thing that is wrong, doubtful or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is.
    pub kind: &'static Kind,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where it stands, if it stands anywhere.
    pub location: Option<Location>,
    /// What to write or do instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A mistake that leaves no result.
    pub fn error(kind: &'static Kind, message: impl Into<String>) -> Self {
        Self::new(kind, Severity::Error, message.into())
    }

    /// Something that needs a second look.
    pub fn warning(kind: &'static Kind, message: impl Into<String>) -> Self {
        Self::new(kind, Severity::Warning, message.into())
    }

    /// Something worth knowing.
    pub fn note(kind: &'static Kind, message: impl Into<String>) -> Self {
        Self::new(kind, Severity::Note, message.into())
    }

    fn new(kind: &'static Kind, severity: Severity, message: String) -> Self {
        Self { kind, severity, message, location: None, help: None }
    }

    /// Whether it leaves no result.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The same, pointing at `location`.
    #[must_use]
    pub fn at(mut self, location: impl Into<Option<Location>>) -> Self {
        self.location = location.into();
        self
    }

    /// The same, with what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            id: &'a str,
            severity: Severity,
            message: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            help: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none", flatten)]
            location: Option<&'a Location>,
        }
        let location = self.location.as_ref();
        Flat { id: self.kind.id, severity: self.severity, message: &self.message, help: self.help.as_deref(), location }
            .serialize(serializer)
    }
}
