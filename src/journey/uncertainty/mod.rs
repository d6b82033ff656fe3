//! How far figures may be off because positions are known within a radius only.
//!
//! A straight leg is off by its ends' radii at most, which is exact. A leg over a network can change by more than its end
//! moves, since it may be joined elsewhere: it is laid again and again from positions that are drawn at random (`draw`),
//! by a generator that is seeded, so that the same seed gives the same figures. Places on the way (`via`) stay where they
//! are, since who writes them down means that very line; so does a line that a leg brings.

mod draw;

use geo::LineString;

use crate::at_once::at_once;
use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::network::Networks;
use crate::route::{Interval, Leg};

use super::Journey;
use super::chain;
use super::lay::{Ground, Kind, LaidLeg, lay_line};
use super::memo::Memo;
use super::place::Located;
use super::time;

/// Half the way round the earth: nothing is farther apart.
const FARTHEST_KM: f64 = 20_004.0;

/// How the legs of a journey may differ from how they are laid.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// For each leg, in the route's order.
    pub legs: Vec<LegUncertainty>,
    /// All legs together, of parallel ones the shortest and the longest; in kilometres. `None` if nothing is uncertain.
    pub total_km: Option<Interval>,
    /// How many times legs over networks were laid.
    pub samples: usize,
    /// How many of these found no way.
    pub without_way: usize,
}

/// How a leg may differ from how it is laid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LegUncertainty {
    /// Between which distances it lies, in kilometres; `None` if it is certain, or has no distance.
    pub km: Option<Interval>,
    /// The tracks that were laid; none where the interval is exact.
    pub tracks: Vec<LineString>,
}

impl Uncertainty {
    /// What is to be told of samples that found no way.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let message = format!(
            "{} of {} samples found no way from other positions within the places' radii: the intervals leave them out",
            self.without_way, self.samples
        );
        (self.without_way > 0).then(|| Diagnostic::warning(&catalog::LEG_SAMPLES, message))
    }
}

impl Journey {
    /// The journey with how far its distances may be off, by `samples` journeys between other positions within the
    /// places' radii.
    ///
    /// With no samples, legs over networks have no interval. `networks` must be those that the journey was laid on.
    ///
    /// # Example
    /// ```
    /// use portolan::{Journey, network::Networks, route};
    ///
    /// let file = "title = \"x\"\n[places.a]\nlat = 0\nlon = 0\nradius = \"5 km\"\n[places.b]\nlat = 0\nlon = 1\n\
    ///             [[legs]]\nmode = \"air\"\nfrom = \"a\"\nto = \"b\"\n";
    /// let journey = Journey::lay(route::read_text("route.toml", file, &[], None).unwrap().route).unwrap();
    /// let km = journey.with_uncertainty(&Networks::default(), 0, 1).uncertainty.unwrap().total_km.unwrap();
    /// assert_eq!((km.low.round(), km.high.round()), (106.0, 116.0));
    /// ```
    #[must_use]
    pub fn with_uncertainty(self, networks: &Networks, samples: usize, seed: u64) -> Journey {
        let uncertainty = self.uncertain(networks, samples, seed);
        let spread = uncertainty.legs.iter().map(|leg| leg.km);
        let lengths: Vec<Option<Interval>> =
            self.legs.iter().zip(spread).map(|(laid, km)| km.or_else(|| time::length(laid))).collect();
        // What contradicts what was told when the legs were laid.
        let timeline = time::line_up_over(&self.route, &self.legs, &lengths, &mut Vec::new());
        Journey { uncertainty: Some(uncertainty), timeline, ..self }
    }

    fn uncertain(&self, networks: &Networks, samples: usize, seed: u64) -> Uncertainty {
        let legs = self.route.legs.iter().zip(&self.legs);
        let again: Vec<usize> =
            legs.enumerate().filter(|(_, (leg, laid))| self.is_open(leg, laid)).map(|(at, _)| at).collect();
        let samples = if again.is_empty() { 0 } else { samples };
        let half = samples / 2;
        let some = |numbers: std::ops::Range<usize>| -> Vec<Vec<LaidLeg>> {
            numbers.map(|number| self.sample(&again, networks, seed, number)).collect()
        };
        let mut laid = Vec::new();
        if samples > 0 {
            let (first, second) = at_once(|| some(0..half), || some(half..samples));
            laid = first;
            laid.extend(second);
        }
        let has_way = |sample: &Vec<LaidLeg>| sample.iter().all(|leg| leg.distance_km.is_some());
        let without_way = laid.iter().filter(|sample| !has_way(sample)).count();
        laid.retain(has_way);
        let legs: Vec<LegUncertainty> = (0..self.legs.len())
            .map(|at| match again.iter().position(|open| *open == at) {
                Some(open) => sampled(&laid, open, self.legs[at].distance_km),
                None => LegUncertainty { km: self.exact(at), tracks: Vec::new() },
            })
            .collect();
        let total_km = self.total(&legs, &laid, &again);
        Uncertainty { legs, total_km, samples, without_way }
    }

