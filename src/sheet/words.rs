//! The words of a map: names of places and figures along lines, then names of countries and seas in what these leave free. Where
//! a country of the story is left without its name, the others are set anew so that it finds room.

use crate::canvas::{MissingGlyph, Point};
use crate::journey::{Journey, LaidBand};
use crate::world;

use super::labels::Obstacles;
use super::mark::Layer;
use super::names::{Areas, Names};
use super::places::Role;
use super::scene::Scene;
use super::sketch::Sketch;
use super::{Label, band, countries, distances, places};

/// The words of a map before its cities.
pub struct Words {
    /// Names of places.
    pub places: Layer,
    /// Figures along lines.
    pub figures: Layer,
    /// Names of countries and seas.
    pub areas: Layer,
    /// The words that found no room.
    pub left_out: Vec<String>,
    /// The words that stand, and what they cover.
    pub taken: Vec<Label>,
}

impl Words {
    /// The names of places and the figures along lines.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn new(
        scene: &Scene,
        names: Names,
        band: Option<&LaidBand>,
        pictures: &[Option<(Point, f64)>],
        labels: &[Label],
    ) -> Result<Words, MissingGlyph> {
        let pen = names.pen;
        let (places, mut left_out, mut taken) = names.of_places(labels)?;
        let mut figures = distances::figures(&scene.legs, pictures, &scene.measured, pen)?;
        if scene.is_main {
            for ring in &scene.rings {
                figures.extend(distances::set_figure(&ring.figure(), None, pen)?);
            }
            if let Some(band) = band {
                figures.extend(distances::set_figure(&band::figure(band, &scene.view), None, pen)?);
            }
        }
        let (figures, without_room) = names.of_figures(figures, &mut taken);
        left_out.extend(without_room);
        let areas = Layer { name: "country labels", clip: None, marks: Vec::new() };
        Ok(Words { places, figures, areas, left_out, taken })
    }

    /// The words with the names of countries and seas. Where the name of a country that the route is about finds no room, the
    /// others are set anew around each place in turn where it could stand, and taken so if that leaves out fewer.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn with_areas(
        mut self,
        scene: &Scene,
        names: Names,
        journey: &Journey,
        sketch: &Sketch,
        set: impl Fn(Names) -> Result<Words, MissingGlyph>,
    ) -> Result<Words, MissingGlyph> {
        let (meters_per_pixel, unit) = (scene.meters_per_pixel(), names.pen.unit);
        let lands = countries::lands(&scene.view, journey, &scene.legs, sketch, meters_per_pixel, unit);
        let shown = Areas { language: journey.route.style.language, sketch, lands: &lands, meters_per_pixel };
        let add_areas = |words: &mut Words| {
            let (layer, without_room) = names.of_areas(&shown, &mut words.taken)?;
            words.areas = layer;
            words.left_out.extend(without_room.iter().filter(|_| scene.is_main).cloned());
            Ok(without_room)
        };
        let missing = add_areas(&mut self)?;
        if missing.is_empty() || !scene.is_main {
            return Ok(self);
        }
        let attempt = |words: &mut Words, names: Names| {
            if !words.left_out.iter().any(|word| missing.contains(word)) {
                return Ok(());
            }
            let mut other = set(names)?;
            // Names of areas win back nothing that is lost by then.
            if other.left_out.len() < words.left_out.len() {
                add_areas(&mut other)?;
                if other.left_out.len() < words.left_out.len() {
                    *words = other;
                }
            }
            Ok(())
        };
        for room in names.rooms(&missing, &shown)? {
            let around = |obstacles: &Obstacles| {
                let mut obstacles = obstacles.clone();
                obstacles.add_box(room);
                obstacles
            };
            let (obstacles, cautious) = (around(names.obstacles), names.cautious.map(around));
            attempt(&mut self, Names { obstacles: &obstacles, cautious: cautious.as_ref(), ..names })?;
        }
        // A stop may bear its country's name: in all of these countries, or in one.
        let abroad = abroad(scene, &missing, journey);
        for some in std::iter::once(&abroad[..]).chain(abroad.chunks(1)) {
            attempt(&mut self, Names { abroad: some, ..names })?;
        }
        Ok(self)
    }
}

/// A stop in each of these countries, and the country.
fn abroad(scene: &Scene, missing: &[String], journey: &Journey) -> Vec<(String, String)> {
    let language = journey.route.style.language;
    let label = |code: &str| {
        world::country_labels(journey.route.boundaries)
            .find(|label| label.country.code == code)
            .map(|label| countries::name(&label, language).to_owned())
    };
    let mut abroad: Vec<(String, String)> = Vec::new();
    for place in &journey.places {
        let name = places::name(journey, place);
        let is_stop = scene.places.iter().any(|drawn| drawn.role == Role::Stop && drawn.name == name);
        let Some(country) = place.country.as_deref().filter(|_| is_stop).and_then(label) else { continue };
        let is_new = abroad.iter().all(|(_, other)| *other != country);
        if is_new && missing.contains(&country.to_uppercase()) {
            abroad.push((name.to_owned(), country));
        }
    }
    abroad
}
