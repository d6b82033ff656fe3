//! The networks that legs are laid on.
//!
//! A network answers one question: which way from here to there, how long is it, and how far off it do both ends lie?
//! It uses the [`world`](crate::world) and [`geodesy`](crate::geodesy) and knows nothing of routes and legs.

mod own;
pub mod rail;
#[cfg(feature = "sea")]
pub mod sea;

pub use own::{Networks, OwnRails};
