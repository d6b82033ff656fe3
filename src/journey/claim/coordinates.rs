//! The coordinate slip: latitude and longitude exchanged, or a sign lost. Found on evidence only.

use std::fmt::Write;

use geo::Point;

use crate::geodesy;
use crate::journey::target::Target;
use crate::route::{Position, Subject};

use super::words::km;
use super::{Facts, Finding, Judgement, Verdict, distance};

/// Looks whether a distance that disagrees would fit if a place's coordinates had been written otherwise.
pub(super) fn find(subject: &Subject, judgement: &mut Judgement, facts: &Facts) {
    let (Subject::Distance { from, to }, Verdict::Disagrees, None, Some(reported)) =
        (subject, judgement.verdict, judgement.finding, judgement.reported_km)
    else {
        return;
    };
    for (name, other) in [(from, to), (to, from)] {
        let Some(Position::At(point)) = facts.route.place(&name.value).map(|place| &place.position) else { continue };
        let (Some(start), Some(end)) = (facts.targets.get(&name.value), facts.targets.get(&other.value)) else {
            continue;
        };
        let Target::Place { name: called, radius_km, .. } = start else { continue };
        let (lon, lat) = (point.x(), point.y());
        let others = [
            ("lat and lon exchanged", lat, lon),
            ("the other sign before lon", -lon, lat),
            ("the other sign before lat", lon, -lat),
        ];
        for (how, lon, lat) in others {
            if lat.abs() > 90.0 || (Point::new(lon, lat) == *point) {
                continue;
            }
            let moved =
                Target::Place { name: called.clone(), position: Some(Point::new(lon, lat)), radius_km: *radius_km };
            if let Some((distance_km, computed_km)) = distance::between(&moved, end)
                && reported.meets(computed_km)
            {
                judgement.finding = Some(Finding::CoordinateSlip);
                let _ = write!(
                    judgement.message,
                    ". With {how} {called} would be at {} and {} away, which would fit",
                    geodesy::format_position(Point::new(lon, lat)),
                    km(distance_km)
                );
                return;
            }
        }
    }
}
