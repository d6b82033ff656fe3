//! What a chart shows.

use super::bars::Bars;
use super::heat::Heat;
use super::lines::Lines;
use super::profile::Along;
use super::timeline::Times;

/// The inside of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// Figures over a figure, with strips below.
    Lines(Lines),
    /// A bar for each value of a list.
    Bars(Bars),
    /// A cell for each pair of values.
    Heat(Heat),
    /// A line over the way.
    Along(Along),
    /// Windows over days.
    Times(Times),
}
