use std::fmt::Write;

use crate::canvas::number::{Number, scale};
use crate::canvas::{Path, PathEl, Point};

const DECIMALS: u32 = 2;

/// Appends a path in the syntax of `d`, in hundredths of a pixel.
///
/// Steps are taken between rounded positions, so that errors don't add up along a coast.
pub(super) fn write(path: &Path, out: &mut String) {
    write_at(path, DECIMALS, out);
}

/// The same, with as many decimals as are asked for.
pub(super) fn write_at(path: &Path, decimals: u32, out: &mut String) {
    let mut data = PathData { out, decimals, at: (0, 0), start: (0, 0), command: ' ', dotted: false, segments: 0 };
    for element in path.iter() {
        match element {
            PathEl::MoveTo(to) => data.move_to(to),
            PathEl::LineTo(to) => data.line_to(to),
            PathEl::QuadTo(control, to) => data.curve('q', &[control, to]),
            PathEl::CurveTo(first, second, to) => data.curve('c', &[first, second, to]),
            PathEl::ClosePath => data.close(),
        }
    }
}

struct PathData<'a> {
    out: &'a mut String,
    decimals: u32,
    at: (i64, i64),
    start: (i64, i64),
    command: char,
    /// Whether the number before has a decimal point: then one that begins with a point needs no space.
    dotted: bool,
    /// How many segments the subpath has.
    segments: usize,
}

impl PathData<'_> {
    fn round(&self, point: Point) -> (i64, i64) {
        (scale(point.x, self.decimals), scale(point.y, self.decimals))
    }

    fn move_to(&mut self, to: Point) {
        let to = self.round(to);
        self.command(' ', 'm');
        self.step(to);
        // What follows a move without a letter of its own is a line.
        self.command = 'l';
        (self.at, self.start, self.segments) = (to, to, 0);
    }

    fn line_to(&mut self, to: Point) {
        let to = self.round(to);
        let step = (to.0 - self.at.0, to.1 - self.at.1);
        match step {
            // A first segment of no length may be a dot, drawn by its caps; a later one is nothing.
            (0, 0) if self.segments > 0 => return,
            (dx, 0) => {
                self.command(self.command, 'h');
                self.number(dx);
            }
            (0, dy) => {
                self.command(self.command, 'v');
                self.number(dy);
            }
            _ => {
                self.command(self.command, 'l');
                self.step(to);
            }
        }
        self.at = to;
        self.segments += 1;
    }

    fn curve(&mut self, letter: char, points: &[Point]) {
        self.command(self.command, letter);
        for point in points {
            let to = self.round(*point);
            self.step(to);
        }
        self.at = points.last().map_or(self.at, |to| self.round(*to));
        self.segments += 1;
    }

    fn close(&mut self) {
        self.command(' ', 'z');
        self.at = self.start;
        self.segments = 0;
    }

    /// Writes the letter, unless the command before was the same.
    fn command(&mut self, before: char, letter: char) {
        if before != letter {
            self.out.push(letter);
            self.dotted = false;
        }
        self.command = letter;
    }

    fn step(&mut self, to: (i64, i64)) {
        self.number(to.0 - self.at.0);
        self.number(to.1 - self.at.1);
    }

    fn number(&mut self, scaled: i64) {
        let one = 10_i64.pow(self.decimals);
        let after_number = self.out.ends_with(|last: char| last.is_ascii_digit());
        let begins_with_point = scaled.abs() < one && scaled != 0;
        if after_number && scaled >= 0 && !(begins_with_point && self.dotted) {
            self.out.push(' ');
        }
        self.dotted = scaled % one != 0;
        let _ = write!(self.out, "{}", Number::scaled(scaled, self.decimals));
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::canvas::{Path, polygon, polyline};

    fn data(path: &Path) -> String {
        let mut out = String::new();
        write(path, &mut out);
        out
    }

    #[test]
    fn steps_are_relative_and_need_few_letters() {
        assert_eq!(data(&polyline([(10.0, 10.0), (11.5, 12.25), (11.0, 12.75)])), "m10 10 1.5 2.25-.5.5");
        assert_eq!(data(&polygon([(1.0, 1.0), (5.0, 1.0), (5.0, 4.0)])), "m1 1h4v3z");
    }

    #[test]
    fn a_path_goes_on_where_the_subpath_before_it_was_closed() {
        let mut path = polygon([(1.0, 1.0), (5.0, 1.0), (5.0, 4.0)]);
        path.extend(polygon([(2.0, 2.0), (3.0, 3.0), (2.0, 3.0)]).iter());
        assert_eq!(data(&path), "m1 1h4v3zm1 1 1 1h-1z");
    }

    #[test]
    fn rounding_does_not_add_up() {
        let path = polyline((0..=1000).map(|i| (f64::from(i) * 0.333_3, 0.0)));
        let sum: f64 = data(&path)["m0 0h".len()..].split(['h', ' ']).flat_map(numbers).sum();
        assert!((sum - 333.3).abs() < 0.006, "{sum}");
    }

    /// `.33.34` are two numbers.
    fn numbers(run: &str) -> Vec<f64> {
        run.split('.').skip(1).map(|digits| format!("0.{digits}").parse().unwrap()).collect()
    }

    #[test]
    fn a_dot_stays_and_a_step_of_nothing_goes() {
        assert_eq!(data(&polyline([(1.0, 1.0), (1.0, 1.0)])), "m1 1h0");
        assert_eq!(data(&polyline([(1.0, 1.0), (2.0, 2.0), (2.001, 2.001), (3.0, 4.0)])), "m1 1 1 1 1 2");
    }
}
