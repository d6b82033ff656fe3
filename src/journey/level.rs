//! Where a leg lies at some distance from something.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::geodesy;

use super::mileage::{Mileage, Spot};
use super::target::Target;

/// A track is halved so often before distances along it are no longer kept: then its parts are some hundred metres long.
const KEPT_HALVINGS: i32 = 17;

/// Distances along a leg that were measured before, by the part of its track.
#[derive(Debug, Default)]
pub(super) struct Levels {
    known: Mutex<HashMap<u32, f64>>,
}

impl Levels {
    fn km(&self, part: f64, measure: impl FnOnce() -> f64) -> f64 {
        let halves = part * f64::exp2(f64::from(KEPT_HALVINGS));
        if halves.fract() != 0.0 {
            return measure();
        }
        let key = halves as u32;
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        known.unwrap_or_else(|| {
            let km = measure();
            self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, km);
            km
        })
    }
}

/// All points of the leg's track at `km` from the target, in their order; a border's distance is 0 inside the country.
pub(super) fn spots(leg: &Mileage, target: &Target, levels: &Levels, km: f64) -> Vec<Spot> {
    let distance_km = |part| levels.km(part, || distance_km(leg, target, part)) - km;
    let crossings = geodesy::crossings(leg.course.length_km(), distance_km);
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
