//! Text: from a string to glyphs that are placed.
//!
//! [`Fonts`] holds the faces. [`Fonts::shape`] puts the glyphs of one line where they belong (kerning, marks, figures of
//! one width) and gives a [`GlyphRun`], which knows how much room it takes and what it looks like. [`Fonts::wrap`] makes
//! lines of a given width. A character that no face has is an error that names it, never a box. Text runs from left to
//! right.

mod font;
mod fonts;
mod missing;
mod run;
mod wrap;

pub use font::Font;
pub use fonts::{Face, Fonts, Lettering};
pub use missing::MissingGlyph;
pub use run::{Glyph, GlyphRun};
