//! Units of length.

use std::fmt;

/// A unit that people report distances in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Kilometre.
    Km,
    /// International (statute) mile, 1.609344 km.
    Mi,
    /// Nautical mile, 1.852 km.
    Nmi,
    /// Metre.
    M,
}

impl Unit {
    /// The units that a figure may be mistaken between.
    pub const LARGE: [Unit; 3] = [Unit::Km, Unit::Mi, Unit::Nmi];

    /// Kilometres in one of it.
    pub const fn km(self) -> f64 {
        match self {
            Unit::Km => 1.0,
            Unit::Mi => 1.609_344,
            Unit::Nmi => 1.852,
            Unit::M => 0.001,
        }
    }

    /// The unit that people write so.
    pub fn parse(word: &str) -> Option<Unit> {
        Some(match word.trim_end_matches('.').to_lowercase().as_str() {
            "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => Unit::Km,
            "mi" | "mile" | "miles" => Unit::Mi,
            "nmi" | "nm" | "nautical mile" | "nautical miles" => Unit::Nmi,
            "m" | "metre" | "metres" | "meter" | "meters" => Unit::M,
            _ => return None,
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Km => "km",
            Unit::Mi => "mi",
            Unit::Nmi => "nmi",
            Unit::M => "m",
        })
    }
}

/// A length as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    /// The number in front of the unit.
    pub number: f64,
    /// The unit it was written in.
    pub unit: Unit,
}

impl Length {
    /// In kilometres.
    pub fn km(self) -> f64 {
        self.number * self.unit.km()
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.unit)
    }
}
