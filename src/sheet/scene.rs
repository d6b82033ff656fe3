//! A map in a frame of the sheet: the main map and every inset are scenes, made by the same code.

use geo::Point as Position;

use crate::at_once::at_once;
use crate::canvas::{MissingGlyph, Rect, Stroke, polyline, rectangle};
use crate::geodesy;
use crate::journey::{Journey, LaidBand, Verdict};
use crate::projection::View;
use crate::route::Unit;
use crate::world::Scale;

use super::ahead::Coasts;
use super::distances::Figure;
use super::labels::Obstacles;
use super::legs::{self, DrawnLeg};
use super::mark::{Layer, Mark, pixel};
use super::names::Names;
use super::pen::Pen;
use super::places::{self, DrawnPlace, Role};
use super::rings::{self, Ring};
use super::sketch::Sketch;
use super::theme::Theme;
use super::words::Words;
use super::{Label, band, base, cities, claims, spread};

/// What a frame shows of the route, in pixels.
pub struct Scene {
    /// The part of the earth that is shown.
    pub view: View,
    /// Where on the page.
    pub frame: Rect,
    /// The legs.
    pub legs: Vec<DrawnLeg>,
    /// The places.
    pub places: Vec<DrawnPlace>,
    /// The lines that claims measured.
    pub measured: Vec<Measured>,
    /// The circles around a place.
    pub rings: Vec<Ring>,
    /// What labels keep clear of.
    pub obstacles: Obstacles,
    /// Where its own scale bar stands, on an inset.
    pub bar: Option<Rect>,
    /// Whether it is the main map, which names cities and the radii of rings.
    pub is_main: bool,
}

/// What stands on the ground of a scene.
pub struct Content {
    /// From back to front.
    pub layers: Vec<Layer>,
    /// The words that found no room.
    pub left_out: Vec<String>,
    /// The markers of cities.
    pub cities: Vec<Rect>,
}

/// A line that claims measured, and how long it is.
pub struct Measured {
    /// In pixels.
    pub line: Vec<[f64; 2]>,
    /// By geodesic.
    pub distance_km: Option<f64>,
    /// What was reported instead, those of one verdict together.
    pub reported: Vec<(Verdict, String)>,
}

impl Scene {
    /// The route seen through a view; ends of legs named in `elsewhere` have their names on an inset.
    pub fn new(journey: &Journey, view: &View, frame: Rect, elsewhere: &[&str], unit: f64) -> Scene {
        let legs = legs::project(journey, view, unit);
        let places = places::project(journey, view, frame, elsewhere, unit);
        let measured: Vec<Measured> = claims::groups(journey)
            .iter()
            .flat_map(|group| group.pieces(view).into_iter().map(|line| (line, group.distance_km(), group.reported())))
            .map(|(line, distance_km, reported)| Measured { line, distance_km, reported })
            .collect();
        let mut obstacles = Obstacles::new(frame);
        for piece in legs.iter().flat_map(|leg| &leg.pieces).chain(measured.iter().map(|measured| &measured.line)) {
            obstacles.add_line(piece);
        }
        for place in &places {
            obstacles.add_box(place.rect(unit));
        }
        let rings = rings::project(journey, view);
        Scene { view: *view, frame, legs, places, measured, rings, obstacles, bar: None, is_main: false }
    }

    /// How many metres a pixel is in the middle of the frame.
    pub fn meters_per_pixel(&self) -> f64 {
        let center = self.frame.center();
        self.view.scale_at([center.x, center.y]).unwrap_or(40_000_000.0 / self.frame.width())
    }

    /// The ground: sea, land, lakes, borders. Coasts that were decoded `ahead` are taken if they are the ones.
    pub fn ground(&self, journey: &Journey, scale: Scale, ahead: &[Coasts], pen: Pen) -> Vec<Layer> {
        base::layers(&self.view, self.frame, scale, journey.route.boundaries, ahead, pen)
    }

