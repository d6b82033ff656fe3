//! A route file that says everything that one can say, and ways to read it.
#![allow(dead_code, reason = "no test uses all of it")]

use portolan::diagnostic::Diagnostic;
use portolan::route::{Reading, read_text};

/// The file.
pub const FULL: &str = include_str!("full.toml");

/// A file that is read without a mistake.
pub fn ok(text: &str, sets: &[&str], variant: Option<&str>) -> Reading {
    read_text("route.toml", text, &owned(sets), variant)
        .unwrap_or_else(|found| panic!("{}", found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

/// The mistakes of a file that has some.
pub fn mistakes(name: &str, text: &str, sets: &[&str]) -> Vec<Diagnostic> {
    read_text(name, text, &owned(sets), None).expect_err(text)
}

fn owned(sets: &[&str]) -> Vec<String> {
    sets.iter().map(|&set| set.to_owned()).collect()
}
