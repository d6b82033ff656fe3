//! What labels must not cover.

use crate::canvas::{Point, Rect};

/// Boxes and lines, and the frame that nothing may leave.
#[derive(Clone, Debug)]
pub struct Obstacles {
    frame: Rect,
    boxes: Vec<Rect>,
    clearings: Vec<Rect>,
    segments: Vec<(Point, Point)>,
    /// Around so many of the segments each, one after the other: most of them are far from anything.
    around: Vec<Rect>,
}

/// How many segments are passed over together.
const TOGETHER: usize = 16;

/// So near to each other vertices of a line tell labels nothing new.
const THIN_PX: f64 = 2.0;

impl Obstacles {
    /// Nothing but the frame.
    pub fn new(frame: Rect) -> Obstacles {
        Obstacles { frame, boxes: Vec::new(), clearings: Vec::new(), segments: Vec::new(), around: Vec::new() }
    }

    /// Adds a box.
    pub fn add_box(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    /// Adds a line as it is drawn.
    ///
    /// Vertices that lie within [`THIN_PX`] of the last one are passed over: a winding line has thousands.
    pub fn add_line(&mut self, line: &[[f64; 2]]) {
        let mut thin: Vec<[f64; 2]> = Vec::with_capacity(line.len());
        for (at, point) in line.iter().enumerate() {
            let square = |last: &[f64; 2]| (last[0] - point[0]).powi(2) + (last[1] - point[1]).powi(2);
            let far = thin.last().is_none_or(|last| square(last) >= THIN_PX * THIN_PX);
            if far || at + 1 == line.len() {
                thin.push(*point);
            }
        }
        for ends in thin.windows(2) {
            let (from, to) = (Point::from((ends[0][0], ends[0][1])), Point::from((ends[1][0], ends[1][1])));
            let both = Rect::from_points(from, to);
            match self.around.last_mut() {
                Some(around) if !self.segments.len().is_multiple_of(TOGETHER) => *around = around.union(both),
                _ => self.around.push(both),
            }
            self.segments.push((from, to));
        }
    }

    /// The segments that may touch a box.
    fn near(&self, rect: Rect) -> impl Iterator<Item = &(Point, Point)> {
        let bundles = self.segments.chunks(TOGETHER).zip(&self.around);
        bundles.filter(move |(_, around)| !apart(**around, rect)).flat_map(|(segments, _)| segments)
    }

    /// Keeps panels away from a line; labels may stand there.
    pub fn keep_clear(&mut self, line: &[[f64; 2]], distance: f64) {
        let points = line.iter().map(|at| Point::new(at[0], at[1]));
        let around = points.map(|at| Rect::from_points(at, at)).reduce(|a, b| a.union(b));
        self.clearings.extend(around.map(|rect| rect.inflate(distance, distance)));
    }

    /// Whether a box lies in the frame and covers nothing, with `gap` pixels to spare.
    pub fn free(&self, rect: Rect, gap: f64) -> bool {
        let wide = rect.inflate(gap, gap);
        let inside = wide.x0 >= self.frame.x0
            && wide.y0 >= self.frame.y0
            && wide.x1 <= self.frame.x1
            && wide.y1 <= self.frame.y1;
        inside
            && !self.boxes.iter().any(|other| overlap(*other, wide))
            && !self.near(wide).any(|(a, b)| crosses(*a, *b, wide))
    }

    /// Whether a box covers no other box; lines don't matter.
    pub fn free_of_boxes(&self, rect: Rect) -> bool {
        !self.boxes.iter().any(|other| overlap(*other, rect))
    }

    /// Whether a leader line keeps clear of the boxes, apart from the one that it starts in.
    pub fn open(&self, from: Point, to: Point) -> bool {
        !self.boxes.iter().any(|rect| !rect.contains(from) && crosses(from, to, *rect))
    }

    /// How many lines a leader from a point to another crosses; those that meet its start do not count.
    pub fn crossed(&self, from: Point, to: Point) -> usize {
        let side = |a: Point, b: Point, c: Point| (b - a).cross(c - a);
        let start = from.lerp(to, 0.02);
        let crosses = |&&(a, b): &&(Point, Point)| {
            side(start, to, a) * side(start, to, b) < 0.0 && side(a, b, start) * side(a, b, to) < 0.0
        };
        self.near(Rect::from_points(start, to)).filter(crosses).count()
    }

    /// Whether a panel there would cover nothing.
    pub fn clear(&self, rect: Rect) -> bool {
        !self.boxes.iter().chain(&self.clearings).any(|other| overlap(*other, rect))
            && !self.near(rect).any(|(a, b)| crosses(*a, *b, rect))
    }

    /// How many pixels of line lie in a box, and how much of other boxes it covers: what a panel costs there.
    pub fn covered(&self, rect: Rect) -> f64 {
        let lines: f64 = self.near(rect).filter_map(|(a, b)| clip(*a, *b, rect)).map(|(a, b)| a.distance(b)).sum();
        let boxes: f64 = self
            .boxes
            .iter()
            .chain(&self.clearings)
            .filter(|other| overlap(**other, rect))
            .map(|other| {
                let width = other.x1.min(rect.x1) - other.x0.max(rect.x0);
                let height = other.y1.min(rect.y1) - other.y0.max(rect.y0);
                width * height / 10.0 + 50.0
            })
            .sum();
        lines + boxes
    }
}

/// Whether two boxes share more than an edge.
pub fn overlap(a: Rect, b: Rect) -> bool {
    a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/// Whether two boxes have not even an edge in common.
fn apart(a: Rect, b: Rect) -> bool {
    a.x1 < b.x0 || a.x0 > b.x1 || a.y1 < b.y0 || a.y0 > b.y1
}

/// Whether the line from `a` to `b` touches the box.
pub fn crosses(a: Point, b: Point, rect: Rect) -> bool {
    clip(a, b, rect).is_some()
}

/// The part of a line that lies in a box (Liang and Barsky 1984).
fn clip(a: Point, b: Point, rect: Rect) -> Option<(Point, Point)> {
    // Most lines are far off.
    if apart(Rect::from_points(a, b), rect) {
        return None;
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for (step, room) in [(-dx, a.x - rect.x0), (dx, rect.x1 - a.x), (-dy, a.y - rect.y0), (dy, rect.y1 - a.y)] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    let at = |t: f64| Point::new(a.x + t * dx, a.y + t * dy);
    (start <= end).then(|| (at(start), at(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { x0: 10.0, y0: 10.0, x1: 20.0, y1: 20.0 };

    #[test]
    fn a_line_through_a_box_without_an_end_in_it_is_seen() {
        assert!(crosses(Point::new(0.0, 15.0), Point::new(30.0, 16.0), BOX));
        assert!(!crosses(Point::new(0.0, 15.0), Point::new(9.0, 15.0), BOX));
        assert!(!crosses(Point::new(0.0, 25.0), Point::new(25.0, 18.0), Rect { x1: 12.0, ..BOX }));
    }

    #[test]
    fn what_leaves_the_frame_is_not_free() {
        let obstacles = Obstacles::new(Rect::new(0.0, 0.0, 100.0, 100.0));
        assert!(obstacles.free(BOX, 2.0));
        assert!(!obstacles.free(BOX, 11.0));
    }
}
