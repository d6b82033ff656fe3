//! Which panels a map has, how large they are, and where they stand.

use crate::canvas::{MissingGlyph, Rect};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, LaidBand};

use super::card::Card;
use super::inset::{self, Inset, Subject};
use super::layout::Layout;
use super::legend::Legend;
use super::pen::Pen;
use super::places::DrawnPlace;
use super::scene::Scene;
use super::shelf::{self, Shelf};
use super::stage::{self, PanelPlace, PanelWish, Stage, Task};
use super::{Label, claims, locator, scale_bar};

/// What a panel leaves free of the frame's height, in units.
const PANEL_MARGINS: f64 = 36.0;
/// How large insets are tried, until they fit.
const INSET_SIZES: [f64; 4] = [1.0, 0.85, 0.7, 0.6];
/// What a small inset costs, against long leaders.
const SMALL: f64 = 0.3;

/// What stands on the map, and where.
pub struct Plan<'a> {
    /// The main map.
    pub stage: Stage,
    /// What is drawn larger.
    pub insets: Vec<Inset<'a>>,
    /// What the signs mean.
    pub legend: Legend,
    /// What was claimed.
    pub card: Option<Card>,
    /// Whether a globe says where the map lies.
    pub has_locator: bool,
    /// What found no room.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Plan<'a> {
    /// Finds room for all panels; insets shrink until they fit, and are left out where they don't.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn new(
        journey: &Journey,
        task: Task,
        band: Option<&LaidBand>,
        sketch: &Stage,
        subjects: &'a [Subject<'a>],
        shelf: Option<&Shelf>,
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        if let Some(shelf) = shelf {
            return Plan::beside(task, band, sketch, subjects, shelf, pen);
        }
        let card = card(journey, task.frame.height() - PANEL_MARGINS * pen.unit, pen)?;
        let card_size = card.as_ref().map(Card::size);
        let mut best: Option<Plan> = None;
        for factor in INSET_SIZES.into_iter().filter(|_| !subjects.is_empty()) {
            let mut plan = Plan::with(task, band, sketch, subjects, factor, card_size, pen)?;
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
        let mut plan = Plan { card, ..Plan::with(task, band, sketch, &[], 1.0, card_size, pen)? };
        if !subjects.is_empty() {
            let message = "what is too short to be read on the map would have an inset, and there is no room for it";
            let diagnostic = Diagnostic::warning(&catalog::SHEET_NO_INSET, message);
            plan.diagnostics.push(diagnostic.help("draw a larger sheet: --size 2400x1350"));
        }
        Ok(plan)
    }

    fn with(
        task: Task,
        band: Option<&LaidBand>,
        sketch: &Stage,
        subjects: &'a [Subject<'a>],
        factor: f64,
        card_size: Option<(f64, f64)>,
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        let insets: Vec<Inset> =
            subjects.iter().map(|subject| Inset::new(subject, factor, pen)).collect::<Result<_, _>>()?;
        let legend = legend(task.journey, &sketch.scene, &insets, band, pen)?;
        let mut wishes = vec![bar(&sketch.scene, pen.unit), (legend.size(), PanelPlace::Corner(0.0, 1.0))];
        wishes.extend(insets.iter().enumerate().map(|(number, inset)| (inset.size, PanelPlace::Inset(number))));
        let locator = globe(&sketch.scene, pen.unit);
        wishes.extend(locator);
        wishes.extend(card_size.map(|size| (size, PanelPlace::Measured)));
        let stage = stage::set(task, subjects, &wishes);
        Ok(Plan { stage, insets, legend, card: None, has_locator: locator.is_some(), diagnostics: Vec::new() })
    }

    /// With all panels but the bar and the globe on a shelf below the map.
    fn beside(
        task: Task,
        band: Option<&LaidBand>,
        sketch: &Stage,
        subjects: &'a [Subject<'a>],
        shelf: &Shelf,
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        let boxed = |(subject, rect): (&'a Subject<'a>, &Rect)| {
            let mut inset = Inset::of_width(subject, rect.width(), pen)?;
            inset.size.1 = rect.height();
            Ok(inset)
        };
        let insets: Vec<Inset> = subjects.iter().zip(&shelf.insets).map(boxed).collect::<Result<_, _>>()?;
        let legend = legend(task.journey, &sketch.scene, &insets, band, pen)?;
        let beside = |rect: Rect, meant| ((rect.width(), rect.height()), PanelPlace::Beside(rect, meant));
        let mut wishes = vec![bar(&sketch.scene, pen.unit), beside(shelf.legend, None)];
        let insets_of_shelf = shelf.insets.iter().zip(&shelf.between).enumerate();
        wishes.extend(insets_of_shelf.map(|(number, (rect, between))| beside(*rect, Some((number, *between)))));
        let locator = globe(&sketch.scene, pen.unit);
        wishes.extend(locator);
        wishes.extend(shelf.card.map(|rect| beside(rect, None)));
        let stage = stage::set(task, subjects, &wishes);
        let card = match shelf.card {
            // It was as high when the shelf was planned, and a remark more.
            Some(rect) => card(task.journey, rect.height() + PANEL_MARGINS * pen.unit, pen)?,
            None => None,
        };
        Ok(Plan { stage, insets, legend, card, has_locator: locator.is_some(), diagnostics: Vec::new() })
    }
}

