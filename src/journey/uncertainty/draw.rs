//! Positions drawn at random from a circle.

use geo::Point;

use crate::geodesy;

/// A position within `radius_km` of `middle`: uniformly over the circle, every second one on its rim, where distances
/// have their ends. The same seed, place and sample give the same position.
pub(super) fn position(middle: Point, radius_km: f64, seed: u64, place: usize, sample: usize) -> Point {
    if radius_km <= 0.0 {
        return middle;
    }
    let mut state = mixed(mixed(seed) ^ place as u64) ^ sample as u64;
    let mut number = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        // 53 bits are what a number of double precision holds.
        (mixed(state) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let azimuth = 360.0 * number();
    let part = number().sqrt();
    let part = if sample.is_multiple_of(2) { 1.0 } else { part };
    geodesy::destination(middle, azimuth, radius_km * part)
}

/// The output function of `SplitMix64` (Steele, Lea and Flood 2014).
fn mixed(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::point;

    #[test]
    fn positions_lie_within_the_radius_on_all_sides_and_come_again() {
        let middle = point! { x: 40.0, y: 45.0 };
        let drawn: Vec<Point> = (0..1000).map(|sample| position(middle, 10.0, 7, 3, sample)).collect();
        let mut inner = 0;
        for (sample, at) in drawn.iter().enumerate() {
            let km = geodesy::distance_km(middle, *at);
            assert!(km < 10.0 + 1e-9);
            assert!(sample % 2 == 1 || km > 10.0 - 1e-9, "every second one lies on the rim");
            inner += usize::from(km < 10.0 * 0.5_f64.sqrt());
        }
        // Half the circle's area lies within the root of a half of its radius.
        assert!((200..300).contains(&inner), "{inner} of 500");
        let [east, north] =
            [|at: &&Point| at.x() > 40.0, |at: &&Point| at.y() > 45.0].map(|side| drawn.iter().filter(side).count());
        assert!((430..570).contains(&east) && (430..570).contains(&north), "{east} {north}");
        assert_eq!(drawn[17], position(middle, 10.0, 7, 3, 17));
        assert_ne!(drawn[17], position(middle, 10.0, 8, 3, 17));
    }
}
