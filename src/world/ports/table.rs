//! The ports, in the order of their index number. `data/build/ports.py` says how they are stored.

use std::fmt;
use std::sync::OnceLock;

use geo::{Point, point};

use crate::world::blocks::Blocks;
use crate::world::encoding::Reader;

static FILE: &[u8] = include_bytes!("../../../data/world/ports.blocks");

const UNITS_PER_DEGREE: f64 = 1e5;

/// A port of the World Port Index.
#[derive(Clone, Debug, PartialEq)]
pub struct Port {
    /// Its main name, in Latin letters without accents.
    pub name: &'static str,
    /// What it is also called, or was once.
    pub other_names: Vec<&'static str>,
    /// ISO 3166-1 alpha-2, as the index assigns it: Sevastopol is in `UA`.
    pub country: &'static str,
    /// Its UN/LOCODE, without a blank: `NLRTM`. One port in eight has none in the index.
    pub locode: Option<&'static str>,
    /// Further UN/LOCODEs that it is found by: `CNSHA` for Shanghai, to which the index gives `CNSGH`.
    pub other_locodes: Vec<&'static str>,
    /// Where it is, to about one nautical mile; often a point on land or up a river.
    pub position: Point,
    /// How large its harbour is; `None` if the index doesn't say.
    pub size: Option<PortSize>,
    /// Its number in the index, which is whole for all but two ports. No two ports share one.
    pub index_no: f64,
    /// GeoNames' number of the town whose port it is: one within 30 km that bears one of its names.
    pub town: Option<u32>,
}

/// The size of a harbour, by the index's judgement of area, facilities and wharf space. Larger ones compare as greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PortSize {
    /// `V` in the index.
    VerySmall,
    /// `S` in the index.
    Small,
    /// `M` in the index.
    Medium,
    /// `L` in the index.
    Large,
}

impl fmt::Display for PortSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            PortSize::VerySmall => "very small",
            PortSize::Small => "small",
            PortSize::Medium => "medium",
            PortSize::Large => "large",
        })
    }
}

/// All ports, in the order of their index number, which goes around the coasts of the world.
pub fn ports() -> &'static [Port] {
    static RAW: OnceLock<Vec<u8>> = OnceLock::new();
    static PORTS: OnceLock<Vec<Port>> = OnceLock::new();
    PORTS.get_or_init(|| read(RAW.get_or_init(|| Blocks::new(FILE).inflate(0))))
}

fn read(raw: &'static [u8]) -> Vec<Port> {
    let mut reader = Reader::new(raw);
    let count = reader.varint();
    let mut texts = || (0..count).map(|_| text(reader.line())).collect::<Vec<_>>();
    let (names, others, locodes, other_locodes) = (texts(), texts(), texts(), texts());
    let countries: Vec<_> = (0..count).map(|_| text(reader.bytes(2))).collect();
    let sizes = reader.bytes(count);
    let mut numbers = || (0..count).map(|_| reader.varint()).collect::<Vec<_>>();
    let (steps, latitudes, longitudes, towns) = (numbers(), numbers(), numbers(), numbers());
    let mut tenths = 0;
    let port = |row: usize| {
        tenths += steps[row];
        Port {
            name: names[row],
            other_names: list(others[row]),
            country: countries[row],
            locode: Some(locodes[row]).filter(|code| !code.is_empty()),
            other_locodes: list(other_locodes[row]),
            position: point!(x: degrees(longitudes[row], 18_000_000), y: degrees(latitudes[row], 9_000_000)),
            size: sizes.get(row).and_then(|&letter| size(letter)),
            index_no: tenths as f64 / 10.0,
            town: Some(towns[row] as u32).filter(|&town| town > 0),
        }
    };
    (0..count).map(port).collect()
}

fn text(bytes: &'static [u8]) -> &'static str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn list(texts: &'static str) -> Vec<&'static str> {
    texts.split(';').filter(|text| !text.is_empty()).collect()
}

fn degrees(units: usize, origin: i64) -> f64 {
    (units as i64 - origin) as f64 / UNITS_PER_DEGREE
}

fn size(letter: u8) -> Option<PortSize> {
    match letter {
        b'V' => Some(PortSize::VerySmall),
        b'S' => Some(PortSize::Small),
        b'M' => Some(PortSize::Medium),
        b'L' => Some(PortSize::Large),
        _ => None,
    }
}
