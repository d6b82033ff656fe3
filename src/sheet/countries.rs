//! Names of countries, for orientation: as many as find room, the larger ones first.

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Point};
use crate::projection::View;
use crate::route::Boundaries;
use crate::world;

use super::labels::{Stance, Wish};

/// How much sooner a name is shown than Natural Earth would on a web map: print is read more closely.
const SOONER: f64 = 0.2;

/// The names that the map's scale has room for, set, with what they wish.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn wishes(
    view: &View,
    boundaries: Boundaries,
    meters_per_pixel: f64,
    fonts: &Fonts,
    unit: f64,
) -> Result<Vec<(GlyphRun, Wish)>, MissingGlyph> {
    // The zoom level of a web map of 256-pixel tiles whose type is as large as ours.
    let zoom = libm::log2(156_543.0 / (meters_per_pixel / unit.max(0.1) * 1.9));
    let mut labels: Vec<world::CountryLabel> =
        world::country_labels(boundaries).filter(|label| label.min_zoom <= zoom + SOONER).collect();
    labels.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.country.a3.cmp(b.country.a3)));
    let mut wishes = Vec::new();
    for label in labels {
        let Some([x, y]) = view.project(label.position) else { continue };
        if !view.frame().contains([x, y]) {
            continue;
        }
        let size = if label.rank <= 2 { 27.0 } else { 21.0 } * unit;
        let lettering = Lettering::new(Face::Regular, size).spaced(size * 0.16);
        let run = fonts.shape(&label.short_name.to_uppercase(), lettering)?;
        let wish = Wish {
            anchor: Point::new(x, y),
            clearance: 0.0,
            width: run.width(),
            height: size * 1.1,
            stance: Stance::Over,
            priority: 20 - u32::from(label.rank.min(20)),
        };
        wishes.push((run, wish));
    }
    Ok(wishes)
}
