//! Clipping to a rectangle of pixels.

/// A rectangle in pixels; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The smallest x.
    pub left: f64,
    /// The smallest y.
    pub top: f64,
    /// The largest x.
    pub right: f64,
    /// The largest y.
    pub bottom: f64,
}

impl Frame {
    /// One of that size, from the origin.
    pub fn new(width: f64, height: f64) -> Self {
        Self { left: 0.0, top: 0.0, right: width, bottom: height }
    }

    /// The frame with `margin` pixels added on every side; a negative margin makes it smaller.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// Its width in pixels.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height in pixels.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the pixel lies in it or on its edge.
    pub fn contains(self, [x, y]: [f64; 2]) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// On which sides the pixel lies beyond the frame, one bit each (Cohen & Sutherland).
    pub(super) fn beyond(self, [x, y]: [f64; 2]) -> u8 {
        u8::from(x < self.left)
            | u8::from(x > self.right) << 1
            | u8::from(y < self.top) << 2
            | u8::from(y > self.bottom) << 3
    }

    /// The parts of a line within the frame.
    pub(super) fn clip_line(self, line: &[[f64; 2]]) -> Vec<Vec<[f64; 2]>> {
        if line.iter().all(|pixel| self.contains(*pixel)) {
            return if line.len() > 1 { vec![line.to_vec()] } else { Vec::new() };
        }
        let mut parts: Vec<Vec<[f64; 2]>> = Vec::new();
        let mut joined = false;
        for edge in line.windows(2) {
            let Some((from, to)) = self.clip_edge(edge[0], edge[1]) else {
                joined = false;
                continue;
            };
            match parts.last_mut() {
                Some(part) if joined && from.is_none() => part.push(to.unwrap_or(edge[1])),
                _ => parts.push(vec![from.unwrap_or(edge[0]), to.unwrap_or(edge[1])]),
            }
            joined = to.is_none();
        }
        parts
    }

    /// The part of an edge within the frame, by its ends: `None` for one that isn't moved. Liang & Barsky (1984).
    #[expect(clippy::type_complexity, reason = "two ends, each of which may stay")]
    fn clip_edge(self, a: [f64; 2], b: [f64; 2]) -> Option<(Option<[f64; 2]>, Option<[f64; 2]>)> {
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let (mut enters, mut leaves) = (0.0f64, 1.0f64);
        for (outward, room) in
            [(-dx, a[0] - self.left), (dx, self.right - a[0]), (-dy, a[1] - self.top), (dy, self.bottom - a[1])]
        {
            if outward < 0.0 {
                enters = enters.max(room / outward);
            } else if outward > 0.0 {
                leaves = leaves.min(room / outward);
            } else if room < 0.0 {
                return None;
            }
        }
        let at = |along: f64| [a[0] + along * dx, a[1] + along * dy];
        (enters <= leaves).then(|| ((enters > 0.0).then(|| at(enters)), (leaves < 1.0).then(|| at(leaves))))
    }

    /// A ring clipped to the frame; empty if nothing is left.
    ///
    /// Parts that the frame would sever stay joined by edges along the frame, which enclose nothing. Sutherland &
    /// Hodgman (1974).
    pub(super) fn clip_ring(self, ring: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
        let beyond = ring.iter().fold((0, 15), |(any, all), pixel| {
            let beyond = self.beyond(*pixel);
            (any | beyond, all & beyond)
        });
        if beyond.0 == 0 {
            return ring;
        }
        if beyond.1 != 0 {
            return Vec::new();
        }
        let sides = [(0, self.left, 1.0), (0, self.right, -1.0), (1, self.top, 1.0), (1, self.bottom, -1.0)];
        sides.into_iter().fold(ring, |ring, (axis, limit, sign)| clip_side(&ring, axis, limit, sign))
    }
}

/// The ring's part where the coordinate `axis`, times `sign`, is at least `limit` times `sign`.
fn clip_side(ring: &[[f64; 2]], axis: usize, limit: f64, sign: f64) -> Vec<[f64; 2]> {
    let mut kept = Vec::with_capacity(ring.len() + 8);
    let Some(mut before) = ring.last().copied() else { return kept };
    let is_inside = |pixel: [f64; 2]| sign * (pixel[axis] - limit) >= 0.0;
    for &pixel in ring {
        if is_inside(pixel) != is_inside(before) {
            let along = (limit - before[axis]) / (pixel[axis] - before[axis]);
            let mut cut = [0, 1].map(|axis| before[axis] + along * (pixel[axis] - before[axis]));
            cut[axis] = limit;
            kept.push(cut);
        }
        if is_inside(pixel) {
            kept.push(pixel);
        }
        before = pixel;
    }
    kept
}
