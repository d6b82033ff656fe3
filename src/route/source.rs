//! Who said it.

use super::{Date, Span, Spanned};

/// The Admiralty scale of a source's reliability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Reliability {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

/// A publication that a statement stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its key in the file.
    pub id: String,
    /// Where its table starts.
    pub span: Span,
    /// What it is called.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
    /// How reliable it is in general.
    pub reliability: Option<Reliability>,
    /// 1–6 on the Admiralty scale: the default for statements that rest on it.
    pub credibility: Option<u8>,
    /// Ids of the sources that it repeats: sources of one origin count once.
    pub quotes: Vec<Spanned<String>>,
}

impl Source {
    /// The title, or the publisher, or the id: how it is spoken of.
    pub fn label(&self) -> &str {
        self.title.as_deref().or(self.publisher.as_deref()).unwrap_or(&self.id)
    }
}
