//! Claims about what is nearest to a place.

use std::collections::BTreeSet;

use geo::{Point, Rect, coord};

use crate::geodesy::{self, Border};
use crate::journey::target::{self, Target};
use crate::route::{Boundaries, Interval, Spanned};
use crate::world;

use super::words::{interval, km_and_miles};
use super::{Facts, Judgement, Verdict};

/// A port of the list that lies so near to the claim's is the claim's.
const SAME_PORT_KM: f64 = 15.0;
/// How many ports are looked at, since some of them are the claim's own.
const PORTS: usize = 12;
/// The smallest part of a degree of latitude, in km: a box in degrees never leaves out what lies within a distance.
const KM_PER_DEGREE: f64 = 110.5;

pub(super) fn judge(
    place: &Spanned<String>,
    to: &Spanned<String>,
    among: &[Spanned<String>],
    facts: &Facts,
) -> Judgement {
    let start = facts.targets.get(&place.value);
    let Some(Target::Place { name, position: Some(from), radius_km }) = start else {
        let name = start.map_or(place.value.as_str(), Target::name);
        return Judgement::undetermined(None, format!("undetermined: where {name} is, is not known"));
    };
    let Some((end, (nearest, distance_km))) =
        facts.targets.get(&to.value).and_then(|end| Some((end, end.nearest(*from)?)))
    else {
        return Judgement::undetermined(None, format!("undetermined: where {} is, is not known", to.value));
    };
    let others = if among.is_empty() {
        everything(*from, to, nearest, distance_km, facts.route.boundaries)
    } else {
        let named = among.iter().filter_map(|other| facts.targets.get(&other.value));
        Some(named.filter_map(|other| Some((other.name().to_owned(), other.nearest(*from)?.1))).collect())
    };
    let computed = Interval { low: (distance_km - radius_km).max(0.0), high: distance_km + radius_km };
    let Some((other, other_km)) = others.and_then(|others: Vec<(String, f64)>| {
        // Of all countries only those are looked at that may be nearer.
        let none = among.is_empty().then(|| (String::new(), f64::INFINITY));
        others.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).or(none)
    }) else {
        let message = "undetermined: what else could be nearest is not known; name it in `among`".to_owned();
        return Judgement::undetermined(None, message);
    };
    // The same place is measured from: moved within its radius, it comes nearer to the one by as much as it leaves the other.
    let verdict = if distance_km - other_km <= 2.0 * radius_km { Verdict::Agrees } else { Verdict::Disagrees };
    let fact = format!("{} is {} from {name}", end.name(), km_and_miles(distance_km));
    let message = match verdict {
        Verdict::Agrees if other_km.is_infinite() => {
            format!("agrees: {fact}, and nothing else is as near; it could be true, which confirms nothing by itself")
        }
        Verdict::Agrees if distance_km <= other_km => format!(
            "agrees: {fact}, and {other}, the next, {}; it could be true, which confirms nothing by itself",
            km_and_miles(other_km)
        ),
        Verdict::Agrees => format!(
            "agrees: {fact} ({}), and {other} {}, which may be farther, for all that is known about the position; it could \
             be true, which confirms nothing by itself",
            interval(computed),
            km_and_miles(other_km)
        ),
        _ => format!("disagrees: {fact}, and {other} is nearer: {}", km_and_miles(other_km)),
    };
    Judgement {
        verdict,
        computed_km: Some(computed),
        distance_km: Some(distance_km),
        nearest: Some(nearest),
        provenance: end.provenance(),
        ..Judgement::undetermined(None, message)
    }
}

/// All that could be nearer than the claim's: countries for a border, ports for a place; `None` for a coast.
fn everything(
    from: Point,
    to: &Spanned<String>,
    nearest: Point,
    distance_km: f64,
    view: Boundaries,
) -> Option<Vec<(String, f64)>> {
    if let Some(code) = target::border_of(&to.value) {
        let own = world::country_at(from, view).map(|country| country.a3);
        let claimed = target::country_named(code).map(|country| country.a3);
        let countries = countries(from, distance_km, view)
            .filter(|country| Some(country.a3) != own && Some(country.a3) != claimed)
            .filter_map(|country| {
                let border = Border::new(&world::country_shape(country.code, view)?);
                Some((format!("the border of {}", country.in_a_sentence()), border.distance_to_km(from)))
            });
        return Some(countries.collect());
    }
    if !target::is_place(&to.value) {
        return None;
    }
    let ports: Vec<(String, f64)> = world::nearest_ports(from, PORTS)
        .into_iter()
        .filter(|(port, _)| geodesy::distance_km(port.position, nearest) > SAME_PORT_KM)
        .map(|(port, km)| (format!("the port of {}, {}", port.name, port.country), km))
        .collect();
    (!ports.is_empty()).then_some(ports)
}

/// The countries that may come within a distance of a point, by the boxes around their parts.
fn countries(from: Point, within_km: f64, view: Boundaries) -> impl Iterator<Item = world::Country> {
    let shown: BTreeSet<&str> =
        world::country_sketches(view, &around(from, within_km), 0.0, 4).into_iter().map(|(a3, _)| a3).collect();
    world::country_labels(view)
        .map(|label| label.country)
        .filter(move |country| !country.code.is_empty() && shown.contains(country.a3))
}

/// Boxes that hold everything within a distance of a point; beyond ±180° they go on at the other side.
fn around(from: Point, within_km: f64) -> Vec<Rect> {
    let height = within_km / KM_PER_DEGREE;
    let (south, north) = ((from.y() - height).max(-90.0), (from.y() + height).min(90.0));
    let widest = libm::cos(south.abs().max(north.abs()).to_radians());
    let width = if widest > 0.02 { height / widest * 1.01 } else { 180.0 };
    let side = |west: f64, east: f64| Rect::new(coord! { x: west, y: south }, coord! { x: east, y: north });
    if width >= 180.0 {
        return vec![side(-180.0, 180.0)];
    }
    let (west, east) = (from.x() - width, from.x() + width);
    let mut boxes = vec![side(west.max(-180.0), east.min(180.0))];
    if west < -180.0 {
        boxes.push(side(west + 360.0, 180.0));
    }
    if east > 180.0 {
        boxes.push(side(-180.0, east - 360.0));
    }
    boxes
}
