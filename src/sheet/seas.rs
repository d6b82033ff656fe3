//! Names of seas and oceans, in italics, where their water is.

use crate::canvas::{Face, Lettering, MissingGlyph, Point};
use crate::geodesy;
use crate::projection::View;
use crate::world;

use super::countries::{Name, in_two_lines};
use super::labels::Stance;
use super::mark::pixel;
use super::pen::Pen;

/// The sizes that a sea's name is tried in, in units, and how its letters are spaced, in sizes of the type.
const SIZES: [(f64, f64); 2] = [(24.0, 0.10), (20.0, 0.05)];
/// A name needs so much of the breadth of its water.
const SHARE: f64 = 0.9;

/// The names of the seas that are in the frame and wide enough for theirs, the largest first.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn names(view: &View, meters_per_pixel: f64, pen: Pen) -> Result<Vec<Name>, MissingGlyph> {
    let mut names = Vec::new();
    let within = view.visible_bounds();
    for sea in world::seas() {
        let near = within.iter().any(|rect| {
            let reach = sea.half_width_km.max(sea.half_height_km) / 50.0;
            rect.min().y - reach <= sea.position.y() && sea.position.y() <= rect.max().y + reach
        });
        let Some(middle) = near.then(|| view.project(sea.position)).flatten().map(pixel) else { continue };
        // What the sea is wide and high on this map, there where it is.
        let reach = |azimuth: f64, km: f64| {
            let end = view.project(geodesy::destination(sea.position, azimuth, km)).map(pixel)?;
            Some(end.distance(middle))
        };
        let usual = |km: f64| 1000.0 * km / meters_per_pixel;
        let half_width = reach(90.0, sea.half_width_km).unwrap_or(usual(sea.half_width_km));
        let half_height = reach(0.0, sea.half_height_km).unwrap_or(usual(sea.half_height_km));
        let texts = [sea.name.to_owned(), in_two_lines(sea.name)];
        let tries = SIZES.iter().flat_map(|size| texts.iter().map(move |text| (size, text)));
        for (&(size, spacing), text) in tries {
            let lettering = Lettering::new(Face::Italic, size * pen.unit).spaced(size * spacing * pen.unit);
            let mut name = Name::set(text, lettering, pen.fonts)?;
            let (width, height) = name.size();
            let (free_x, free_y) = (half_width - width / 2.0 * SHARE, half_height - height / 2.0 * SHARE);
            if free_x < 0.0 || free_y < 0.0 {
                continue;
            }
            let frame = view.frame();
            let spots: Vec<Point> = [0.0, -0.5, 0.5, -1.0, 1.0]
                .into_iter()
                .flat_map(|y| [0.0, -0.5, 0.5, -1.0, 1.0].map(|x: f64| (x, y)))
                .map(|(x, y): (f64, f64)| Point::new(middle.x + x * free_x, middle.y + y * free_y))
                .filter(|at| frame.contains([at.x - width / 2.0, at.y]) && frame.contains([at.x + width / 2.0, at.y]))
                .collect();
            if let Some(first) = spots.first().copied() {
                name.wish.anchor = first;
                name.wish.stance = Stance::Among(spots);
                name.wish.priority = 8;
                names.push(name);
                break;
            }
        }
    }
    Ok(names)
}
