//! What a sheet is made of before it is drawn: shapes and words with their colours, in layers.

use crate::canvas::{Canvas, Color, FillRule, GlyphRun, Halo, Path, Point, Stroke};

/// One thing that is drawn.
pub enum Mark {
    /// An area.
    Fill(Path, Color),
    /// A line.
    Stroke(Path, Stroke, Color),
    /// Words on a baseline that starts at the point.
    Text(GlyphRun, Point, Color, Option<Halo>),
}

/// Marks that belong together, drawn in order, perhaps inside of a clip.
pub struct Layer {
    /// What it is called where the format has names.
    pub name: &'static str,
    /// Nothing is drawn outside of it.
    pub clip: Option<Path>,
    /// The marks from back to front.
    pub marks: Vec<Mark>,
}

impl Layer {
    /// Draws its marks.
    pub fn draw_on(&self, canvas: &mut dyn Canvas) {
        canvas.begin_group(self.name);
        if let Some(clip) = &self.clip {
            canvas.push_clip(clip);
        }
        for mark in &self.marks {
            match mark {
                Mark::Fill(path, color) => canvas.fill(path, FillRule::NonZero, *color),
                Mark::Stroke(path, stroke, color) => canvas.stroke(path, stroke, *color),
                Mark::Text(run, at, color, halo) => canvas.glyphs(run, *at, 0.0, *color, *halo),
            }
        }
        if self.clip.is_some() {
            canvas.pop_clip();
        }
        canvas.end_group();
    }
}

/// A projected position as a point of the canvas.
pub fn pixel([x, y]: [f64; 2]) -> Point {
    Point::new(x, y)
}
