//! The ports of the World Port Index, found by name, by UN/LOCODE or by nearness.
//!
//! The whole table is inflated at the first question (`table`); names are folded and sorted then, as in the gazetteer
//! (`look_up`). `data/README.md` says what of the index was changed.

mod look_up;
mod table;

pub use look_up::{nearest_ports, port_by_locode, ports_by_locode, ports_named};
pub use table::{Port, PortSize, ports};
