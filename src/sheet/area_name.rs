//! The name of a country or a sea: its lines, and where it would like to stand.

use crate::canvas::{Fonts, GlyphRun, Lettering, MissingGlyph, Point, Rect};

use super::labels::{Stance, Wish};

/// A name, set in one line or two, and where it would like to stand.
pub struct Name {
    lines: Vec<GlyphRun>,
    /// What it wishes.
    pub wish: Wish,
    /// Whether the route is about it: then it is told if it finds no room.
    pub is_involved: bool,
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
        Ok(Name { lines, wish, is_involved: false })
    }

    /// The name, to stand on one of these points.
    pub fn among(mut self, spots: Vec<Point>) -> Name {
        self.wish.anchor = spots.first().copied().unwrap_or_default();
        self.wish.stance = Stance::Among(spots);
        self
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
