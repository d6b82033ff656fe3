//! `measure`: the legs with their distances and days, and what they add up to.

mod days;
mod tables;
mod text;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::journey::{DaysFrom, Journey, Kind, LaidLeg};
use crate::numerals::to_metre;
use crate::route::{Interval, Leg, Mode};

pub use days::MeasuredWait;

/// Every leg measured.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// The route's title.
    pub route: String,
    /// Which variant of it; absent for the route as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The legs in order.
    pub legs: Vec<MeasuredLeg>,
    /// What they add up to.
    pub total: Total,
    /// Who is to be named for the rails that legs follow; absent if none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rails: Option<String>,
    /// The same for each variant of the route.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Measure>,
    /// What is doubtful or worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

/// One leg measured. Distances in kilometres; `null` where an end is unknown.
#[derive(Clone, Debug, Serialize)]
pub struct MeasuredLeg {
    /// Its number, from 1.
    pub leg: usize,
    /// Its id in the file.
    pub id: Option<String>,
    /// How the cargo moved.
    pub mode: Mode,
    /// The place that it starts at, as the file names it.
    pub from: String,
    /// The place that it ends at, as the file names it.
    pub to: String,
    /// What the distance was measured along.
    pub kind: Kind,
    /// Along the track.
    pub distance_km: Option<f64>,
    /// The shortest and the longest that it can be, as well as its ends' positions are known; `null` if these are certain
    /// or that was not computed.
    pub distance_km_interval: Option<Interval>,
    /// Straight between the ends.
    pub geodesic_km: Option<f64>,
    /// From the start to the network; `null` on a geodesic, which uses none.
    pub snap_from_km: Option<f64>,
    /// From the network to the end; `null` on a geodesic, which uses none.
    pub snap_to_km: Option<f64>,
    /// The passages that the track uses, in their order.
    pub passages: Vec<&'static str>,
    /// The countries that the track passes through; `null` where that is not computed.
    pub countries: Option<Vec<String>>,
    /// How long it took, from and to, in days; `null` if neither its dates nor its length are known.
    pub days: Option<Interval>,
    /// What the days were found from: `dates`, `speed` or `usual`.
    pub days_from: Option<DaysFrom>,
    /// How fast it moved by its dates, in kilometres a day; `null` without dates.
    pub speed_km_per_day: Option<Interval>,
    #[serde(skip)]
    from_name: String,
    #[serde(skip)]
    to_name: String,
}

/// What the legs add up to, in kilometres.
#[derive(Clone, Debug, Serialize)]
pub struct Total {
    /// Along the tracks; of parallel legs the shortest.
    pub distance_km: f64,
    /// The shortest and the longest that it can be: by what is not known of positions, and by parallel legs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km_interval: Option<Interval>,
    /// Straight between the ends of each leg.
    pub geodesic_km: f64,
    /// Along the tracks, by mode.
    pub by_mode: serde_json::Map<String, serde_json::Value>,
    /// All legs and the known waiting between them, in days; `null` if no leg has any.
    pub days: Option<Interval>,
    /// The waiting between legs, where it is known.
    pub waiting: Vec<MeasuredWait>,
    /// Numbers of the legs that the days leave out, since how long they took is not known.
    pub days_left_out: Vec<usize>,
    /// Numbers of the legs that an unknown end keeps out of the sums.
    pub left_out: Vec<usize>,
    /// Numbers of the legs that run beside the one before them, and are not added.
    pub parallel: Vec<usize>,
    /// Numbers of the legs that do not start where the one before them ends.
    pub after_gap: Vec<usize>,
}

impl Measure {
    /// What there is to say about a journey's distances.
    pub fn of(journey: &Journey, diagnostics: Vec<Diagnostic>) -> Measure {
        let (totals, uncertainty) = (&journey.totals, journey.uncertainty.as_ref());
        let legs = journey.route.legs.iter().zip(&journey.legs);
        let by_mode = totals
            .by_mode
            .iter()
            .map(|(mode, km)| (mode.to_string(), serde_json::Value::from(to_metre(*km))))
            .collect();
        Measure {
            route: journey.route.title.clone(),
            variant: None,
            legs: legs.map(|(leg, laid)| measured(journey, leg, laid)).collect(),
            total: Total {
                distance_km: to_metre(totals.distance_km),
                distance_km_interval: uncertainty.map_or(totals.spread, |uncertainty| uncertainty.total_km),
                geodesic_km: to_metre(totals.geodesic_km),
                by_mode,
                days: journey.timeline.total_days,
                waiting: journey.timeline.waits.iter().map(days::measured).collect(),
                days_left_out: journey.timeline.left_out.clone(),
                left_out: totals.left_out.clone(),
                parallel: totals.parallel.clone(),
                after_gap: totals.after_gap.clone(),
            },
            rails: journey.rails.as_ref().map(|rails| rails.credit.clone()),
            variants: Vec::new(),
            diagnostics,
        }
    }
}

fn measured(journey: &Journey, leg: &Leg, laid: &LaidLeg) -> MeasuredLeg {
    let time = journey.timeline.legs.get(leg.number - 1);
    let name = |id: &str| journey.place(id).map_or_else(|| id.to_owned(), |place| place.name.clone());
    MeasuredLeg {
        leg: leg.number,
        id: leg.id.as_ref().map(|id| id.value.clone()),
        mode: leg.mode,
        from: leg.from.value.clone(),
        to: leg.to.value.clone(),
        kind: laid.kind,
        distance_km: laid.distance_km.map(to_metre),
        distance_km_interval: journey.uncertainty.as_ref().and_then(|all| all.legs.get(leg.number - 1)?.km),
        geodesic_km: laid.geodesic_km.map(to_metre),
        snap_from_km: laid.snap_from_km().map(to_metre),
        snap_to_km: laid.snap_to_km().map(to_metre),
        passages: laid.passages.clone(),
        countries: laid.countries.clone(),
        days: time.and_then(|time| time.days),
        days_from: time.and_then(|time| time.days_from),
        speed_km_per_day: time.and_then(|time| time.implied_km_per_day),
        from_name: name(&leg.from.value),
        to_name: name(&leg.to.value),
    }
}
