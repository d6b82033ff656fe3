//! Scale and shift, so that a route fills its frame.

use geo::Point;

use super::{Earth, Frame, Projection, Rotation, View, rim};

/// No map shows less than that, in earth radii: 30 km. A single point would else have an infinite scale.
const SMALLEST: f64 = 30.0 / 6371.0;

impl View {
    /// The largest view in which all of `points` lie within `frame`, at least `padding` pixels from its edges, in the
    /// middle of what is left free. A line bends between its vertices, so it is to be densified before.
    ///
    /// Points that the projection can't show don't count; without any the whole earth is shown.
    pub fn fit(projection: Projection, rotation: Rotation, frame: Frame, padding: f64, points: &[Point]) -> Self {
        let unit = View::new(projection, rotation, 1.0, [0.0, 0.0], Frame::new(0.0, 0.0));
        let shown: Vec<[f64; 2]> = points.iter().filter_map(|point| unit.project(*point)).collect();
        let bounds = extent(&shown).unwrap_or_else(|| whole(projection));
        let (across, down) = (bounds.width().max(SMALLEST), bounds.height().max(SMALLEST));
        let room = frame.grown(-padding);
        let scale = (room.width().max(1.0) / across).min(room.height().max(1.0) / down);
        let translate = [
            0.5 * (frame.left + frame.right) - scale * 0.5 * (bounds.left + bounds.right),
            0.5 * (frame.top + frame.bottom) - scale * 0.5 * (bounds.top + bounds.bottom),
        ];
        View::new(projection, rotation, scale, translate, frame)
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
