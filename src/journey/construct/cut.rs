//! The part of a leg before a point of its track.

use geo::{Coord, LineString, Point};

use crate::geodesy;

use super::super::lay::{Join, Kind, LaidLeg};
use super::super::mileage::Spot;

/// `laid` as far as `spot`, which becomes the stop `id`.
pub(super) fn head(laid: &LaidLeg, spot: &Spot, id: &str) -> LaidLeg {
    let vertices = laid.track.as_ref().map_or(&[][..], |track| &track.0);
    let mut line: Vec<Coord> = vertices.iter().take(spot.piece + 1).copied().collect();
    if line.len() < 2 || line.last() != Some(&spot.point.0) {
        line.push(spot.point.0);
    }
    let kept = stops_before(laid, spot);
    let mut stops: Vec<(String, Point)> = laid.stops.iter().take(kept).cloned().collect();
    stops.push((id.to_owned(), spot.point));
    let here = Join { stop: spot.point, point: spot.point, distance_km: 0.0 };
    let joins = match laid.kind {
        Kind::Geodesic => Vec::new(),
        Kind::Network => laid.joins.iter().take(kept).copied().chain([here]).collect(),
        Kind::Track => laid.joins.iter().take(1).copied().chain([here]).collect(),
    };
    let last = line.len() - 1;
    let entered = laid.milestones.iter().find(|mark| mark.vertex > spot.piece).map(|mark| mark.countries);
    let milestones = laid.milestones.iter().filter(|mark| mark.vertex <= spot.piece).copied();
    let end = laid.milestones.last().map(|mark| crate::network::rail::Milestone {
        vertex: last,
        km: spot.km,
        countries: entered.unwrap_or(mark.countries),
    });
    LaidLeg {
        number: laid.number,
        kind: laid.kind,
        distance_km: Some(spot.km),
        geodesic_km: stops.first().map(|(_, from)| geodesy::distance_km(*from, spot.point)),
        track: Some(LineString(line)),
        joins,
        countries: laid.countries.as_ref().map(|all| all.iter().take(entered.unwrap_or(all.len())).cloned().collect()),
        passages: laid.passages.clone(),
        milestones: milestones.chain(end).collect(),
        stops,
    }
}

/// How many of the leg's stops the track has come to before the spot.
pub(super) fn stops_before(laid: &LaidLeg, spot: &Spot) -> usize {
    let vertices = laid.track.as_ref().map_or(&[][..], |track| &track.0);
    let mut from = 0;
    let mut kept = 1;
    for (at, (_, stop)) in laid.stops.iter().enumerate().take(laid.stops.len().saturating_sub(1)).skip(1) {
        let joined =
            if laid.kind == Kind::Network { laid.joins.get(at).map_or(*stop, |join| join.point) } else { *stop };
        let square = |vertex: &Coord| {
            let step = joined.0 - *vertex;
            step.x * step.x + step.y * step.y
        };
        let rest = || vertices.iter().enumerate().skip(from);
        let same = rest().find(|(_, vertex)| **vertex == joined.0);
        let nearest = || rest().min_by(|(_, a), (_, b)| square(a).total_cmp(&square(b)));
        let Some((nearest, _)) = same.or_else(nearest) else { break };
        if nearest > spot.piece {
            break;
        }
        (from, kept) = (nearest, at + 1);
    }
    kept
}
