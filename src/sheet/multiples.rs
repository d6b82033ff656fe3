//! Small maps beside one another: the same route with one figure after the other, all in one view.

use crate::canvas::{Face, Fonts, MissingGlyph, Point, Rect, Stroke, rectangle};
use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::projection::Fit;

use super::furniture::Furniture;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::stage::{self, Task};
use super::theme::Theme;
use super::{Sheet, aspect, base, furniture, missing_glyph};

/// A small map.
#[derive(Clone, Debug)]
pub struct Multiple {
    /// What stands above it: `200 mi`.
    pub label: String,
    /// What else is to be said of it, the most important first.
    pub remark: Vec<String>,
    /// What it shows.
    pub journey: Journey,
}

/// More maps than this are too small to be read.
pub const MOST_MAPS: usize = 24;

/// Type and lines on small maps, beside those of a map of its own.
const SMALLER: f64 = 0.72;
/// The space between maps, and what stands above each, in units.
const GAP: f64 = 26.0;
const CAPTION: f64 = 44.0;

impl Sheet {
    /// Lays out maps beside one another, all of the same ground: that around the places which lie elsewhere on each, or that of the
    /// whole route if none does. Title, sources and colours are those of the first.
    ///
    /// # Errors
    ///
    /// A text with a character that the embedded fonts do not have.
    pub fn multiples(maps: &[Multiple], subtitle: &str) -> Result<Sheet, Vec<Diagnostic>> {
        compose(maps, subtitle).map_err(|missing| vec![missing_glyph(&missing)])
    }
}

fn compose(maps: &[Multiple], subtitle: &str) -> Result<Sheet, MissingGlyph> {
    let mut first = maps[0].journey.clone();
    first.route.subtitle = Some(subtitle.to_owned());
    let size = first.route.style.size;
    let theme = Theme::of(first.route.style.theme);
    let fonts = Fonts::embedded();
    let points = extent(maps);
    let choice = aspect::projection(&first, &points);
    let fit = Fit::new(choice.projection, choice.rotation, &points);
    let how = furniture::how_legs_run(&first);
    let made = format!("{how} Projection: {} ({}).", choice.describe(), choice.why);
    let furniture = Furniture::new(&first, &made, &fonts, &theme)?;
    let diagnostics = furniture.diagnostics(size);
    let layout = furniture.layout(size);
    let page = Pen { fonts: &fonts, theme: &theme, unit: furniture.unit };
    let pen = page.times(SMALLER);
    let (mut layers, mut labels, mut panels, mut legs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (map, cell) in maps.iter().zip(cells(maps.len(), layout.frame, page.unit, fit.aspect())) {
        let frame =
            Rect::new(cell.x0.round(), (cell.y0 + CAPTION * page.unit).round(), cell.x1.round(), cell.y1.round());
        let scene = Task { journey: &map.journey, fit, frame, unit: pen.unit }.sketch().scene;
        layers.extend(scene.ground(&map.journey, base::scale_for(scene.meters_per_pixel()), &[], pen));
        let band = map.journey.band();
        // Names that find no room on one small map stand on another.
        layers.extend(scene.content(&map.journey, band.as_ref(), &mut labels, pen)?.layers);
        let mut marks = vec![Mark::Stroke(rectangle(frame), Stroke::new(1.4 * page.unit), theme.edge)];
        marks.extend(caption(map, cell, page)?);
        layers.push(Layer { name: "caption", clip: None, marks });
        panels.push(super::Label { text: map.label.clone(), rect: frame });
        legs.extend(scene.legs.into_iter().flat_map(|leg| leg.pieces));
    }
    let mut marks: Vec<Mark> = furniture.header.marks(layout.header.origin()).collect();
    marks.extend(furniture.footer.marks(layout.footer.origin()));
    layers.push(Layer { name: "furniture", clip: None, marks });
    Ok(Sheet {
        size,
        title: first.route.title.clone(),
        description: format!("{subtitle}: {} small maps", maps.len()),
        background: theme.paper,
        layers,
        labels,
        panels,
        markers: Vec::new(),
        legend: Vec::new(),
        legs,
        diagnostics,
    })
}

/// What all maps show: the places that lie elsewhere on some of them with what claims measure there; all, if there are none.
fn extent(maps: &[Multiple]) -> Vec<geo::Point> {
    let moved = |id: &str| {
        let mut at = maps.iter().map(|map| map.journey.place(id).and_then(|place| place.position));
        let first = at.next().flatten();
        at.any(|other| other != first)
    };
    let all_places = maps.iter().flat_map(|map| &map.journey.places);
    let mut points: Vec<geo::Point> =
        all_places.filter(|place| moved(&place.id)).filter_map(|place| place.position).collect();
    if points.len() < 2 {
        return maps.iter().flat_map(|map| stage::extent(&map.journey)).collect();
    }
    let measured =
        maps.iter().flat_map(|map| map.journey.judgements.iter().filter_map(|judgement| judgement.line.as_ref()));
    points.extend(measured.flat_map(stage::dense));
    points
}

/// Where the maps stand: in rows of such a length that what they show, so many times as wide as high, comes out largest, with
/// few places left empty.
fn cells(count: usize, page: Rect, unit: f64, aspect: f64) -> Vec<Rect> {
    let gap = GAP * unit;
    let size = |columns: usize| {
        let rows = count.div_ceil(columns);
        let width = (page.width() - gap * (columns - 1) as f64) / columns as f64;
        let height = (page.height() - gap * (rows - 1) as f64) / rows as f64;
        (width, height)
    };
    let shown = |columns: usize| {
        let (width, height) = size(columns);
        let empty = columns * count.div_ceil(columns) - count;
        (width / aspect).min(height - CAPTION * unit) * (1.0 - 0.2 * empty as f64 / count as f64)
    };
    let columns = (1..=count).max_by(|a, b| shown(*a).total_cmp(&shown(*b))).unwrap_or(1);
    let (width, height) = size(columns);
    (0..count)
        .map(|at| {
            let (row, column) = (at / columns, at % columns);
            let corner = Point::new(page.x0 + (width + gap) * column as f64, page.y0 + (height + gap) * row as f64);
            Rect::from_origin_size(corner, (width, height))
        })
        .collect()
}

/// The words above a map: as many of the remark's parts as there is room for.
fn caption(map: &Multiple, cell: Rect, pen: Pen) -> Result<Vec<Mark>, MissingGlyph> {
    let label = pen.set(&map.label, Face::Bold, 25.0)?;
    let baseline = cell.y0 + 28.0 * pen.unit;
    let behind = cell.x0 + label.width() + 14.0 * pen.unit;
    let mut marks = vec![Mark::Text(label, Point::new(cell.x0, baseline), pen.theme.ink, None)];
    for parts in (1..=map.remark.len()).rev() {
        let remark = pen.set(&map.remark[..parts].join(" · "), Face::Regular, 20.0)?;
        if behind + remark.width() <= cell.x1 {
            marks.push(Mark::Text(remark, Point::new(behind, baseline), pen.theme.faint_ink, None));
            break;
        }
    }
    Ok(marks)
}
