//! The earth that portolan carries: countries in two points of view, coasts, lakes, borders, populated places and ports.
//!
//! Everything is embedded; nothing is read from the user's files. `data/build` makes the files, each reader here knows
//! one of their formats (`encoding` the numbers, `shapes` polygons and lines, `arcs` the stretches that they are made of,
//! `blocks` compressed blocks). A file of shapes has a table of bounding boxes, so that a map decodes only what its frames
//! show; what several shapes share is stored once. The gazetteer inflates one block of names and one of places per look-up.
//!
//! Longitudes and latitudes are degrees, x east and y north. Stored precision is 1e-5 degree, about 1 m.

mod arcs;
mod bits;
mod blocks;
mod border_lines;
mod cities;
mod country;
pub(crate) mod embedded;
pub(crate) mod encoding;
pub mod gazetteer;
mod land;
mod languages;
mod layers;
mod parts;
mod ports;
mod scale;
mod seas;
mod shapes;

pub use crate::route::Boundaries;
pub use border_lines::{BorderClass, BorderLine, border_lines};
pub use cities::{City, cities};
pub use country::{
    Country, CountryLabel, country, country_at, country_by_name, country_labels, country_shape, country_sketches,
    is_country_code,
};
#[cfg(feature = "sea")]
pub(crate) use land::land_shapes;
pub use land::{Lake, everywhere, lakes, land, land_near};
pub use languages::{city_in, country_in, sea_in};
pub use ports::{Port, PortSize, nearest_ports, port_by_locode, ports, ports_by_locode, ports_named};
pub use scale::Scale;
pub use seas::{Sea, seas};
#[cfg(feature = "sea")]
pub(crate) use shapes::Shape;

/// What coasts, countries and borders are taken from.
pub const SOURCE: &str = "Natural Earth 5.1";

/// What populated places are taken from, as its licence (CC BY 4.0) wants it named.
pub const PLACES_SOURCE: &str = "GeoNames, CC BY 4.0";

/// What ports are taken from.
pub const PORTS_SOURCE: &str = "World Port Index (NGA Pub. 150)";

/// Who is to be named for coasts, borders and places, with their licences.
pub const CREDITS: &str = "Natural Earth 5.1 (public domain); GeoNames (CC BY 4.0)";
