//! The places, and whether each is given in one way.

use geo::Point;

use super::super::keys;
use super::super::tree::Node;
use super::super::wrong::{Wrong, shown};
use super::super::{Leg, Length, On, Place, Position, Spanned, Unit};
use super::{Context, circles, legs, read};
use crate::diagnostic::catalog::{CONTRADICTION, CYCLE, SAME_ENDS};

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
            read::spanned(place, "near").map(Position::Near).or_else(|| on(place)).unwrap_or(Position::Unknown)
        }
    }
}

fn on(place: &Node) -> Option<Position> {
    let on = place.get("on").filter(|on| on.table().is_some())?;
    let span = on.get("distance").map_or(on.span, |distance| distance.span);
    let value = read::length(on, "distance").unwrap_or(Length { number: 0.0, unit: Unit::Km });
    Some(Position::On(On {
        leg: read::required(on, "leg"),
        towards: read::required(on, "towards"),
        distance: Spanned { value, span },
        from: read::required(on, "from"),
    }))
}

/// Checks what constructed places depend on: their legs exist, and no place depends on itself.
pub fn check_constructed(context: &mut Context, places: &[Place], chain: &[Leg]) {
    let number = |id: &str| places.iter().position(|place| place.id == id);
    let mut arrows: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    let mut clear = true;
    for (at, place) in places.iter().enumerate() {
        let Position::On(on) = &place.position else { continue };
        for (key, name) in [("towards", &on.towards), ("from", &on.from)] {
            if name.value == place.id {
                clear = false;
                let message = format!(
                    "place `{}` is given by its distance, and `{key}` names the place itself",
                    shown(&place.id)
                );
                context.wrong(name.span, Wrong::new(&SAME_ENDS, message).help("name another place there"));
            }
        }
        let mut depends = vec![on.towards.value.as_str(), on.from.value.as_str()];
        if let Some(leg) = legs::named(chain, &on.leg.value) {
            // Whichever end the place stands for is replaced by `towards`; the rest of the leg has to be known first.
            let ends = [&leg.from, &leg.to].into_iter().chain(&leg.via).map(|end| end.value.as_str());
            depends.extend(ends.filter(|end| *end != place.id));
        }
        arrows[at] = depends.into_iter().filter_map(number).collect();
    }
    legs::check_named(
        context,
        chain,
        places.iter().filter_map(|place| match &place.position {
            Position::On(on) => Some(&on.leg),
            _ => None,
        }),
    );
    if let Some(circle) = circles::find(&arrows).filter(|_| clear) {
        let names: Vec<String> = circle.iter().map(|&at| format!("`{}`", shown(&places[at].id))).collect();
        let message = format!("places depend on each other in a circle: {}", names.join(", computed from "));
        let help = "give one of them a position that depends on nothing: lat and lon, or near";
        context.wrong(places[circle[0]].span, Wrong::new(&CYCLE, message).help(help));
    }
}
