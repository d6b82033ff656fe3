//! portolan draws, measures and checks reported freight routes.
//!
//! A [`route`] is what somebody reported, parsed from a small file. Laid on the [`world`] it becomes a [`journey`]:
//! legs with distances, claims with verdicts. A journey is told as a [`report`], drawn on a [`sheet`] or exported
//! ([`export`]). Data flows that way only; each room uses the ones below it and never one above.

pub mod at_once;
pub mod canvas;
pub mod chart;
pub mod diagnostic;
pub mod export;
pub mod geodesy;
pub mod journey;
pub mod network;
pub mod numerals;
pub mod projection;
pub mod report;
pub mod route;
pub mod sheet;
pub mod sweep;
pub mod track;
pub mod world;

pub use journey::Journey;

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
