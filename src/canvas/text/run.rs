use std::sync::{Arc, OnceLock};

use vello_cpu::kurbo::Affine;

use super::{Font, Lettering, MissingGlyph};
use crate::canvas::{Path, Rect};

/// One line of text, set: its glyphs, each in its place, around a baseline that begins at (0, 0).
#[derive(Clone)]
pub struct GlyphRun {
    text: String,
    font: Arc<Font>,
    lettering: Lettering,
    glyphs: Vec<Glyph>,
    width: f64,
    ink: OnceLock<Rect>,
}

/// A glyph in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Which glyph of the run's font.
    pub id: u32,
    /// The byte of the source text at which the character begins that it stands for.
    pub cluster: usize,
    /// Where its origin lies, in pixels right of the beginning of the baseline.
    pub x: f64,
    /// The same, in pixels below the baseline.
    pub y: f64,
}

impl GlyphRun {
    pub(super) fn set(text: &str, font: &Arc<Font>, lettering: Lettering) -> Result<Self, MissingGlyph> {
        let scale = lettering.size_px / font.units_per_em();
        let spacing = (lettering.spacing_px / scale).round() as i64;
        let missing = |character| MissingGlyph { character, text: text.to_owned() };
        let (placed, advance) = font.place(text, lettering.tabular, spacing).map_err(missing)?;
        let px = |units: i64| units as f64 * scale;
        let glyph = |glyph: &super::font::Placed| Glyph {
            id: glyph.id,
            cluster: glyph.cluster,
            x: px(glyph.x),
            y: px(glyph.y),
        };
        Ok(Self {
            text: text.to_owned(),
            font: Arc::clone(font),
            lettering,
            glyphs: placed.iter().map(glyph).collect(),
            width: px(advance),
            ink: OnceLock::new(),
        })
    }

    /// What was set, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The font that the glyphs are of.
    pub fn font(&self) -> &Arc<Font> {
        &self.font
    }

    /// How it was set.
    pub fn lettering(&self) -> Lettering {
        self.lettering
    }

    /// The glyphs in the order of the text.
    pub fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// How far the line advances, in pixels.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// From the baseline to the top of the line, in pixels: the same for every text of one font and size.
    pub fn ascent(&self) -> f64 {
        self.font.ascent() * self.scale()
    }

    /// From the baseline to the bottom of the line, in pixels: the same for every text of one font and size.
    pub fn descent(&self) -> f64 {
        self.font.descent() * self.scale()
    }

    /// Ascent and descent together, in pixels.
    pub fn height(&self) -> f64 {
        self.ascent() + self.descent()
    }

    /// Pixels per font unit.
    pub fn scale(&self) -> f64 {
        self.lettering.size_px / self.font.units_per_em()
    }

    /// The box around what is black, in pixels, y down from the baseline; of no size if nothing is.
    pub fn ink(&self) -> Rect {
        *self.ink.get_or_init(|| {
            let scale = self.scale();
            let boxes = self.glyphs.iter().filter_map(|glyph| {
                let bounds = self.font.glyph(glyph.id).bounds;
                let moved = bounds.scale_from_origin(scale) + (vello_cpu::kurbo::Vec2::new(glyph.x, glyph.y));
                (bounds.area() > 0.0).then_some(moved)
            });
            boxes.reduce(|all, one| all.union(one)).unwrap_or(Rect::ZERO)
        })
    }

    /// Adds all glyphs' outlines to a path, in pixels around the baseline's beginning; to be filled by the non-zero rule.
    pub fn outline(&self, path: &mut Path) {
        for glyph in &self.glyphs {
            let place = Affine::new([self.scale(), 0.0, 0.0, self.scale(), glyph.x, glyph.y]);
            path.extend(self.font.outline(glyph.id).iter().map(|element| place * element));
        }
    }
}