/// The card of claims, as many as fit into so many pixels of height.
fn card(journey: &Journey, most: f64, pen: Pen) -> Result<Option<Card>, MissingGlyph> {
    Card::new(journey, &claims::groups(journey), most, pen.fonts, pen.unit)
}

/// The legend of a map with these insets: what is seen on an inset alone is in it too.
fn legend(
    journey: &Journey,
    main: &Scene,
    insets: &[Inset],
    band: Option<&LaidBand>,
    pen: Pen,
) -> Result<Legend, MissingGlyph> {
    let shown = |inset: &Inset| inset.scene(journey, Rect::new(0.0, 0.0, inset.size.0, inset.size.1), pen.unit);
    let shown: Vec<Scene> = insets.iter().map(shown).collect();
    let places: Vec<&DrawnPlace> = std::iter::once(main).chain(&shown).flat_map(|scene| &scene.places).collect();
    Legend::new(journey, &main.legs, &places, !main.measured.is_empty(), band, pen)
}

/// Where the scale bar would like to stand, or the words why there is none.
fn bar(scene: &Scene, unit: f64) -> PanelWish {
    let (width, height) = if scale_bar::varies_by(&scene.view).is_some() { scale_bar::WORDS } else { scale_bar::SIZE };
    ((width * unit, height * unit), PanelPlace::Corner(1.0, 1.0))
}

/// The same for the globe, if the map needs one.
fn globe(scene: &Scene, unit: f64) -> Option<PanelWish> {
    let size = (locator::SIZE * unit, locator::SIZE * unit);
    locator::is_wanted(scene).then_some((size, PanelPlace::Corner(1.0, 0.0)))
}

/// The page with a shelf below its map, if the frame is much taller than the route needs.
///
/// # Errors
///
/// A character that the fonts don't have.
pub fn shelf(
    journey: &Journey,
    (layout, aspect): (Layout, f64),
    band: Option<&LaidBand>,
    sketch: &Stage,
    subjects: &[Subject],
    pen: Pen,
) -> Result<Option<(Layout, Shelf)>, MissingGlyph> {
    let is_bare = journey.route.claims.is_empty() && subjects.is_empty();
    if is_bare || !shelf::is_wanted(&layout, aspect) {
        return Ok(None);
    }
    let usual: Vec<Inset> = subjects.iter().map(|subject| Inset::new(subject, 1.0, pen)).collect::<Result<_, _>>()?;
    let x = |number: usize| subjects[number].bounds.center().x;
    let mut insets: Vec<usize> = Vec::with_capacity(subjects.len());
    for number in 0..subjects.len() {
        let at = insets.iter().take_while(|other| x(**other) <= x(number)).count();
        insets.insert(at, number);
    }
    let middle = insets.iter().map(|number| x(*number)).sum::<f64>() / insets.len().max(1) as f64;
    let heading =
        |number: usize, width: f64| Inset::of_width(&subjects[number], width, pen).map_or(0.0, |inset| inset.size.1);
    let legend = legend(journey, &sketch.scene, &usual, band, pen)?;
    let contents = shelf::Contents {
        heading: &heading,
        insets,
        least: inset::LEAST * pen.unit,
        is_right: middle > layout.frame.center().x,
        legend: legend.sizes(),
        card: card(journey, layout.frame.height() / 2.0, pen)?.map(|card| card.size()),
    };
    Ok(shelf::set(layout, aspect, &contents, pen.unit))
}

/// Where each panel stands, in pixels.
#[derive(Clone)]
pub struct PanelRects {
    /// The scale bar.
    pub bar: Rect,
    /// The legend.
    pub legend: Rect,
    /// The insets, in their order.
    pub insets: Vec<Rect>,
    /// The locator, if there is one.
    pub locator: Option<Rect>,
    /// The card of claims, if there is one.
    pub card: Option<Rect>,
}

impl PanelRects {
    /// The stage has them in the order in which the plan asked for them.
    pub fn new(stage: &Stage, insets: usize, has_locator: bool, has_card: bool) -> PanelRects {
        let mut rects = stage.panels.iter().copied();
        let mut next = || rects.next().unwrap_or_default();
        let (bar, legend) = (next(), next());
        let insets = (0..insets).map(|_| next()).collect();
        let locator = has_locator.then(&mut next);
        PanelRects { bar, legend, insets, locator, card: has_card.then(&mut next) }
    }

    /// Each with what it is.
    pub fn labels(&self) -> Vec<Label> {
        let label = |(text, rect): (&str, Rect)| Label { text: text.to_owned(), rect };
        let mut all = vec![("scale bar", self.bar), ("legend", self.legend)];
        all.extend(self.insets.iter().map(|rect| ("inset", *rect)));
        all.extend(self.locator.map(|rect| ("locator", rect)));
        all.extend(self.card.map(|rect| ("claims", rect)));
        all.into_iter().map(label).collect()
    }
}
