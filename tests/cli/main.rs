//! What a user does at the command line, and what comes of it.

#[path = "../reference/mod.rs"]
mod reference;

mod bad_routes;
mod check;
mod export;
mod map;
mod odd_sheets;
mod measure;
mod output;
mod parameters;
mod program;
