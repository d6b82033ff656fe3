//! Names of countries, for orientation: each in the part of its land that the map shows, the larger ones first.

use geo::Polygon;

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Point, Rect};
use crate::projection::View;
use crate::route::{Boundaries, Language};
use crate::world;

use super::area::Area;
use super::labels::{Stance, Wish};
use super::mark::pixel;
use super::pen::Pen;
use super::sketch::Sketch;

/// So many places in each direction are looked at for a name.
const GRID: usize = 10;
/// So many of them are offered, the best ones.
const OFFERED: usize = 16;

/// How much wider than its country a name may be that is not part of the story.
const OVERHANG: f64 = 1.1;
/// How far a name that has little room reaches from its middle within its country, as a part of its width.
const REACH: f64 = 0.42;
/// How much of a name may lie on the land of other countries before it seems to be theirs.
const ABROAD: f64 = 0.3;
/// How much free room there is between names side by side, in sizes of the type: those that nearly touch read as one.
const APART: f64 = 1.2;

/// The names of the countries that the map has room for, set, with what they wish. Those that the route is about
/// (`involved`, by their codes) come first.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn names(
    view: &View,
    (boundaries, language): (Boundaries, Language),
    sketch: &Sketch,
    involved: &[&str],
    meters_per_pixel: f64,
    Pen { fonts, unit, .. }: Pen,
) -> Result<Vec<Name>, MissingGlyph> {
    // The zoom level of a web map of 256-pixel tiles whose type is as large as ours.
    let zoom = libm::log2(156_543.0 / (meters_per_pixel * unit * 1.7));
    let wanted = |label: &world::CountryLabel| {
        let code = label.country.code;
        !code.is_empty() && (label.min_zoom <= zoom || involved.contains(&code))
    };
    let mut labels: Vec<world::CountryLabel> = world::country_labels(boundaries).filter(wanted).collect();
    labels.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.country.a3.cmp(b.country.a3)));
    let mut names = Vec::new();
    for label in labels {
        let own = label.country.a3;
        let Some((rings, size)) = largest_visible(view, sketch.of(own)) else { continue };
        let Some(area) = Area::new(&rings) else { continue };
        let is_involved = involved.contains(&label.country.code);
        let large = size > 130_000.0 * unit * unit;

        // Where the name usually stands; a country that fills the map has it in the middle of what is seen.
        let usual = view.project(label.position).map(pixel).filter(|_| !large);
        let word = world::country_in(own, language).unwrap_or(label.short_name);
        let texts = [word.to_uppercase(), in_two_lines(word).to_uppercase()];
        let letterings = letterings(large, unit);
        for (lettering, text) in letterings.iter().flat_map(|lettering| texts.iter().map(move |text| (lettering, text)))
        {
            let mut name = Name::set(text, *lettering, fonts)?;
            let mut spots = spots(&area, name.size(), usual);
            // A name that is much wider than its country would seem to be its neighbour's.
            let fits = is_involved || name.size().0 < OVERHANG * breadth(&rings);
            if let Some(at) = usual.filter(|at| fits && view.frame().contains([at.x, at.y])) {
                let (width, height) = name.size();
                let covers = |at: &Point| Rect::from_center_size(*at, (width, height));
                let is_ours = |at: &Point| sketch.share_of_others(view, covers(at), own) <= ABROAD;
                spots.extend(beside(at, (width, height), is_involved).into_iter().filter(is_ours));
            }
            if !spots.is_empty() {
                name.wish.width += APART * lettering.size_px;
                name.wish.anchor = spots[0];
                name.wish.stance = Stance::Among(spots);
                name.wish.priority = if is_involved { 30 } else { 20 - u32::from(label.rank.min(20)) };
                names.push(name);
                break;
            }
        }
    }
    Ok(names)
}

/// How a name is set: widely across a large country if that fits, else smaller.
fn letterings(large: bool, unit: f64) -> Vec<Lettering> {
    let spaced = |size: f64, spacing: f64| Lettering::new(Face::Regular, size * unit).spaced(size * spacing * unit);
    if large { vec![spaced(26.0, 0.3), spaced(20.0, 0.12)] } else { vec![spaced(20.0, 0.12)] }
}

/// A country's name, set in one line or two, and where it would like to stand.
pub struct Name {
    lines: Vec<GlyphRun>,
    /// What it wishes.
    pub wish: Wish,
}

