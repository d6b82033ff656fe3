//! Legs over the world's rails.

use geo::Point;

use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::place::Located;
use crate::network::Networks;
use crate::network::rail::{self, NoWay, Options, RailTrack};
use crate::route::{Boundaries, Documents, Leg, Spanned};
use crate::world;

use super::{Join, Kind, LaidLeg, between_ends, unknown};

pub(super) fn lay(
    leg: &Leg,
    places: &[&Located],
    stops: Vec<(String, Point)>,
    documents: &Documents,
    networks: &Networks,
    diagnostics: &mut Vec<Diagnostic>,
) -> LaidLeg {
    let points: Vec<Point> = stops.iter().map(|(_, point)| *point).collect();
    match route(leg, places, &points, documents, networks, diagnostics) {
        Ok(way) => LaidLeg {
            number: leg.number,
            kind: Kind::Network,
            distance_km: Some(way.distance_km),
            geodesic_km: between_ends(&stops),
            joins: joins(&points, &way),
            stops,
            track: Some(way.track),
            countries: Some(way.countries),
            passages: Vec::new(),
            milestones: way.milestones,
        },
        Err(why) => {
            diagnostics.push(
                Diagnostic::error(&catalog::LEG_NO_WAY, format!("leg {}: {why}", leg.label()))
                    .at(documents.locate(leg.span))
                    .help(help(&why, places)),
            );
            unknown(leg)
        }
    }
}

/// Within the countries that the leg names; else within the one that both ends lie in, if that can be done.
fn route(
    leg: &Leg,
    places: &[&Located],
    points: &[Point],
    documents: &Documents,
    networks: &Networks,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<RailTrack, NoWay> {
    let network = networks.rail().ok_or(NoWay::NotInThisBuild)?;
    let codes = |names: &[Spanned<String>]| names.iter().map(|name| name.value.clone()).collect::<Vec<String>>();
    let options = Options { within: codes(&leg.within), avoid: codes(&leg.avoid) };
    let ends = [places.first(), places.last()].map(|place| place.and_then(|place| country(place)));
    let [Some(from), Some(to)] = ends else { return network.route(points, &options) };
    if from != to || !leg.within.is_empty() || options.avoid.contains(&from) {
        return network.route(points, &options);
    }
    let (way, stays) = network.route_staying(points, &options, &from)?;
    let name = world::country(&from).map_or(from.as_str(), |country| country.name);
    let message = if stays {
        format!("leg {} stays in {name}, since both its ends lie there", leg.label())
    } else {
        format!("leg {} leaves {name}: no rails join its ends within it", leg.label())
    };
    diagnostics.push(Diagnostic::note(&catalog::LEG_STAYS, message).at(documents.locate(leg.span)));
    Ok(way)
}

fn country(place: &Located) -> Option<String> {
    let at = || Some(world::country_at(place.position?, Boundaries::default())?.code.to_owned());
    place.country.clone().or_else(at)
}

fn joins(points: &[Point], way: &RailTrack) -> Vec<Join> {
    let join =
        |(stop, snap): (&Point, &rail::Snap)| Join { stop: *stop, point: snap.point, distance_km: snap.distance_km };
    points.iter().zip(&way.snaps).map(join).collect()
}

/// What to do about it, with the names of the stops that the message counts.
fn help(why: &NoWay, places: &[&Located]) -> String {
    let name = |stop: usize| places.get(stop).map_or("", |place| place.name.as_str());
    match why {
        NoWay::TooFar { stop, .. } => {
            format!("stop {} is {}: let the leg end at a station, and go on by road", stop + 1, name(*stop))
        }
        NoWay::NotJoined { from, .. } => format!(
            "stop {} is {} and stop {} is {}: add the leg that joins them, by sea or road",
            from + 1,
            name(*from),
            from + 2,
            name(*from + 1)
        ),
        NoWay::OnlyThroughOthers { .. } => "widen `within`, or drop `avoid`".to_owned(),
        NoWay::TooFewStops | NoWay::NotInThisBuild => "build portolan with its feature `rail`".to_owned(),
    }
}
