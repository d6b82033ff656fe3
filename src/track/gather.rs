//! Positions on their way from a file to lines.

use std::collections::BTreeMap;

use geo::{Coord, LineString};

use super::error::Problem;

/// Beyond this a number is no longitude, however often it went around.
const FARTHEST_LON: f64 = 360.0;

/// What a reader has found so far.
#[derive(Debug)]
pub(super) struct Gathered {
    parts: Vec<LineString>,
    part: Vec<Coord>,
    /// In which order the format writes latitude and longitude, as a sentence.
    order: &'static str,
    has_elevations: bool,
    left_out: BTreeMap<&'static str, usize>,
}

impl Gathered {
    pub fn new(order: &'static str) -> Self {
        Gathered { parts: Vec::new(), part: Vec::new(), order, has_elevations: false, left_out: BTreeMap::new() }
    }

    /// The next vertex of the present part.
    pub fn vertex(&mut self, lat: f64, lon: f64) -> Result<(), Problem> {
        let bad = |what: &str, value: f64, most: f64| {
            let problem = Problem::new(format!("the {what} {value} is not between -{most} and {most}"));
            if lat.abs().max(lon.abs()) > 1000.0 {
                let help = "coordinates are degrees on WGS84 (EPSG:4326); these look like metres of a projection";
                problem.help(help)
            } else if lat.abs() > 90.0 && lon.abs() <= 90.0 {
                problem.help(format!("latitude and longitude may be swapped: {}", self.order))
            } else {
                problem.help("coordinates are degrees on WGS84 (EPSG:4326)")
            }
        };
        if lat.is_nan() || lat.abs() > 90.0 {
            return Err(bad("latitude", lat, 90.0));
        }
        if lon.is_nan() || lon.abs() > FARTHEST_LON {
            return Err(bad("longitude", lon, 180.0));
        }
        let x = if lon.abs() <= 180.0 { lon } else { lon - 360.0_f64.copysign(lon) };
        self.part.push(Coord { x, y: lat });
        Ok(())
    }

    /// The vertices of the present part, which is not kept.
    pub fn take(&mut self) -> Vec<Coord> {
        std::mem::take(&mut self.part)
    }

    /// Ends the present part: what comes next is not joined to it.
    pub fn end_part(&mut self) {
        match self.part.len() {
            0 => {}
            1 => {
                self.part.clear();
                self.leave_out("line of a single vertex");
            }
            _ => self.parts.push(LineString(std::mem::take(&mut self.part))),
        }
    }

    /// Something of the file that is no part of a track, in the singular.
    pub fn leave_out(&mut self, what: &'static str) {
        *self.left_out.entry(what).or_default() += 1;
    }

    /// That a vertex has a height, which is not used.
    pub fn elevation(&mut self) {
        self.has_elevations = true;
    }

    /// Whether no part has ended yet.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The parts in the order of the file, and what was left out.
    pub fn finish(mut self) -> Result<(Vec<LineString>, Vec<String>), Problem> {
        self.end_part();
        let mut notes: Vec<String> = self.left_out.iter().map(|(what, count)| told(what, *count)).collect();
        if self.has_elevations {
            notes.push("elevations are left out: lengths are measured on the ellipsoid".to_owned());
        }
        let moves = |part: &LineString| part.lines().any(|piece| piece.start != piece.end);
        if self.parts.iter().any(moves) {
            return Ok((self.parts, notes));
        }
        let found = if notes.is_empty() { String::new() } else { format!(": {}", notes.join(", ")) };
        Err(Problem::new(format!("has no line in it{found}")).help("a line has at least two different positions"))
    }
}

/// `1 point is left out`, `2 points are left out`, `2 lines of a single vertex are left out`.
fn told(what: &str, count: usize) -> String {
    let (noun, rest) = what.split_once(' ').map_or((what, String::new()), |(noun, rest)| (noun, format!(" {rest}")));
    if count == 1 { format!("1 {noun}{rest} is left out") } else { format!("{count} {noun}s{rest} are left out") }
}
