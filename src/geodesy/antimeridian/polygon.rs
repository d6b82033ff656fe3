//! Cutting a polygon.

use geo::{Contains, Coord, Line, LineString, MultiPolygon, Polygon};

use super::join::join;
use super::{Edges, cut_line};

/// `polygon` in parts none of which crosses ±180°, longitudes from -180 to 180.
///
/// What a ring encloses lies on its left: the exterior runs counter-clockwise and holes clockwise, as GeoJSON has it. An
/// exterior that goes round a pole, or clockwise, therefore encloses a pole; the parts then have edges along ±180° and
/// along ±90°, which are the pole. A polygon that is cut already stays as it is.
///
/// # Example
/// ```
/// use geo::polygon;
/// use portolan::geodesy::{cut_polygon, Edges};
///
/// let square = polygon![(x: 170.0, y: 40.0), (x: 190.0, y: 40.0), (x: 190.0, y: 50.0), (x: 170.0, y: 50.0)];
/// assert_eq!(cut_polygon(&square, Edges::Straight).0.len(), 2);
/// ```
pub fn cut_polygon(polygon: &Polygon, edges: Edges) -> MultiPolygon {
    if is_cut(polygon.exterior()) {
        return MultiPolygon(vec![polygon.clone()]);
    }
    let mut pieces = Vec::new();
    let mut whole = Vec::new();
    for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
        let mut parts = cut_line(ring, edges).0;
        // One that begins on ±180 and goes round a pole is one piece from side to side.
        let goes_round = |part: &LineString| (part.0[0].x - part.0[part.0.len() - 1].x).abs() >= 360.0;
        if parts.len() < 2 && !parts.iter().any(goes_round) {
            whole.extend(parts);
            continue;
        }
        let begins_inside = parts[0].0[0].x.abs() < 180.0;
        if begins_inside && let Some(last) = parts.pop() {
            // Where the ring happened to begin is no end of a piece.
            parts[0].0 = last.0.into_iter().chain(parts[0].0[1..].iter().copied()).collect();
        }
        pieces.extend(parts);
    }
    let (mut exteriors, holes): (Vec<_>, Vec<_>) = whole.into_iter().partition(|ring| enclosed(ring) > 0.0);
    exteriors.extend(joined(&pieces));
    if exteriors.is_empty() {
        // Holes only, and nothing crosses: the rest of the earth is enclosed.
        exteriors.push(LineString::from(vec![
            (-180.0, -90.0),
            (180.0, -90.0),
            (180.0, 90.0),
            (-180.0, 90.0),
            (-180.0, -90.0),
        ]));
    }
    let mut parts: Vec<Polygon> = exteriors.into_iter().map(|ring| Polygon::new(ring, Vec::new())).collect();
    for hole in holes {
        // A hole beside all parts takes nothing away.
        if let Some(part) = parts.iter_mut().find(|part| hole.coords().any(|vertex| part.contains(vertex))) {
            part.interiors_push(hole);
        }
    }
    MultiPolygon(parts)
}

/// Whether the ring lies within ±180 and has edges a full turn long as only a cut leaves them: one on a pole, or several. A
/// single one elsewhere closes a ring round a pole that begins on ±180.
fn is_cut(ring: &LineString) -> bool {
    let span = |edge: &Line| (edge.end.x - edge.start.x).abs();
    let mut turns = ring.lines().filter(|edge| span(edge) >= 360.0);
    ring.coords().all(|vertex| vertex.x.abs() <= 180.0)
        && turns.next().is_some_and(|edge| edge.start.y.abs() >= 90.0 || turns.next().is_some())
        && ring.lines().all(|edge| !(180.0..360.0).contains(&span(&edge)))
}

/// The rings that pieces make together with ±180° and the poles.
fn joined(pieces: &[LineString]) -> Vec<LineString> {
    let place = |vertex: Coord| if vertex.x < 0.0 { 90.0 - vertex.y } else { 270.0 + vertex.y };
    let ends: Vec<(f64, f64)> =
        pieces.iter().map(|piece| (place(piece.0[0]), place(piece.0[piece.0.len() - 1]))).collect();
    let rings = join(&ends).into_iter().map(|order| {
        let mut ring: Vec<Coord> = Vec::new();
        for (number, piece) in order.iter().enumerate() {
            ring.extend(&pieces[*piece].0);
            let next = order[(number + 1) % order.len()];
            ring.extend(corners(ends[*piece].1, ends[next].0));
        }
        ring.dedup();
        let mut ring = LineString(ring);
        ring.close();
        ring
    });
    // A touch from the other side leaves rings that enclose nothing.
    rings.filter(|ring| ring.0.len() > 3 && enclosed(ring).abs() > 0.0).collect()
}

/// The corners of the plate between two places of its outline: down the west from 0 to 180, up the east to 360.
fn corners(from: f64, to: f64) -> impl Iterator<Item = Coord> {
    let to = if to < from - 1e-12 { to + 360.0 } else { to };
    let (south, north) = ([(-180.0, -90.0), (180.0, -90.0)], [(180.0, 90.0), (-180.0, 90.0)]);
    let poles = [(180.0, south), (360.0, north), (540.0, south), (720.0, north)];
    let passed = poles.into_iter().filter(move |(place, _)| from < *place && *place < to);
    passed.flat_map(|(_, corners)| corners).map(|(x, y)| Coord { x, y })
}

/// Twice the area that the ring encloses on the plate; negative if it runs clockwise.
fn enclosed(ring: &LineString) -> f64 {
    ring.lines().map(|edge| edge.start.x * edge.end.y - edge.end.x * edge.start.y).sum()
}
