//! Names of countries, for orientation: each in the part of its land that the map shows, the larger ones first.

use geo::Polygon;

use crate::canvas::{Face, Lettering, MissingGlyph, Point, Rect};
use crate::journey::Journey;
use crate::projection::View;
use crate::route::{Language, Mode};
use crate::world;

use super::Label;
use super::area::Area;
use super::area_name::{Name, in_two_lines};
use super::labels::{Obstacles, overlap};
use super::legs::DrawnLeg;
use super::mark::pixel;
use super::pen::Pen;
use super::sketch::Sketch;
use super::spots::{OFFERED, around, beside, spots};

/// How much wider than its country a name may be that is not part of the story.
const OVERHANG: f64 = 1.1;
/// How much of a name may lie on the land of other countries before it seems to be theirs.
const ABROAD: f64 = 0.3;
/// The same for a name that must be shown, there where its middle is in its own country, and elsewhere.
const ON_LAND: f64 = 0.4;
const OFFSHORE: f64 = 0.1;
/// How much free room there is between names side by side, in sizes of the type: those that nearly touch read as one.
pub const APART: f64 = 1.2;
/// How far apart points of a leg are that are sought in countries, in units.
const STRIDE: f64 = 12.0;
/// What the names of areas keep from panels, words and the route, in units.
const ALOOF: f64 = 3.0;

/// The countries that a map may name, and what it is to say of them.
pub struct Subject<'a> {
    /// What they are called in.
    pub language: Language,
    /// Whether these may stand beside their land, at the coast.
    pub offshore: bool,
    /// What stands on the map already.
    pub standing: Standing<'a>,
}

/// What stands on a map before countries are named.
pub struct Standing<'a> {
    /// The words.
    pub labels: &'a [Label],
    /// What names keep clear of.
    pub obstacles: &'a Obstacles,
    /// What they keep clear of where there is else no room for them.
    pub least: &'a Obstacles,
    /// What they had better not cover.
    pub cities: &'a [Rect],
}

/// A country as a map shows it.
pub struct Land {
    label: world::CountryLabel,
    /// Where its name usually stands, if that is in the frame.
    position: Option<Point>,
    /// The rings of its largest part that is seen, in pixels; none if nothing is.
    rings: Vec<Vec<[f64; 2]>>,
    /// How large that part is, in square pixels.
    size: f64,
    area: Option<Area>,
    /// Whether the route is about it.
    is_involved: bool,
    /// Whether a leg over land crosses it.
    is_crossed: bool,
}

/// The countries that a map of this scale may name, and those that the route is about: the most important first.
pub fn lands(
    view: &View,
    journey: &Journey,
    legs: &[DrawnLeg],
    sketch: &Sketch,
    meters_per_pixel: f64,
    unit: f64,
) -> Vec<Land> {
    // The zoom level of a web map of 256-pixel tiles whose type is as large as ours.
    let zoom = libm::log2(156_543.0 / (meters_per_pixel * unit * 1.7));
    let involved = journey.countries();
    let wanted = |label: &world::CountryLabel| {
        let code = label.country.code;
        !code.is_empty() && (label.min_zoom <= zoom || involved.contains(&code))
    };
    let mut labels: Vec<world::CountryLabel> = world::country_labels(journey.route.boundaries).filter(wanted).collect();
    labels.sort_unstable_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.country.a3.cmp(b.country.a3)));
    let land = |label: world::CountryLabel| {
        let in_frame = |at: &Point| view.frame().contains([at.x, at.y]);
        let position = view.project(label.position).map(pixel).filter(in_frame);
        let (rings, size) = largest_visible(view, sketch.of(label.country.a3)).unwrap_or_default();
        let area = Area::new(&rings);
        let is_crossed = area.as_ref().is_some_and(|area| is_crossed(area, legs, unit));
        let is_involved = involved.contains(&label.country.code);
        Land { label, position, rings, size, area, is_involved, is_crossed }
    };
    labels.into_iter().map(land).collect()
}

