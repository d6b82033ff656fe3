//! From a journey to a sheet: the parts put together, from back to front.

use geo::Point as Position;

use crate::at_once::{at_once, each_at_once};
use crate::canvas::{Fonts, MissingGlyph, Path, Point, Rect, Stroke, polyline, rectangle};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, LaidBand};
use crate::projection::{Choice, Fit};
use crate::report::alternative;
use crate::world::Scale;

use super::ahead::Coasts;
use super::furniture::{self, Furniture};
use super::inset::{self, Inset, Subject};
use super::layout::Layout;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::plan::{self, PanelRects, Plan};
use super::scale_bar::{self, ScaleBar, varies_by};
use super::scene::Scene;
use super::shelf::{self, Shelf};
use super::sketch::Sketch;
use super::stage::{self, Stage, Task};
use super::theme::Theme;
use super::{Label, Sheet, ahead, aspect, base, locator, rings};

/// The scale that most maps' coasts have. Its name is as long as the others, so that the notes take as much room.
const GUESS: Scale = Scale::M50;

/// The map before it is known what stands on it.
struct Draft<'a> {
    choice: Choice,
    fit: Fit,
    furniture: Furniture,
    layout: Layout,
    sketch: Stage,
    /// What is too short to be read on it.
    subjects: Vec<Subject<'a>>,
    shelf: Option<Shelf>,
}

impl<'a> Draft<'a> {
    fn new(
        journey: &'a Journey,
        points: &[Position],
        band: Option<&LaidBand>,
        fonts: &Fonts,
        theme: &Theme,
    ) -> Result<Draft<'a>, MissingGlyph> {
        let size = journey.route.style.size;
        let of = |choice: Choice| {
            // The notes are set once to know their height, which tells whether the projection suits the frame.
            let furniture = Furniture::new(journey, &made(journey, GUESS, &choice), fonts, theme)?;
            let fit = Fit::new(choice.projection, choice.rotation, points);
            let pen = Pen { fonts, theme, unit: furniture.unit };
            let sketch = |layout: Layout| Task { journey, fit, frame: layout.frame, unit: pen.unit }.sketch();
            let whole = furniture.layout(size);
            let first = sketch(whole);
            let subjects = inset::subjects(journey, &first.scene);
            let (layout, shelf) = match plan::shelf(journey, (whole, fit.aspect()), band, &first, &subjects, pen)? {
                Some((layout, shelf)) => (layout, Some(shelf)),
                None => (shelf::without(whole, fit.aspect()), None),
            };
            let sketch = if layout.frame == whole.frame { first } else { sketch(layout) };
            Ok(Draft { choice, fit, furniture, layout, sketch, subjects, shelf })
        };
        let first = of(aspect::projection(journey, points))?;
        let better = aspect::better(journey, &first.choice, points, &first.sketch.scene);
        better.map_or(Ok(first), of)
    }
}

/// How the map was made, for its notes.
fn made(journey: &Journey, scale: Scale, choice: &Choice) -> String {
    let lines = furniture::how_legs_run(journey);
    format!("{lines} Coasts and borders at {scale}. Projection: {} ({}).", choice.describe(), choice.why)
}

