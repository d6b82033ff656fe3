//! Places as markers: stops are rings, waypoints dots, what nobody knows a question mark.

use crate::canvas::{Color, Face, MissingGlyph, Path, Point, Rect, Stroke, circle, polygon};
use crate::geodesy;
use crate::journey::{Journey, Located};
use crate::projection::View;
use crate::route::{self, Subject};
use crate::world;

use super::mark::Mark;
use super::pen::Pen;

/// How far an outline reaches beyond a marker if it is to be seen, in units.
const RIM: f64 = 4.0;

/// What a place is to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A leg passes through it.
    Via,
    /// A leg starts or ends there, or a claim measures from it.
    Stop,
    /// The same, computed from a figure: no report names it.
    Constructed,
    /// Nobody says where it is; it stands beside the other end of its leg.
    Unknown,
}

/// A place on the map.
pub struct DrawnPlace {
    /// What it is called.
    pub name: String,
    /// What it is to the map.
    pub role: Role,
    /// Which stop of the chain it is, from 1; none on a route of one leg.
    pub number: Option<usize>,
    /// Where it is, in pixels.
    pub at: Point,
    /// Whether its name stands on this map, and not on an inset.
    pub named: bool,
    /// The box of an inset that it lies in; its name stands beside that.
    pub boxed: Option<Rect>,
    /// How well the position is known, in kilometres, and the outline of where it may be, if that is seen.
    pub area: Option<(f64, Vec<[f64; 2]>)>,
}

impl DrawnPlace {
    /// The marker's radius, in units.
    pub fn radius(&self) -> f64 {
        match self.role {
            Role::Via => 5.5,
            Role::Stop if self.number.is_some() => 13.0,
            Role::Stop | Role::Constructed => 10.5,
            Role::Unknown => 19.0,
        }
    }

    /// What the marker covers.
    pub fn rect(&self, unit: f64) -> Rect {
        let radius = self.radius() * unit;
        Rect::new(self.at.x - radius, self.at.y - radius, self.at.x + radius, self.at.y + radius)
    }

    /// Whether an outline around it shows beyond the marker and its rim.
    fn is_within(&self, outline: &[[f64; 2]], unit: f64) -> bool {
        let least = (self.radius() + RIM) * unit;
        outline.iter().all(|at| self.at.distance(Point::new(at[0], at[1])) > least)
    }

    /// Where the place may be.
    pub fn area(&self, pen: Pen) -> Vec<Mark> {
        let Some((_, outline)) = &self.area else { return Vec::new() };
        let path = polygon(outline.iter().map(|at| (at[0], at[1])));
        let rim = Stroke::new(1.6 * pen.unit).with_dashes(0.0, [6.0 * pen.unit, 4.0 * pen.unit]);
        vec![
            Mark::Fill(path.clone(), pen.theme.ink.with_opacity(0.14)),
            Mark::Stroke(path, rim, pen.theme.ink.with_opacity(0.7)),
        ]
    }

    /// The marker.
    pub fn marks(&self, pen: Pen) -> Result<Vec<Mark>, MissingGlyph> {
        let Pen { theme, unit, .. } = pen;
        let disc = |radius: f64, color: Color| Mark::Fill(circle(self.at, radius * unit), color);
        let ring = |radius: f64, width: f64, color| {
            Mark::Stroke(circle(self.at, radius * unit), Stroke::new(width * unit), color)
        };
        Ok(match self.role {
            Role::Via => vec![disc(5.5, theme.casing), disc(3.8, theme.ink)],
            Role::Stop if let Some(number) = self.number => {
                let run = pen.set(&number.to_string(), Face::Bold, if number > 9 { 14.0 } else { 17.0 })?;
                let baseline = Point::new(self.at.x - run.width() / 2.0, self.at.y + 6.1 * unit);
                vec![disc(14.0, theme.casing), disc(12.0, theme.ink), Mark::Text(run, baseline, theme.casing, None)]
            }
            Role::Stop => vec![disc(11.5, theme.casing), disc(9.5, theme.ink), disc(5.8, theme.casing)],
            Role::Constructed => vec![disc(12.0, theme.casing), ring(9.0, 2.4, theme.ink)],
            Role::Unknown => {
                let run = pen.set("?", Face::Bold, 27.0)?;
                let baseline = Point::new(self.at.x - run.width() / 2.0, self.at.y + 9.7 * unit);
                vec![disc(18.0, theme.panel), ring(17.0, 2.5, theme.ink), Mark::Text(run, baseline, theme.ink, None)]
            }
        })
    }
}

