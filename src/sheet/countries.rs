//! Names of countries, for orientation: each in the part of its land that the map shows, the larger ones first.

use geo::Polygon;

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Point, Rect};
use crate::projection::View;
use crate::route::Boundaries;
use crate::world;

use super::labels::{Stance, Wish};
use super::mark::pixel;

/// Rings are drawn with so many vertices: enough to tell what lies in them.
const VERTICES: usize = 120;
/// So many places in each direction are looked at for a name.
const GRID: usize = 10;
/// So many of them are offered, the best ones.
const OFFERED: usize = 16;

/// The names of the countries that the map has room for, set, with what they wish. Those that the route is about
/// (`involved`, by their codes) come first.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn wishes(
    view: &View,
    boundaries: Boundaries,
    involved: &[&str],
    meters_per_pixel: f64,
    fonts: &Fonts,
    unit: f64,
) -> Result<Vec<(GlyphRun, Wish)>, MissingGlyph> {
    // The zoom level of a web map of 256-pixel tiles whose type is as large as ours.
    let zoom = libm::log2(156_543.0 / (meters_per_pixel / unit * 1.7));
    let wanted = |label: &world::CountryLabel| {
        let code = label.country.code;
        !code.is_empty() && (label.min_zoom <= zoom || involved.contains(&code))
    };
    let mut labels: Vec<world::CountryLabel> = world::country_labels(boundaries).filter(wanted).collect();
    labels.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.country.a3.cmp(b.country.a3)));
    let within = view.visible_bounds();
    // What is smaller than a hundredth of the map has no room for a name.
    let height = within.iter().map(|rect| rect.height()).fold(0.0, f64::max);
    let parts = world::country_sketches(boundaries, &within, height / 100.0, VERTICES);
    let mut wishes = Vec::new();
    for label in labels {
        let own = parts.iter().filter(|(a3, _)| *a3 == label.country.a3).map(|(_, part)| part);
        let Some((rings, area)) = largest_visible(view, own) else { continue };
        let large = area > 130_000.0 * unit * unit;
        let size = if large { 26.0 } else { 20.0 } * unit;
        let lettering = Lettering::new(Face::Regular, size).spaced(size * if large { 0.3 } else { 0.12 });
        let run = fonts.shape(&label.short_name.to_uppercase(), lettering)?;
        let box_size = (run.width(), size * 1.1);
        let favourite = view.project(label.position).map(pixel);
        let mut spots = spots(&rings, box_size, favourite);
        let is_involved = involved.contains(&label.country.code);
        let seen = favourite.is_some_and(|at| view.frame().contains([at.x, at.y]));
        if let Some(at) = favourite.filter(|_| seen && (is_involved || spots.is_empty())) {
            // A name that is wider than its country stands across it, or beside it.
            let steps = [(0.0, 0.0), (0.0, -1.5), (0.0, 1.5), (0.6, 0.0), (-0.6, 0.0), (0.6, 1.5), (-0.6, 1.5)];
            spots.extend(steps.map(|(x, y)| Point::new(at.x + x * box_size.0, at.y + y * box_size.1)));
        }
        if spots.is_empty() {
            continue;
        }
        let wish = Wish {
            anchor: spots[0],
            clearance: 0.0,
            width: box_size.0,
            height: box_size.1,
            stance: Stance::Among(spots),
            priority: if is_involved { 30 } else { 20 - u32::from(label.rank.min(20)) },
        };
        wishes.push((run, wish));
    }
    Ok(wishes)
}

/// The part of a country that takes most room in the frame: its rings in pixels, and its area.
fn largest_visible<'a>(view: &View, parts: impl Iterator<Item = &'a Polygon>) -> Option<(Vec<Vec<[f64; 2]>>, f64)> {
    let frame = view.frame();
    let seen = parts.map(|part| {
        let rings = view.polygon(part);
        let area = rings.iter().map(|ring| signed_area(ring)).sum::<f64>().abs();
        (rings, area)
    });
    seen.filter(|(rings, _)| rings.iter().flatten().any(|at| frame.contains(*at))).max_by(|a, b| a.1.total_cmp(&b.1))
}

fn signed_area(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0
}

/// Middles of boxes that lie within the rings: the nearest to where the name usually stands come first, or those in the
/// middle of what is seen.
fn spots(rings: &[Vec<[f64; 2]>], (width, height): (f64, f64), favourite: Option<Point>) -> Vec<Point> {
    let bounds = rings.iter().flatten().fold(None, |bounds: Option<Rect>, at| {
        let at = pixel(*at);
        Some(bounds.map_or(Rect::from_points(at, at), |bounds| bounds.union_pt(at)))
    });
    let Some(bounds) = bounds else { return Vec::new() };
    let middle = favourite.filter(|at| inside(rings, *at)).unwrap_or(bounds.center());
    let mut spots: Vec<Point> = Vec::new();
    for row in 0..GRID {
        for column in 0..GRID {
            let part = |step: usize| (step as f64 + 0.5) / GRID as f64;
            spots.push(Point::new(bounds.x0 + part(column) * bounds.width(), bounds.y0 + part(row) * bounds.height()));
        }
    }
    spots.extend(favourite);
    // A name may reach a little over its country's border.
    let (w, h) = (width * 0.42, height * 0.4);
    let corners = [(0.0, 0.0), (-w, -h), (w, -h), (-w, h), (w, h), (-w / 2.0, 0.0), (w / 2.0, 0.0)];
    spots.retain(|at| corners.iter().all(|(dx, dy)| inside(rings, Point::new(at.x + dx, at.y + dy))));
    spots.sort_by(|a, b| a.distance_squared(middle).total_cmp(&b.distance_squared(middle)));
    spots.truncate(OFFERED * OFFERED / 2);
    // The nearest few, and every so often one that is further off, in case that what is near is taken.
    let step = (spots.len() / OFFERED).max(1);
    spots.iter().copied().enumerate().filter(|(at, _)| *at < 6 || at % step == 0).map(|(_, spot)| spot).collect()
}

/// Whether a point lies in the rings, taken together (even-odd).
fn inside(rings: &[Vec<[f64; 2]>], at: Point) -> bool {
    let mut inside = false;
    for ring in rings {
        let mut before = ring.last().copied().unwrap_or_default();
        for &[x, y] in ring {
            if (y > at.y) != (before[1] > at.y) && at.x < (before[0] - x) * (at.y - y) / (before[1] - y) + x {
                inside = !inside;
            }
            before = [x, y];
        }
    }
    inside
}
