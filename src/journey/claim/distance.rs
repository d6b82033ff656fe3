//! Claims about the distance between two things: the geodesic, give or take the radii of the places.

use std::collections::BTreeMap;

use geo::{LineString, Point};

use crate::geodesy;
use crate::journey::target::Target;
use crate::route::{Claim, Figure, Interval, Spanned};

use super::words::{interval, km, km_and_miles};
use super::{Judgement, Reading, Verdict};

/// A distance as measured.
struct Measured {
    distance_km: f64,
    computed_km: Interval,
    from: Point,
    to: Point,
    /// For a place within the border: the nearest point of the outline, and how far that is in kilometres.
    outline: Option<(Point, f64)>,
}

pub(super) fn judge(
    claim: &Claim,
    figure: &Figure,
    from: &Spanned<String>,
    to: &Spanned<String>,
    targets: &BTreeMap<String, Target>,
) -> Judgement {
    let reported = figure.interval_km();
    let (Some(start), Some(end)) = (targets.get(&from.value), targets.get(&to.value)) else {
        return Judgement::undetermined(Some(reported), "undetermined: an end is not known".to_owned());
    };
    let Some(measured) = measure(start, end) else {
        let message = match (start, end) {
            (Target::Place { position: None, name, .. }, _) | (_, Target::Place { position: None, name, .. }) => {
                format!("undetermined: where {name} is, is not known")
            }
            _ => format!("undetermined: no distance is defined from {} to {}", start.name(), end.name()),
        };
        return Judgement::undetermined(Some(reported), message);
    };
    let verdict = Verdict::of(reported, measured.computed_km);
    let mut off_km = (reported.low - measured.distance_km).max(measured.distance_km - reported.high).max(0.0);
    if let Some((_, outline_km)) = measured.outline
        && off_km > 0.0
    {
        // From inside, the way leads across the outline first.
        off_km += outline_km;
    }
    // The end that is not a place lies where it is nearest to the other.
    let nearest = if matches!(start, Target::Place { .. }) { measured.to } else { measured.from };
    Judgement {
        verdict,
        reported_km: Some(reported),
        computed_km: Some(measured.computed_km),
        distance_km: Some(measured.distance_km),
        compared: None,
        finding: None,
        message: sentence(claim, reported, verdict, start, end, &measured, off_km),
        nearest: Some(nearest),
        provenance: start.provenance().or_else(|| end.provenance()),
        radius_needed_km: Some(off_km),
        readings: claim.readings.iter().map(|reading| read(reading, reported, start, targets)).collect(),
        line: Some(LineString::from(vec![measured.from, measured.to])),
    }
}

fn measure(start: &Target, end: &Target) -> Option<Measured> {
    let (from, to, distance_km, outline) = match (start, end) {
        (Target::Place { position, .. }, _) => {
            let from = (*position)?;
            let (to, distance_km) = end.nearest(from)?;
            (from, to, distance_km, end.outline(from))
        }
        (_, Target::Place { position, .. }) => {
            let to = (*position)?;
            let (from, distance_km) = start.nearest(to)?;
            (from, to, distance_km, start.outline(to))
        }
        // Between two borders there is no one point to measure from.
        _ => return None,
    };
    let radius_km = |target: &Target| if let Target::Place { radius_km, .. } = target { *radius_km } else { 0.0 };
    let around_km = radius_km(start) + radius_km(end);
    let computed_km = Interval { low: (distance_km - around_km).max(0.0), high: distance_km + around_km };
    Some(Measured { distance_km, computed_km, from, to, outline })
}

/// How far two things are apart, and what that may be with what is not known about them.
pub(super) fn between(start: &Target, end: &Target) -> Option<(f64, Interval)> {
    measure(start, end).map(|measured| (measured.distance_km, measured.computed_km))
}

fn read(reading: &Spanned<String>, reported: Interval, start: &Target, targets: &BTreeMap<String, Target>) -> Reading {
    let measured = targets.get(&reading.value).and_then(|end| measure(start, end));
    Reading {
        to: reading.value.clone(),
        verdict: measured.as_ref().map_or(Verdict::Undetermined, |m| Verdict::of(reported, m.computed_km)),
        computed_km: measured.as_ref().map(|m| m.computed_km),
        distance_km: measured.as_ref().map(|m| m.distance_km),
    }
}

fn sentence(
    claim: &Claim,
    reported: Interval,
    verdict: Verdict,
    start: &Target,
    end: &Target,
    measured: &Measured,
    off_km: f64,
) -> String {
    let range = if measured.computed_km.high > measured.computed_km.low {
        format!(", or {} with what is not known about the positions", interval(measured.computed_km))
    } else {
        String::new()
    };
    // A place is measured from, a border to, whichever the claim names first.
    let (place, other, at) = match start {
        Target::Place { .. } => (start, end, measured.to),
        _ => (end, start, measured.from),
    };
    let point = match other {
        Target::Place { .. } => String::new(),
        _ => format!(" at its nearest point ({})", geodesy::format_position(at)),
    };
    let provenance = other.provenance().map_or(String::new(), |provenance| format!(" [{provenance}]"));
    let fact = match measured.outline {
        Some((at, outline_km)) => format!(
            "{} lies within {}, which counts as 0 km{range}; the nearest point of the outline ({}) is {} away{provenance}",
            place.name(),
            other.name(),
            geodesy::format_position(at),
            km_and_miles(outline_km)
        ),
        None => format!(
            "{} is {} from {}{point}{range}{provenance}",
            place.name(),
            km_and_miles(measured.distance_km),
            other.name(),
        ),
    };
    let says = format!("\"{}\" means {}", claim.says.value, interval(reported));
    match verdict {
        Verdict::Agrees => {
            format!("agrees: {says}, and {fact}; the figure could be true, which confirms nothing by itself")
        }
        _ => format!(
            "disagrees: {says}, but {fact}; the figure and the places cannot both be right: the position would have to be \
             {} off{}",
            km(off_km),
            fits_outline(reported, measured)
        ),
    }
}

/// Told where the figure is that of the way out of the country.
fn fits_outline(reported: Interval, measured: &Measured) -> &'static str {
    let around_km = measured.computed_km.high - measured.distance_km;
    match measured.outline {
        Some((_, km)) if reported.meets(Interval { low: km - around_km, high: km + around_km }) => {
            ". From within, to the nearest point of the outline, the figure would fit"
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_borders_have_no_one_distance() {
        let coast =
            || Target::Coast { border: std::sync::Arc::new(geodesy::Border::new(&geo::MultiPolygon::new(Vec::new()))) };
        assert!(measure(&coast(), &coast()).is_none());
    }

    #[test]
    fn a_place_known_within_a_radius_may_be_at_no_distance_at_all() {
        let place =
            |lon, radius_km| Target::Place { name: String::new(), position: Some(Point::new(lon, 0.0)), radius_km };
        let measured = measure(&place(0.0, 10.0), &place(0.1, 5.0)).unwrap();
        assert!(measured.computed_km.low.abs() < 1e-12);
        assert!((measured.computed_km.high - measured.distance_km - 15.0).abs() < 1e-9);
    }
}
