//! Whether points lie in an area, for many points.

use crate::canvas::{Point, Rect};

use super::mark::pixel;

/// So many rows of edges.
const ROWS: usize = 32;

/// Rings taken together (even-odd), their edges in rows: a point is held against those of its own row.
pub struct Area {
    /// The smallest box around it.
    pub bounds: Rect,
    rows: Vec<Vec<[[f64; 2]; 2]>>,
}

impl Area {
    /// What rings enclose; `None` for none. Their first points aren't repeated at their ends.
    pub fn new(rings: &[Vec<[f64; 2]>]) -> Option<Area> {
        let points = rings.iter().flatten().map(|at| Rect::from_points(pixel(*at), pixel(*at)));
        let bounds = points.reduce(|all, one| all.union(one))?;
        let mut area = Area { bounds, rows: vec![Vec::new(); ROWS] };
        for ring in rings {
            let before = ring.last().into_iter().chain(ring);
            for (from, to) in before.zip(ring) {
                let rows = area.row(from[1].min(to[1]))..=area.row(from[1].max(to[1]));
                area.rows[rows].iter_mut().for_each(|row| row.push([*from, *to]));
            }
        }
        Some(area)
    }

    fn row(&self, y: f64) -> usize {
        let part = (y - self.bounds.y0) / self.bounds.height().max(1e-9);
        ((part * ROWS as f64) as usize).min(ROWS - 1)
    }

    /// Whether the point lies in it.
    pub fn holds(&self, at: Point) -> bool {
        let is_crossed = |[before, [x, y]]: &&[[f64; 2]; 2]| {
            (*y > at.y) != (before[1] > at.y) && at.x < (before[0] - x) * (at.y - y) / (before[1] - y) + x
        };
        self.rows[self.row(at.y)].iter().filter(is_crossed).count() % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_not_in_the_area() {
        let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
        let area = Area::new(&[square(0.0, 100.0), square(30.0, 60.0)]).expect("an area");
        for (at, is_in) in [(10.0, true), (45.0, false), (75.0, true), (-5.0, false), (101.0, false)] {
            assert_eq!(area.holds(Point::new(at, at)), is_in, "{at}");
        }
        assert!(!area.holds(Point::new(-1.0, 50.0)) && area.holds(Point::new(1.0, 50.0)));
    }
}
