//! The passages of the seas that have a name: canals and straits.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use geo::{Coord, LineString};

use super::vector::{Vector, chord_km, cross, difference, dot, scaled, side, sum, vector};
use crate::geodesy::wgs84::EQUATOR_KM;

static WATERWAYS: &str = include_str!("../../../data/world/waterways.csv");

/// A canal or strait that a track can be told to use or not to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passage {
    /// The Suez Canal.
    Suez,
    /// The Panama Canal.
    Panama,
    /// The Kiel Canal.
    Kiel,
    /// The Corinth Canal.
    Corinth,
    /// The Bosporus.
    Bosporus,
    /// The Dardanelles.
    Dardanelles,
    /// The Strait of Kerch.
    Kerch,
    /// The Strait of Gibraltar.
    Gibraltar,
    /// The Strait of Dover.
    Dover,
    /// The Øresund.
    Oresund,
    /// Bab-el-Mandeb.
    BabElMandeb,
    /// The Strait of Hormuz.
    Hormuz,
    /// The Strait of Malacca.
    Malacca,
    /// The Sunda Strait.
    Sunda,
    /// The Bering Strait.
    Bering,
    /// The Strait of Magellan.
    Magellan,
    /// The Northwest Passage, closed unless it is asked for.
    Northwest,
    /// The Northeast Passage, closed unless it is asked for.
    Northeast,
    /// The shoals between India and Sri Lanka, closed unless they are asked for.
    AdamsBridge,
}

impl Passage {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Suez,
        Self::Panama,
        Self::Kiel,
        Self::Corinth,
        Self::Bosporus,
        Self::Dardanelles,
        Self::Kerch,
        Self::Gibraltar,
        Self::Dover,
        Self::Oresund,
        Self::BabElMandeb,
        Self::Hormuz,
        Self::Malacca,
        Self::Sunda,
        Self::Bering,
        Self::Magellan,
        Self::Northwest,
        Self::Northeast,
        Self::AdamsBridge,
    ];

    /// Its name in route files.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        self.words().1
    }

    /// Whether ice or shoals keep it shut unless somebody asks for it.
    pub fn is_closed_by_default(self) -> bool {
        matches!(self, Self::Northwest | Self::Northeast | Self::AdamsBridge)
    }

    /// Where it lies: a canal's course from water to water, or the line across a strait from land to land.
    pub fn line(self) -> LineString {
        LineString(self.course().line.clone())
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Suez => ("suez", "Suez Canal"),
            Self::Panama => ("panama", "Panama Canal"),
            Self::Kiel => ("kiel", "Kiel Canal"),
            Self::Corinth => ("corinth", "Corinth Canal"),
            Self::Bosporus => ("bosporus", "Bosporus"),
            Self::Dardanelles => ("dardanelles", "Dardanelles"),
            Self::Kerch => ("kerch", "Strait of Kerch"),
            Self::Gibraltar => ("gibraltar", "Strait of Gibraltar"),
            Self::Dover => ("dover", "Strait of Dover"),
            Self::Oresund => ("oresund", "Øresund"),
            Self::BabElMandeb => ("bab-el-mandeb", "Bab-el-Mandeb"),
            Self::Hormuz => ("hormuz", "Strait of Hormuz"),
            Self::Malacca => ("malacca", "Strait of Malacca"),
            Self::Sunda => ("sunda", "Sunda Strait"),
            Self::Bering => ("bering", "Bering Strait"),
            Self::Magellan => ("magellan", "Strait of Magellan"),
            Self::Northwest => ("northwest", "Northwest Passage"),
            Self::Northeast => ("northeast", "Northeast Passage"),
            Self::AdamsBridge => ("adams-bridge", "Adam's Bridge"),
        }
    }

    /// Its bit in a set of passages.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }

    pub(crate) fn is_canal(self) -> bool {
        self.course().canal
    }

    /// The points of a canal from its first end to its last.
    pub(crate) fn channel(self) -> &'static [Coord] {
        &self.course().line
    }

    fn course(self) -> &'static Course {
        &COURSES[self as usize]
    }
}

static COURSES: LazyLock<[Course; Passage::ALL.len()]> = LazyLock::new(|| Passage::ALL.map(Course::read));

/// The bits of all passages whose gate the straight way from `a` to `b` crosses.
pub(crate) fn gates_between(a: Vector, b: Vector) -> u32 {
    gates_crossed(a, b).fold(0, |set, (_, passage)| set | passage.bit())
}

