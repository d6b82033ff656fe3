//! How far along a leg one is.

use geo::Point;

use crate::geodesy::Course;

use super::lay::{Kind, LaidLeg};

/// A leg's track, with how far along the leg one is at each of its points: a network knows longer lengths than its lines have.
#[derive(Clone, Debug)]
pub(super) struct Mileage {
    /// The track.
    pub course: Course,
    /// How far along the leg each piece of the track starts and ends, in kilometres.
    pieces_km: Vec<[f64; 2]>,
}

/// A point of a leg's track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// The vertex that the piece starts at on which it lies.
    pub piece: usize,
    /// Where it is.
    pub point: Point,
    /// How far along the leg, joins included.
    pub km: f64,
}

impl Mileage {
    /// `None` for a leg that has no track.
    pub fn of(laid: &LaidLeg) -> Option<Mileage> {
        let (track, distance_km) = (laid.track.as_ref()?, laid.distance_km?);
        let course = Course::new(track);
        let along_km = course.vertices_km();
        let last = along_km.len().checked_sub(1)?;
        let mut marks: Vec<(usize, f64)> = laid.milestones.iter().map(|mark| (mark.vertex, mark.km)).collect();
        if marks.is_empty() {
            // The joins of a line that the user brought do not count.
            let join_km = |km: Option<f64>| if laid.kind == Kind::Network { km.unwrap_or_default() } else { 0.0 };
            marks = vec![(0, join_km(laid.snap_from_km())), (last, distance_km - join_km(laid.snap_to_km()))];
        }
        let mut pieces_km = vec![[0.0; 2]; last];
        for pair in marks.windows(2) {
            let [(from, from_km), (to, to_km)] = [pair[0], pair[1]];
            let length_km = along_km[to] - along_km[from];
            let part = |vertex: usize| {
                if length_km > 0.0 { (along_km[vertex] - along_km[from]) / length_km } else { 0.0 }
            };
            let km = |vertex| from_km + (to_km - from_km) * part(vertex);
            (from..to).for_each(|piece| pieces_km[piece] = [km(piece), km(piece + 1)]);
        }
        Some(Mileage { course, pieces_km })
    }

    /// The point after a part of the track's own length: from 0 to 1.
    pub fn at_part(&self, part: f64) -> Option<Spot> {
        let along_km = part * self.course.length_km();
        let (piece, rest) = self.course.piece(along_km);
        let [start, end] = self.pieces_km.get(piece).copied()?;
        Some(Spot { piece, point: self.course.at(along_km)?, km: start + (end - start) * rest })
    }

    /// The point after so many kilometres of the leg; where these end on a join, the end of the track.
    pub fn at_km(&self, km: f64) -> Option<Spot> {
        let piece = self.pieces_km.partition_point(|[_, end]| *end < km).min(self.pieces_km.len().checked_sub(1)?);
        let [start, end] = self.pieces_km[piece];
        let rest = if end > start { ((km - start) / (end - start)).clamp(0.0, 1.0) } else { 0.0 };
        let [from, to] = [piece, piece + 1].map(|vertex| self.course.vertices_km()[vertex]);
        let point = self.course.at(from + (to - from) * rest)?;
        Some(Spot { piece, point, km: start + (end - start) * rest })
    }

    /// How far along the leg the track's vertex is that is nearest to a point, or that point itself.
    pub fn nearest_km(&self, point: Point) -> f64 {
        let square = |vertex: &Point| {
            let step = point.0 - vertex.0;
            step.x * step.x + step.y * step.y
        };
        let vertices = self.course.vertices().iter().enumerate();
        let nearest = vertices.min_by(|(_, a), (_, b)| square(a).total_cmp(&square(b))).map_or(0, |(at, _)| at);
        let before = nearest.checked_sub(1).and_then(|piece| self.pieces_km.get(piece)).map(|[_, end]| *end);
        before.or_else(|| self.pieces_km.first().map(|[start, _]| *start)).unwrap_or_default()
    }
}
