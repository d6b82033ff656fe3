//! From a journey to a sheet: the parts put together, from back to front.

use crate::at_once::at_once;
use crate::canvas::{Fonts, MissingGlyph, Path, Point, Rect, Stroke, polyline, rectangle};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::Journey;
use crate::projection::View;
use crate::report::alternative;
use crate::world::Scale;

use super::card::Card;
use super::claims;
use super::furniture::{self, Furniture};
use super::legend::Legend;
use super::mark::{Layer, Mark, pixel};
use super::names::Names;
use super::places::{self, Role};
use super::scale_bar::{self, ScaleBar};
use super::stage::{self, PanelPlace, Stage};
use super::theme::Theme;
use super::{Label, Sheet, base, legs};

/// What a panel leaves free of the frame's height, in units.
const PANEL_MARGINS: f64 = 36.0;

pub(super) fn compose(journey: &Journey) -> Result<Sheet, MissingGlyph> {
    let size = journey.route.style.size;
    let theme = Theme::LIGHT;
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
    let (unit, layout) = (furniture.unit, furniture.layout(size));
    let frame = layout.frame;

    let groups = claims::groups(journey);
    let card = Card::new(journey, &groups, frame.height() - PANEL_MARGINS * unit, &fonts, unit)?;
    let measured = journey.judgements.iter().any(|judgement| judgement.line.is_some());
    let sketch = stage::set(journey, &choice, &points, frame, unit, &[]);
    let legend = Legend::new(&sketch.legs, &sketch.places, measured, &fonts, unit)?;
    let bar_size = (scale_bar::SIZE.0 * unit, scale_bar::SIZE.1 * unit);
    let mut wanted = vec![(bar_size, PanelPlace::Corner(1.0, 1.0)), (legend.size(), PanelPlace::Corner(0.0, 1.0))];
    wanted.extend(card.iter().map(|card| (card.size(), PanelPlace::Measured)));
    let stage = stage::set(journey, &choice, &points, frame, unit, &wanted);
    let meters_per_pixel = meters_per_pixel(&stage.view, frame);
    let scale = base::scale_for(meters_per_pixel);

    let mut labels = Vec::new();
    let boundaries = journey.route.boundaries;
    let (mut layers, names) = at_once(
        || base::layers(&stage.view, frame, scale, boundaries, &theme, unit),
        || {
            let names = Names { stage: &stage, fonts: &fonts, theme: &theme, unit };
            let (places, left_out) = names.of_places(&mut labels)?;
            let countries = names.of_countries(boundaries, &journey.countries(), meters_per_pixel, &mut labels)?;
            Ok((places, left_out, countries))
        },
    );
    let (place_names, left_out, country_names) = names?;
    diagnostics.extend(left_out);
    layers.push(measured_layer(&stage, frame, &theme, unit));
    layers.push(legs::layer(&stage.legs, rectangle(frame), &theme, unit));
    layers.push(country_names);
    layers.push(markers(journey, &stage, &fonts, &theme, unit)?);
    layers.push(place_names);
    let panel_names = ["scale bar", "legend", "claims"].into_iter().zip(&stage.panels);
    labels.extend(panel_names.map(|(text, rect)| Label { text: text.to_owned(), rect: *rect }));

    let mut panels = Vec::new();
    match ScaleBar::new(&stage.view, stage.panels[0], unit) {
        Some(bar) => panels.extend(bar.marks(&fonts, &theme, unit)?),
        None => diagnostics.push(Diagnostic::note(
            &catalog::SHEET_NO_SCALE_BAR,
            "the map has no scale bar: where it would stand is no place on the globe",
        )),
    }
    panels.extend(legend.marks(stage.panels[1], &fonts, &theme)?);
    if let Some(card) = card {
        let rect = stage.panels[2];
        diagnostics.extend(card.diagnostic());
        panels.extend(stage.leader.into_iter().flat_map(|leader| leader_marks(leader, &theme, unit)));
        panels.extend(card.marks(rect, &theme));
    }
    layers.push(Layer { name: "panels", clip: None, marks: panels });
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
    let mut words: Vec<Mark> = vec![Mark::Stroke(rectangle(frame), Stroke::new(1.6 * unit), theme.edge)];
    words.extend(header.marks(layout.header.origin()));
    words.extend(footer.marks(layout.footer.origin()));
    layers.push(Layer { name: "furniture", clip: None, marks: words });
    let legs = stage.legs.into_iter().flat_map(|leg| leg.pieces).collect();
    let (title, description) = (journey.route.title.clone(), alternative(journey));
    Ok(Sheet { size, title, description, background: theme.paper, layers, labels, legs, diagnostics })
}

/// In the middle of the frame, or where the globe is if that is not there.
pub(super) fn meters_per_pixel(view: &View, frame: Rect) -> f64 {
    let center = frame.center();
    view.scale_at([center.x, center.y]).unwrap_or(40_000_000.0 / frame.width())
}

fn measured_layer(stage: &Stage, frame: Rect, theme: &Theme, unit: f64) -> Layer {
    let mut marks = Vec::new();
    for line in &stage.measured {
        match line[..] {
            [from, .., to] if line.len() == 2 || straight(line, unit) => {
                marks.extend(claims::dimension_line(pixel(from), pixel(to), theme, unit));
            }
            _ => {
                marks.push(Mark::Stroke(polyline(line.iter().copied().map(pixel)), Stroke::new(2.6 * unit), theme.ink));
            }
        }
    }
    Layer { name: "claims", clip: Some(rectangle(frame)), marks }
}

/// Whether a line bends less than a pixel.
fn straight(line: &[[f64; 2]], unit: f64) -> bool {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return true };
    let (dx, dy) = (last[0] - first[0], last[1] - first[1]);
    let length = (dx * dx + dy * dy).sqrt().max(1e-9);
    line.iter().all(|point| ((point[0] - first[0]) * dy - (point[1] - first[1]) * dx).abs() / length < unit)
}

fn markers(journey: &Journey, stage: &Stage, fonts: &Fonts, theme: &Theme, unit: f64) -> Result<Layer, MissingGlyph> {
    let mut marks = Vec::new();
    for place in &stage.places {
        if place.role == Role::Unknown {
            for known in journey.places.iter().filter_map(|known| stage.view.project(known.position?)) {
                let from = pixel(known);
                if from.distance(place.at) < 130.0 * unit {
                    let (path, stroke) = places::toward_unknown(from, place.at, unit);
                    marks.push(Mark::Stroke(path, stroke, theme.faint_ink));
                }
            }
        }
        marks.extend(place.marks(fonts, theme, unit)?);
    }
    Ok(Layer { name: "places", clip: None, marks })
}

/// From the measured line to the card that speaks of it.
fn leader_marks((from, to): (Point, Point), theme: &Theme, unit: f64) -> [Mark; 2] {
    let path: Path = polyline([from, to]);
    [
        Mark::Stroke(path.clone(), Stroke::new(5.0 * unit), theme.casing.with_opacity(0.8)),
        Mark::Stroke(path, Stroke::new(1.6 * unit), theme.ink),
    ]
}