pub(super) fn compose(journey: &Journey, fonts: &Fonts) -> Result<Sheet, MissingGlyph> {
    let size = journey.route.style.size;
    let theme = Theme::of(journey.route.style.theme);
    let points = stage::extent(journey);
    let band = journey.band();
    let ((), draft) = at_once(
        || Sketch::warm_up(&points, journey.route.boundaries),
        || Draft::new(journey, &points, band.as_ref(), fonts, &theme),
    );
    let Draft { choice, fit, furniture, layout, sketch, subjects, shelf } = draft?;
    let mut diagnostics = vec![Diagnostic::note(
        &catalog::SHEET_PROJECTION,
        format!("projection: {} ({})", choice.describe(), choice.why),
    )];
    diagnostics.extend(furniture.diagnostics(size));
    let size = layout.size;
    let pen = Pen { fonts, theme: &theme, unit: furniture.unit };
    let frame = layout.frame;

    let task = Task { journey, fit, frame, unit: pen.unit };
    let (ahead, plan) = at_once(
        || ahead::coasts(&sketch.scene, &subjects, journey.route.boundaries, pen.unit),
        || Plan::new(journey, task, band.as_ref(), &sketch, &subjects, shelf.as_ref(), pen),
    );
    let mut plan = plan?;
    diagnostics.append(&mut plan.diagnostics);
    let Plan { stage, insets, legend, card, has_locator, .. } = plan;
    let scale = base::scale_for(stage.scene.meters_per_pixel());

    let mut labels = Vec::new();
    let rects = PanelRects::new(&stage, insets.len(), has_locator, card.is_some());
    let PanelRects { bar: bar_rect, legend: legend_rect, insets: inset_rects, .. } = rects.clone();
    let (locator_rect, card_rect, panels) = (rects.locator, rects.card, rects.labels());

    let insets = insets.into_iter().zip(inset_rects).collect();
    let Frames { main: mut layers, insets: inset_layers, left_out, cities } =
        draw_frames(journey, band.as_ref(), (&stage.scene, scale), insets, &ahead, &mut labels, pen)?;
    diagnostics.extend(unnamed(left_out, &labels));
    layers.push(pointers(&stage, pen));

    let mut marks = scale_bar(&stage.scene, journey, bar_rect, pen, &mut diagnostics)?;
    let legend_texts = legend.texts();
    marks.extend(legend.marks(legend_rect, pen)?);
    if let Some((card, rect)) = card.zip(card_rect) {
        diagnostics.extend(card.diagnostics());
        marks.extend(card.marks(rect, &theme));
    }
    layers.push(Layer { name: "panels", clip: None, marks });
    layers.extend(locator_rect.and_then(|rect| locator::layer(&stage.scene, rect, pen)));
    layers.extend(inset_layers);
    diagnostics.extend(crowded(&stage));
    diagnostics.extend(rings::missing(journey));

    let furniture = if scale == GUESS {
        furniture
    } else {
        Furniture::new(journey, &made(journey, scale, &choice), fonts, &theme)?
    };
    layers.push(words(furniture, &layout, pen));
    let markers = stage.scene.places.iter().map(|place| place.rect(pen.unit)).chain(cities).collect();
    let legs = stage.scene.legs.into_iter().flat_map(|leg| leg.pieces).collect();
    let (title, description) = (journey.route.title.clone(), alternative(journey));
    Ok(Sheet {
        size,
        title,
        description,
        background: theme.paper,
        layers,
        labels,
        panels,
        markers,
        legend: legend_texts,
        legs,
        diagnostics,
    })
}

/// Boxes around what insets show, and lines from there to the panels.
fn pointers(stage: &Stage, pen: Pen) -> Layer {
    let Pen { theme, unit, .. } = pen;
    let mut marks = Vec::new();
    for (from, to) in &stage.leaders {
        marks.extend(leader((*from, *to), pen));
    }
    for rect in &stage.boxes {
        let path = rectangle(*rect);
        marks.push(Mark::Stroke(path.clone(), Stroke::new(5.0 * unit), theme.casing.with_opacity(0.8)));
        marks.push(Mark::Stroke(path, Stroke::new(1.8 * unit), theme.ink));
    }
    Layer { name: "leaders", clip: None, marks }
}

/// From what is meant to the panel that speaks of it.
fn leader((from, to): (Point, Point), Pen { theme, unit, .. }: Pen) -> [Mark; 2] {
    let path: Path = polyline([from, to]);
    [
        Mark::Stroke(path.clone(), Stroke::new(5.0 * unit), theme.casing.with_opacity(0.8)),
        Mark::Stroke(path, Stroke::new(1.6 * unit), theme.ink),
    ]
}

/// The layers of the main map and of the insets, and what found no room on them.
struct Frames {
    main: Vec<Layer>,
    insets: Vec<Layer>,
    left_out: Vec<String>,
    cities: Vec<Rect>,
}

/// Names that found no room on one frame and stand on no other.
fn unnamed(left_out: Vec<String>, labels: &[Label]) -> Vec<Diagnostic> {
    let missing = left_out.into_iter().filter(|name| labels.iter().all(|label| label.text != *name));
    missing
        .map(|name| {
            let message = format!("`{name}` found no room on the map, and is left out");
            Diagnostic::warning(&catalog::LABEL_NO_ROOM, message).help("draw a larger sheet (--size), or shorten names")
        })
        .collect()
}

