//! What part of the earth a view shows.

use geo::{Coord, Point, Rect};

use super::View;

/// Each side of the frame is looked at in so many steps.
const STEPS: usize = 32;

impl View {
    /// Rectangles of longitude and latitude that hold everything that the frame shows, and somewhat more: one, or two
    /// where it is cut at ±180°.
    ///
    /// Found by looking at pixels along the frame's edge: what lies within reaches farther at poles only. A frame that
    /// reaches beyond the edge of the map is taken to show the whole earth, and one with a pole in it all longitudes.
    pub fn visible_bounds(&self) -> Vec<Rect> {
        let world = vec![rect(-180.0, -90.0, 180.0, 90.0)];
        let frame = self.frame();
        let mut longitudes = Vec::with_capacity(4 * (STEPS + 1));
        let (mut south, mut north) = (90.0f64, -90.0f64);
        for step in 0..=STEPS {
            let part = step as f64 / STEPS as f64;
            let (x, y) = (frame.left + frame.width() * part, frame.top + frame.height() * part);
            for pixel in [[x, frame.top], [x, frame.bottom], [frame.left, y], [frame.right, y]] {
                let Some(position) = self.invert(pixel) else { return world };
                longitudes.push(position.x());
                (south, north) = (south.min(position.y()), north.max(position.y()));
            }
        }
        let margin = 2.0 * (north - south) / STEPS as f64;
        let [south_pole, north_pole] =
            [-90.0, 90.0].map(|y| self.project(Point::new(0.0, y)).is_some_and(|pixel| frame.contains(pixel)));
        let south = if south_pole { -90.0 } else { (south - margin).max(-90.0) };
        let north = if north_pole { 90.0 } else { (north + margin).min(90.0) };
        let (west, span) = shortest_arc(&mut longitudes);
        let margin = 2.0 * span / STEPS as f64;
        let (west, span) = (west - margin, span + 2.0 * margin);
        if south_pole || north_pole || span >= 360.0 {
            return vec![rect(-180.0, south, 180.0, north)];
        }
        let east = west + span;
        if west < -180.0 {
            vec![rect(west + 360.0, south, 180.0, north), rect(-180.0, south, east, north)]
        } else if east > 180.0 {
            vec![rect(west, south, 180.0, north), rect(-180.0, south, east - 360.0, north)]
        } else {
            vec![rect(west, south, east, north)]
        }
    }
}

fn rect(west: f64, south: f64, east: f64, north: f64) -> Rect {
    Rect::new(Coord { x: west, y: south }, Coord { x: east, y: north })
}

/// The shortest stretch that holds all longitudes (-180 to 180; sorted on return): its western end and its width.
pub(super) fn shortest_arc(longitudes: &mut [f64]) -> (f64, f64) {
    longitudes.sort_unstable_by(f64::total_cmp);
    let (Some(first), Some(last)) = (longitudes.first().copied(), longitudes.last().copied()) else {
        return (-180.0, 360.0);
    };
    let mut widest = (first + 360.0 - last, first);
    for pair in longitudes.windows(2) {
        if pair[1] - pair[0] > widest.0 {
            widest = (pair[1] - pair[0], pair[1]);
        }
    }
    (widest.1, 360.0 - widest.0)
}
