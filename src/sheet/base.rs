//! The ground that the route is drawn on: sea, land, lakes, borders, meridians and parallels.

use geo::Polygon;

use crate::canvas::{Cap, Join, Path, Rect, Stroke, rectangle};
use crate::projection::View;
use crate::route::Boundaries;
use crate::world::{self, BorderClass, BorderLine, Scale};

use super::ahead::Coasts;
use super::crop;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::thin::{UNSEEN_PX, thin};

/// How fine the coasts must be where a pixel is so many metres wide.
pub fn scale_for(meters_per_pixel: f64) -> Scale {
    match meters_per_pixel {
        coarse if coarse > 40_000.0 => Scale::M110,
        fine if fine < 900.0 => Scale::M10,
        _ => Scale::M50,
    }
}

/// How many degrees lie between meridians, and between parallels.
fn graticule_step(within: &[geo::Rect], frame: Rect) -> (f64, f64) {
    let height = within.iter().map(|rect| rect.height()).fold(0.0, f64::max);
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 30.0].into_iter().find(|step| height / step < 9.0).unwrap_or(30.0);
    let wide = frame.width() > 0.0 && height > 20.0;
    (if wide && step < 30.0 { step * 2.0 } else { step }, step)
}

/// The layers from back to front; all are clipped to the frame.
pub fn layers(
    view: &View,
    frame: Rect,
    scale: Scale,
    boundaries: Boundaries,
    ahead: &[Coasts],
    Pen { theme, unit, .. }: Pen,
) -> Vec<Layer> {
    let clip = || Some(rectangle(frame));
    let within = view.visible_bounds();
    let window = crop::window(&within);
    let cropped = |polygon: Polygon| match window {
        Some(window) => crop::crop(polygon, window),
        None => vec![polygon],
    };
    let decoded = window.and_then(|window| ahead.iter().find(|coasts| coasts.cover(window)));
    let land = match (decoded.filter(|_| scale == Scale::M10), window.or(crop::near(&within))) {
        (Some(coasts), _) => coasts.land.clone(),
        (None, Some(window)) => world::land_near(scale, &within, window),
        (None, None) => world::land(scale, &within),
    };
    let land = areas(view, land.into_iter().flat_map(cropped));
    let lakes = areas(view, world::lakes(scale, &within).into_iter().flat_map(|lake| cropped(lake.polygon)));
    let pen = |width: f64| Stroke::new(width * unit).with_join(Join::Round).with_caps(Cap::Round);

    let mut sea = Path::new();
    for ring in view.outline_of_globe() {
        close(&mut sea, &ring);
    }
    let (lon_step, lat_step) = graticule_step(&within, frame);
    let seen = |line: Vec<[f64; 2]>| thin(&line, UNSEEN_PX);
    let graticule = lines(view.graticule(lon_step, lat_step).into_iter().map(seen));

    let (settled, disputed): (Vec<BorderLine>, Vec<BorderLine>) = world::border_lines(scale, boundaries, &within)
        .into_iter()
        .partition(|border| border.class == BorderClass::International);
    let path = |borders: &[BorderLine]| lines(borders.iter().flat_map(|border| view.line(&border.line.0)).map(seen));
    let dashed = pen(1.5).with_dashes(0.0, [5.0 * unit, 4.0 * unit]);
    let borders =
        vec![Mark::Stroke(path(&disputed), dashed, theme.border), Mark::Stroke(path(&settled), pen(1.7), theme.border)];
    vec![
        Layer { name: "sea", clip: clip(), marks: vec![Mark::Fill(sea, theme.sea)] },
        Layer { name: "land", clip: clip(), marks: vec![Mark::Fill(land.0, theme.land)] },
        Layer { name: "coast", clip: clip(), marks: vec![Mark::Stroke(land.1, pen(1.1), theme.coast)] },
        Layer {
            name: "lakes",
            clip: clip(),
            marks: vec![Mark::Fill(lakes.0, theme.sea), Mark::Stroke(lakes.1, pen(0.9), theme.coast)],
        },
        Layer { name: "graticule", clip: clip(), marks: vec![Mark::Stroke(graticule, pen(1.1), theme.graticule)] },
        Layer { name: "borders", clip: clip(), marks: borders },
    ]
}

/// Areas as one path to fill and one to stroke.
fn areas(view: &View, polygons: impl IntoIterator<Item = Polygon>) -> (Path, Path) {
    let (mut inside, mut outline) = (Path::new(), Path::new());
    for area in polygons.into_iter().map(|polygon| view.area(&polygon)) {
        area.rings.iter().for_each(|ring| close(&mut inside, ring));
        area.outline.iter().for_each(|line| start(&mut outline, &thin(line, UNSEEN_PX)));
    }
    (inside, outline)
}

/// Lines of pixels as one path.
pub fn lines(lines: impl IntoIterator<Item = Vec<[f64; 2]>>) -> Path {
    let mut path = Path::new();
    for line in lines {
        start(&mut path, &line);
    }
    path
}

fn close(path: &mut Path, ring: &[[f64; 2]]) {
    let ring = thin(ring, UNSEEN_PX);
    if ring.len() > 2 {
        start(path, &ring);
        path.close_path();
    }
}

fn start(path: &mut Path, line: &[[f64; 2]]) {
    if let [first, rest @ ..] = line {
        path.move_to((first[0], first[1]));
        for point in rest {
            path.line_to((point[0], point[1]));
        }
    }
}
