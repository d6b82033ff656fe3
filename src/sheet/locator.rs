//! A small globe that says where on the earth the map lies.

use crate::canvas::{Path, Point, Rect, Stroke, circle};
use crate::projection::{Azimuthal, Frame, Projection, Rotation, View};
use crate::world::{self, Scale};

use super::base;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::scene::Scene;

/// A map that shows less than that from corner to corner has a locator: less than a continent.
const LESS_THAN_A_CONTINENT_KM: f64 = 4500.0;
/// The side of its box, in units.
pub const SIZE: f64 = 220.0;
/// A frame smaller than that on the globe is marked by a ring around it, in units.
const LEAST: f64 = 16.0;

/// Whether the map shows so little that a reader may not know where it lies.
pub fn is_wanted(scene: &Scene) -> bool {
    scene.across_km() < LESS_THAN_A_CONTINENT_KM
}

/// The globe in a box, turned to what the scene shows.
pub fn layer(scene: &Scene, rect: Rect, pen: Pen) -> Option<Layer> {
    let Pen { theme, unit, .. } = pen;
    let center = rect.center();
    let middle = scene.view.invert([scene.frame.center().x, scene.frame.center().y])?;
    let radius = rect.width() / 2.0 - 6.0 * unit;
    let rotation = Rotation { lambda: -middle.x(), phi: -middle.y(), gamma: 0.0 };
    let frame = Frame { left: rect.x0, top: rect.y0, right: rect.x1, bottom: rect.y1 };
    let projection = Projection::Azimuthal(Azimuthal::Orthographic);
    let globe = View::new(projection, rotation, radius, [center.x, center.y], frame);

    let mut land = Path::new();
    for ring in world::land(Scale::M110, &[world::everywhere()]).iter().flat_map(|polygon| globe.polygon(polygon)) {
        land.extend(crate::canvas::polygon(ring.iter().map(|at| (at[0], at[1]))).iter());
    }
    let thin = Stroke::new(0.8 * unit);
    let mut marks = vec![
        Mark::Fill(circle(center, radius + 5.0 * unit), theme.panel),
        Mark::Fill(circle(center, radius), theme.sea),
        Mark::Fill(land.clone(), theme.land),
        Mark::Stroke(land, thin, theme.coast),
        Mark::Stroke(circle(center, radius), Stroke::new(1.4 * unit), theme.edge),
    ];
    let outline: Vec<[f64; 2]> = rim(scene).iter().filter_map(|at| globe.project(scene.view.invert(*at)?)).collect();
    let reach = outline.iter().map(|at| Point::new(at[0], at[1]).distance(center)).fold(0.0, f64::max);
    let mark = if reach < LEAST * unit {
        circle(center, LEAST * unit)
    } else {
        let mut path = base::lines([outline]);
        path.close_path();
        path
    };
    marks.push(Mark::Fill(mark.clone(), theme.mark.with_opacity(0.18)));
    marks.push(Mark::Stroke(mark, Stroke::new(2.6 * unit), theme.mark));
    Some(Layer { name: "locator", clip: None, marks })
}

/// Points around the scene's frame.
fn rim(scene: &Scene) -> Vec<[f64; 2]> {
    let Rect { x0, y0, x1, y1 } = scene.frame;
    let corners = [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]];
    let side = |ends: &[[f64; 2]]| {
        let (from, to) = (ends[0], ends[1]);
        (0..12).map(move |step| {
            let part = f64::from(step) / 12.0;
            [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]
        })
    };
    corners.windows(2).flat_map(side).collect()
}
