//! Joining parts whose ends meet.

use geo::LineString;

use crate::geodesy::distance_km;

/// Ends that are nearer than this meet: 10 m, finer than the stages of a journey are known.
const MEET_KM: f64 = 0.01;
/// Vertices that are nearer than this are one: 1 mm.
const SAME_KM: f64 = 1e-6;

/// The parts, those joined whose ends meet in the order given (also across ±180°), and the gaps between what is left.
pub(super) fn join(parts: Vec<LineString>) -> (Vec<LineString>, Vec<f64>) {
    let mut joined: Vec<LineString> = Vec::new();
    let mut gaps_km = Vec::new();
    for part in parts {
        let (Some(start), last) = (part.points().next(), joined.last_mut()) else { continue };
        let gap_km = last.as_ref().and_then(|last| last.points().next_back()).map(|end| distance_km(end, start));
        match (last, gap_km) {
            (Some(last), Some(gap_km)) if gap_km < MEET_KM => {
                last.0.extend(part.0.into_iter().skip(usize::from(gap_km < SAME_KM)));
            }
            (_, gap_km) => {
                gaps_km.extend(gap_km);
                joined.push(part);
            }
        }
    }
    (joined, gaps_km)
}
