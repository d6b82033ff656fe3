//! The strip that the route's style wants shaded: the ground that a reported distance speaks of.

use geo::{BooleanOps, BoundingRect, Intersects, MultiPolygon};

use crate::geodesy::{self, Border};
use crate::numerals::length;
use crate::route::{Band, Figure, Interval, Says, Subject, Unit};
use crate::world;

use super::Journey;
use super::target;

/// A strip on the earth.
#[derive(Clone, Debug, PartialEq)]
pub struct LaidBand {
    /// What it is, in words: `about 290 mi (467 km) from the border of Ukraine`.
    pub label: String,
    /// The figure alone, in miles and in kilometres: `about 290 mi (467 km)`.
    pub figure: String,
    /// What it lies around, in words: `the border of Ukraine`.
    pub around: String,
    /// The claim whose figure it shows, counted from 0; `None` for one that the style gives itself.
    pub claim: Option<usize>,
    /// The country that it is clipped to: that of the place that the claim speaks of.
    pub country: Option<String>,
    /// The two distances that it lies between.
    pub km: Interval,
    /// Where it lies; edges are geodesics of some ten kilometres.
    pub area: MultiPolygon,
}

impl Journey {
    /// The band of the route's style; `None` if it has none, or one that can't be drawn: around something without a
    /// position, or without an end.
    ///
    /// That of a claim is clipped to the country of the place that the claim speaks of.
    pub fn band(&self) -> Option<LaidBand> {
        match self.route.style.band.as_ref()? {
            Band::Around { around, distance } => {
                let km = Interval { low: 0.0, high: distance.km() };
                let area = self.strip(&around.value, km)?;
                let around = self.spoken(&around.value);
                let figure = format!("{distance} ({})", otherwise(distance.km(), None, distance.unit));
                Some(LaidBand {
                    label: format!("within {figure} of {around}"),
                    figure,
                    around,
                    claim: None,
                    country: None,
                    km,
                    area,
                })
            }
            Band::Claim(named) => {
                let is_meant = |number: &usize| {
                    let claim = &self.route.claims[*number];
                    claim.label() == named.value || claim.number.to_string() == named.value
                };
                let number = (0..self.route.claims.len()).find(is_meant)?;
                let claim = &self.route.claims[number];
                let Subject::Distance { from, to } = &claim.subject else { return None };
                let km = self.judgements.get(number)?.reported_km?;
                let mut area = self.strip(&to.value, km)?;
                let country = self.place(&from.value).and_then(|place| place.country.clone());
                if let Some(code) = &country {
                    area = within_country(&area, code, self);
                }
                let around = self.spoken(&to.value);
                let mut figure = claim.says.value.clone();
                if let Says::Figure(Figure { number, upper, unit, .. }) = &claim.statement {
                    let other = otherwise(number * unit.km(), upper.map(|upper| upper * unit.km()), *unit);
                    figure = format!("{figure} ({other})");
                }
                let label = format!("{figure} from {around}");
                Some(LaidBand { label, figure, around, claim: Some(number), country, km, area })
            }
        }
    }

    fn strip(&self, around: &str, km: Interval) -> Option<MultiPolygon> {
        if let Some(country) = target::border_of(around) {
            let shape = world::country_shape(target::country_named(country)?.code, self.route.boundaries)?;
            return Some(geodesy::band(&Border::new(&shape), km.low, km.high));
        }
        let place = self.place(around)?;
        Some(geodesy::ring(place.position?, km.low, km.high))
    }
}

/// Kilometres in words for those who reckon in miles, and the other way round.
fn otherwise(km: f64, upper_km: Option<f64>, unit: Unit) -> String {
    let other = if unit == Unit::Km { Unit::Mi } else { Unit::Km };
    let [first, last] = [Some(km), upper_km].map(|km| km.map(|km| length(km / other.km())));
    let figures: Vec<String> = [first, last].into_iter().flatten().collect();
    format!("{} {other}", figures.join("–"))
}

/// What of the area lies in the country.
fn within_country(area: &MultiPolygon, code: &str, journey: &Journey) -> MultiPolygon {
    let Some((bounds, shape)) = area.bounding_rect().zip(world::country_shape(code, journey.route.boundaries)) else {
        return area.clone();
    };
    let near = shape.into_iter().filter(|part| part.bounding_rect().is_some_and(|rect| rect.intersects(&bounds)));
    area.intersection(&MultiPolygon(near.collect()))
}
