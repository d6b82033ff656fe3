//! What `measure` and `check` say, as data: it serialises to JSON, and lays itself out as a table or as text; and the map in
//! words.
//!
//! Nothing here prints. Distances in data are kilometres, rounded to the metre.

mod alternative;
mod check;
mod measure;
mod profile;
mod table;
mod text;
mod timeline;

pub use alternative::alternative;
pub use check::{Check, CheckedClaim, CheckedGroup, CheckedReading, Origin};
pub use measure::{Measure, MeasuredLeg, MeasuredWait, Total};
pub use profile::{Crossed, CrossedThreshold, ProfilePoint, ProfileReport};
pub use table::{Align, Table};
use text::listed;
pub use text::wrap;
pub use timeline::{TimelineEvent, TimelineReport};
