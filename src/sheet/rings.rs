//! Rings: how far it is from a place, on every side.

use geo::{Coord, Point as Position};

use crate::canvas::Stroke;
use crate::diagnostic::{Diagnostic, catalog};
use crate::geodesy;
use crate::journey::Journey;
use crate::projection::View;

use super::base;
use super::distances::Figure;
use super::mark::Mark;
use super::pen::Pen;

/// A circle on the map.
pub struct Ring {
    /// The radius, as it was written.
    pub label: String,
    /// In pixels, in pieces where it leaves the map.
    pub pieces: Vec<Vec<[f64; 2]>>,
}

/// One vertex every so many degrees of azimuth.
const STEP_DEG: f64 = 2.0;

/// The rings of the route's style, each as its points; none around a place that nobody can find.
pub fn of(journey: &Journey) -> Vec<(String, Vec<Position>)> {
    let Some(rings) = &journey.route.style.rings else { return Vec::new() };
    let Some(center) = journey.place(&rings.around.value).and_then(|place| place.position) else { return Vec::new() };
    let ring = |km: f64| {
        let azimuths = (0..=(360.0 / STEP_DEG) as u32).map(|step| f64::from(step) * STEP_DEG);
        azimuths.map(|azimuth| geodesy::destination(center, azimuth, km)).collect()
    };
    rings.distances.iter().map(|distance| (distance.to_string(), ring(distance.km()))).collect()
}

/// Says that rings which were asked for are not there.
pub fn missing(journey: &Journey) -> Option<Diagnostic> {
    let rings = journey.route.style.rings.as_ref().filter(|_| of(journey).is_empty())?;
    let message = format!("there are no rings around `{}`: it has no position", rings.around.value);
    let warning = Diagnostic::warning(&catalog::SHEET_NO_RINGS, message);
    Some(warning.at(journey.route.documents.locate(rings.around.span)))
}

/// What they are, in words: `100 km and 200 km from Kyiv`.
pub fn words(journey: &Journey) -> Option<String> {
    let rings = of(journey);
    let around = journey.spoken(&journey.route.style.rings.as_ref()?.around.value);
    let labels: Vec<&str> = rings.iter().map(|(label, _)| label.as_str()).collect();
    let (last, first) = labels.split_last()?;
    Some(if first.is_empty() {
        format!("{last} from {around}")
    } else {
        format!("{} and {last} from {around}", first.join(", "))
    })
}

/// The rings as the map shows them.
pub fn project(journey: &Journey, view: &View) -> Vec<Ring> {
    let pieces = |points: Vec<Position>| view.line(&points.into_iter().map(Coord::from).collect::<Vec<_>>());
    of(journey).into_iter().map(|(label, points)| Ring { label, pieces: pieces(points) }).collect()
}

impl Ring {
    /// Its line.
    pub fn mark(&self, pen: Pen) -> Mark {
        mark(&self.pieces, pen)
    }

    /// What stands beside it.
    pub fn figure(&self) -> Figure {
        Figure { text: self.label.clone(), remarks: Vec::new(), pieces: self.pieces.clone(), color: None }
    }
}

/// A line as rings are drawn.
pub fn mark(pieces: &[Vec<[f64; 2]>], Pen { theme, unit, .. }: Pen) -> Mark {
    let stroke = Stroke::new(1.8 * unit).with_dashes(0.0, [9.0 * unit, 4.0 * unit, 2.0 * unit, 4.0 * unit]);
    Mark::Stroke(base::lines(pieces.iter().cloned()), stroke, theme.ink.with_opacity(0.7))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route;

    #[test]
    fn each_point_of_a_ring_is_as_far_away_as_it_says() {
        let text = "title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Suva, FJ\"\nto = \"Apia, WS\"\n\
                    [style.rings]\naround = \"Suva, FJ\"\ndistances = [\"300 nmi\"]\n";
        let journey = Journey::lay(route::read_text("t.toml", text, &[], None).expect("valid").route).expect("known");
        let center = journey.place("Suva, FJ").and_then(|place| place.position).expect("known");
        let rings = of(&journey);
        assert_eq!((rings.len(), rings[0].1.len()), (1, 181));
        for point in &rings[0].1 {
            assert!((geodesy::distance_km(center, *point) - 300.0 * 1.852).abs() < 1e-6, "{point:?}");
        }
    }
}
