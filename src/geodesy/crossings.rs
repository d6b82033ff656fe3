//! Where along a way a distance takes a value.
//!
//! Whoever goes a kilometre comes at most a kilometre nearer to anything, or farther from it. So from the distances at both ends of
//! a stretch follows how near and how far it can be between them: most stretches are ruled out for certain, the others halved.

use super::root::root;

/// Stretches are halved down to this, a metre: nearer together two crossings count as one.
const FINEST_KM: f64 = 0.001;
/// What rounding may add to a distance.
const ROUNDING_KM: f64 = 1e-7;
/// After so many evaluations stretches are halved no further: a way along which the distance hardly changes would take for ever.
const MOST: usize = 200_000;

/// The parts of a way, 0 to 1 and rising, at which `value` is zero or comes within a metre of it. `value` takes such a part and gives
/// a distance in kilometres, less the one that is looked for: it may have either sign, and changes by no more than one goes.
///
/// Parts that `value` is asked for are multiples of a power of ½ until a crossing is pinned down, so that a memory of them serves other
/// searches along the same way.
pub fn crossings(length_km: f64, mut value: impl FnMut(f64) -> f64) -> Vec<f64> {
    let mut found: Vec<Found> = Vec::new();
    // The stretch that is next lies on top.
    let mut open = vec![((0.0, value(0.0)), (1.0, value(1.0)))];
    let mut evaluations = 2;
    while let Some((start, end)) = open.pop() {
        let (km, opposite) = ((end.0 - start.0) * length_km, (start.1 < 0.0) != (end.1 < 0.0));
        if !(start.1.abs() + end.1.abs() <= km + ROUNDING_KM || opposite) {
            continue;
        }
        if km > FINEST_KM && evaluations < MOST {
            let middle = 0.5 * (start.0 + end.0);
            let middle = (middle, value(middle));
            evaluations += 1;
            open.push((middle, end));
            open.push((start, middle));
            continue;
        }
        let nearer = if start.1.abs() <= end.1.abs() { start } else { end };
        let at = if opposite { root(start, end, 1e-9, &mut value) } else { nearer.0 };
        if !opposite && nearer.1.abs() > FINEST_KM {
            continue;
        }
        let crossing = Found { at, end: end.0, opposite };
        match found.last_mut().filter(|last| (start.0 - last.end) * length_km < FINEST_KM) {
            Some(last) if last.opposite && !opposite => last.end = end.0,
            Some(last) => *last = crossing,
            None => found.push(crossing),
        }
    }
    found.into_iter().map(|found| found.at).collect()
}

/// A crossing, in a stretch that ends at `end`.
struct Found {
    at: f64,
    end: f64,
    /// Whether the distance is smaller on one side and larger on the other.
    opposite: bool,
}

/// The smallest and the largest `value` along a way, to within `tolerance_km`; `value` as for [`crossings`].
pub fn extremes(length_km: f64, tolerance_km: f64, mut value: impl FnMut(f64) -> f64) -> (f64, f64) {
    let ends = [(0.0, value(0.0)), (1.0, value(1.0))];
    let (mut low, mut high) = (ends[0].1.min(ends[1].1), ends[0].1.max(ends[1].1));
    let mut open = vec![(ends[0], ends[1])];
    let mut evaluations = 2;
    while let Some((start, end)) = open.pop() {
        let km = (end.0 - start.0) * length_km;
        let (lowest, highest) = (0.5 * (start.1 + end.1 - km), 0.5 * (start.1 + end.1 + km));
        if (lowest > low - tolerance_km && highest < high + tolerance_km) || evaluations >= MOST {
            continue;
        }
        let middle = 0.5 * (start.0 + end.0);
        let middle = (middle, value(middle));
        evaluations += 1;
        (low, high) = (low.min(middle.1), high.max(middle.1));
        open.push((middle, end));
        open.push((start, middle));
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crossing_is_found_and_none_made_up() {
        // Up and down between -10 and 10 km, with a zero every 31.42 km.
        let wave = |km: f64| 10.0 * (km * std::f64::consts::TAU / 62.84).sin();
        let at = crossings(1000.0, |part| wave(part * 1000.0));
        assert_eq!(at.len(), 32, "{at:?}");
        assert!(at.iter().all(|part| wave(part * 1000.0).abs() < 1e-6 || *part == 0.0));
        let dip = |km: f64| (km - 500.0).abs() - 0.0015;
        assert_eq!(crossings(1000.0, |part| dip(part * 1000.0)).len(), 2);
    }

    #[test]
    fn what_is_only_touched_counts_and_what_stays_a_hundred_metres_off_does_not() {
        assert_eq!(crossings(900.0, |part| (900.0 * part - 300.0).abs()).len(), 1);
        assert!(crossings(900.0, |part| (900.0 * part - 300.0).abs() + 0.1).is_empty());
    }

    #[test]
    fn a_way_along_which_the_distance_stays_the_same_comes_to_an_end() {
        assert!(!crossings(40_000.0, |_| 0.0).is_empty());
    }

    #[test]
    fn the_extremes_of_a_tent_are_its_top_and_its_foot() {
        let (low, high) = extremes(900.0, 0.01, |part| 300.0 - (900.0 * part - 700.0).abs());
        assert!((low + 400.0).abs() < 0.01 && (high - 300.0).abs() < 0.01, "{low} {high}");
    }
}