/// The names of the countries that the map has room for, set, with what they wish; and those of countries that the route is
/// about for which there is none.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn names(
    view: &View,
    Subject { language, offshore, standing }: &Subject,
    lands: &[Land],
    sketch: &Sketch,
    Pen { fonts, unit, .. }: Pen,
) -> Result<(Vec<Name>, Vec<String>), MissingGlyph> {
    let (mut names, mut left_out, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for Land { label, position, rings, size, area, is_involved, is_crossed } in lands {
        let (own, is_involved) = (label.country.a3, *is_involved);
        let is_first = !codes.contains(&label.country.code);
        codes.push(label.country.code);
        let word = name(label, *language).to_uppercase();
        // Whoever names Singapore names its country; and some places bear theirs.
        let tells = |text: &str| text == word || text.strip_suffix(&word).is_some_and(|rest| rest.ends_with(", "));
        let is_told = || standing.labels.iter().any(|label| tells(&label.text.to_uppercase()));
        if is_involved && is_told() {
            continue;
        }
        if rings.is_empty() && (position.is_none() || !is_involved) {
            // A country of the story whose land is not seen is missing; islands far away that share its code are not.
            if is_involved && is_first {
                left_out.push(word);
            }
            continue;
        }
        let matters = is_involved || *is_crossed;
        let large = *size > 130_000.0 * unit * unit;
        // Where the name usually stands; a country that fills the map has it in the middle of what is seen.
        let usual = position.filter(|_| !large);
        let texts = [word.clone(), in_two_lines(&word)];
        let covers = |at: &Point, (width, height): (f64, f64)| Rect::from_center_size(*at, (width, height));
        let is_free = |obstacles: &Obstacles, at: &Point, size| obstacles.free(covers(at, size), ALOOF * unit);
        let mut best: Option<Name> = None;
        for (lettering, text) in settings(letterings(large, unit), &texts) {
            let mut name = Name::set(text, lettering, fonts)?;
            let size = name.size();
            let mut spots = area.as_ref().map(|area| spots(area, size, usual)).unwrap_or_default();
            // A name that is much wider than its country would seem to be its neighbour's.
            let fits = matters || size.0 < OVERHANG * breadth(rings);
            if let Some(at) = usual.filter(|_| fits) {
                let is_ours = |at: &Point| sketch.share_of_others(view, covers(at, size), own) <= ABROAD;
                spots.extend(beside(at, size, matters).into_iter().filter(is_ours));
            }
            name.wish.width += APART * lettering.size_px;
            spots.retain(|at| is_free(standing.obstacles, at, name.size()));
            if !spots.is_empty() {
                let covers_city =
                    |at: &Point| standing.cities.iter().any(|city| overlap(*city, covers(at, name.size())));
                let (covering, free): (Vec<Point>, Vec<Point>) = spots.into_iter().partition(covers_city);
                best = Some(name.among([free, covering].concat()));
                break;
            }
        }
        if matters && best.is_none() {
            // One that the route is about or crosses stands where it covers few others, on its land or at its coast, also in small letters.
            let middle = usual.or(area.as_ref().map(|area| area.bounds.center()));
            for (lettering, text) in settings(small(unit), &texts) {
                let mut name = Name::set(text, lettering, fonts)?;
                name.wish.width += 0.5 * APART * lettering.size_px;
                let size = name.size();
                let mut spots = middle.map(|at| around(area.as_ref(), at, size)).unwrap_or_default();
                spots.retain(|at| {
                    let is_on_land = area.as_ref().is_some_and(|area| area.holds(*at));
                    let most = if is_on_land { ON_LAND } else { OFFSHORE };
                    (is_on_land || *offshore)
                        && is_free(standing.least, at, size)
                        && sketch.share_of_others(view, covers(at, size), own) <= most
                });
                // The nearest, and some that are further off, in case that what is near is taken.
                let step = (spots.len() / OFFERED).max(1);
                let offered = spots.iter().enumerate().filter(|(at, _)| *at < OFFERED || at % step == 0);
                let spots: Vec<Point> = offered.map(|(_, spot)| *spot).collect();
                if !spots.is_empty() {
                    best = Some(name.among(spots));
                    break;
                }
            }
        }
        match best {
            Some(mut name) => {
                name.is_involved = is_involved;
                name.wish.priority = match (is_involved, matters) {
                    (true, _) => 30,
                    (_, true) => 25,
                    _ => 20 - u32::from(label.rank.min(20)),
                };
                names.push(name);
            }
            None if is_involved => left_out.push(word),
            None => {}
        }
    }
    Ok((names, left_out))
}

/// What a country is called on the map.
pub fn name(label: &world::CountryLabel, language: Language) -> &'static str {
    world::country_in(label.country.a3, language).unwrap_or(label.short_name)
}

