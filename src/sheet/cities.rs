//! Cities for orientation: a few that people know, spread over what the route and its names leave free.
//!
//! They are candidates and no content: one that finds no room beside everything else is not on the map.

use crate::canvas::{Face, Lettering, Rect, circle};
use crate::route::Language;
use crate::world::{self, City};

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

/// The cities of the main map, which keep clear of `labels`, to which their names are added; and their markers' boxes.
pub fn layer(
    scene: &Scene,
    language: Language,
    obstacles: &Obstacles,
    labels: &mut Vec<Label>,
    pen: Pen,
) -> (Layer, Vec<Rect>) {
    let Pen { theme, unit, .. } = pen;
    let route = obstacles;
    let mut obstacles = obstacles.clone();
    for label in labels.iter() {
        obstacles.add_box(label.rect);
    }
    let (most, near) = (most(scene, unit), near_km(scene, unit));
    let lettering = Lettering::new(Face::Regular, TYPE * unit);
    let (mut cities, mut wishes) = (Vec::new(), Vec::new());
    for (city, marker) in shown(scene, near, unit) {
        let is_free = route.free(marker, ALOOF * unit) && obstacles.free(marker, GAP * unit);
        if wishes.len() == most || !is_free || is_of_route(scene, &city, language) {
            continue;
        }
        // A city without a name in the map's language, or without letters for it, is one candidate less.
        let Some(name) = name(&city, language) else { continue };
        let Ok(run) = pen.fonts.shape(name, lettering) else { continue };
        let (width, height) = (run.width(), TYPE * 1.05 * unit);
        let clearance = (RADIUS + 4.0) * unit;
        wishes.push(Wish { anchor: marker.center(), clearance, width, height, stance: Stance::Close, priority: 1 });
        cities.push((run, marker));
    }
    // A name beside one marker may not lie on another.
    for (_, marker) in &cities {
        obstacles.add_box(*marker);
    }
    let rooms = labels::solve(&wishes, &obstacles, unit);
    let (mut marks, mut markers) = (Vec::new(), Vec::new());
    for ((run, marker), room) in cities.into_iter().zip(rooms) {
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

/// Where the best known cities lie: names of areas do not cover them if they can stand elsewhere.
pub fn candidates(scene: &Scene, obstacles: &Obstacles, unit: f64) -> Vec<Rect> {
    let markers = shown(scene, near_km(scene, unit), unit).map(|(_, marker)| marker);
    let free = markers.filter(|marker| obstacles.free(*marker, ALOOF * unit));
    free.take(most(scene, unit)).map(|marker| marker.inflate(2.0 * RADIUS * unit, 2.0 * RADIUS * unit)).collect()
}

/// How many cities a map has at most.
fn most(scene: &Scene, unit: f64) -> usize {
    (scene.frame.area() / (SHARE * unit * unit)) as usize
}

/// A city on the map has no more important one so near.
fn near_km(scene: &Scene, unit: f64) -> f64 {
    APART * unit * scene.meters_per_pixel() / 1000.0
}

/// The cities in the frame that have no more important one within `near_km`, with their markers' boxes.
fn shown(scene: &Scene, near_km: f64, unit: f64) -> impl Iterator<Item = (City, Rect)> {
    let within = scene.view.visible_bounds();
    let holds = move |city: &City| {
        let (x, y) = (city.position.x(), city.position.y());
        within.iter().any(|rect| {
            let turned = |x: f64| rect.min().x <= x && x <= rect.max().x;
            rect.min().y <= y && y <= rect.max().y && (turned(x) || turned(x - 360.0) || turned(x + 360.0))
        })
    };
    let known = (KNOWN / near_km.max(1.0)) as usize;
    let candidates = world::cities().take(known).filter(move |city| city.isolation_km >= near_km && holds(city));
    candidates.filter_map(move |city| {
        let at = pixel(scene.view.project(city.position)?);
        Some((city, Rect::from_points(at, at).inflate(RADIUS * unit, RADIUS * unit)))
    })
}

/// What a city is called on the map; nothing if there is no name in its language.
fn name(city: &City, language: Language) -> Option<&'static str> {
    if language == Language::English { Some(city.name) } else { world::city_in(city.name, city.country, language) }
}

/// Whether the route names the city.
fn is_of_route(scene: &Scene, city: &City, language: Language) -> bool {
    let is_named = |name: &str| scene.places.iter().any(|place| place.name.contains(name));
    is_named(city.name) || name(city, language).is_some_and(is_named)
}
