use std::fmt::Write;

use crate::canvas::number::Number;
use crate::canvas::{Cap, Color, Join, Stroke, is_dashed};

/// Appends the attributes of a line that differ from those that SVG gives every line.
pub(super) fn write(stroke: &Stroke, color: Color, out: &mut String) {
    let _ = write!(out, " stroke=\"{color}\" stroke-width=\"{}\"", Number::new(stroke.width, 3));
    if color.alpha < 255 {
        let _ = write!(out, " stroke-opacity=\"{}\"", Number::new(color.opacity(), 3));
    }
    match stroke.start_cap {
        Cap::Butt => {}
        Cap::Round => out.push_str(" stroke-linecap=\"round\""),
        Cap::Square => out.push_str(" stroke-linecap=\"square\""),
    }
    match stroke.join {
        Join::Miter => {
            let _ = write!(out, " stroke-miterlimit=\"{}\"", Number::new(stroke.miter_limit, 3));
        }
        Join::Round => out.push_str(" stroke-linejoin=\"round\""),
        Join::Bevel => out.push_str(" stroke-linejoin=\"bevel\""),
    }
    if is_dashed(stroke) {
        out.push_str(" stroke-dasharray=\"");
        for (index, dash) in stroke.dash_pattern.iter().enumerate() {
            let _ = write!(out, "{}{}", if index > 0 { " " } else { "" }, Number::new(*dash, 3));
        }
        out.push('"');
        if stroke.dash_offset != 0.0 {
            let _ = write!(out, " stroke-dashoffset=\"{}\"", Number::new(stroke.dash_offset, 3));
        }
    }
}
