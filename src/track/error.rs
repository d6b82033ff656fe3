//! What is wrong with a file that the user brought.

use std::error::Error;
use std::fmt;

/// Why a track could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackError {
    /// The file, as the route file names it.
    pub file: String,
    /// The line of it, from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to write or to do instead.
    pub help: Option<String>,
}

impl fmt::Display for TrackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl Error for TrackError {}

/// What is wrong, before it is known in which file.
#[derive(Debug)]
pub(super) struct Problem {
    line: Option<usize>,
    message: String,
    help: Option<String>,
}

impl Problem {
    pub fn new(message: impl Into<String>) -> Self {
        Problem { line: None, message: message.into(), help: None }
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The line of `text` that the byte `offset` stands in.
    pub fn at(self, text: &str, offset: usize) -> Self {
        self.line(line_after(&text.as_bytes()[..offset.min(text.len())]))
    }

    /// The same, saying what it is about: `feature 3`.
    pub fn about(mut self, what: &str) -> Self {
        self.message = format!("{what}: {}", self.message);
        self
    }

    pub fn of(self, file: String) -> TrackError {
        TrackError { file, line: self.line, message: self.message, help: self.help }
    }
}

/// The number of the line that follows these bytes.
pub(super) fn line_after(before: &[u8]) -> usize {
    before.split(|&byte| byte == b'\n').count()
}

/// What the user wrote, short enough to be repeated in a message.
pub(super) fn shown(text: &str) -> String {
    const CHARS: usize = 40;
    let start: String = text.chars().take(CHARS).flat_map(char::escape_debug).collect();
    if text.chars().nth(CHARS).is_some() { format!("“{start}…”") } else { format!("“{start}”") }
}