    /// Whether a leg must be laid again to see how it may differ.
    fn is_open(&self, leg: &Leg, laid: &LaidLeg) -> bool {
        laid.kind == Kind::Network && laid.distance_km.is_some() && self.radii(leg).iter().any(|km| *km > 0.0)
    }

    fn radii(&self, leg: &Leg) -> [f64; 2] {
        [&leg.from, &leg.to].map(|name| self.place(&name.value).map_or(0.0, |place| place.radius_km))
    }

    /// The legs of `again` laid between positions that are drawn at random.
    fn sample(&self, again: &[usize], networks: &Networks, seed: u64, number: usize) -> Vec<LaidLeg> {
        let is_end =
            |place: &Located| self.route.legs.iter().any(|leg| leg.from.value == place.id || leg.to.value == place.id);
        let mut places = self.places.clone();
        for (at, place) in places.iter_mut().enumerate() {
            if is_end(place) {
                place.position = place.position.map(|middle| draw::position(middle, place.radius_km, seed, at, number));
            }
        }
        let ground = Ground { places: &places, documents: &self.route.documents, networks, memo: &Memo::default() };
        // What there was to say about the leg was said when it was laid.
        again.iter().map(|at| lay_line(&self.as_laid(&self.route.legs[*at]), &ground, &mut Vec::new())).collect()
    }

    /// The leg without the stops that lie behind the point at which it was cut.
    fn as_laid(&self, leg: &Leg) -> Leg {
        let passed = self.via(leg);
        let via = leg.via.iter().filter(|stop| passed.contains(&stop.value.as_str())).cloned().collect();
        Leg { via, ..leg.clone() }
    }

    /// The interval of a leg that is straight from stop to stop.
    fn exact(&self, at: usize) -> Option<Interval> {
        let (leg, laid) = (&self.route.legs[at], &self.legs[at]);
        if laid.kind != Kind::Geodesic || laid.distance_km.is_none() {
            return None;
        }
        let [from_km, to_km] = self.radii(leg);
        if from_km + to_km <= 0.0 {
            return None;
        }
        let parts = laid.stops.len() - 1;
        let mut km = Interval { low: 0.0, high: 0.0 };
        for (part, ends) in laid.stops.windows(2).enumerate() {
            let apart = geodesy::distance_km(ends[0].1, ends[1].1);
            let free = if part == 0 { from_km } else { 0.0 } + if part + 1 == parts { to_km } else { 0.0 };
            km.low += (apart - free).max(0.0);
            km.high += (apart + free).min(FARTHEST_KM);
        }
        Some(km)
    }

    /// The sum, sample by sample, so that what two legs share is moved for both.
    fn total(&self, legs: &[LegUncertainty], laid: &[Vec<LaidLeg>], again: &[usize]) -> Option<Interval> {
        let certain = legs.iter().all(|leg| leg.km.is_none());
        if certain {
            return self.totals.spread;
        }
        let of_sample = |sample: Option<&Vec<LaidLeg>>| {
            let km = |leg: &Leg| -> Option<Interval> {
                let at = leg.number - 1;
                let drawn = again.iter().position(|open| *open == at).zip(sample).map(|(open, sample)| &sample[open]);
                let laid_km = drawn.unwrap_or(&self.legs[at]).distance_km?;
                Some(legs[at].km.filter(|_| drawn.is_none()).unwrap_or(Interval { low: laid_km, high: laid_km }))
            };
            chain::bundles(&self.route.legs)
                .filter_map(|bundle| bundle.iter().filter_map(km).reduce(Interval::hull))
                .fold(Interval { low: 0.0, high: 0.0 }, |sum, km| Interval {
                    low: sum.low + km.low,
                    high: sum.high + km.high,
                })
        };
        let drawn = laid.iter().map(|sample| of_sample(Some(sample)));
        Some(drawn.fold(of_sample(None), Interval::hull))
    }
}

/// What the samples of a leg give.
fn sampled(laid: &[Vec<LaidLeg>], open: usize, laid_km: Option<f64>) -> LegUncertainty {
    let of_leg = || laid.iter().map(|sample| &sample[open]);
    let all_km = of_leg().filter_map(|leg| leg.distance_km).chain(laid_km);
    let km = all_km.map(|km| Interval { low: km, high: km }).reduce(Interval::hull);
    LegUncertainty {
        km: km.filter(|_| !laid.is_empty()),
        tracks: of_leg().filter_map(|leg| leg.track.clone()).collect(),
    }
}