impl Name {
    /// Sets a name; each line of the text is a line of the name.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn set(text: &str, lettering: Lettering, fonts: &Fonts) -> Result<Name, MissingGlyph> {
        let lines: Vec<GlyphRun> = text.lines().map(|line| fonts.shape(line, lettering)).collect::<Result<_, _>>()?;
        let wish = Wish {
            anchor: Point::ZERO,
            clearance: 0.0,
            width: lines.iter().map(GlyphRun::width).fold(0.0, f64::max),
            height: lettering.size_px * 1.1 * lines.len() as f64,
            stance: Stance::Among(Vec::new()),
            priority: 0,
        };
        Ok(Name { lines, wish })
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        (self.wish.width, self.wish.height)
    }

    /// The words.
    pub fn text(&self) -> String {
        self.lines.iter().map(GlyphRun::text).collect::<Vec<_>>().join(" ")
    }

    /// The lines, centred in the box, each with the start of its baseline.
    pub fn placed(self, rect: Rect) -> impl Iterator<Item = (GlyphRun, Point)> {
        let line_height = rect.height() / self.lines.len().max(1) as f64;
        self.lines.into_iter().enumerate().map(move |(number, run)| {
            let x = rect.center().x - run.width() / 2.0;
            let at = Point::new(x, rect.y0 + line_height * (number as f64 + 0.83));
            (run, at)
        })
    }
}

/// A name of several words, broken near its middle.
pub fn in_two_lines(name: &str) -> String {
    let middle = name.len() / 2;
    match name.match_indices(' ').min_by_key(|(at, _)| at.abs_diff(middle)) {
        Some((at, _)) => format!("{}\n{}", &name[..at], &name[at + 1..]),
        None => name.to_owned(),
    }
}

/// Where a name may stand that finds no room in its country: across it; one that must be shown also beside it.
fn beside(at: Point, (width, height): (f64, f64), must: bool) -> Vec<Point> {
    let across = [(0.0, 0.0), (0.0, -0.8), (0.0, 0.8)];
    let aside = [(0.0, -1.6), (0.0, 1.6), (0.6, 0.0), (-0.6, 0.0), (0.6, 1.5), (-0.6, 1.5)];
    let aside = aside.iter().filter(|_| must);
    across.iter().chain(aside).map(|(x, y)| Point::new(at.x + x * width, at.y + y * height)).collect()
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

/// Middles of boxes that lie within the area: the nearest to where the name usually stands come first, or those in the
/// middle of what is seen.
fn spots(area: &Area, (width, height): (f64, f64), favourite: Option<Point>) -> Vec<Point> {
    let bounds = area.bounds;
    let middle = favourite.filter(|at| area.holds(*at)).unwrap_or(bounds.center());
    let mut spots: Vec<Point> = Vec::new();
    for row in 0..GRID {
        for column in 0..GRID {
            let part = |step: usize| (step as f64 + 0.5) / GRID as f64;
            spots.push(Point::new(bounds.x0 + part(column) * bounds.width(), bounds.y0 + part(row) * bounds.height()));
        }
    }
    spots.extend(favourite);
    // A name may reach a little over its country's border, but there where it doesn't it reads better.
    let holds = |at: &Point, share: f64| {
        let (w, h) = (width * share, height * 0.4);
        let edges = [-1.0, -0.5, 0.0, 0.5, 1.0].iter().flat_map(|x| [(x * w, -h), (x * w, h)]);
        edges.into_iter().all(|(dx, dy)| area.holds(Point::new(at.x + dx, at.y + dy)))
    };
    spots.retain(|at| holds(at, REACH));
    let mut ranked: Vec<(bool, Point)> = spots.into_iter().map(|at| (!holds(&at, 0.5), at)).collect();
    ranked
        .sort_by(|(a, at), (b, bt)| a.cmp(b).then(at.distance_squared(middle).total_cmp(&bt.distance_squared(middle))));
    let mut spots: Vec<Point> = ranked.into_iter().map(|(_, at)| at).collect();
    spots.truncate(OFFERED * OFFERED / 2);
    // The nearest few, and every so often one that is further off, in case that what is near is taken.
    let step = (spots.len() / OFFERED).max(1);
    spots.iter().copied().enumerate().filter(|(at, _)| *at < 6 || at % step == 0).map(|(_, spot)| spot).collect()
}
