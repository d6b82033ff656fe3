//! How fast freight usually moves, by mode: the embedded table `data/speeds.toml`.

use std::sync::LazyLock;

use toml::de::DeTable;

use crate::route::{Interval, Mode, parse_speed};

const TABLE: &str = include_str!("../../../data/speeds.toml");

/// The usual range of speeds of one mode.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    /// The mode.
    pub mode: Mode,
    /// From the slowest to the fastest that is usual, in kilometres a day.
    pub km_per_day: Interval,
    /// The same as the table writes it: `8–20 kn`.
    pub words: String,
    /// What others have measured.
    pub published: String,
    /// Where the range was drawn, and why.
    pub chosen: String,
}

static USUAL: LazyLock<Vec<Usual>> = LazyLock::new(|| {
    let Ok(table) = DeTable::parse(TABLE) else { return Vec::new() };
    let table = table.get_ref();
    let read = |(name, mode): &(&str, Mode)| {
        let text = |key: &str| Some(table.get(*name)?.get_ref().get(key)?.get_ref().as_str()?.to_owned());
        let words = text("speed")?;
        Some(Usual {
            mode: *mode,
            km_per_day: parse_speed(&words).ok()?,
            words,
            published: text("published")?,
            chosen: text("chosen")?,
        })
    };
    Mode::NAMES.iter().filter_map(read).collect()
});

/// The usual range of a mode's speeds.
///
/// ```
/// use portolan::{journey::speeds, route::Mode};
///
/// let rail = speeds::usual(Mode::Rail).expect("every mode has one");
/// assert_eq!((rail.km_per_day.low, rail.km_per_day.high), (300.0, 1200.0));
/// ```
pub fn usual(mode: Mode) -> Option<&'static Usual> {
    USUAL.iter().find(|usual| usual.mode == mode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_has_a_range_with_its_source_and_the_reason_for_it() {
        for (name, mode) in Mode::NAMES {
            let usual = usual(mode).unwrap_or_else(|| panic!("{name}"));
            assert!(0.0 < usual.km_per_day.low && usual.km_per_day.low < usual.km_per_day.high, "{name}");
            assert!(usual.published.len() > 40 && usual.chosen.len() > 40, "{name}");
        }
    }
}
