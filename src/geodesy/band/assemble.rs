//! From lines to polygons.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::plane::Plane;

/// The area within the lines `far` and not within the lines `near`; both have their inside on the left.
pub(super) fn polygons(plane: &Plane, far: Vec<LineString>, near: Vec<LineString>) -> MultiPolygon {
    let near = near.into_iter().map(|mut ring| {
        ring.0.reverse();
        ring
    });
    let rings: Vec<Ring> = far.into_iter().chain(near).map(|line| Ring::new(plane, line)).collect();
    let (exteriors, holes): (Vec<Ring>, Vec<Ring>) = rings.into_iter().partition(|ring| ring.area > 0.0);
    let mut inside: Vec<Vec<LineString>> = vec![Vec::new(); exteriors.len()];
    for hole in holes {
        // The smallest that it lies in: there may be islands of far within near within far.
        let around = exteriors.iter().enumerate().filter(|(_, ring)| ring.holds(hole.flat[0]));
        let own = around.min_by(|a, b| a.1.area.total_cmp(&b.1.area)).map(|(number, _)| number);
        inside
            .iter_mut()
            .enumerate()
            .filter(|(number, _)| Some(*number) == own)
            .for_each(|(_, holes)| holes.push(hole.line.clone()));
    }
    MultiPolygon(exteriors.into_iter().zip(inside).map(|(ring, holes)| Polygon::new(ring.line, holes)).collect())
}

/// A ring, and the same in the plane.
struct Ring {
    line: LineString,
    flat: Vec<Coord>,
    /// Above zero if it runs counter-clockwise.
    area: f64,
}

impl Ring {
    fn new(plane: &Plane, line: LineString) -> Self {
        let flat: Vec<Coord> = line.coords().map(|at| plane.flat(*at)).collect();
        let area = flat.windows(2).map(|ends| ends[0].x * ends[1].y - ends[1].x * ends[0].y).sum::<f64>() / 2.0;
        Self { line, flat, area }
    }

    fn holds(&self, at: Coord) -> bool {
        let mut inside = false;
        for ends in self.flat.windows(2) {
            let (a, b) = (ends[0], ends[1]);
            if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
                inside = !inside;
            }
        }
        inside
    }
}
