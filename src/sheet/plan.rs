//! Which panels a map has, how large they are, and where they stand.

use crate::canvas::{MissingGlyph, Rect};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, LaidBand};

use super::card::Card;
use super::inset::{Inset, Subject};
use super::legend::Legend;
use super::pen::Pen;
use super::places::DrawnPlace;
use super::scene::Scene;
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
        pen: Pen,
    ) -> Result<Plan<'a>, MissingGlyph> {
        let groups = claims::groups(journey);
        let most = task.frame.height() - PANEL_MARGINS * pen.unit;
        let card = Card::new(journey, &groups, most, pen.fonts, pen.unit)?;
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
        let legend =
            Legend::new(task.journey, &sketch.scene.legs, &places, !sketch.scene.measured.is_empty(), band, pen)?;
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
