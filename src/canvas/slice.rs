//! The part of a path that some rows of the page show: what lies above or below them needn't be worked on.
//!
//! Only up and down is looked at: what is left of a pixel decides whether it lies inside.

use super::{Path, PathEl, Point};

/// The rows that are shown, from the upper edge of the first to the lower edge of the last, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Slice {
    pub top: f64,
    pub bottom: f64,
}

/// Where a point lies: before the rows, in them, or after.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Above,
    Within,
    Below,
}

impl Slice {
    /// With so many more pixels above and below.
    pub fn grown(self, by: f64) -> Self {
        Self { top: self.top - by, bottom: self.bottom + by }
    }

    /// Adds to `out` what fills the same pixels of the rows as `path` does.
    pub fn of_area(self, path: &Path, out: &mut Path) {
        for subpath in subpaths(path) {
            match self.reach(subpath) {
                Reach::Beside => {}
                Reach::Crossing => self.thin_ring(subpath, out),
                Reach::Within | Reach::Curved => out.extend(subpath.iter().copied()),
            }
        }
    }

    /// Adds to `out` the lines of `path` that come to the rows. Those that are `whole` are not cut, as is right for
    /// dashed ones.
    pub fn of_line(self, path: &Path, whole: bool, out: &mut Path) {
        for subpath in subpaths(path) {
            let is_closed = matches!(subpath.last(), Some(PathEl::ClosePath));
            match self.reach(subpath) {
                Reach::Beside => {}
                Reach::Crossing if !whole && !is_closed => self.cut_line(subpath, out),
                Reach::Crossing | Reach::Within | Reach::Curved => out.extend(subpath.iter().copied()),
            }
        }
    }

    fn side(self, at: Point) -> Side {
        if at.y < self.top {
            Side::Above
        } else if at.y > self.bottom {
            Side::Below
        } else {
            Side::Within
        }
    }

    fn reach(self, subpath: &[PathEl]) -> Reach {
        let (mut top, mut bottom, mut curved) = (f64::INFINITY, f64::NEG_INFINITY, false);
        let mut add = |at: &Point| (top, bottom) = (top.min(at.y), bottom.max(at.y));
        for element in subpath {
            match element {
                PathEl::MoveTo(at) | PathEl::LineTo(at) => add(at),
                PathEl::QuadTo(a, b) => [a, b].into_iter().for_each(&mut add),
                PathEl::CurveTo(a, b, c) => [a, b, c].into_iter().for_each(&mut add),
                PathEl::ClosePath => {}
            }
            curved |= matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..));
        }
        if bottom < self.top || top > self.bottom {
            Reach::Beside
        } else if self.top <= top && bottom <= self.bottom {
            Reach::Within
        } else if curved {
            Reach::Curved
        } else {
            Reach::Crossing
        }
    }

    /// A ring of straight edges; where several of them lie on the same side of the rows, one stands for all.
    fn thin_ring(self, ring: &[PathEl], out: &mut Path) {
        let mut last: Option<Side> = None;
        let mut passed: Option<Point> = None;
        for element in ring {
            match *element {
                PathEl::LineTo(at) if last == Some(self.side(at)) && last != Some(Side::Within) => passed = Some(at),
                PathEl::MoveTo(at) | PathEl::LineTo(at) => {
                    out.extend(passed.take().map(PathEl::LineTo));
                    out.push(*element);
                    last = Some(self.side(at));
                }
                other => {
                    out.extend(passed.take().map(PathEl::LineTo));
                    out.push(other);
                }
            }
        }
        out.extend(passed.map(PathEl::LineTo));
    }

    /// The edges of an open line that come to the rows.
    fn cut_line(self, line: &[PathEl], out: &mut Path) {
        let mut before: Option<Point> = None;
        let mut is_drawn = false;
        for element in line {
            let (PathEl::MoveTo(at) | PathEl::LineTo(at)) = *element else { continue };
            if let Some(from) = before {
                let side = self.side(from);
                let is_beside = side != Side::Within && side == self.side(at);
                if !is_beside {
                    if !is_drawn {
                        out.move_to(from);
                    }
                    out.line_to(at);
                }
                is_drawn = !is_beside;
            }
            before = Some(at);
        }
    }
}

/// How a subpath lies to the rows.
enum Reach {
    Beside,
    Within,
    /// Partly beside them, of straight edges.
    Crossing,
    /// Partly beside them, with curves.
    Curved,
}

fn subpaths(path: &Path) -> impl Iterator<Item = &[PathEl]> {
    path.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::{Shape, polygon, polyline};

    const ROWS: Slice = Slice { top: 10.0, bottom: 20.0 };

    #[test]
    fn a_ring_keeps_what_it_encloses_in_the_rows() {
        let ring = polygon([(0.0, 15.0), (4.0, 2.0), (6.0, 1.0), (8.0, 3.0), (30.0, 15.0), (20.0, 40.0), (9.0, 50.0)]);
        let mut thin = Path::new();
        ROWS.of_area(&ring, &mut thin);
        assert_eq!(thin.elements().len(), ring.elements().len() - 1);
        for (x, y) in [(0.5, 14.0), (3.0, 10.5), (15.0, 10.5), (28.0, 19.0), (0.1, 19.0), (29.0, 11.0)] {
            assert_eq!(ring.contains((x, y).into()), thin.contains((x, y).into()), "{x}, {y}");
        }
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_rows() {
        let line = polyline([(0.0, 0.0), (1.0, 5.0), (2.0, 15.0), (3.0, 30.0), (4.0, 31.0), (5.0, 12.0)]);
        let mut cut = Path::new();
        ROWS.of_line(&line, false, &mut cut);
        let kept = [(1.0, 5.0), (2.0, 15.0), (3.0, 30.0)];
        let expected: Vec<PathEl> = polyline(kept).iter().chain(polyline([(4.0, 31.0), (5.0, 12.0)]).iter()).collect();
        assert_eq!(cut.elements(), expected);
    }

    #[test]
    fn what_lies_beside_the_rows_is_gone() {
        let mut out = Path::new();
        ROWS.of_line(&polyline([(0.0, 0.0), (9.0, 9.0)]), true, &mut out);
        ROWS.of_area(&polygon([(0.0, 21.0), (9.0, 21.0), (9.0, 30.0)]), &mut out);
        assert!(out.elements().is_empty());
    }
}
