//! Populated places, found by any of their names.
//!
//! A query is folded (`fold`: case, accents and punctuation gone), found among the main names, which places are sorted by
//! (`places`), and among the others (`keys`); what else is known of a place is read from `records`. Of each look-up one
//! block of other names and one or a few of main names are inflated.
//! What is found is ordered by rule, never by guess: see [`look_up()`]; what is not found gets the nearest names (`nearest`).

mod fold;
mod keys;
mod look_up;
mod nearest;
mod places;
mod records;

pub(in crate::world) use fold::fold;
pub use look_up::{Lookup, look_up};
pub(in crate::world) use look_up::{matching, split};
pub use places::{Place, all, places_within};
