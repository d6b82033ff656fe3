//! A country's border: how far it is to it, and where it is nearest.
//!
//! The edges lie in runs of consecutive ones, each run in a ball (`ball`). Balls rule out nearly all edges by
//! arithmetic alone; on those that are left `foot` finds the nearest point exactly. `inside` tells the two sides
//! of the border apart.

mod ball;
mod foot;
mod inside;

use geo::{Coord, LineString, MultiPolygon, Point};

use ball::Ball;

/// How many edges share one ball. Few: many balls to look at; many: many edges behind each ball that isn't ruled out.
const RUN: usize = 32;

/// No edge spans more than this in longitude or latitude: longer ones are split, so that distance along an edge has a
/// single minimum and balls are small.
const LONGEST_EDGE_DEG: f64 = 1.0;

/// The outline of a country or of any other area: exterior rings and holes, coasts included.
///
/// Edges are straight in longitude and latitude, as in GeoJSON. Cuts are not border: edges with both ends on ±180° or
/// at 90° S. Rings may be written with cuts or without, with longitudes wrapped or unwrapped.
pub struct Border {
    rings: Vec<LineString>,
    edges: Vec<Edge>,
    runs: Vec<Ball>,
}

/// The point of a border that is nearest to another point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// Where it lies; longitude from -180 to 180.
    pub position: Point,
    /// The geodesic to it.
    pub distance_km: f64,
}

/// Two vertices of a ring, the second one's longitude within 180° of the first's.
#[derive(Clone, Copy)]
struct Edge {
    start: Coord,
    end: Coord,
}

impl Edge {
    fn ball(&self) -> Ball {
        Ball::around([self.start, self.end])
    }
}

impl Border {
    /// The border of `area`.
    pub fn new(area: &MultiPolygon) -> Self {
        let rings: Vec<LineString> = area
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
            .cloned()
            .collect();
        let mut edges = Vec::with_capacity(rings.iter().map(|ring| ring.0.len()).sum());
        for ring in &rings {
            for line in ring.lines().filter(|line| !is_cut(line.start, line.end)) {
                split(line.start, line.end, &mut edges);
            }
        }
        let runs = edges.chunks(RUN).map(|run| Ball::around(run.iter().flat_map(|edge| [edge.start, edge.end])));
        let runs = runs.collect();
        Self { rings, edges, runs }
    }

    /// The point of the border that is nearest to `point`, which may lie on either side of it; `None` if there is no
    /// border at all, or if `point` is no position (a latitude beyond ±90, not a number).
    ///
    /// Exact to a few micrometres: what is approximate only chooses the edges that are looked at.
    pub fn nearest(&self, point: Point) -> Option<Nearest> {
        if !(point.x().is_finite() && point.y().abs() <= 90.0) {
            return None;
        }
        let from = ball::centre(point.0);
        let mut order: Vec<(f64, usize)> =
            self.runs.iter().enumerate().map(|(run, ball)| (ball.at_least_km(from), run)).collect();
        order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mut best: Option<Nearest> = None;
        for (at_least_km, run) in order {
            if best.is_some_and(|best| best.distance_km <= at_least_km) {
                break;
            }
            let start = run * RUN;
            let run = &self.edges[start..self.edges.len().min(start + RUN)];
            let mut bounds: Vec<(f64, &Edge)> = run.iter().map(|edge| (edge.ball().at_least_km(from), edge)).collect();
            bounds.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            for (at_least_km, edge) in bounds {
                if best.is_none_or(|best| at_least_km < best.distance_km) {
                    let found = foot::nearest_on(edge, point);
                    if best.is_none_or(|best| found.distance_km < best.distance_km) {
                        best = Some(found);
                    }
                }
            }
        }
        best
    }

    /// The rings that it was made of.
    pub(super) fn rings(&self) -> &[LineString] {
        &self.rings
    }

    /// What is border of the rings, in pieces of at most a degree; the second longitude lies within 180° of the first.
    pub(super) fn edges(&self) -> impl Iterator<Item = (Coord, Coord)> {
        self.edges.iter().map(|edge| (edge.start, edge.end))
    }

    /// Whether `point` lies inside: within an exterior ring and in none of its holes.
    ///
    /// A ring that goes round a pole holds the pole of the hemisphere that it mostly lies in.
    pub fn contains(&self, point: Point) -> bool {
        inside::is_inside(&self.rings, point)
    }

    /// How far `point` is from the area: 0 from inside; infinite where [`Border::nearest`] finds nothing.
    ///
    /// # Example
    /// ```
    /// use geo::{point, polygon};
    /// use portolan::geodesy::Border;
    ///
    /// let square = polygon![(x: 10.0, y: 0.0), (x: 12.0, y: 0.0), (x: 12.0, y: 2.0), (x: 10.0, y: 2.0)];
    /// let border = Border::new(&square.into());
    /// assert_eq!(border.distance_to_km(point! { x: 11.0, y: 1.0 }), 0.0);
    /// assert_eq!(border.distance_to_km(point! { x: 9.0, y: 1.0 }).round(), 111.0);
    /// ```
    pub fn distance_to_km(&self, point: Point) -> f64 {
        if self.contains(point) {
            return 0.0;
        }
        self.nearest(point).map_or(f64::INFINITY, |nearest| nearest.distance_km)
    }
}

fn is_cut(start: Coord, end: Coord) -> bool {
    let on_seam = |vertex: Coord| (vertex.x.abs() - 180.0).abs() < 1e-9;
    let at_pole = |vertex: Coord| vertex.y < -90.0 + 1e-9;
    (on_seam(start) && on_seam(end)) || (at_pole(start) && at_pole(end))
}

/// Adds the edge between the vertices, in pieces if it is long.
fn split(start: Coord, end: Coord, edges: &mut Vec<Edge>) {
    let end = Coord { x: end.x + 360.0 * ((start.x - end.x) / 360.0).round(), y: end.y };
    let span = (end.x - start.x).abs().max((end.y - start.y).abs());
    if span <= LONGEST_EDGE_DEG {
        edges.push(Edge { start, end });
        return;
    }
    let pieces = (span / LONGEST_EDGE_DEG).ceil();
    let vertex = |step: usize| start + (end - start) * (step as f64 / pieces);
    edges.extend((0..pieces as usize).map(|step| Edge { start: vertex(step), end: vertex(step + 1) }));
}
