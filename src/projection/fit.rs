//! Scale and shift, so that a route fills its frame.

use geo::Point;

use super::{Earth, Frame, Projection, Rotation, View, rim};

/// No map shows less than that, in earth radii: 15 km. A single point would else have an infinite scale.
const SMALLEST: f64 = 15.0 / 6371.0;

/// A projection, and what points take up on it: all that has to be known of them to fit them into any frame.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    projection: Projection,
    rotation: Rotation,
    /// On a map of one pixel per earth radius; `None` if no point can be shown.
    bounds: Option<Frame>,
}

impl Fit {
    /// Looks where `points` lie. Those that the projection can't show don't count.
    pub fn new(projection: Projection, rotation: Rotation, points: &[Point]) -> Self {
        let unit = View::new(projection, rotation, 1.0, [0.0, 0.0], Frame::new(0.0, 0.0));
        let shown: Vec<[f64; 2]> = points.iter().filter_map(|point| unit.project(*point)).collect();
        Self { projection, rotation, bounds: extent(&shown) }
    }

    /// How many times as wide as high the points lie; at most ten times, or a tenth.
    pub fn aspect(self) -> f64 {
        let bounds = self.bounds.unwrap_or_else(|| whole(self.projection));
        (bounds.width().max(SMALLEST) / bounds.height().max(SMALLEST)).clamp(0.1, 10.0)
    }

    /// The largest view, as [`View::fit`] finds it.
    pub fn view(self, frame: Frame, padding: f64) -> View {
        let bounds = self.bounds.unwrap_or_else(|| whole(self.projection));
        let (across, down) = (bounds.width().max(SMALLEST), bounds.height().max(SMALLEST));
        let room = frame.grown(-padding);
        let scale = (room.width().max(1.0) / across).min(room.height().max(1.0) / down);
        let translate = [
            0.5 * (frame.left + frame.right) - scale * 0.5 * (bounds.left + bounds.right),
            0.5 * (frame.top + frame.bottom) - scale * 0.5 * (bounds.top + bounds.bottom),
        ];
        View::new(self.projection, self.rotation, scale, translate, frame)
    }

    /// The same view, moved as [`View::settled`] does.
    #[must_use]
    pub fn settled(self, view: View, room: Frame) -> View {
        let unit = whole(self.projection);
        let (Some(bounds), (scale, [x, y])) = (self.bounds, view.placing()) else { return view };
        let frame = view.frame();
        let dx = shift(
            [frame.left, frame.right],
            [x + scale * unit.left, x + scale * unit.right],
            [room.left - (x + scale * bounds.left), room.right - (x + scale * bounds.right)],
        );
        let dy = shift(
            [frame.top, frame.bottom],
            [y + scale * unit.top, y + scale * unit.bottom],
            [room.top - (y + scale * bounds.top), room.bottom - (y + scale * bounds.bottom)],
        );
        if dx == 0.0 && dy == 0.0 {
            return view;
        }
        View::new(self.projection, self.rotation, scale, [x + dx, y + dy], frame)
    }
}

impl View {
    /// The largest view in which all of `points` lie within `frame`, at least `padding` pixels from its edges, in the
    /// middle of what is left free. A line bends between its vertices, so it is to be densified before.
    ///
    /// Points that the projection can't show don't count; without any the whole earth is shown.
    pub fn fit(projection: Projection, rotation: Rotation, frame: Frame, padding: f64, points: &[Point]) -> Self {
        Fit::new(projection, rotation, points).view(frame, padding)
    }

    /// The same map, moved so that less of the frame lies beyond its edge, as far as all of `points` stay within `room`.
    #[must_use]
    pub fn settled(self, room: Frame, points: &[Point]) -> Self {
        Fit::new(self.projection(), self.rotation(), points).settled(self, room)
    }
}

/// How far a map is to be moved along one axis, if its frame and it reach from here to there and it can be moved so far
/// back and forth. A map that is smaller than its frame stays where it is.
fn shift(frame: [f64; 2], map: [f64; 2], allowed: [f64; 2]) -> f64 {
    let (before, after) = (map[0] - frame[0], frame[1] - map[1]);
    if before > 0.0 && after < 0.0 {
        -before.min(-after).min((-allowed[0]).max(0.0))
    } else if after > 0.0 && before < 0.0 {
        after.min(-before).min(allowed[1].max(0.0))
    } else {
        0.0
    }
}

/// The smallest rectangle around the pixels.
fn extent(pixels: &[[f64; 2]]) -> Option<Frame> {
    let first = pixels.first()?;
    let start = Frame { left: first[0], top: first[1], right: first[0], bottom: first[1] };
    Some(pixels.iter().fold(start, |extent, [x, y]| Frame {
        left: extent.left.min(*x),
        top: extent.top.min(*y),
        right: extent.right.max(*x),
        bottom: extent.bottom.max(*y),
    }))
}

/// The extent of the whole map, 80° north and south where it has no end.
fn whole(projection: Projection) -> Frame {
    let mapping = projection.on(Earth::SPHERE);
    if let Some(rim) = mapping.rim() {
        let corners: Vec<[f64; 2]> = rim::circle(rim).map(|point| mapping.forward(point.lambda, point.phi)).collect();
        return extent(&corners).unwrap_or(Frame::new(1.0, 1.0));
    }
    let [south, north] = mapping.latitudes();
    let reach = 80.0f64.to_radians();
    let (south, north) = if north - south > 3.1 { (south, north) } else { (south.max(-reach), north.min(reach)) };
    let mut corners = Vec::new();
    for step in -36i32..=36 {
        let lambda = f64::from(step) * std::f64::consts::PI / 36.0;
        for phi in [south, 0.0, north] {
            let [x, y] = mapping.forward(lambda, phi);
            corners.push([x, -y]);
        }
    }
    extent(&corners).unwrap_or(Frame::new(1.0, 1.0))
}
