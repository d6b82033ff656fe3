//! What was reported: the route file, parsed. Holds no computed value.
//!
//! A file's text becomes a tree of spanned nodes, overrides are put into the tree, and the tree is decoded by the key
//! table into a [`Route`]. All mistakes of a file are collected, each with its place in it.

mod boundaries;
mod capacity;
mod cargo;
mod claim;
mod date;
mod decode;
mod document;
mod figure;
mod keys;
mod leg;
mod overrides;
mod parameters;
mod place;
mod quantity;
mod reading;
mod schema;
mod source;
mod style;
mod template;
mod tree;
mod unit;
mod variant;
mod wrong;

pub use boundaries::Boundaries;
pub use capacity::{Boxes, Capacity};
pub use cargo::{Cargo, Count};
pub use claim::{About, Claim, Says, Subject};
pub use date::{Date, Window, day_of, days_in_month};
pub use document::{Document, Documents, Span, Spanned};
pub use figure::{Figure, Interval, Qualifier};
pub use leg::{Certainty, Leg, Mode};
pub use parameters::Parameter;
pub use place::{Along, Bearing, On, Place, Position};
pub use quantity::{
    PRESETS, parse_capacity, parse_count, parse_country, parse_date, parse_days, parse_degrees, parse_figure,
    parse_length, parse_size, parse_speed, parse_window,
};
pub use reading::{Draft, Input, Reading, read, read_text};
pub use schema::json_schema;
pub use source::{Reliability, Source};
pub use style::{Band, Language, ProjectionName, Rings, Size, Style, Theme};
pub use template::TEMPLATE;
pub use unit::{Length, Unit};
pub use variant::Variant;
pub use wrong::Wrong;

/// A reported route, as its file says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The file's name without folder and extension: what outputs are named after.
    pub name: String,
    /// What the map is called.
    pub title: String,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// The words at the map's foot that say what is reported and what is not.
    pub note: Option<String>,
    /// Whose view of borders.
    pub boundaries: Boundaries,
    /// What was carried.
    pub cargo: Option<Cargo>,
    /// Who said it, in the file's order.
    pub sources: Vec<Source>,
    /// The places that the file defines, in its order.
    pub places: Vec<Place>,
    /// The moves, in their order.
    pub legs: Vec<Leg>,
    /// The figures and statements to check.
    pub claims: Vec<Claim>,
    /// Alternatives of the same route.
    pub variants: Vec<Variant>,
    /// How to draw it.
    pub style: Style,
    /// The texts that the spans point into.
    pub documents: Documents,
}

impl Route {
    /// The place that the file defines under this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The leg with this id or number (from 1).
    pub fn leg(&self, name: &str) -> Option<&Leg> {
        let number: Option<usize> = name.parse().ok();
        self.legs
            .iter()
            .find(|leg| leg.id.as_ref().is_some_and(|id| id.value == name))
            .or_else(|| self.legs.iter().find(|leg| Some(leg.number) == number))
    }
}