    /// What stands on the ground, from back to front; adds what is to be read to `labels`.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn content(
        &self,
        journey: &Journey,
        band: Option<&LaidBand>,
        labels: &mut Vec<Label>,
        pen: Pen,
    ) -> Result<Content, MissingGlyph> {
        let clip = || Some(rectangle(self.frame));
        let mut obstacles = self.obstacles.clone();
        let pictures = legs::pictures(&self.legs, self.frame, &mut obstacles, pen.unit);
        let cautious = self.cautious(band, &obstacles);
        let shown = if self.is_main { cities::shown(self, pen.unit) } else { Vec::new() };
        let cities = &cities::markers(&shown, self, &obstacles, pen.unit)[..];
        let cautious_too = cautious.as_ref();
        let names = Names { scene: self, obstacles: &obstacles, cautious: cautious_too, cities, abroad: &[], pen };
        let (sketch, words) = at_once(
            || Sketch::new(&self.view, journey.route.boundaries),
            || Words::new(self, names, band, &pictures, labels),
        );
        let anew = |names: Names| Words::new(self, names, band, &pictures, labels);
        let Words { places, figures, left_out, mut taken, areas } =
            words?.with_areas(self, names, journey, &sketch, anew)?;
        let (language, route) = (journey.route.style.language, cautious_too.unwrap_or(&obstacles));
        let (city_names, cities) = cities::layer(&shown, self, language, route, &mut taken, pen);
        labels.extend(taken);
        let markers = Layer { name: "places", clip: clip(), marks: self.markers(journey, pen)? };
        let mut layers = vec![
            Layer { name: "band", clip: clip(), marks: band::marks(band, &self.view, pen) },
            areas,
            city_names,
            Layer { name: "areas", clip: clip(), marks: self.places.iter().flat_map(|at| at.area(pen)).collect() },
            Layer { name: "rings", clip: clip(), marks: self.rings.iter().map(|ring| ring.mark(pen)).collect() },
            Layer { name: "spread", clip: clip(), marks: spread::marks(journey, &self.view, pen) },
            Layer { name: "claims", clip: clip(), marks: self.measured_marks(pen) },
        ];
        layers.push(legs::layer(&self.legs, rectangle(self.frame), pen));
        layers.push(Layer { name: "legs' signs", clip: clip(), marks: legs::signs(&self.legs, &pictures, self, pen) });
        layers.extend([markers, figures, places]);
        Ok(Content { layers, left_out, cities })
    }

    /// Obstacles, and the lines that words had better not lie on; `None` without such lines.
    fn cautious(&self, band: Option<&LaidBand>, obstacles: &Obstacles) -> Option<Obstacles> {
        let rims = band.iter().flat_map(|band| band::rims(band, &self.view));
        let lines: Vec<Vec<[f64; 2]>> = rims.chain(self.rings.iter().flat_map(|ring| ring.pieces.clone())).collect();
        (!lines.is_empty()).then(|| {
            let mut obstacles = obstacles.clone();
            for line in &lines {
                obstacles.add_line(line);
            }
            obstacles
        })
    }

    fn measured_marks(&self, pen: Pen) -> Vec<Mark> {
        let mut marks = Vec::new();
        for Measured { line, .. } in &self.measured {
            match line[..] {
                [from, .., to] if line.len() == 2 || straight(line, pen.unit) => {
                    marks.extend(claims::dimension_line(pixel(from), pixel(to), pen.theme, pen.unit));
                }
                _ => {
                    let path = polyline(line.iter().copied().map(pixel));
                    marks.push(Mark::Stroke(path, Stroke::new(2.6 * pen.unit), pen.theme.ink));
                }
            }
        }
        marks
    }

    fn markers(&self, journey: &Journey, pen: Pen) -> Result<Vec<Mark>, MissingGlyph> {
        let mut marks = Vec::new();
        for place in &self.places {
            if place.role == Role::Unknown {
                for known in journey.places.iter().filter_map(|known| self.view.project(known.position?)) {
                    let from = pixel(known);
                    if from.distance(place.at) < 130.0 * pen.unit {
                        let (path, stroke) = places::toward_unknown(from, place.at, pen.unit);
                        marks.push(Mark::Stroke(path, stroke, pen.theme.faint_ink));
                    }
                }
            }
            marks.extend(place.marks(pen)?);
        }
        Ok(marks)
    }

    /// How far it is across the frame, on the ground; half round the earth where it shows more than that.
    pub fn across_km(&self) -> f64 {
        let Rect { x0, y0, x1, y1 } = self.frame;
        let corner = |x, y| self.view.invert([x, y]);
        let across = |a: Option<Position>, b: Option<Position>| a.zip(b).map(|(a, b)| geodesy::distance_km(a, b));
        let diagonals = [across(corner(x0, y0), corner(x1, y1)), across(corner(x0, y1), corner(x1, y0))];
        diagonals.into_iter().map(|km| km.unwrap_or(20_000.0)).fold(0.0, f64::max)
    }
}

impl Measured {
    /// In words: kilometres and miles.
    pub fn words(&self) -> Option<String> {
        let length = crate::numerals::length;
        self.distance_km.map(|km| format!("{} km ({} mi)", length(km), length(km / Unit::Mi.km())))
    }

    /// What stands beside it: the distance, and what was reported, in the colours of the verdicts.
    pub fn figure(&self, theme: &Theme) -> Option<Figure> {
        let remark = |(verdict, says): &(Verdict, String)| (says.clone(), Some(theme.verdict(*verdict)));
        let remarks = self.reported.iter().map(remark).collect();
        Some(Figure { text: self.words()?, remarks, pieces: vec![self.line.clone()], color: None })
    }
}

/// Whether a line bends less than a pixel.
fn straight(line: &[[f64; 2]], unit: f64) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return true };
    let (dx, dy) = (last[0] - first[0], last[1] - first[1]);
    let length = (dx * dx + dy * dy).sqrt().max(1e-9);
    line.iter().all(|point| ((point[0] - first[0]) * dy - (point[1] - first[1]) * dx).abs() / length < unit)
}
