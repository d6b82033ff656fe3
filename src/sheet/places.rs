//! Places as markers: stops are rings, waypoints dots, what nobody knows a question mark.

use crate::canvas::{Color, Face, Fonts, Lettering, MissingGlyph, Path, Point, Rect, Stroke, circle};
use crate::journey::{Journey, Located};
use crate::projection::View;
use crate::route::Subject;

use super::mark::Mark;
use super::theme::Theme;

/// What a place is to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A leg passes through it.
    Via,
    /// A leg starts or ends there, or a claim measures from it.
    Stop,
    /// Nobody says where it is; it stands beside the other end of its leg.
    Unknown,
}

/// A place on the map.
pub struct DrawnPlace {
    /// What it is called.
    pub name: String,
    /// What it is to the map.
    pub role: Role,
    /// Where it is, in pixels.
    pub at: Point,
}

impl DrawnPlace {
    /// The marker's radius, in units.
    pub fn radius(&self) -> f64 {
        match self.role {
            Role::Via => 5.5,
            Role::Stop => 10.5,
            Role::Unknown => 19.0,
        }
    }

    /// What the marker covers.
    pub fn rect(&self, unit: f64) -> Rect {
        let radius = self.radius() * unit;
        Rect::new(self.at.x - radius, self.at.y - radius, self.at.x + radius, self.at.y + radius)
    }

    /// The marker.
    pub fn marks(&self, fonts: &Fonts, theme: &Theme, unit: f64) -> Result<Vec<Mark>, MissingGlyph> {
        let disc = |radius: f64, color: Color| Mark::Fill(circle(self.at, radius * unit), color);
        let ring = |radius: f64, width: f64, color| {
            Mark::Stroke(circle(self.at, radius * unit), Stroke::new(width * unit), color)
        };
        Ok(match self.role {
            Role::Via => vec![disc(5.5, theme.casing), disc(3.8, theme.ink)],
            Role::Stop => vec![disc(11.5, theme.casing), disc(9.5, theme.ink), disc(5.8, theme.casing)],
            Role::Unknown => {
                let run = fonts.shape("?", Lettering::new(Face::Bold, 27.0 * unit))?;
                let baseline = Point::new(self.at.x - run.width() / 2.0, self.at.y + 9.7 * unit);
                vec![disc(18.0, theme.panel), ring(17.0, 2.5, theme.ink), Mark::Text(run, baseline, theme.ink, None)]
            }
        })
    }
}

/// The places that the route goes through or measures from, as far as they lie in the frame; the most important last.
pub fn project(journey: &Journey, view: &View, frame: Rect, unit: f64) -> Vec<DrawnPlace> {
    let inside = |place: &Located| {
        let [x, y] = view.project(place.position?)?;
        frame.contains(Point::new(x, y)).then_some(Point::new(x, y))
    };
    let mut drawn: Vec<DrawnPlace> = journey
        .places
        .iter()
        .filter_map(|place| {
            let role = role(journey, &place.id)?;
            Some(DrawnPlace { name: place.name.clone(), role, at: inside(place)? })
        })
        .collect();
    for (known, unknown) in unknown_ends(journey) {
        if let Some(at) = inside(known) {
            // Beside the known end, on the side where the map is wider.
            let side = if at.x < frame.center().x { 1.0 } else { -1.0 };
            let at = Point::new(at.x + side * 95.0 * unit, at.y - 70.0 * unit);
            drawn.push(DrawnPlace { name: unknown.name.clone(), role: Role::Unknown, at });
        }
    }
    drawn.sort_by_key(|place| place.role);
    drawn
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
    {
        Some(Role::Stop)
    } else if route.legs.iter().any(|leg| leg.via.iter().any(|via| via.value == id)) {
        Some(Role::Via)
    } else {
        None
    }
}

/// A marker without its map: for the legend.
pub fn sample(role: Role, at: Point) -> DrawnPlace {
    DrawnPlace { name: String::new(), role, at }
}

/// The line from a known end to the question mark: thin and broken, for nobody knows the way.
pub fn toward_unknown(from: Point, to: Point, unit: f64) -> (Path, Stroke) {
    let mut path = Path::new();
    path.move_to(from);
    path.line_to(to);
    (path, Stroke::new(1.5 * unit).with_dashes(0.0, [3.0 * unit, 5.0 * unit]))
}
