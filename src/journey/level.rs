//! Where a leg lies at some distance from something.

use crate::geodesy;

use super::mileage::{Mileage, Spot};
use super::target::Target;

/// All points of the leg's track at `km` from the target, in their order; a border's distance is 0 inside the country.
pub(super) fn spots(leg: &Mileage, target: &Target, km: f64) -> Vec<Spot> {
    let crossings = geodesy::crossings(leg.course.length_km(), |part| distance_km(leg, target, part) - km);
    crossings.into_iter().filter_map(|part| leg.at_part(part)).collect()
}

/// The smallest and the largest distance that the leg's track has from the target, in kilometres.
pub(super) fn reach(leg: &Mileage, target: &Target) -> (f64, f64) {
    let (low, high) = geodesy::extremes(leg.course.length_km(), 0.05, |part| distance_km(leg, target, part));
    (low.max(0.0), high.max(0.0))
}

fn distance_km(leg: &Mileage, target: &Target, part: f64) -> f64 {
    let at = leg.course.at(part * leg.course.length_km());
    at.and_then(|at| target.signed_km(at)).unwrap_or(f64::INFINITY)
}
