//! Every kind of diagnostic, with what it means: the text behind `portolan explain ID`.

/// A kind of diagnostic. Its id is stable: scripts may match on it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// `room/name`.
    pub id: &'static str,
    /// What it is, in half a line.
    pub summary: &'static str,
    /// What it means and what to do about it.
    pub explanation: &'static str,
}

/// The kind with this id.
pub fn find(id: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.id == id)
}

macro_rules! kinds {
    ($($name:ident = $id:literal, $summary:literal, $explanation:literal;)*) => {
        $(#[doc = $summary] pub static $name: Kind = Kind { id: $id, summary: $summary, explanation: $explanation };)*
        /// All kinds, in the order in which they are documented.
        pub static ALL: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    SYNTAX = "route/syntax", "the file is not valid TOML, JSON or UTF-8",
        "The file could not be read as a tree of keys and values, so nothing else in it was looked at. Mend what the \
         message points at and run again: further mistakes are told then.";
}
