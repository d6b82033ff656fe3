//! Names of seas and oceans, in italics, where their water is.

use geo::Point as Position;

use crate::canvas::{Face, Lettering, MissingGlyph, Point, Rect};
use crate::projection::View;
use crate::route::{Language, Mode};
use crate::world;

use super::area_name::{Name, in_two_lines};
use super::countries::APART;
use super::labels::Obstacles;
use super::legs::DrawnLeg;
use super::mark::pixel;
use super::pen::Pen;
use super::sketch::Sketch;
use super::spots::{grid, nearest_first};

/// The sizes that a sea's name is tried in, in units, and how its letters are spaced, in sizes of the type.
const SIZES: [(f64, f64); 2] = [(24.0, 0.10), (20.0, 0.05)];
/// So many places are offered for a name.
const OFFERED: usize = 5;
/// So many are looked at in the part that is seen of a sea, in columns and rows.
const COLUMNS: u32 = 7;
const ROWS: u32 = 6;
/// A name needs so much of the breadth of its water.
const SHARE: f64 = 0.9;

/// The names of the seas that are in the frame and wide enough for theirs, the largest first.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn names(
    view: &View,
    sketch: &Sketch,
    language: Language,
    (legs, obstacles): (&[DrawnLeg], &Obstacles),
    meters_per_pixel: f64,
    pen: Pen,
) -> Result<Vec<Name>, MissingGlyph> {
    let mut names: Vec<Name> = Vec::new();
    let within = view.visible_bounds();
    for sea in world::seas() {
        let near = within.iter().any(|rect| {
            let reach = sea.half_width_km.max(sea.half_height_km) / 50.0;
            rect.min().y - reach <= sea.position.y() && sea.position.y() <= rect.max().y + reach
        });
        let Some(middle) = near.then(|| view.project(sea.position)).flatten().map(pixel) else { continue };
        // What the sea is wide and high on this map, there where it is.
        let reach = |azimuth: f64, km: f64| {
            let end = view.project(toward(sea.position, azimuth, km)).map(pixel)?;
            Some(end.distance(middle))
        };
        let usual = |km: f64| 1000.0 * km / meters_per_pixel;
        let half_width = reach(90.0, sea.half_width_km).unwrap_or(usual(sea.half_width_km));
        let half_height = reach(0.0, sea.half_height_km).unwrap_or(usual(sea.half_height_km));
        let frame = view.frame();
        let is_seen = middle.x + half_width > frame.left
            && middle.x - half_width < frame.right
            && middle.y + half_height > frame.top
            && middle.y - half_height < frame.bottom;
        let word = world::sea_in(sea.name, language).unwrap_or(sea.name);
        // The widest oceans have several middles.
        if names.iter().any(|name| name.text() == word) {
            continue;
        }
        // No letter of a name is narrower than a third of its height, on average.
        let shortest = SIZES[1].0 / 3.0 * word.chars().count() as f64 / 2.0 * pen.unit;
        if !is_seen || 2.0 * half_width < shortest {
            continue;
        }
        let texts = [word.to_owned(), in_two_lines(word)];
        let tries = SIZES.iter().flat_map(|size| texts.iter().map(move |text| (size, text)));
        for (&(size, spacing), text) in tries {
            let lettering = Lettering::new(Face::Italic, size * pen.unit).spaced(size * spacing * pen.unit);
            let mut name = Name::set(text, lettering, pen.fonts)?;
            let (width, height) = name.size();
            let (free_x, free_y) = (half_width - width / 2.0 * SHARE, half_height - height / 2.0 * SHARE);
            if free_x < 0.0 || free_y < 0.0 {
                continue;
            }
            // A name may touch the shore, and no more.
            let (w, h) = (0.5 * width, 0.45 * height);
            let corners = [(0.0, 0.0), (-w, -h), (w, -h), (-w, h), (w, h), (-0.5 * w, 0.0), (0.5 * w, 0.0)];
            let at_sea =
                |at: &Point| corners.iter().all(|(x, y)| sketch.is_water(view, Point::new(at.x + x, at.y + y)));
            name.wish.width += 0.5 * APART * lettering.size_px;
            let size = name.size();
            let is_free = |at: &Point| obstacles.free(Rect::from_center_size(*at, size), 0.0);
            let about = [0.0, -0.5, 0.5, -1.0, 1.0];
            let usual = about.into_iter().flat_map(|y| about.map(|x| (x, y)));
            let usual = usual.map(|(x, y): (f64, f64)| Point::new(middle.x + x * free_x, middle.y + y * free_y));
            let elsewhere = in_view(view, middle, (half_width, half_height));
            let spots: Vec<Point> = (usual.chain(elsewhere))
                .filter(|at| frame.contains([at.x - width / 2.0, at.y]) && frame.contains([at.x + width / 2.0, at.y]))
                .filter(is_free)
                .filter(|at| is_of(&sea, view, *at))
                .filter(at_sea)
                .take(OFFERED)
                .collect();
            if !spots.is_empty() {
                // The route is about those that it crosses.
                name.wish.priority = if is_crossed(&sea, view, legs) { 31 } else { 8 };
                names.push(name.among(spots));
                break;
            }
        }
    }
    Ok(names)
}

/// Points in the part of a sea that the map shows, if it doesn't show the whole: those near to the sea's middle first.
fn in_view(view: &View, middle: Point, (half_width, half_height): (f64, f64)) -> Vec<Point> {
    let frame = view.frame();
    let (left, right) = ((middle.x - half_width).max(frame.left), (middle.x + half_width).min(frame.right));
    let (top, bottom) = ((middle.y - half_height).max(frame.top), (middle.y + half_height).min(frame.bottom));
    if right - left > 1.99 * half_width && bottom - top > 1.99 * half_height {
        return Vec::new();
    }
    let mut spots: Vec<Point> = grid(Rect::new(left, top, right, bottom), COLUMNS, ROWS).collect();
    nearest_first(&mut spots, middle);
    spots
}

/// Whether a pixel lies in the sea: on maps of half the earth what is far from its middle may be anywhere.
fn is_of(sea: &world::Sea, view: &View, at: Point) -> bool {
    let Some(there) = view.invert([at.x, at.y]) else { return false };
    let north = (there.y() - sea.position.y()) * 111.2;
    let degrees_east = libm::remainder(there.x() - sea.position.x(), 360.0);
    let east = degrees_east * 111.2 * libm::cos(there.y().to_radians());
    north.abs() < 1.1 * sea.half_height_km && east.abs() < 1.1 * sea.half_width_km
}

/// Whether a leg by sea has a point in the sea, nearer to its middle than to its ends.
fn is_crossed(sea: &world::Sea, view: &View, legs: &[DrawnLeg]) -> bool {
    let inner = world::Sea { half_width_km: 0.7 * sea.half_width_km, half_height_km: 0.7 * sea.half_height_km, ..*sea };
    let points = legs.iter().filter(|leg| leg.mode == Mode::Sea).flat_map(|leg| leg.pieces.iter().flatten());
    points.into_iter().any(|at| is_of(&inner, view, pixel(*at)))
}

/// A position so far away, on a sphere as flat as a map of a sea may take it.
fn toward(from: Position, azimuth_deg: f64, km: f64) -> Position {
    let (sine, cosine) = libm::sincos(azimuth_deg.to_radians());
    let north = km / 111.2 * cosine;
    let east = km / (111.2 * libm::cos(from.y().to_radians()).max(0.05)) * sine;
    Position::new(from.x() + east, (from.y() + north).min(89.0))
}
