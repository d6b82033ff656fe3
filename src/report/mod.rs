//! What `measure` and `check` say, as data: it serialises to JSON, and lays itself out as a table or as text.
//!
//! Nothing here prints. Distances in data are kilometres, rounded to the metre.

mod check;
mod measure;
mod table;
mod text;

pub use check::{Check, CheckedClaim, CheckedReading};
pub use measure::{Measure, MeasuredLeg, Total};
pub use table::{Align, Table};
pub use text::wrap;
