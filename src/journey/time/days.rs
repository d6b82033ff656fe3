//! How long a leg takes.

use serde::Serialize;

use crate::journey::lay::LaidLeg;
use crate::route::{Interval, Leg, Route};

use super::{LegTime, Stretch, speeds};

/// What the days of a leg were found from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DaysFrom {
    /// The dates that the leg is reported with.
    Dates,
    /// Its length and the speed that it is reported with.
    Speed,
    /// Its length and the usual range of its mode's speeds.
    Usual,
}

impl DaysFrom {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            DaysFrom::Dates => "dates",
            DaysFrom::Speed => "speed",
            DaysFrom::Usual => "usual",
        }
    }
}

/// The leg's own dates, and the days that follow from them or from its speed, whichever of these lengths it has.
pub(super) fn of(leg: &Leg, laid: &LaidLeg, km: Option<Interval>, route: &Route) -> LegTime {
    let (departure, arrival) = reported(leg);
    let by_dates = by_dates(departure, arrival);
    let implied_km_per_day = by_dates.zip(km).map(|(days, km)| per(km, days));
    let (days, days_from) = match (by_dates, km.and_then(|km| by_speed(leg, laid, km, route))) {
        (Some(days), _) => (Some(days), Some(DaysFrom::Dates)),
        (None, Some((days, from))) => (Some(days), Some(from)),
        (None, None) => (None, None),
    };
    LegTime {
        number: leg.number,
        days,
        days_from,
        implied_km_per_day,
        reported_departure: departure,
        reported_arrival: arrival,
        computed_departure: None,
        computed_arrival: None,
    }
}

/// When the leg left and arrived, by its own dates: it left within `departed` and not before it was `loaded`; all of it lies
/// within `dates`.
fn reported(leg: &Leg) -> (Stretch, Stretch) {
    let stretch = |window| Option::map_or(window, Stretch::ALWAYS, Stretch::of);
    let (whole, loaded) = (stretch(leg.dates), stretch(leg.loaded));
    let (departed, arrived) = (stretch(leg.departed), stretch(leg.arrived));
    let within = |stretch: Stretch| Stretch {
        earliest: stretch.earliest.max(whole.earliest),
        latest: stretch.latest.min(whole.latest),
    };
    (within(Stretch { earliest: departed.earliest.max(loaded.earliest), ..departed }), within(arrived))
}

/// From the departure to the arrival; `None` if the dates set no end to it.
fn by_dates(departure: Stretch, arrival: Stretch) -> Option<Interval> {
    let high = arrival.latest - departure.earliest;
    let low = (arrival.earliest - departure.latest).max(0.0);
    (high.is_finite() && high >= 0.0).then_some(Interval { low: if low.is_finite() { low } else { 0.0 }, high })
}

/// The length of a leg as it is laid.
pub(in crate::journey) fn length(laid: &LaidLeg) -> Option<Interval> {
    laid.distance_km.map(|km| Interval { low: km, high: km })
}

/// What the leg takes over so many kilometres at its reported speed, else at the usual speeds of its mode; with the stays on
/// the way.
pub(in crate::journey) fn by_speed(
    leg: &Leg,
    laid: &LaidLeg,
    km: Interval,
    route: &Route,
) -> Option<(Interval, DaysFrom)> {
    let (speed, from) = match leg.speed_km_per_day {
        Some(speed) => (speed, DaysFrom::Speed),
        None => (speeds::usual(leg.mode)?.km_per_day, DaysFrom::Usual),
    };
    let moving = per(km, speed);
    let between = laid.stops.get(1..laid.stops.len().saturating_sub(1)).unwrap_or_default();
    let stays = between.iter().filter_map(|(id, _)| route.place(id)?.stay_days);
    Some((stays.fold(moving, plus), from))
}

/// Kilometres over days, or over kilometres a day. Over nought it is infinite.
fn per(km: Interval, by: Interval) -> Interval {
    let over = |km: f64, by: f64| if by > 0.0 { km / by } else { f64::INFINITY };
    Interval { low: over(km.low, by.high), high: over(km.high, by.low) }
}

/// Two spans of time, one after the other.
pub(super) fn plus(a: Interval, b: Interval) -> Interval {
    Interval { low: a.low + b.low, high: a.high + b.high }
}
