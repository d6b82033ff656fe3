//! The page's operators: state that is only written where it changes, and numbers as short as they go.

use std::fmt::Write;

use crate::canvas::number::{Number, scale};
use crate::canvas::{Cap, Color, FillRule, Join, Path, PathEl, Point, Stroke, is_dashed};

const DECIMALS: u32 = 2;

/// What a page draws, as text.
#[derive(Default)]
pub(super) struct Content {
    pub out: String,
    state: State,
    saved: Vec<State>,
}

/// What the reader of the page remembers from operator to operator.
#[derive(Clone, Default)]
struct State {
    fill: Option<[u8; 3]>,
    stroke: Option<[u8; 3]>,
    /// 255 at first.
    transparency: u8,
    line: String,
}

impl Content {
    /// Remembers the state until [`Content::restore`].
    pub fn save(&mut self) {
        self.out.push_str("q\n");
        self.saved.push(self.state.clone());
    }

    pub fn restore(&mut self) {
        self.out.push_str("Q\n");
        self.state = self.saved.pop().unwrap_or_default();
    }

    /// Sets the colour of what is filled. Opacities are entries of the page's resources, named `A` and their number.
    pub fn fill_color(&mut self, color: Color) {
        let rgb = [color.red, color.green, color.blue];
        if self.state.fill.replace(rgb) != Some(rgb) {
            let _ = writeln!(self.out, "{} rg", Rgb(rgb));
        }
        self.opacity(color.alpha);
    }

    pub fn stroke_color(&mut self, color: Color) {
        let rgb = [color.red, color.green, color.blue];
        if self.state.stroke.replace(rgb) != Some(rgb) {
            let _ = writeln!(self.out, "{} RG", Rgb(rgb));
        }
        self.opacity(color.alpha);
    }

    fn opacity(&mut self, alpha: u8) {
        if self.state.transparency != 255 - alpha {
            self.state.transparency = 255 - alpha;
            let _ = writeln!(self.out, "/A{alpha} gs");
        }
    }

    /// Sets width, caps, joins and dashes.
    pub fn line(&mut self, stroke: &Stroke) {
        let mut line = format!("{} w", Number::new(stroke.width, 3));
        let cap = match stroke.start_cap {
            Cap::Butt => 0,
            Cap::Round => 1,
            Cap::Square => 2,
        };
        let join = match stroke.join {
            Join::Miter => 0,
            Join::Round => 1,
            Join::Bevel => 2,
        };
        let _ = write!(line, " {cap} J {join} j {} M [", Number::new(stroke.miter_limit.max(1.0), 3));
        if is_dashed(stroke) {
            for (index, dash) in stroke.dash_pattern.iter().enumerate() {
                let _ = write!(line, "{}{}", if index > 0 { " " } else { "" }, Number::new(*dash, 3));
            }
        }
        // A dash pattern can't begin before its start.
        let period: f64 = stroke.dash_pattern.iter().sum();
        let offset = if is_dashed(stroke) { stroke.dash_offset.rem_euclid(2.0 * period) } else { 0.0 };
        let _ = writeln!(line, "] {} d", Number::new(offset, 3));
        if self.state.line != line {
            self.out.push_str(&line);
            self.state.line = line;
        }
    }

    pub fn fill(&mut self, path: &Path, rule: FillRule) {
        self.path(path, DECIMALS);
        self.out.push_str(if rule == FillRule::EvenOdd { "f*\n" } else { "f\n" });
    }

    pub fn stroke(&mut self, path: &Path) {
        self.path(path, DECIMALS);
        self.out.push_str("S\n");
    }

    /// Limits what follows to the inside of the path; to nothing where there is none.
    pub fn clip(&mut self, path: Option<&Path>) {
        match path {
            Some(path) => self.path(path, DECIMALS),
            None => self.out.push_str("0 0 0 0 re "),
        }
        self.out.push_str("W n\n");
    }

    /// Writes the segments of a path.
    pub fn path(&mut self, path: &Path, decimals: u32) {
        let round = |point: Point| (scale(point.x, decimals), scale(point.y, decimals));
        let (mut at, mut last, mut start) = ((0, 0), Point::ZERO, Point::ZERO);
        let mut is_first = true;
        for element in path.iter() {
            let (points, operator): (&[Point], &str) = match &element {
                PathEl::MoveTo(to) => (&[*to], "m"),
                // A first segment of no length may be a dot, drawn by its caps; a later one is nothing.
                PathEl::LineTo(to) if round(*to) == at && !is_first => (&[], ""),
                PathEl::LineTo(to) => (&[*to], "l"),
                PathEl::QuadTo(control, to) => {
                    (&[last.lerp(*control, 2.0 / 3.0), to.lerp(*control, 2.0 / 3.0), *to], "c")
                }
                PathEl::CurveTo(first, second, to) => (&[*first, *second, *to], "c"),
                PathEl::ClosePath => (&[], "h"),
            };
            for point in points {
                let (x, y) = round(*point);
                let _ = write!(self.out, "{} {} ", Number::scaled(x, decimals), Number::scaled(y, decimals));
                (at, last) = ((x, y), *point);
            }
            match element {
                PathEl::MoveTo(to) => start = to,
                PathEl::ClosePath => (at, last) = (round(start), start),
                _ => {}
            }
            if !operator.is_empty() {
                self.out.push_str(operator);
                self.out.push('\n');
                is_first = operator == "m";
            }
        }
    }
}

struct Rgb([u8; 3]);

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0.map(|part| Number::new(f64::from(part) / 255.0, 4));
        write!(f, "{red} {green} {blue}")
    }
}
