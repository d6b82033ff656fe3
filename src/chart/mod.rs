//! Charts, drawn by plotters on the same canvas as the maps, with their fonts and colours.
//!
//! A chart is [`Words`] around a [`Plot`]: what changes over a sweep ([`Lines`], [`Bars`], [`Heat`], gathered by [`Turned`]), how far
//! from something one is along a journey ([`Along`]), or when its legs took place ([`Times`]). They hold figures; [`Chart::draw`] lays them out and draws them.
mod axis;
mod bars;
mod draw;
mod heat;
mod key;
mod lines;
mod plot;
mod profile;
mod strips;
mod style;
mod timeline;
mod turned;
mod words;

pub use axis::Across;
pub use bars::{Bar, Bars};
pub use draw::Chart;
pub use heat::Heat;
pub use lines::{Line, Lines};
pub use plot::Plot;
pub use profile::{Along, AlongLeg, Level};
pub use strips::{Stretch, Strip};
pub use timeline::{TimeRow, Times};
pub use turned::Turned;
pub use words::Words;