/// Whether a leg over land runs through it.
fn is_crossed(area: &Area, legs: &[DrawnLeg], unit: f64) -> bool {
    let by_land = legs.iter().filter(|leg| !matches!(leg.mode, Mode::Sea | Mode::Air));
    by_land.flat_map(|leg| &leg.pieces).any(|piece| {
        let mut last = Point::new(f64::MAX, f64::MAX);
        piece.iter().map(|at| pixel(*at)).any(|at| {
            let is_next = at.distance(last) > STRIDE * unit && area.bounds.contains(at);
            if is_next {
                last = at;
            }
            is_next && area.holds(at)
        })
    })
}

/// Each text in each lettering.
fn settings(letterings: Vec<Lettering>, texts: &[String; 2]) -> impl Iterator<Item = (Lettering, &String)> {
    let count = if texts[0] == texts[1] { 1 } else { 2 };
    letterings.into_iter().flat_map(move |lettering| texts[..count].iter().map(move |text| (lettering, text)))
}

/// How a name is set: widely across a large country if that fits, else smaller.
fn letterings(large: bool, unit: f64) -> Vec<Lettering> {
    let usual = spaced(20.0, 0.12, unit);
    if large { vec![spaced(26.0, 0.3, unit), usual] } else { vec![usual] }
}

/// How a name is set that must be shown and has little room.
fn small(unit: f64) -> Vec<Lettering> {
    vec![spaced(20.0, 0.08, unit), spaced(17.0, 0.04, unit)]
}

fn spaced(size: f64, spacing: f64, unit: f64) -> Lettering {
    Lettering::new(Face::Regular, size * unit).spaced(size * spacing * unit)
}

/// The part of a country that takes most room in the frame: its rings in pixels, and its area.
fn largest_visible<'a>(view: &View, parts: impl Iterator<Item = &'a Polygon>) -> Option<(Vec<Vec<[f64; 2]>>, f64)> {
    let frame = view.frame();
    let seen = parts.map(|part| {
        let rings = view.polygon(part);
        let area = rings.iter().map(|ring| signed_area(ring)).sum::<f64>().abs();
        (rings, area)
    });
    // A country that fills the frame has no vertex there.
    let middle = Point::new(f64::midpoint(frame.left, frame.right), f64::midpoint(frame.top, frame.bottom));
    let is_seen = |rings: &[Vec<[f64; 2]>]| {
        rings.iter().flatten().any(|at| frame.contains(*at)) || Area::new(rings).is_some_and(|area| area.holds(middle))
    };
    seen.filter(|(rings, _)| is_seen(rings)).max_by(|a, b| a.1.total_cmp(&b.1))
}

/// How wide rings are.
fn breadth(rings: &[Vec<[f64; 2]>]) -> f64 {
    let (west, east) =
        rings.iter().flatten().fold((f64::MAX, f64::MIN), |(west, east), [x, _]| (west.min(*x), east.max(*x)));
    (east - west).max(0.0)
}

fn signed_area(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0
}