/// The places that the route goes through or measures from, as far as they lie in the frame; the most important last.
/// Those whose ids are in `elsewhere` are named on an inset.
pub fn project(journey: &Journey, view: &View, frame: Rect, elsewhere: &[&str], unit: f64) -> Vec<DrawnPlace> {
    let inside = |place: &Located| {
        let [x, y] = view.project(place.position?)?;
        frame.contains(Point::new(x, y)).then_some(Point::new(x, y))
    };
    let numbers = stops(journey);
    let mut drawn: Vec<DrawnPlace> = journey
        .places
        .iter()
        .filter_map(|place| {
            let role = role(journey, &place.id)?;
            let (at, name) = (inside(place)?, name(journey, place).to_owned());
            let name = if place.constructed { format!("{name} (computed)") } else { name };
            let named = !elsewhere.contains(&place.id.as_str());
            let number = numbers.iter().position(|stop| role == Role::Stop && *stop == place.id).map(|at| at + 1);
            let mut drawn = DrawnPlace { name, role, number, at, named, boxed: None, area: None };
            drawn.area = area(journey, place, view).filter(|(_, outline)| drawn.is_within(outline, unit));
            Some(drawn)
        })
        .collect();
    for (known, unknown) in unknown_ends(journey) {
        if let Some(at) = inside(known) {
            // Beside the known end, on the side where the map is wider.
            let side = if at.x < frame.center().x { 1.0 } else { -1.0 };
            let at = Point::new(at.x + side * 95.0 * unit, at.y - 70.0 * unit);
            drawn.push(DrawnPlace {
                name: unknown.name.clone(),
                role: Role::Unknown,
                number: None,
                at,
                named: true,
                boxed: None,
                area: None,
            });
        }
    }
    // Stops lie above what is passed on the way, each kind in the order of the file.
    let mut ordered = Vec::with_capacity(drawn.len());
    for role in [Role::Via, Role::Stop, Role::Constructed, Role::Unknown] {
        ordered.extend(drawn.extract_if(.., |place| place.role == role));
    }
    ordered
}

/// What a place is called: as the file does; one that the file only names has its name in the map's language.
pub fn name<'a>(journey: &Journey, place: &'a Located) -> &'a str {
    let language = journey.route.style.language;
    let country = place.country.as_deref().filter(|_| !place.defined);
    country.and_then(|country| world::city_in(&place.name, country, language)).unwrap_or(&place.name)
}

/// Where a place may be, if the file says so: within how many kilometres, and the outline on the map.
fn area(journey: &Journey, place: &Located, view: &View) -> Option<(f64, Vec<[f64; 2]>)> {
    let given = |own: &&route::Place| own.id == place.id && own.radius.is_some();
    journey.route.places.iter().find(given)?;
    let position = place.position?;
    let rim = (0..48).map(|step| geodesy::destination(position, 7.5 * f64::from(step), place.radius_km));
    let outline: Vec<[f64; 2]> = rim.map(|position| view.project(position)).collect::<Option<_>>()?;
    Some((place.radius_km, outline))
}

/// Legs of which one end is known and the other is not: the known place and the unknown one.
fn unknown_ends(journey: &Journey) -> Vec<(&Located, &Located)> {
    let mut pairs: Vec<(&Located, &Located)> = Vec::new();
    for leg in &journey.route.legs {
        let (Some(from), Some(to)) = (journey.place(&leg.from.value), journey.place(&leg.to.value)) else { continue };
        let pair = match (from.position, to.position) {
            (Some(_), None) => (from, to),
            (None, Some(_)) => (to, from),
            _ => continue,
        };
        if !pairs.iter().any(|(known, unknown)| known.id == pair.0.id && unknown.id == pair.1.id) {
            pairs.push(pair);
        }
    }
    pairs
}

fn role(journey: &Journey, id: &str) -> Option<Role> {
    let route = &journey.route;
    let is_claims =
        |subject: &Subject| matches!(subject, Subject::Distance { from, to } if from.value == id || to.value == id);
    if route.legs.iter().any(|leg| leg.from.value == id || leg.to.value == id)
        || route.claims.iter().any(|claim| is_claims(&claim.subject))
        || route.style.rings.as_ref().is_some_and(|rings| rings.around.value == id)
    {
        let constructed = journey.place(id).is_some_and(|place| place.constructed);
        Some(if constructed { Role::Constructed } else { Role::Stop })
    } else if route.legs.iter().any(|leg| journey.via(leg).contains(&id)) {
        Some(Role::Via)
    } else {
        None
    }
}

/// The ids of the chain's stops in their order, if there are more than two of known position.
fn stops(journey: &Journey) -> Vec<&str> {
    let mut stops: Vec<&str> = Vec::new();
    for name in journey.route.legs.iter().flat_map(|leg| [&leg.from, &leg.to]) {
        let is_known = journey.place(&name.value).is_some_and(|place| place.position.is_some());
        if is_known && !stops.contains(&name.value.as_str()) {
            stops.push(&name.value);
        }
    }
    if stops.len() > 2 { stops } else { Vec::new() }
}

/// A marker without its map: for the legend.
pub fn sample(role: Role, number: Option<usize>, at: Point) -> DrawnPlace {
    DrawnPlace { name: String::new(), role, number, at, named: false, boxed: None, area: None }
}

/// The line from a known end to the question mark: thin and broken, for nobody knows the way.
pub fn toward_unknown(from: Point, to: Point, unit: f64) -> (Path, Stroke) {
    let mut path = Path::new();
    path.move_to(from);
    path.line_to(to);
    (path, Stroke::new(1.5 * unit).with_dashes(0.0, [3.0 * unit, 5.0 * unit]))
}
