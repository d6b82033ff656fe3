//! From a journey to a sheet: the parts put together, from back to front.

use crate::at_once::at_once;
use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect, Stroke, polyline, rectangle};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::Journey;
use crate::projection::View;
use crate::world::Scale;

use super::claims::{self, Card};
use super::labels::{self, Room, Stance, Wish};
use super::layout::Layout;
use super::legend::Legend;
use super::mark::{Layer, Mark, pixel};
use super::places::{self, DrawnPlace, Role};
use super::scale_bar::{self, ScaleBar};
use super::stage::{self, PanelPlace, Stage};
use super::theme::Theme;
use super::{Sheet, base, countries, furniture, halo, legs};

pub(super) fn compose(journey: &Journey) -> Result<Sheet, MissingGlyph> {
    let size = journey.route.style.size;
    let theme = Theme::LIGHT;
    let fonts = Fonts::embedded();
    let unit = Layout::unit(size);
    let width = Layout::new(size, 0.0, 0.0).header.width();
    let points = stage::extent(journey);
    let choice = stage::projection(journey, &points);
    let mut diagnostics = vec![Diagnostic::note(
        &catalog::SHEET_PROJECTION,
        format!("projection: {} ({})", choice.describe(), choice.why),
    )];

    let header = furniture::header(&journey.route, &fonts, &theme, unit, width)?;
    let made = |scale: Scale| format!("Coasts and borders at {scale}. Projection: {}.", choice.describe());
    // The scale's name is as long whichever it is, or nearly so: the notes are set once to know their height.
    let footer = furniture::footer(journey, &made(Scale::M110), &fonts, &theme, unit, width)?;
    let layout = Layout::new(size, header.height(), footer.height());
    let frame = layout.frame;

    let groups = claims::groups(journey);
    let card = Card::new(journey, &groups, &fonts, unit)?;
    let measured = journey.judgements.iter().any(|judgement| judgement.line.is_some());
    let sketch = stage::set(journey, &choice, &points, frame, unit, &[]);
    let legend = Legend::new(journey, &sketch.legs, &sketch.places, measured, &fonts, unit)?;
    let bar_size = (scale_bar::SIZE.0 * unit, scale_bar::SIZE.1 * unit);
    let mut wanted = vec![(bar_size, PanelPlace::Corner(1.0, 1.0)), (legend.size(), PanelPlace::Corner(0.0, 1.0))];
    wanted.extend(card.iter().map(|card| (card.size(), PanelPlace::Measured)));
    let stage = stage::set(journey, &choice, &points, frame, unit, &wanted);
    let meters_per_pixel = meters_per_pixel(&stage.view, frame);
    let scale = base::scale_for(meters_per_pixel);

    let (mut layers, labels) = at_once(
        || base::layers(&stage.view, frame, scale, journey.route.boundaries, &theme, unit),
        || {
            let (places, rooms) = label_places(&stage, &fonts, &theme, unit, &mut diagnostics)?;
            let countries = label_countries(journey, &stage, &rooms, meters_per_pixel, &fonts, &theme, unit)?;
            Ok((places, countries))
        },
    );
    let (place_labels, country_labels) = labels?;
    layers.push(measured_layer(&stage, frame, &theme, unit));
    layers.push(legs::layer(&stage.legs, rectangle(frame), &theme, unit));
    layers.push(country_labels);
    layers.push(markers(journey, &stage, &fonts, &theme, unit)?);
    layers.push(place_labels);

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
        panels.extend(leader_to_card(&stage, rect, &theme, unit));
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

    let footer = furniture::footer(journey, &made(scale), &fonts, &theme, unit, width)?;
    let mut words: Vec<Mark> = vec![Mark::Stroke(rectangle(frame), Stroke::new(1.6 * unit), theme.edge)];
    words.extend(header.marks(layout.header.origin()));
    words.extend(footer.marks(layout.footer.origin()));
    layers.push(Layer { name: "furniture", clip: None, marks: words });
    Ok(Sheet { size, title: journey.route.title.clone(), background: theme.paper, layers, diagnostics })
}

