//! Constructed places: those that are given by figures, and that no report names.
//!
//! A place on a leg is found by laying the leg towards another place; the part before it then is the leg. What a place depends on
//! is computed before it; the route file has no circles. `cut` parts a leg there, `told` says what was found.

mod cut;
mod told;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::route::{Along, Bearing, Leg, On, Place, Position, Route, Span, Spanned};

use super::lay::{Ground, LaidLeg, lay_line, lay_once};
use super::level;
use super::memo::Memo;
use super::mileage::{Mileage, Spot};
use super::place::{self, Located};
use super::target::{self, Target};
use crate::network::Networks;

/// What constructing a place needs.
struct Site<'a> {
    route: &'a Route,
    networks: &'a Networks,
    memo: &'a Memo,
    /// Legs that are laid already, since they end at a constructed place.
    laid: BTreeMap<usize, LaidLeg>,
    diagnostics: Vec<Diagnostic>,
}

/// Gives all constructed places their positions, and returns the legs that end there, by number.
pub(super) fn construct(
    route: &Route,
    places: &mut [Located],
    networks: &Networks,
    memo: &Memo,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<usize, LaidLeg> {
    let mut site = Site { route, networks, memo, laid: BTreeMap::new(), diagnostics: Vec::new() };
    let mut open: Vec<&Place> = route.places.iter().filter(|place| place.constructed()).collect();
    while !open.is_empty() {
        let is_open = |name: &str| open.iter().any(|place| place.id == name);
        let Some(next) = open.iter().position(|place| !depends(place, route).any(is_open)) else { break };
        let place = open.remove(next);
        site.place(place, places);
    }
    diagnostics.extend(site.diagnostics);
    site.laid
}

/// The names of the places that have to be known first.
fn depends<'a>(place: &'a Place, route: &'a Route) -> impl Iterator<Item = &'a str> {
    let leg = place.position.leg().and_then(|leg| route.leg(&leg.value));
    let stops = leg.into_iter().flat_map(|leg| [&leg.from, &leg.to].into_iter().chain(&leg.via));
    let names = stops.chain(place.position.towards()).chain(place.position.measured_from());
    names.map(|name| name.value.as_str()).filter(|name| *name != place.id)
}

impl Site<'_> {
    fn place(&mut self, place: &Place, places: &mut [Located]) {
        let Some(at) = places.iter().position(|located| located.id == place.id) else { return };
        match &place.position {
            Position::Bearing(bearing) => {
                let Some(from) = place::find(places, &bearing.place.value).cloned() else { return };
                match from.position {
                    Some(point) => {
                        places[at].position =
                            Some(geodesy::destination(point, bearing.bearing_deg, bearing.distance.km()));
                        if place.radius.is_none() {
                            places[at].radius_km = from.radius_km;
                        }
                        self.tell_bearing(place, bearing, &places[at], &from);
                    }
                    None => self.not_known(place, bearing.place.span, &from.name),
                }
            }
            Position::On(On { leg, .. }) | Position::Along(Along { leg, .. }) => {
                let Some(leg) = self.route.leg(&leg.value) else { return };
                if let Some(spot) = self.on_leg(place, leg, places) {
                    places[at].position = Some(spot.point);
                    if leg.from.value == place.id {
                        self.lay_rest(place, leg, &spot, places);
                    }
                }
            }
            Position::At(_) | Position::Near(_) | Position::Unknown => {}
        }
    }

    fn ground<'a>(&'a self, places: &'a [Located]) -> Ground<'a> {
        Ground { places, documents: &self.route.documents, networks: self.networks, memo: self.memo }
    }

    /// Lays the leg towards where it leads and finds the place on it. If the place is the leg's end, the leg is cut there.
    fn on_leg(&mut self, place: &Place, leg: &Leg, places: &[Located]) -> Option<Spot> {
        let way = towards(leg, place);
        let (asked, known) = lay_once(&way, &self.ground(places));
        let (laid, said) = &*known;
        let failed = said.iter().any(Diagnostic::is_error);
        // A leg that goes on beyond the place is laid as it stands, and tells then what there is to say.
        if failed || [&leg.from, &leg.to].iter().any(|end| end.value == place.id) {
            self.diagnostics.extend(said.iter().cloned());
        }
        if failed {
            return None;
        }
        let mileage = self.memo.mileages.get(&asked, || Mileage::of(laid));
        let Some(mileage) = &*mileage else {
            let stops = std::iter::once(&way.from).chain(&way.via).chain([&way.to]);
            let missing = stops.filter_map(|name| place::find(places, &name.value)).find(|one| one.position.is_none());
            self.not_known(place, leg.span, missing.map_or("a stop", |one| one.name.as_str()));
            return None;
        };
        let from_start = leg.from.value != place.id;
        let spots = match &place.position {
            Position::On(on) => self.at_distance(place, on, (&asked, mileage), places)?,
            Position::Along(along) => vec![self.at_km(place, along, laid, mileage)?],
            _ => return None,
        };
        // The last one on the way from the leg's other end.
        let spot = *(if from_start { spots.last() } else { spots.first() })?;
        let others: Vec<Spot> = spots.into_iter().filter(|other| *other != spot).collect();
        self.diagnostics.extend(told::constructed(self.route, place, &way, &spot, &others));
        if leg.to.value == place.id {
            let head = self.passages(&way, cut::head(laid, &spot, &place.id), places);
            self.laid.insert(leg.number, head);
        }
        Some(spot)
    }

    /// All points of a leg at a distance from something.
    fn at_distance(
        &mut self,
        place: &Place,
        on: &On,
        (leg, mileage): (&str, &Mileage),
        places: &[Located],
    ) -> Option<Vec<Spot>> {
        let target = target::target(&on.from, self.route, places, self.memo, &mut self.diagnostics)?;
        if let Target::Place { position: None, name, .. } = &target {
            self.not_known(place, on.from.span, name);
            return None;
        }
        let from = place::find(places, &on.from.value).map(|place| place.position);
        let asked = format!("{} {} {from:?} {leg}", on.from.value, self.route.boundaries);
        let levels = self.memo.levels.get(&asked, level::Levels::default);
        let spots = level::spots(mileage, &target, &levels, on.distance.value.km());
        if spots.is_empty() {
            let reach = level::reach(mileage, &target);
            self.diagnostics.push(told::out_of_reach(self.route, place, on, &target, reach));
            return None;
        }
        Some(spots)
    }

    fn at_km(&mut self, place: &Place, along: &Along, laid: &LaidLeg, mileage: &Mileage) -> Option<Spot> {
        let whole_km = laid.distance_km?;
        if along.km.value > whole_km {
            self.diagnostics.push(told::beyond_the_end(self.route, place, along, whole_km));
            return None;
        }
        mileage.at_km(along.km.value)
    }

    /// Lays the rest of a leg that starts at the place.
    fn lay_rest(&mut self, place: &Place, leg: &Leg, spot: &Spot, places: &[Located]) {
        let ground = self.ground(places);
        let whole = lay_line(&towards(leg, place), &ground, &mut Vec::new());
        let behind = cut::stops_before(&whole, spot).saturating_sub(1);
        let rest = Leg { via: leg.via.iter().skip(behind).cloned().collect(), ..leg.clone() };
        let laid = lay_line(&rest, &ground, &mut Vec::new());
        self.laid.insert(leg.number, laid);
    }

    /// The leg without the passages that lie beyond the cut: those that the way to the cut has, too.
    fn passages(&self, way: &Leg, mut head: LaidLeg, places: &[Located]) -> LaidLeg {
        let Some((id, point)) = head.stops.last().cloned().filter(|_| !head.passages.is_empty()) else { return head };
        let mut with_end = places.to_vec();
        if let Some(end) = with_end.iter_mut().find(|one| one.id == id) {
            end.position = Some(point);
        }
        let ground = self.ground(&with_end);
        let to = Spanned { value: id, span: way.to.span };
        let via: Vec<Spanned<String>> = way.via.iter().take(head.stops.len().saturating_sub(2)).cloned().collect();
        let alike = |laid: &LaidLeg| {
            laid.distance_km.zip(head.distance_km).is_some_and(|(one, other)| (one - other).abs() < 1.0)
        };
        let ways = [way.through.clone(), Vec::new()].map(|through| Leg {
            to: to.clone(),
            via: via.clone(),
            through,
            ..way.clone()
        });
        let laid = ways.iter().map(|way| lay_line(way, &ground, &mut Vec::new())).find(alike);
        if let Some(laid) = laid {
            head.passages.retain(|passage| laid.passages.contains(passage));
        }
        head
    }

    fn not_known(&mut self, place: &Place, at: Span, what: &str) {
        let message = format!("`{}` cannot be computed: where {what} is, is not known", place.label());
        self.diagnostics.push(
            Diagnostic::warning(&catalog::PLACE_NOT_COMPUTED, message)
                .at(self.route.documents.locate(at))
                .help("give what it is computed from a position; until then its own is unknown"),
        );
    }

    fn tell_bearing(&mut self, place: &Place, bearing: &Bearing, located: &Located, from: &Located) {
        let Some(position) = located.position else { return };
        let message = format!(
            "`{}` was put at {}: {} from {} at a bearing of {}°",
            place.label(),
            geodesy::format_position(position),
            bearing.distance,
            from.name,
            bearing.bearing_deg
        );
        self.diagnostics.push(
            Diagnostic::note(&catalog::PLACE_CONSTRUCTED, message).at(self.route.documents.locate(bearing.place.span)),
        );
    }
}

/// The leg as it is laid to find a place on it: the place's own end is replaced.
fn towards(leg: &Leg, place: &Place) -> Leg {
    let mut way = leg.clone();
    way.via.retain(|stop| stop.value != place.id);
    if let Some(towards) = place.position.towards() {
        if leg.from.value == place.id {
            way.from = towards.clone();
        } else {
            way.to = towards.clone();
        }
    }
    way
}
