use std::fmt::Write;

use super::Number;
use super::escape::Escaped;
use super::stroke;
use crate::canvas::{Color, Face, GlyphRun, Halo, Join, Point};

/// What stands in where the font is not installed.
const OTHERS: &str = "Helvetica Neue, Arial, sans-serif";

/// Writes a line of text as text: its baseline begins where the run's does, turned as it is.
///
/// A halo is the same text once more, behind: the order of fill and stroke within one element is not known to every
/// program.
pub(super) fn write(body: &mut String, run: &GlyphRun, at: Point, angle_deg: f64, color: Color, halo: Option<Halo>) {
    if let Some(halo) = halo.filter(|halo| halo.color.alpha > 0 && halo.width_px > 0.0) {
        body.push_str("<text aria-hidden=\"true\" fill=\"none\"");
        stroke::write(&halo.stroke().with_join(Join::Round), halo.color, body);
        words(body, run, at, angle_deg);
    }
    let _ = write!(body, "<text fill=\"{color}\"");
    if color.alpha < 255 {
        let _ = write!(body, " fill-opacity=\"{}\"", Number::new(color.opacity(), 3));
    }
    words(body, run, at, angle_deg);
}

fn words(body: &mut String, run: &GlyphRun, at: Point, angle_deg: f64) {
    let lettering = run.lettering();
    let (x, y) = (Number::new(at.x, 2), Number::new(at.y, 2));
    let _ = write!(body, " x=\"{x}\" y=\"{y}\" xml:space=\"preserve\"");
    if angle_deg != 0.0 {
        let _ = write!(body, " transform=\"rotate({} {x} {y})\"", Number::new(angle_deg, 3));
    }
    let _ = write!(body, " font-family=\"{}, {OTHERS}\"", Escaped(&run.font().family()));
    let _ = write!(body, " font-size=\"{}\"", Number::new(lettering.size_px, 3));
    match lettering.face {
        Face::Regular => {}
        Face::Bold => body.push_str(" font-weight=\"700\""),
        Face::Italic => body.push_str(" font-style=\"italic\""),
    }
    if lettering.spacing_px != 0.0 {
        let _ = write!(body, " letter-spacing=\"{}\"", Number::new(lettering.spacing_px, 3));
    }
    if lettering.tabular {
        body.push_str(" style=\"font-feature-settings:'tnum'\"");
    }
    let _ = writeln!(body, ">{}</text>", Escaped(run.text()));
}