/// Draws all frames: the ground of all of them on one thread, what stands on it on another.
fn draw_frames(
    journey: &Journey,
    band: Option<&LaidBand>,
    (main, scale): (&Scene, Scale),
    insets: Vec<(Inset, Rect)>,
    ahead: &[Coasts],
    labels: &mut Vec<Label>,
    pen: Pen,
) -> Result<Frames, MissingGlyph> {
    let frames: Vec<(Inset, Scene, Rect)> = (insets.into_iter())
        .map(|(inset, rect)| {
            let scene = inset.scene(journey, rect, pen.unit);
            (inset, scene, rect)
        })
        .collect();
    let all: Vec<(&Scene, Scale)> =
        std::iter::once((main, scale)).chain(frames.iter().map(|(_, scene, _)| (scene, Scale::M10))).collect();
    let (grounds, rest) = at_once(
        || each_at_once(&all, &|(scene, scale)| scene.ground(journey, *scale, ahead, pen)),
        || {
            let (mut contents, mut left_out) = (Vec::new(), Vec::new());
            for (inset, scene, rect) in &frames {
                let own = inset.content(journey, band, scene, *rect, labels, pen)?;
                contents.push(own.layers);
                left_out.extend(own.left_out);
            }
            // Last: what insets have named has no name here.
            let content = main.content(journey, band, labels, pen)?;
            left_out.extend(content.left_out);
            Ok((content.layers, left_out, contents, content.cities))
        },
    );
    let (content, left_out, contents, cities) = rest?;
    let mut grounds = grounds.into_iter();
    let mut main = grounds.next().unwrap_or_default();
    main.extend(content);
    let inset_layers = grounds.zip(contents).zip(&frames).flat_map(|((ground, content), (_, scene, rect))| {
        let (clipped, free): (Vec<Layer>, Vec<Layer>) =
            ground.into_iter().chain(content).partition(|layer| layer.clip.is_some());
        // One clip for the whole of it.
        let marks = clipped.into_iter().flat_map(|layer| layer.marks).collect();
        let paper = Layer { name: "inset", clip: None, marks: vec![Mark::Fill(rectangle(*rect), pen.theme.panel)] };
        let map = Layer { name: "inset's map", clip: Some(rectangle(scene.frame)), marks };
        [paper, map].into_iter().chain(free).collect::<Vec<_>>()
    });
    Ok(Frames { main, insets: inset_layers.collect(), left_out, cities })
}

/// The main map's scale bar; why there is none is told.
fn scale_bar(
    scene: &Scene,
    journey: &Journey,
    rect: Rect,
    pen: Pen,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Vec<Mark>, MissingGlyph> {
    if let Some(percent) = varies_by(&scene.view) {
        let by = scale_bar::in_percent(percent);
        let message = format!("the map has no scale bar: its scale varies by {by} over the frame");
        diagnostics.push(Diagnostic::note(&catalog::SHEET_NO_SCALE_BAR, message));
        return scale_bar::absent(percent, rect, pen);
    }
    let Some(bar) = ScaleBar::new(&scene.view, rect, scale_bar::unit_of_miles(journey), pen.unit) else {
        let message = "the map has no scale bar: where it would stand is no place on the globe";
        diagnostics.push(Diagnostic::note(&catalog::SHEET_NO_SCALE_BAR, message));
        return Ok(Vec::new());
    };
    bar.marks(pen.fonts, pen.theme, pen.unit)
}

fn crowded(stage: &Stage) -> Option<Diagnostic> {
    let message = "a panel covers a part of the route: the sheet is too small for it";
    let warning = Diagnostic::warning(&catalog::SHEET_CROWDED, message);
    (stage.covered > 0.0).then(|| warning.help("draw a larger sheet: --size 2400x1350"))
}

/// The words above and below the map, and the map's edge.
fn words(furniture: Furniture, layout: &Layout, pen: Pen) -> Layer {
    let edge = Stroke::new(1.6 * pen.unit);
    let mut marks = vec![Mark::Stroke(rectangle(layout.frame), edge, pen.theme.edge)];
    marks.extend(furniture.header.marks(layout.header.origin()));
    marks.extend(furniture.footer.marks(layout.footer.origin()));
    Layer { name: "furniture", clip: None, marks }
}
