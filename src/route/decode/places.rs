//! The places, and whether each is given in one way.

use geo::Point;

use super::super::keys;
use super::super::tree::Node;
use super::super::wrong::{Wrong, shown};
use super::super::{Place, Position};
use super::{Context, constructed, read};
use crate::diagnostic::catalog::CONTRADICTION;

/// The places of a file.
pub fn build_places(context: &mut Context, root: &Node) -> Vec<Place> {
    let entries = root.get("places").and_then(Node::table).map(|table| table.entries.as_slice()).unwrap_or_default();
    let mut places = Vec::new();
    for entry in entries.iter().filter(|entry| entry.node.table().is_some()) {
        places.push(Place {
            id: entry.key.value.clone(),
            span: entry.node.span,
            name: read::text(&entry.node, "name"),
            country: read::spanned(&entry.node, "country"),
            position: position(context, &entry.key.value, &entry.node),
            radius: read::length(&entry.node, "radius"),
            stay_days: read::days(&entry.node, "stay"),
            sources: read::list(&entry.node, "sources"),
        });
    }
    places
}

fn position(context: &mut Context, id: &str, place: &Node) -> Position {
    let id = shown(id);
    let (lat, lon) = (place.get("lat"), place.get("lon"));
    let mut given: Vec<(&str, &Node)> = Vec::new();
    given.extend(lat.or(lon).map(|node| ("`lat` and `lon`", node)));
    given.extend(place.get("near").map(|node| ("`near`", node)));
    given.extend(place.get("on").map(|node| ("`on`", node)));
    given.extend(place.get("from").map(|node| ("`from`", node)));
    if let [(first, _), .., (last, node)] = given.as_slice() {
        let message = format!("place `{id}` has both {first} and {last}");
        context
            .wrong(node.span, Wrong::new(&CONTRADICTION, message).help("a position is given in one way; delete one"));
        return Position::Unknown;
    }
    // The other one may be there under another name, which has been told already.
    if lat.is_some() != lon.is_some() && keys::has_unknown("places.*", place) {
        return Position::Unknown;
    }
    let alone = |has: &str, lacks: &str| {
        Wrong::new(&CONTRADICTION, format!("place `{id}` has `{has}` and no `{lacks}`"))
            .help(format!("write both, as lat = 42.2333 and lon = 130.3, or delete `{has}`"))
    };
    match (lat, lon) {
        (Some(lat), Some(lon)) => {
            let degrees = |node: &Node| node.number().filter(|number| number.is_finite());
            degrees(lon).zip(degrees(lat)).map_or(Position::Unknown, |(lon, lat)| Position::At(Point::new(lon, lat)))
        }
        (Some(_), None) => {
            context.wrong(place.span, alone("lat", "lon"));
            Position::Unknown
        }
        (None, Some(_)) => {
            context.wrong(place.span, alone("lon", "lat"));
            Position::Unknown
        }
        (None, None) => {
            let near = || read::spanned(place, "near").map(Position::Near);
            near().or_else(|| constructed::position(context, &id, place)).unwrap_or(Position::Unknown)
        }
    }
}
