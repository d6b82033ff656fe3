//! From a journey to a sheet: the parts put together, from back to front.

use crate::at_once::at_once;
use crate::canvas::{Fonts, MissingGlyph, Path, Point, Rect, Stroke, polyline, rectangle};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::Journey;
use crate::world::Scale;

use super::card::Card;
use super::claims;
use super::furniture::{self, Furniture};
use super::inset::{self, Inset, Subject};
use super::legend::Legend;
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::places::DrawnPlace;
use super::scale_bar::{self, ScaleBar};
use super::scene::Scene;
use super::stage::{self, PanelPlace, PanelWish, Stage, Task};
use super::theme::Theme;
use super::{Label, Sheet, base, locator};

/// What a panel leaves free of the frame's height, in units.
const PANEL_MARGINS: f64 = 36.0;
/// How large insets are tried, until they fit.
const INSET_SIZES: [f64; 4] = [1.0, 0.85, 0.7, 0.6];
/// What a small inset costs, against long leaders.
const SMALL: f64 = 0.3;

pub(super) fn compose(journey: &Journey) -> Result<Sheet, MissingGlyph> {
    let size = journey.route.style.size;
    let theme = Theme::of(journey.route.style.theme);
    let fonts = Fonts::embedded();
    let points = stage::extent(journey);
    let choice = stage::projection(journey, &points);
    let mut diagnostics = vec![Diagnostic::note(
        &catalog::SHEET_PROJECTION,
        format!("projection: {} ({})", choice.describe(), choice.why),
    )];

    let lines = furniture::how_legs_run(journey);
    let made = |scale: Scale| {
        format!("{lines} Coasts and borders at {scale}. Projection: {} ({}).", choice.describe(), choice.why)
    };
    // The scale's name is as long whichever it is, or nearly so: the notes are set once to know their height.
    let furniture = Furniture::new(journey, &made(Scale::M110), &fonts, &theme)?;
    diagnostics.extend(furniture.diagnostics(size));
    let layout = furniture.layout(size);
    let pen = Pen { fonts: &fonts, theme: &theme, unit: furniture.unit };
    let frame = layout.frame;

    let task = Task { journey, choice: &choice, points: &points, frame, unit: pen.unit };
    let sketch = stage::set(task, &[], &[]);
    let subjects = inset::subjects(journey, &sketch.scene);
    let mut plan = Plan::new(journey, task, &sketch, &subjects, pen)?;
    diagnostics.append(&mut plan.diagnostics);
    let Plan { stage, insets, legend, card, has_locator, .. } = plan;
    let scale = base::scale_for(stage.scene.meters_per_pixel());

    let mut labels = Vec::new();
    let mut panels = stage.panels.iter().copied();
    let mut panel = |name: &str| {
        let rect = panels.next().unwrap_or_default();
        (rect, Label { text: name.to_owned(), rect })
    };
    let (bar_rect, bar_label) = panel("scale bar");
    let (legend_rect, legend_label) = panel("legend");
    let inset_rects: Vec<_> = insets.iter().map(|_| panel("inset")).collect();
    let locator_rect = has_locator.then(|| panel("locator"));
    let card_rect = card.as_ref().map(|_| panel("claims"));
    let panel_labels = [bar_label, legend_label].into_iter().chain(locator_rect.iter().map(|(_, label)| label.clone()));
    labels.extend(panel_labels.chain(card_rect.iter().map(|(_, label)| label.clone())));

    let (ground, rest) = at_once(
        || stage.scene.ground(journey, scale, pen),
        || {
            let (content, mut left_out) = stage.scene.content(journey, &mut labels, pen)?;
            let mut layers = Vec::new();
            for (inset, (rect, _)) in insets.into_iter().zip(&inset_rects) {
                let (own, own_left_out) = inset.layers(journey, *rect, &mut labels, pen)?;
                layers.extend(own);
                left_out.extend(own_left_out);
            }
            Ok((content, left_out, layers))
        },
    );
    let (content, left_out, inset_layers) = rest?;
    diagnostics.extend(left_out);
    let mut layers = ground;
    layers.extend(content);
    layers.push(pointers(&stage, pen));

    let mut panels = Vec::new();
    match ScaleBar::new(&stage.scene.view, bar_rect, pen.unit) {
        Some(bar) => panels.extend(bar.marks(&fonts, &theme, pen.unit)?),
        None => diagnostics.push(Diagnostic::note(
            &catalog::SHEET_NO_SCALE_BAR,
            "the map has no scale bar: where it would stand is no place on the globe",
        )),
    }
    panels.extend(legend.marks(legend_rect, pen)?);
    if let Some((card, (rect, _))) = card.zip(card_rect) {
        diagnostics.extend(card.diagnostic());
        panels.extend(card.marks(rect, &theme));
    }
    layers.push(Layer { name: "panels", clip: None, marks: panels });
    layers.extend(locator_rect.and_then(|(rect, _)| locator::layer(&stage.scene, rect, pen)));
    layers.extend(inset_layers);
    if stage.covered > 0.0 {
        diagnostics.push(
            Diagnostic::warning(
                &catalog::SHEET_CROWDED,
                "a panel covers a part of the route: the sheet is too small for it",
            )
            .help("draw a larger sheet: --size 2400x1350"),
        );
    }

    let Furniture { header, footer, .. } = Furniture::new(journey, &made(scale), &fonts, &theme)?;
    let mut words: Vec<Mark> = vec![Mark::Stroke(rectangle(frame), Stroke::new(1.6 * pen.unit), theme.edge)];
    words.extend(header.marks(layout.header.origin()));
    words.extend(footer.marks(layout.footer.origin()));
    layers.push(Layer { name: "furniture", clip: None, marks: words });
    let legs = stage.scene.legs.into_iter().flat_map(|leg| leg.pieces).collect();
    let title = journey.route.title.clone();
    Ok(Sheet { size, title, background: theme.paper, layers, labels, legs, diagnostics })
}

