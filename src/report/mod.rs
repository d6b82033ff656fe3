//! What `measure` and `check` say, as data: it serialises to JSON, and lays itself out as a table or as text; and the map in
//! words.
//!
//! Nothing here prints. Distances in data are kilometres, rounded to the metre.

mod alternative;
mod check;
mod measure;
mod table;
mod text;

pub use alternative::alternative;
pub use check::{Check, CheckedClaim, CheckedReading};
pub use measure::{Measure, MeasuredLeg, MeasuredWait, Total};
pub use table::{Align, Table};
pub use text::wrap;
