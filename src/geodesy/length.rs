//! The length of a line.

use geo::LineString;

use super::distance_km;

/// How long `line` is when each of its pieces is a geodesic.
///
/// # Example
/// ```
/// use geo::line_string;
/// use portolan::geodesy::length_km;
///
/// let up_and_back = line_string![(x: 179.0, y: 0.0), (x: -179.0, y: 0.0), (x: 179.0, y: 0.0)];
/// assert_eq!(length_km(&up_and_back).round(), 445.0);
/// ```
pub fn length_km(line: &LineString) -> f64 {
    line.lines().map(|piece| distance_km(piece.start_point(), piece.end_point())).sum()
}
