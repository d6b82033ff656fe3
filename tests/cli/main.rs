//! What a user does at the command line, and what comes of it.
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "tests: one that cannot go on has failed")]

#[path = "../reference/mod.rs"]
mod reference;

mod antimeridian;
mod bad_routes;
mod charts;
mod check;
mod claims;
mod days;
mod export;
mod formats;
mod map;
mod measure;
mod names;
mod odd_sheets;
mod output;
mod parameters;
mod program;
mod reports;
mod sweep;
