//! A small picture for each mode, so that modes can be told apart without their colours.

use crate::canvas::{Path, Point, Stroke, circle};
use crate::route::Mode;

use super::mark::Mark;
use super::pen::Pen;

/// The radius of the disc that a picture stands on, in units.
pub const RADIUS: f64 = 18.0;

/// The picture on its disc, in the colour of the mode.
pub fn marks(mode: Mode, at: Point, pen: Pen) -> Vec<Mark> {
    let unit = pen.unit;
    let color = pen.theme.mode(mode);
    let mut marks = vec![
        Mark::Fill(circle(at, (RADIUS + 2.5) * unit), pen.theme.casing),
        Mark::Fill(circle(at, RADIUS * unit), color),
    ];
    let place = |(x, y): (f64, f64)| Point::new(at.x + x * unit, at.y + y * unit);
    let (shapes, lines, wheels) = drawing(mode);
    for shape in shapes {
        marks.push(Mark::Fill(crate::canvas::polygon(shape.iter().copied().map(place)), pen.theme.casing));
    }
    for line in lines {
        let path: Path = crate::canvas::polyline(line.iter().copied().map(place));
        marks.push(Mark::Stroke(path, Stroke::new(2.0 * unit), pen.theme.casing));
    }
    for (x, y, radius) in wheels {
        marks.push(Mark::Fill(circle(place((*x, *y)), radius * unit), pen.theme.casing));
        marks.push(Mark::Fill(circle(place((*x, *y)), 0.4 * radius * unit), color));
    }
    marks
}

type Outline = &'static [(f64, f64)];
/// Areas, lines, and wheels as x, y and radius.
type Drawing = (&'static [Outline], &'static [Outline], &'static [(f64, f64, f64)]);

/// Areas, lines and wheels around the middle of the disc, in units, y down.
fn drawing(mode: Mode) -> Drawing {
    match mode {
        Mode::Sea => (
            &[
                &[(-12.0, 1.0), (12.0, 1.0), (8.5, 8.0), (-9.0, 8.0)],
                &[(-9.0, -1.0), (-9.0, -9.0), (-4.0, -9.0), (-4.0, -1.0)],
                &[(-2.5, -1.0), (-2.5, -5.5), (2.5, -5.5), (2.5, -1.0)],
                &[(4.0, -1.0), (4.0, -5.5), (9.0, -5.5), (9.0, -1.0)],
            ],
            &[],
            &[],
        ),
        Mode::InlandWaterway => (
            &[
                &[(-13.0, 0.0), (13.0, 0.0), (11.0, 5.0), (-11.0, 5.0)],
                &[(5.0, -1.5), (5.0, -7.0), (10.0, -7.0), (10.0, -1.5)],
            ],
            &[&[(-11.0, 9.0), (-5.5, 7.5), (0.0, 9.0), (5.5, 7.5), (11.0, 9.0)], &[(-10.0, -3.0), (3.0, -3.0)]],
            &[],
        ),
        Mode::Rail => (
            &[&[
                (-12.0, 4.0),
                (-12.0, -4.0),
                (-1.0, -4.0),
                (-1.0, -9.0),
                (7.0, -9.0),
                (7.0, -3.0),
                (12.0, -1.0),
                (12.0, 4.0),
            ]],
            &[],
            &[(-8.0, 6.0, 3.8), (0.5, 6.0, 3.8), (9.0, 6.0, 3.8)],
        ),
        Mode::Road => (
            &[
                &[(-13.0, 4.0), (-13.0, -7.0), (2.5, -7.0), (2.5, 4.0)],
                &[(4.0, 4.0), (4.0, -3.5), (9.0, -3.5), (12.5, 0.5), (12.5, 4.0)],
            ],
            &[],
            &[(-7.5, 5.5, 3.8), (7.5, 5.5, 3.8)],
        ),
        Mode::Air => (
            &[&[
                (0.0, -13.0),
                (2.0, -9.5),
                (2.0, -4.0),
                (12.0, 2.5),
                (12.0, 5.0),
                (2.0, 2.0),
                (1.6, 7.5),
                (5.0, 10.0),
                (5.0, 12.0),
                (0.0, 10.5),
                (-5.0, 12.0),
                (-5.0, 10.0),
                (-1.6, 7.5),
                (-2.0, 2.0),
                (-12.0, 5.0),
                (-12.0, 2.5),
                (-2.0, -4.0),
                (-2.0, -9.5),
            ]],
            &[],
            &[],
        ),
    }
}
