//! What colours mean: swatches with words behind them, in a row.

use plotters::prelude::{Rectangle, Text};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, VPos};

use crate::canvas::{Color, Face};

use super::draw::{Area, Drawn};
use super::style::Style;

/// A colour with its meaning.
pub(super) struct Swatch {
    pub words: String,
    pub fill: Color,
    /// Around it, if anything is.
    pub rim: Option<Color>,
}

const WIDTH: f64 = 44.0;
const BEFORE_WORDS: f64 = 12.0;
const BETWEEN: f64 = 44.0;

/// How wide a row of swatches is.
pub(super) fn width(swatches: &[Swatch], style: &Style) -> i32 {
    let words = swatches.iter().map(|one| style.width(&one.words, Face::Regular, 20.0));
    words.map(|words| words + style.size(WIDTH + BEFORE_WORDS + BETWEEN)).sum::<i32>() - style.size(BETWEEN)
}

/// Draws them from `left` to the right, in the height of a heading at the top of the area.
pub(super) fn draw(swatches: &[Swatch], area: &Area, style: &Style, left: i32) -> Drawn {
    let mut at = left;
    for one in swatches {
        let corners = [(at, style.size(6.0)), (at + style.size(WIDTH), style.size(22.0))];
        area.draw(&Rectangle::new(corners, one.fill.filled()))?;
        if let Some(rim) = one.rim {
            area.draw(&Rectangle::new(corners, style.line(1.6, rim)))?;
        }
        let text = style.text(Face::Regular, 20.0, style.theme.faint_ink, (HPos::Left, VPos::Center));
        area.draw(&Text::new(one.words.clone(), (at + style.size(WIDTH + BEFORE_WORDS), style.size(14.0)), text))?;
        at += style.size(WIDTH + BEFORE_WORDS + BETWEEN) + style.width(&one.words, Face::Regular, 20.0);
    }
    Ok(())
}