/// In the middle of the frame, or where the globe is if that is not there.
fn meters_per_pixel(view: &View, frame: Rect) -> f64 {
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
                marks.push(Mark::Stroke(polyline(line.iter().copied().map(pixel)), Stroke::new(2.6 * unit), theme.ink))
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

/// The names of places, each beside its marker; what finds no room is told.
fn label_places(
    stage: &Stage,
    fonts: &Fonts,
    theme: &Theme,
    unit: f64,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Layer, Vec<Room>), MissingGlyph> {
    let mut runs: Vec<GlyphRun> = Vec::new();
    let mut wishes = Vec::new();
    for place in stage.places.iter().rev() {
        let (run, wish) = place_wish(place, fonts, unit)?;
        runs.push(run);
        wishes.push(wish);
    }
    let rooms = labels::solve(&wishes, &stage.obstacles, unit);
    let mut marks = Vec::new();
    for (run, room) in runs.into_iter().zip(&rooms) {
        match room {
            Some(room) => marks.extend(label_marks(run, room, theme, unit)),
            None => diagnostics.push(
                Diagnostic::warning(
                    &catalog::LABEL_NO_ROOM,
                    format!("the name `{}` found no room on the map, and is left out", run.text()),
                )
                .help("draw a larger sheet, or shorten names"),
            ),
        }
    }
    Ok((Layer { name: "place names", clip: None, marks }, rooms.into_iter().flatten().collect()))
}

fn place_wish(place: &DrawnPlace, fonts: &Fonts, unit: f64) -> Result<(GlyphRun, Wish), MissingGlyph> {
    let (face, size, priority) = match place.role {
        Role::Stop => (Face::Bold, 27.0, 9),
        Role::Unknown => (Face::Italic, 22.0, 5),
        Role::Via => (Face::Regular, 21.0, 3),
    };
    let run = fonts.shape(&place.name, Lettering::new(face, size * unit))?;
    let wish = Wish {
        anchor: place.at,
        clearance: (place.radius() + 6.0) * unit,
        width: run.width(),
        height: size * 1.05 * unit,
        stance: Stance::Beside,
        priority,
    };
    Ok((run, wish))
}

fn label_marks(run: GlyphRun, room: &Room, theme: &Theme, unit: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some((from, to)) = room.leader {
        let path: Path = polyline([from, to]);
        marks.push(Mark::Stroke(path.clone(), Stroke::new(4.0 * unit), theme.casing.with_opacity(0.8)));
        marks.push(Mark::Stroke(path, Stroke::new(1.4 * unit), theme.faint_ink));
    }
    let baseline = Point::new(room.rect.x0, room.rect.y0 + room.rect.height() * 0.79);
    marks.push(Mark::Text(run, baseline, theme.ink, Some(halo(theme, unit))));
    marks
}

fn label_countries(
    journey: &Journey,
    stage: &Stage,
    taken: &[Room],
    meters_per_pixel: f64,
    fonts: &Fonts,
    theme: &Theme,
    unit: f64,
) -> Result<Layer, MissingGlyph> {
    let mut obstacles = stage.obstacles.clone();
    for room in taken {
        obstacles.add_box(room.rect);
        if let Some((from, to)) = room.leader {
            obstacles.add_line(&[[from.x, from.y], [to.x, to.y]]);
        }
    }
    let (runs, wishes): (Vec<GlyphRun>, Vec<Wish>) =
        countries::wishes(&stage.view, journey.route.boundaries, &journey.countries(), meters_per_pixel, fonts, unit)?
            .into_iter()
            .unzip();
    let rooms = labels::solve(&wishes, &obstacles, unit);
    let marks = runs.into_iter().zip(rooms).filter_map(|(run, room)| {
        let rect = room?.rect;
        let baseline = Point::new(rect.x0, rect.y0 + rect.height() * 0.83);
        Some(Mark::Text(run, baseline, theme.country, Some(halo(theme, unit * 0.7))))
    });
    Ok(Layer { name: "countries", clip: None, marks: marks.collect() })
}

/// From the card to the line that it speaks of.
fn leader_to_card(stage: &Stage, card: Rect, theme: &Theme, unit: f64) -> Vec<Mark> {
    let Some(line) = stage.measured.first() else { return Vec::new() };
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    let middle = pixel(*first).midpoint(pixel(*last));
    let edge = Point::new(middle.x.clamp(card.x0, card.x1), middle.y.clamp(card.y0, card.y1));
    let path: Path = polyline([middle, edge]);
    vec![
        Mark::Stroke(path.clone(), Stroke::new(5.0 * unit), theme.casing.with_opacity(0.8)),
        Mark::Stroke(path, Stroke::new(1.6 * unit), theme.ink),
    ]
}
