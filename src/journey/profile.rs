//! How far from something one is along the journey.

use geo::Point;

use crate::diagnostic::{Diagnostic, catalog};
use crate::route::{Claim, Interval, Length, Says, Span, Spanned, Subject};

use super::level::{self, Levels};
use super::memo::Memo;
use super::mileage::{Mileage, Spot};
use super::target::{self, Target};
use super::{Journey, chain, look_up};

/// The distance to a target along the legs, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What is measured to: `the border of Ukraine`.
    pub to: String,
    /// The legs that it goes along: of parallel ones the first, none with an unknown end.
    pub legs: Vec<ProfileLeg>,
    /// Distances that are looked for along them, with where they are crossed.
    pub thresholds: Vec<Threshold>,
    /// Numbers of the legs that are left out.
    pub left_out: Vec<usize>,
}

/// A leg with distances along it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileLeg {
    /// Its number, from 1.
    pub number: usize,
    /// Where it starts and where it ends, in kilometres along the journey.
    pub km: (f64, f64),
    /// Kilometres along the journey, and from there to the target.
    pub points: Vec<(f64, f64)>,
    /// Its stops: their places' ids, and how far along the journey they lie.
    pub stops: Vec<(String, f64)>,
}

/// A distance that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// As it was written: `about 290 mi`.
    pub says: String,
    /// The index of the claim that it comes from.
    pub claim: Option<usize>,
    /// The distance itself; the middle of a range.
    pub km: f64,
    /// What the words can mean.
    pub interval_km: Interval,
    /// Where the journey is at that distance.
    pub crossings: Vec<Crossing>,
}

/// A point of the journey at a distance that is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The leg's number, from 1.
    pub leg: usize,
    /// How far along that leg, in kilometres.
    pub leg_km: f64,
    /// How far along the journey, in kilometres.
    pub km: f64,
    /// Where: x longitude, y latitude in degrees.
    pub position: Point,
}

/// About so many distances are measured along the whole.
const POINTS: f64 = 900.0;

impl Journey {
    /// The distance along the journey to a place of the route, a name, `border of XX` or `coast`. The claims that measure to it are
    /// its thresholds, with those of `also`.
    ///
    /// # Errors
    ///
    /// A name that means nothing, or a place that nobody located.
    pub fn profile(&self, to: &str, also: &[Length]) -> Result<Profile, Vec<Diagnostic>> {
        let target = self.target(to)?;
        let mut profile = Profile {
            to: target.name().to_owned(),
            legs: Vec::new(),
            thresholds: self.thresholds(to, also),
            left_out: Vec::new(),
        };
        let mut start_km = 0.0;
        for bundle in chain::bundles(&self.route.legs) {
            let Some(laid) = bundle.first().and_then(|leg| self.legs.get(leg.number - 1)) else { continue };
            let Some((mileage, length_km)) = Mileage::of(laid).zip(laid.distance_km) else {
                profile.left_out.extend(bundle.iter().map(|leg| leg.number));
                continue;
            };
            profile.left_out.extend(bundle[1..].iter().map(|leg| leg.number));
            for threshold in &mut profile.thresholds {
                let spots = level::spots(&mileage, &target, &Levels::default(), threshold.km);
                threshold.crossings.extend(spots.into_iter().map(|Spot { point, km, .. }| Crossing {
                    leg: laid.number,
                    leg_km: km,
                    km: start_km + km,
                    position: point,
                }));
            }
            let away = |point: Point| target.nearest(point).map(|(_, km)| km);
            let count = (POINTS * length_km / self.totals.distance_km.max(1.0)).ceil().clamp(8.0, POINTS) as usize;
            let parts = (0..=count).filter_map(|step| mileage.at_part(step as f64 / count as f64));
            let points = parts.filter_map(|spot| Some((start_km + spot.km, away(spot.point)?))).collect();
            let stops = laid.stops.iter().enumerate().map(|(at, (id, point))| {
                let joined = laid.joins.get(at).filter(|_| laid.joins.len() == laid.stops.len());
                let km = match at {
                    0 => 0.0,
                    _ if at + 1 == laid.stops.len() => length_km,
                    _ => mileage.nearest_km(joined.map_or(*point, |join| join.point)),
                };
                (id.clone(), start_km + km)
            });
            let stops = stops.collect();
            profile.legs.push(ProfileLeg { number: laid.number, km: (start_km, start_km + length_km), points, stops });
            start_km += length_km;
        }
        Ok(profile)
    }

    fn target(&self, to: &str) -> Result<Target, Vec<Diagnostic>> {
        let name = Spanned { value: to.trim().to_owned(), span: Span::default() };
        let mut said = Vec::new();
        let found = if target::is_place(&name.value) && self.place(&name.value).is_none() {
            look_up::look_up(&name, false, &self.route, &mut said).map(|found| Target::Place {
                name: found.name,
                position: Some(found.position),
                radius_km: found.radius_km,
            })
        } else {
            target::target(&name, &self.route, &self.places, &Memo::default(), &mut said)
        };
        match found {
            Some(Target::Place { position: None, name, .. }) => {
                let message = format!("where {name} is, is not known");
                Err(vec![
                    Diagnostic::error(&catalog::PLACE_NOT_FOUND, message).help("measure to a place with a position"),
                ])
            }
            Some(target) => Ok(target),
            None => Err(said),
        }
    }

    fn thresholds(&self, to: &str, also: &[Length]) -> Vec<Threshold> {
        let to = to.trim();
        // A distance from a place to a border says nothing of points that are as far from the place.
        let is_to = |claim: &Claim| match &claim.subject {
            Subject::Distance { from, to: end } if from.value == to => target::is_place(&end.value),
            Subject::Distance { from, to: end } => end.value == to && target::is_place(&from.value),
            _ => false,
        };
        let claims =
            self.route.claims.iter().enumerate().filter(|(_, claim)| is_to(claim)).filter_map(|(at, claim)| {
                let Says::Figure(figure) = &claim.statement else { return None };
                let middle = figure.upper.map_or(figure.number, |upper| f64::midpoint(figure.number, upper));
                Some(Threshold {
                    says: claim.says.value.clone(),
                    claim: Some(at),
                    km: middle * figure.unit.km(),
                    interval_km: figure.interval_km(),
                    crossings: Vec::new(),
                })
            });
        let also = also.iter().map(|length| Threshold {
            says: length.to_string(),
            claim: None,
            km: length.km(),
            interval_km: Interval { low: length.km(), high: length.km() },
            crossings: Vec::new(),
        });
        claims.chain(also).collect()
    }
}
