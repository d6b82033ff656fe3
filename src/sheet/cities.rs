//! Cities for orientation: a few that people know, spread over what the route and its names leave free.
//!
//! They are candidates and no content: one that finds no room beside everything else is not on the map.

use geo::Point as Position;

use crate::canvas::{Face, Lettering, Rect, circle};
use crate::geodesy;
use crate::route::Language;
use crate::world::{self, gazetteer};

use super::labels::{self, Obstacles, Stance, Wish};
use super::mark::{Layer, Mark, pixel};
use super::pen::Pen;
use super::scene::Scene;
use super::{Label, halo};

/// The size of their names, and the radius of their markers, in units.
const TYPE: f64 = 18.0;
const RADIUS: f64 = 3.4;
/// A city has no more important one so near, in units.
const APART: f64 = 170.0;
/// Of that many cities, divided by the km that they are apart, one is known well enough for the map.
const KNOWN: f64 = 420_000.0;
/// One city for so large a part of the map, in square units.
const SHARE: f64 = 400.0 * 400.0;
/// What they keep from the route's own lines and places, in units, and from words.
const ALOOF: f64 = 10.0;
const GAP: f64 = 2.0;

/// A map on which more important cities are less than that apart shows towns, too.
const TOWNS_KM: f64 = 100.0;
/// Towns are no nearer to each other than that: what is nearer is a suburb.
const SUBURB_KM: f64 = 8.0;
/// So many of the largest are looked at.
const TOWNS: usize = 400;

/// A city that the map may name.
pub struct City {
    /// What it is called, in the language of the gazetteer.
    name: String,
    country: String,
    /// Its marker's box.
    marker: Rect,
}

impl City {
    /// What it is called on the map; nothing if there is no name in its language.
    fn name(&self, language: Language) -> Option<&str> {
        match language {
            Language::English => Some(&self.name),
            other => world::city_in(&self.name, &self.country, other),
        }
    }

    /// Whether the route names it.
    fn is_of_route(&self, scene: &Scene, language: Language) -> bool {
        let is_named = |name: &str| scene.places.iter().any(|place| place.name.contains(name));
        is_named(&self.name) || self.name(language).is_some_and(is_named)
    }
}

/// The cities that a map may name, the more important first: no two nearer to each other than suits its scale.
pub fn shown(scene: &Scene, unit: f64) -> Vec<City> {
    let within = scene.view.visible_bounds();
    let near_km = APART * unit * scene.meters_per_pixel() / 1000.0;
    let city = |name: &str, country: &str, position: Position| {
        let at = pixel(scene.view.project(position)?);
        let marker = Rect::from_points(at, at).inflate(RADIUS * unit, RADIUS * unit);
        Some(City { name: name.to_owned(), country: country.to_owned(), marker })
    };
    if near_km < TOWNS_KM {
        let mut towns: Vec<gazetteer::Place> = Vec::new();
        for town in gazetteer::places_within(&within, TOWNS) {
            let is_near =
                |other: &gazetteer::Place| geodesy::distance_km(other.position, town.position) < near_km.max(SUBURB_KM);
            if !towns.iter().any(is_near) {
                towns.push(town);
            }
        }
        return towns.iter().filter_map(|town| city(&town.name, &town.country, town.position)).collect();
    }
    let holds = |city: &world::City| {
        let (x, y) = (city.position.x(), city.position.y());
        within.iter().any(|rect| {
            let turned = |x: f64| rect.min().x <= x && x <= rect.max().x;
            rect.min().y <= y && y <= rect.max().y && (turned(x) || turned(x - 360.0) || turned(x + 360.0))
        })
    };
    let known = (KNOWN / near_km.max(1.0)) as usize;
    let cities = world::cities().take(known).filter(|city| city.isolation_km >= near_km && holds(city));
    cities.filter_map(|known| city(known.name, known.country, known.position)).collect()
}

/// Where the first of them lie that a map has room for: names of areas do not cover these if they can stand elsewhere.
pub fn markers(cities: &[City], scene: &Scene, obstacles: &Obstacles, unit: f64) -> Vec<Rect> {
    let free = cities.iter().filter(|city| obstacles.free(city.marker, ALOOF * unit));
    free.take(most(scene, unit)).map(|city| city.marker.inflate(2.0 * RADIUS * unit, 2.0 * RADIUS * unit)).collect()
}

/// How many cities a map has at most.
fn most(scene: &Scene, unit: f64) -> usize {
    (scene.frame.area() / (SHARE * unit * unit)) as usize
}

/// The cities on the map, which keep clear of `labels`, to which their names are added; and their markers' boxes.
pub fn layer(
    cities: &[City],
    scene: &Scene,
    language: Language,
    route: &Obstacles,
    labels: &mut Vec<Label>,
    pen: Pen,
) -> (Layer, Vec<Rect>) {
    let Pen { theme, unit, .. } = pen;
    let mut obstacles = route.clone();
    for label in labels.iter() {
        obstacles.add_box(label.rect);
    }
    let most = most(scene, unit);
    let lettering = Lettering::new(Face::Regular, TYPE * unit);
    let (mut set, mut wishes) = (Vec::new(), Vec::new());
    for city in cities {
        let marker = city.marker;
        let is_free = route.free(marker, ALOOF * unit) && obstacles.free(marker, GAP * unit);
        if wishes.len() == most || !is_free || city.is_of_route(scene, language) {
            continue;
        }
        // A city without a name in the map's language, or without letters for it, is one candidate less.
        let Some(name) = city.name(language) else { continue };
        let Ok(run) = pen.fonts.shape(name, lettering) else { continue };
        let (width, height) = (run.width(), TYPE * 1.05 * unit);
        let clearance = (RADIUS + 4.0) * unit;
        wishes.push(Wish { anchor: marker.center(), clearance, width, height, stance: Stance::Close, priority: 1 });
        set.push((run, marker));
    }
    // A name beside one marker may not lie on another.
    for (_, marker) in &set {
        obstacles.add_box(*marker);
    }
    let rooms = labels::solve(&wishes, &obstacles, unit);
    let (mut marks, mut markers) = (Vec::new(), Vec::new());
    for ((run, marker), room) in set.into_iter().zip(rooms) {
        let Some(room) = room else { continue };
        marks.push(Mark::Fill(circle(marker.center(), (RADIUS + 1.4) * unit), theme.casing));
        marks.push(Mark::Fill(circle(marker.center(), RADIUS * unit), theme.faint_ink));
        let baseline = (room.rect.x0, room.rect.y0 + 0.79 * room.rect.height());
        labels.push(Label { text: run.text().to_owned(), rect: room.rect });
        markers.push(marker);
        marks.push(Mark::Text(run, baseline.into(), theme.faint_ink, Some(halo(theme, 0.8 * unit))));
    }
    (Layer { name: "cities", clip: None, marks }, markers)
}
