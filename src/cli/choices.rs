//! What an option chooses from.

use clap::ValueEnum;
use portolan::route::Unit;

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading
    #[default]
    Text,
    /// For programs
    Json,
    /// Comma-separated values
    Csv,
    /// A table in Markdown
    Markdown,
}

/// How the report of claims is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For reading; in colour on a terminal
    #[default]
    Text,
    /// For programs
    Json,
    /// Comma-separated values
    Csv,
    /// For the file of a story
    Markdown,
    /// Workflow commands, which GitHub shows beside the lines of the route file
    Github,
}

/// The unit of distances in text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Units {
    /// Kilometres
    #[default]
    Km,
    /// Statute miles
    Mi,
    /// Nautical miles
    Nmi,
}

impl From<Units> for Unit {
    fn from(units: Units) -> Unit {
        match units {
            Units::Km => Unit::Km,
            Units::Mi => Unit::Mi,
            Units::Nmi => Unit::Nmi,
        }
    }
}