/// All passages whose gate the straight way from `a` to `b` crosses, and where: a number that grows along the way.
pub(crate) fn gates_crossed(a: Vector, b: Vector) -> impl Iterator<Item = (f64, Passage)> {
    let length_km = chord_km(a, b);
    let crossed = move |(passage, course): (_, &Course)| Some((course.crossed_at(a, b, length_km)?, passage));
    Passage::ALL.into_iter().zip(COURSES.iter()).filter_map(crossed)
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Passage {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|passage| passage.name() == name).ok_or(())
    }
}

/// A row of the list of waterways.
pub(crate) struct Row {
    pub name: &'static str,
    /// `canal` or `gate`.
    pub kind: &'static str,
    pub line: Vec<Coord>,
}

/// The list of waterways.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    let number = |word: Option<&str>| word.and_then(|word| word.parse().ok()).unwrap_or(0.0);
    let point = move |text: &str| {
        let mut words = text.split(' ');
        Coord { x: number(words.next()), y: number(words.next()) }
    };
    WATERWAYS.lines().filter(|row| !row.starts_with('#')).skip(1).filter_map(move |row| {
        let mut fields = row.splitn(4, ',');
        let (name, kind) = (fields.next()?, fields.next()?);
        Some(Row { name, kind, line: fields.next()?.split(';').map(point).collect() })
    })
}

/// What the list of waterways says of a passage.
struct Course {
    canal: bool,
    line: Vec<Coord>,
    gate: Vec<Vector>,
    /// A ball that holds the gate.
    around: (Vector, f64),
}

impl Course {
    fn read(passage: Passage) -> Self {
        let row = rows().find(|row| row.name == passage.name());
        let (kind, line) = row.map_or(("", Vec::new()), |row| (row.kind, row.line));
        let gate: Vec<Vector> = line.iter().map(|&at| vector(at)).collect();
        let around = ball(&gate);
        Self { canal: kind == "canal", line, gate, around }
    }

    /// Where the straight way from `a` to `b`, which are so far apart, crosses the gate. A canal has none.
    fn crossed_at(&self, a: Vector, b: Vector, length_km: f64) -> Option<f64> {
        let (middle, radius_km) = self.around;
        // Too far off to be crossed.
        let (off, reach_km) = (difference(a, middle), length_km + radius_km);
        if self.canal || dot(off, off) > reach_km * reach_km {
            return None;
        }
        let gate = self.gate.windows(2).find(|gate| cross_each_other(a, b, gate[0], gate[1]))?;
        let across = cross(gate[0], gate[1]);
        let (before, behind) = (dot(across, a).abs(), dot(across, b).abs());
        Some(before / (before + behind))
    }
}

/// A ball that holds the great ellipses between points, and where they cross others.
fn ball(points: &[Vector]) -> (Vector, f64) {
    let middle = scaled(points.iter().copied().fold([0.0; 3], sum), 1.0 / points.len().max(1) as f64);
    let radius_km = points.iter().map(|&point| chord_km(middle, point)).fold(0.0, f64::max);
    // A great ellipse rises above the chord of its ends.
    let rise_km = EQUATOR_KM - dot(middle, middle).sqrt();
    (middle, radius_km + 2.0 * rise_km + 1.0)
}

fn cross_each_other(a: Vector, b: Vector, c: Vector, d: Vector) -> bool {
    let meet = cross(cross(a, b), cross(c, d));
    side(a, b, c) * side(a, b, d) < 0.0
        && side(c, d, a) * side(c, d, b) < 0.0
        && dot(meet, sum(a, b)) * dot(meet, sum(c, d)) > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_passage_has_a_line_and_a_source() {
        let mut list = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(WATERWAYS.as_bytes());
        let rows: Vec<csv::StringRecord> = list.records().map(|row| row.unwrap()).collect();
        assert!(rows.iter().all(|row| !row[4].trim().is_empty()));
        assert_eq!(rows.len(), Passage::ALL.len());
        for row in &rows {
            let passage: Passage = row[0].parse().unwrap();
            let course = passage.course();
            assert_eq!(course.canal, &row[1] == "canal");
            assert!(course.line.len() >= 2 && course.line.iter().all(|at| at.x != 0.0 && at.y != 0.0), "{row:?}");
        }
    }
}