/// What stands on the map, and where.
struct Plan<'a> {
    stage: Stage,
    insets: Vec<Inset<'a>>,
    legend: Legend,
    card: Option<Card>,
    has_locator: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Plan<'a> {
    /// Finds room for all panels; insets shrink until they fit, and are left out where they don't.
    fn new(
        journey: &Journey,
        task: Task,
        sketch: &Stage,
        subjects: &'a [Subject<'a>],
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        let groups = claims::groups(journey);
        let most = task.frame.height() - PANEL_MARGINS * pen.unit;
        let card = Card::new(journey, &groups, most, pen.fonts, pen.unit)?;
        let card_size = card.as_ref().map(Card::size);
        let mut best: Option<Plan> = None;
        for factor in INSET_SIZES.into_iter().filter(|_| !subjects.is_empty()) {
            let mut plan = Plan::with(task, sketch, subjects, factor, card_size, pen)?;
            plan.stage.cost += SMALL * (1.0 - factor);
            let fits = plan.stage.covered == 0.0;
            if fits && best.as_ref().is_none_or(|best| plan.stage.cost < best.stage.cost) {
                let is_good = plan.stage.cost < stage::GOOD;
                best = Some(plan);
                if is_good {
                    break;
                }
            }
        }
        if let Some(plan) = best {
            return Ok(Plan { card, ..plan });
        }
        let mut plan = Plan { card, ..Plan::with(task, sketch, &[], 1.0, card_size, pen)? };
        if !subjects.is_empty() {
            let message = "what is too short to be read on the map would have an inset, and there is no room for it";
            let diagnostic = Diagnostic::warning(&catalog::SHEET_NO_INSET, message);
            plan.diagnostics.push(diagnostic.help("draw a larger sheet: --size 2400x1350"));
        }
        Ok(plan)
    }

    fn with(
        task: Task,
        sketch: &Stage,
        subjects: &'a [Subject<'a>],
        factor: f64,
        card_size: Option<(f64, f64)>,
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        let unit = pen.unit;
        let insets: Vec<Inset> =
            subjects.iter().map(|subject| Inset::new(subject, factor, pen)).collect::<Result<_, _>>()?;
        // What is seen on an inset alone is in the legend too.
        let shown: Vec<Scene> = insets
            .iter()
            .map(|inset| inset.scene(task.journey, Rect::new(0.0, 0.0, inset.size.0, inset.size.1), unit))
            .collect();
        let scenes = std::iter::once(&sketch.scene).chain(&shown);
        let places: Vec<&DrawnPlace> = scenes.flat_map(|scene| &scene.places).collect();
        let legend = Legend::new(&sketch.scene.legs, &places, !sketch.scene.measured.is_empty(), pen)?;
        let bar = (scale_bar::SIZE.0 * unit, scale_bar::SIZE.1 * unit);
        let mut wishes: Vec<PanelWish> =
            vec![(bar, PanelPlace::Corner(1.0, 1.0)), (legend.size(), PanelPlace::Corner(0.0, 1.0))];
        wishes.extend(insets.iter().enumerate().map(|(number, inset)| (inset.size, PanelPlace::Inset(number))));
        let has_locator = locator::is_wanted(&sketch.scene);
        if has_locator {
            wishes.push(((locator::SIZE * unit, locator::SIZE * unit), PanelPlace::Corner(1.0, 0.0)));
        }
        wishes.extend(card_size.map(|size| (size, PanelPlace::Measured)));
        let stage = stage::set(task, subjects, &wishes);
        Ok(Plan { stage, insets, legend, card: None, has_locator, diagnostics: Vec::new() })
    }
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
