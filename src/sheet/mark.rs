//! What a sheet is made of before it is drawn: shapes and words with their colours, in layers.

use crate::canvas::{Canvas, Color, FillRule, GlyphRun, Halo, Path, Point, Rect, Shape, Stroke};

/// One thing that is drawn.
pub enum Mark {
    /// An area.
    Fill(Path, Color),
    /// A line.
    Stroke(Path, Stroke, Color),
    /// Words on a baseline that starts at the point.
    Text(GlyphRun, Point, Color, Option<Halo>),
}

impl Mark {
    /// Whether it surely lies within a box.
    fn is_within(&self, bounds: Rect) -> bool {
        let covered = match self {
            Mark::Fill(path, _) => path.control_box(),
            // Mitres reach at most so far beyond the line.
            Mark::Stroke(path, stroke, _) => path.control_box().inflate(2.0 * stroke.width, 2.0 * stroke.width),
            Mark::Text(run, at, _, halo) => {
                let rim = halo.map_or(0.0, |halo| halo.width_px);
                (run.ink() + at.to_vec2()).inflate(rim, rim)
            }
        };
        bounds.union(covered) == bounds
    }
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
        // A clip costs as much as hundreds of marks.
        let clip = self.clip.as_ref().filter(|clip| {
            let bounds = clip.bounding_box();
            self.marks.iter().any(|mark| !mark.is_within(bounds))
        });
        if let Some(clip) = clip {
            canvas.push_clip(clip);
        }
        for mark in &self.marks {
            match mark {
                Mark::Fill(path, color) => canvas.fill(path, FillRule::NonZero, *color),
                Mark::Stroke(path, stroke, color) => canvas.stroke(path, stroke, *color),
                Mark::Text(run, at, color, halo) => canvas.glyphs(run, *at, 0.0, *color, *halo),
            }
        }
        if clip.is_some() {
            canvas.pop_clip();
        }
        canvas.end_group();
    }
}

/// A projected position as a point of the canvas.
pub fn pixel([x, y]: [f64; 2]) -> Point {
    Point::new(x, y)
}
