//! Turning figures: a route laid again and again, each time with other values of some parameters.
//!
//! `--vary` arguments ([`Vary`]) span a [`Grid`]; a [`Sweep`] reads and lays the route at each of its points, on all processors, and
//! hands the [`Point`]s on in their order, one by one. What doesn't change from point to point is done once.

mod columns;
mod decimal;
mod grid;
mod point;
mod rows;
mod run;
mod values;
mod vary;

pub use columns::{Column, Counted, columns, off};
pub use decimal::Decimal;
pub use grid::{Grid, MOST_POINTS};
pub use point::{Point, why_failed};
pub use rows::{Layout, Rows};
pub use run::{BATCH, Summary, Sweep};
pub use values::{Values, plain};
pub use vary::Vary;
