use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{Buffer, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag, shape};
use skrifa::raw::types::NameId;
use skrifa::{DrawMemory, GlyphId, PathSink, ScalerFont};

use crate::canvas::{Path, Rect, Shape};

/// One font file: its measures, its glyphs' outlines, and how its glyphs are placed.
pub struct Font {
    data: &'static [u8],
    inner: skrifa::Font,
    units_per_em: f64,
    ascent: f64,
    descent: f64,
    /// Drawn when they are first asked for; boxed, since most of a font's glyphs never are.
    outlines: Vec<OnceLock<Box<Outline>>>,
    /// How lines of a script are set, with figures of one width or not: making a plan takes as long as setting a line.
    plans: Mutex<Vec<Plan>>,
}

/// The script that lines are in, whether their figures are of one width, and how they are set.
type Plan = (Option<Script>, bool, Arc<ShapePlan>);

/// A glyph's outline and the box around it, in font units, y down.
#[derive(Default)]
pub(super) struct Outline {
    pub path: Path,
    pub bounds: Rect,
}

/// A glyph where shaping put it, in font units from the beginning of the line, y down.
pub(super) struct Placed {
    pub id: u32,
    pub cluster: usize,
    pub x: i64,
    pub y: i64,
}

impl Font {
    /// Reads a font file; `None` if it isn't one.
    pub(super) fn parse(data: &'static [u8]) -> Option<Self> {
        let inner = skrifa::Font::new(data, 0)?;
        let metrics = inner.metrics();
        let line = metrics.h_line()?;
        let [ascent, descent] = [line.ascender, line.descender].map(|height| f64::from(height.to_f32()).abs());
        let units_per_em = f64::from(metrics.units_per_em);
        let outlines = (0..metrics.num_glyphs).map(|_| OnceLock::new()).collect();
        Some(Self { data, inner, units_per_em, ascent, descent, outlines, plans: Mutex::default() })
    }

    /// The font file itself, for formats that embed it.
    pub fn data(&self) -> &[u8] {
        self.data
    }

    /// What the font calls itself for programs: `Inter-Regular`.
    pub fn name(&self) -> String {
        self.name_of(NameId::POSTSCRIPT_NAME)
    }

    /// The family that the font belongs to: `Inter`.
    pub fn family(&self) -> String {
        self.name_of(NameId::FAMILY_NAME)
    }

    fn name_of(&self, id: NameId) -> String {
        let name = self.inner.names().get(id).and_then(|name| name.english_or_first());
        name.map_or_else(|| "Font".to_owned(), |name| name.name().chars().collect())
    }

    /// How far a glyph advances, in font units.
    pub fn advance(&self, glyph: u32) -> f64 {
        f64::from(self.inner.glyph_metrics().h_advance(GlyphId::new(glyph)))
    }

    /// The height of a capital letter, in font units; the ascent where the font doesn't say.
    pub fn cap_height(&self) -> f64 {
        self.inner.metrics().cap_height.map_or(self.ascent, |height| f64::from(height.to_f32()))
    }

    /// The box that holds all of the font's glyphs, in font units, y up.
    pub fn bounds(&self) -> Rect {
        let bounds = &self.inner.metrics().bounds;
        let [x0, y0, x1, y1] =
            [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| f64::from(side.to_f32()));
        Rect::new(x0, y0, x1, y1)
    }

    /// How many font units make the size that text is set at.
    pub fn units_per_em(&self) -> f64 {
        self.units_per_em
    }

    /// From the baseline to the top of a line, in font units.
    pub fn ascent(&self) -> f64 {
        self.ascent
    }

    /// From the baseline to the bottom of a line, in font units.
    pub fn descent(&self) -> f64 {
        self.descent
    }

    /// A glyph's outline in font units, y down, around a baseline at 0. Empty for a space.
    pub fn outline(&self, glyph: u32) -> &Path {
        &self.glyph(glyph).path
    }

    pub(super) fn glyph(&self, glyph: u32) -> &Outline {
        static NOTHING: OnceLock<Outline> = OnceLock::new();
        match self.outlines.get(glyph as usize) {
            Some(cell) => cell.get_or_init(|| Box::new(self.draw(glyph))),
            None => NOTHING.get_or_init(Outline::default),
        }
    }

    fn draw(&self, glyph: u32) -> Outline {
        let mut pen = Pen(Path::new());
        let scaler = ScalerFont::unhinted(self.inner.clone(), None);
        // A glyph whose outline can't be read is left empty: the embedded fonts have none such.
        if let Some(outline) = scaler.outline(GlyphId::new(glyph)) {
            let _ = outline.draw(DrawMemory::Scratch, &mut pen);
        }
        let bounds = if pen.0.is_empty() { Rect::ZERO } else { pen.0.bounding_box() };
        Outline { path: pen.0, bounds }
    }

    /// Places the glyphs of a line of text and gives them with the advance of the whole, in font units; or the first
    /// character that the font doesn't have.
    pub(super) fn place(&self, text: &str, tabular: bool, spacing: i64) -> Result<(Vec<Placed>, i64), char> {
        let mut buffer = Buffer::new();
        for (at, character) in text.char_indices() {
            // A line of text has one line: tabs and line ends are spaces in it.
            let character = if character.is_whitespace() && character.is_control() { ' ' } else { character };
            buffer.push(u32::from(character), at as u32);
        }
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let features = [Feature::new(Tag::new(b"tnum"), 1, ..)];
        let features = if tabular { &features[..] } else { &[] };
        let plan = self.plan(&buffer, tabular, features);
        let options = ShapeOptions::new().plan(Some(&plan)).features(features);
        // Shaping fails only on a buffer that the plan isn't for or with glyphs in it already; then there is no glyph.
        let shaped = shape(&ShaperFont::new(&self.inner), &mut buffer, options);
        debug_assert!(shaped.is_ok());

        let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
        if let Some(missing) = infos.iter().find(|info| info.glyph_id == 0) {
            // The cluster begins with the letter that a missing mark stands on.
            let mut characters = text[missing.cluster as usize..].chars();
            let unknown = characters.find(|character| self.inner.charmap().map_unicode(*character).is_none());
            return Err(unknown.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let mut x = 0;
        let mut placed = Vec::with_capacity(infos.len());
        for (index, (info, position)) in infos.iter().zip(positions).enumerate() {
            if index > 0 && infos[index - 1].cluster != info.cluster {
                x += spacing;
            }
            placed.push(Placed {
                id: info.glyph_id,
                cluster: info.cluster as usize,
                x: x + i64::from(position.x_offset),
                y: -i64::from(position.y_offset),
            });
            x += i64::from(position.x_advance);
        }
        Ok((placed, x))
    }

    fn plan(&self, buffer: &Buffer, tabular: bool, features: &[Feature]) -> Arc<ShapePlan> {
        let script = buffer.script();
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let known = plans.iter().find(|(of, figures, _)| *of == script && *figures == tabular);
        if let Some((_, _, plan)) = known {
            return Arc::clone(plan);
        }
        let plan = ShapePlan::new(&self.inner, buffer.direction(), script, buffer.language(), features);
        let plan = Arc::new(plan);
        plans.push((script, tabular, Arc::clone(&plan)));
        plan
    }
}

/// Takes an outline down with y turned from up to down.
struct Pen(Path);

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(down(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(down(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(down(cx0, cy0), down(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.curve_to(down(cx0, cy0), down(cx1, cy1), down(x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

fn down(x: f32, y: f32) -> (f64, f64) {
    (f64::from(x), -f64::from(y))
}
