//! portolan draws, measures and checks reported freight routes.
//!
//! A [`route`] is what somebody reported, parsed from a small file. Laid on the [`world`] it becomes a
//! journey: legs with distances, claims with verdicts. A journey is told as a report, drawn on a sheet
//! or exported. Data flows that way only; each room uses the ones below it and never one above.

pub mod diagnostic;
pub mod geodesy;
pub mod projection;
pub mod route;
pub mod world;
