//! Whether a track keeps off the land, told without the code that lays it.

use std::collections::HashMap;

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line, LineString, Point};
use portolan::geodesy::{densify, distance_km};
use portolan::network::sea::Passage;
use portolan::world::{Scale, everywhere, land};

/// The shores at 1:10m by square degree, to be asked directly.
pub struct Shores {
    squares: HashMap<(i32, i32), Vec<Line>>,
}

impl Shores {
    /// All of them.
    pub fn new() -> Self {
        let mut squares: HashMap<_, Vec<Line>> = HashMap::new();
        for polygon in land(Scale::M10, &[everywhere()]) {
            let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
            for edge in rings.flat_map(LineString::lines).filter(|edge| edge.dx().abs() < 180.0) {
                for square in around(edge) {
                    squares.entry(square).or_default().push(edge);
                }
            }
        }
        Self { squares }
    }

    /// How much of a track lies on land, outside 3 km of its ends and off the canals: from each shore that it crosses to
    /// the next, by turns water and land.
    pub fn km_ashore(&self, track: &LineString) -> f64 {
        let (first, last) = (Point(track.0[0]), Point(track.0[track.0.len() - 1]));
        let canals: Vec<Coord> =
            Passage::ALL.iter().filter(|p| p.line().0.len() > 2).flat_map(|p| p.line().0).collect();
        let at_sea = track.lines().filter(|line| !(canals.contains(&line.start) && canals.contains(&line.end)));
        let mut crossings: Vec<Point> = Vec::new();
        for piece in at_sea {
            for step in densify(&LineString(vec![piece.start, piece.end]), 10.0).lines() {
                // Longitudes may jump at the date line.
                let turn = 360.0 * ((step.start.x - step.end.x) / 360.0).round();
                let step = Line::new(step.start, Coord { x: step.end.x + turn, y: step.end.y });
                let mut met: Vec<(f64, Point)> = Vec::new();
                let near: Vec<&Line> =
                    around(step).iter().filter_map(|square| self.squares.get(square)).flatten().collect();
                for edge in near {
                    let turn = 360.0 * ((step.start.x - edge.start.x) / 360.0).round();
                    let moved = Line::new((edge.start.x + turn, edge.start.y), (edge.end.x + turn, edge.end.y));
                    if let Some(LineIntersection::SinglePoint { intersection, is_proper: true }) =
                        line_intersection(step, moved)
                    {
                        met.push((distance_km(step.start_point(), intersection.into()), intersection.into()));
                    }
                }
                met.sort_by(|a, b| a.0.total_cmp(&b.0));
                met.dedup_by(|a, b| a.1 == b.1);
                crossings.extend(met.into_iter().map(|(_, at)| at));
            }
        }
        let in_harbour = |at: Point| distance_km(first, at) <= 3.0 || distance_km(last, at) <= 3.0;
        let ashore = crossings.chunks(2).filter(|pair| !pair.iter().all(|&at| in_harbour(at)));
        ashore.map(|pair| distance_km(pair[0], pair[pair.len() - 1])).sum()
    }
}

/// The square degrees of the rectangle around a line, brought to ±180.
fn around(line: Line) -> Vec<(i32, i32)> {
    let span = |a: f64, b: f64| a.min(b).floor() as i32..=a.max(b).floor() as i32;
    let rows = span(line.start.y, line.end.y);
    span(line.start.x, line.end.x)
        .flat_map(|column| rows.clone().map(move |row| ((column + 180).rem_euclid(360), row)))
        .collect()
}
