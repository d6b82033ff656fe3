//! A line as a way to go: where one is after so many kilometres.

use geo::{LineString, Point};

use super::{destination, distance_km, inverse};

/// A line of geodesics, measured along.
#[derive(Clone, Debug)]
pub struct Course {
    vertices: Vec<Point>,
    /// How far along it each vertex lies.
    km: Vec<f64>,
}

impl Course {
    /// The geodesics between the vertices of `line`.
    pub fn new(line: &LineString) -> Self {
        let vertices: Vec<Point> = line.points().collect();
        let mut at_km = 0.0;
        let mut km = Vec::with_capacity(vertices.len());
        km.extend(vertices.first().map(|_| at_km));
        for pair in vertices.windows(2) {
            at_km += distance_km(pair[0], pair[1]);
            km.push(at_km);
        }
        Self { vertices, km }
    }

    /// The whole length, in kilometres.
    pub fn length_km(&self) -> f64 {
        self.km.last().copied().unwrap_or_default()
    }

    /// The line's vertices.
    pub fn vertices(&self) -> &[Point] {
        &self.vertices
    }

    /// How far along it each vertex lies, in kilometres.
    pub fn vertices_km(&self) -> &[f64] {
        &self.km
    }

    /// The number of the vertex that the piece starts at on which one is after `km` kilometres, and the part of the piece that
    /// lies behind one: from 0 to 1.
    pub fn piece(&self, km: f64) -> (usize, f64) {
        let last = self.km.len().saturating_sub(2);
        let at = self.km.partition_point(|vertex| *vertex <= km).saturating_sub(1).min(last);
        let (Some(start), Some(end)) = (self.km.get(at), self.km.get(at + 1)) else { return (0, 0.0) };
        let part = if end > start { ((km - start) / (end - start)).clamp(0.0, 1.0) } else { 0.0 };
        (at, part)
    }

    /// Where one is after `km` kilometres, at the end if that is beyond it; `None` if there is no vertex.
    ///
    /// # Example
    /// ```
    /// use geo::line_string;
    /// use portolan::geodesy::Course;
    ///
    /// let course = Course::new(&line_string![(x: 0.0, y: 0.0), (x: 1.0, y: 0.0), (x: 1.0, y: 1.0)]);
    /// let half = course.at(course.length_km() / 2.0).unwrap();
    /// assert!((half.x() - 1.0).abs() < 0.01 && half.y().abs() < 0.01);
    /// ```
    pub fn at(&self, km: f64) -> Option<Point> {
        let (piece, part) = self.piece(km);
        let start = *self.vertices.get(piece)?;
        let Some(end) = self.vertices.get(piece + 1) else { return Some(start) };
        let whole = inverse(start, *end);
        Some(destination(start, whole.azimuth_start_deg, whole.distance_km * part))
    }
}
