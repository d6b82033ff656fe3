//! Populated places, found by any of their names.
//!
//! A query is folded (`fold`: case, accents and punctuation gone), found among the sorted names (`keys`), and the
//! places that bear it are read (`places`). Of each look-up one block of names and one or a few of places are inflated.
//! What is found is ordered by rule, never by guess: see [`look_up()`]; what is not found gets the nearest names (`nearest`).

mod fold;
mod keys;
mod look_up;
mod nearest;
mod places;

pub(in crate::world) use fold::fold;
pub use look_up::{Lookup, look_up};
pub(in crate::world) use look_up::{matching, split};
pub use places::{Place, all};
