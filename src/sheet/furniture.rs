//! The words around the map: title and subtitle above, and below it the note that says what is reported, the sources,
//! the point of view of the borders, the projection and the credits.

use crate::canvas::{Face, Fonts, MissingGlyph};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, Kind, Located};
use crate::route::{Boundaries, Mode, Route, Size};
use crate::world;

use super::layout::Layout;
use super::stack::{Column, Stack};
use super::theme::Theme;

/// The words above and below the map, and the type's unit at which they leave the map its part of the page.
pub struct Furniture {
    /// Title and subtitle.
    pub header: Stack,
    /// Note, sources and credits.
    pub footer: Stack,
    /// The type's unit, in pixels.
    pub unit: f64,
}

/// The parts of the page's height that each paragraph may take.
const TITLE: f64 = 0.20;
const SUBTITLE: f64 = 0.10;
const NOTE: f64 = 0.14;
const SOURCES: f64 = 0.11;
const CREDITS: f64 = 0.11;

/// The size of the notes' type, in units.
const TYPE: f64 = 20.0;

/// The smallest type that can be read, in pixels.
const LEGIBLE_PX: f64 = 5.0;

impl Furniture {
    /// Sets the words, in smaller type where they would leave the map too little. `map` says how the map was made:
    /// projection and scale of the data.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn new(journey: &Journey, map: &str, fonts: &Fonts, theme: &Theme) -> Result<Furniture, MissingGlyph> {
        let size = journey.route.style.size;
        let mut unit = Layout::unit(size);
        loop {
            let header = header(&journey.route, fonts, theme, unit)?;
            let footer = footer(journey, map, fonts, theme, unit)?;
            let done = Layout::new(size, unit, header.height(), footer.height()).suffices();
            if done || unit < Layout::unit(size) / 10.0 {
                return Ok(Furniture { header, footer, unit });
            }
            unit *= 0.9;
        }
    }

    /// Where they stand, and the map between them.
    pub fn layout(&self, size: Size) -> Layout {
        Layout::new(size, self.unit, self.header.height(), self.footer.height())
    }

    /// What of the words is not to be seen or not to be read.
    pub fn diagnostics(&self, size: Size) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = (self.header.cut.iter().chain(&self.footer.cut))
            .map(|name| {
                let message = format!("the {name} is too long for the sheet, and ends in an ellipsis");
                Diagnostic::warning(&catalog::SHEET_WORDS_CUT, message).help("shorten it, or draw a larger sheet")
            })
            .collect();
        let px = TYPE * self.unit;
        if px < LEGIBLE_PX {
            let message = format!("on {} x {} pixels the notes are {px:.1} pixels tall", size.width, size.height);
            found.push(
                Diagnostic::warning(&catalog::SHEET_SMALL_TYPE, message).help("draw a larger sheet: --size 2400x1350"),
            );
        }
        found
    }
}

/// Title and subtitle.
fn header(route: &Route, fonts: &Fonts, theme: &Theme, unit: f64) -> Result<Stack, MissingGlyph> {
    let mut stack = Stack::default();
    let column = |space: f64, part: f64| Column { is_balanced: true, ..column(route.style.size, unit, space, part) };
    stack.paragraph(fonts, ("title", &route.title), (Face::Bold, 54.0 * unit), theme.ink, column(0.0, TITLE))?;
    if let Some(subtitle) = &route.subtitle {
        let style = (Face::Regular, 29.0 * unit);
        stack.paragraph(fonts, ("subtitle", subtitle), style, theme.faint_ink, column(4.0, SUBTITLE))?;
    }
    Ok(stack)
}

/// What stands below a chart about a journey: the note, the sources, and what `made` says of how it was made, with the credits.
pub(crate) fn notes(journey: &Journey, made: &str) -> Vec<String> {
    let route = &journey.route;
    let note = route.note.clone().unwrap_or_else(|| disclaimer(route));
    let made = format!("{made} {} {}", boundaries(route.boundaries), credits(&journey.places));
    [Some(note), sources(route), Some(made)].into_iter().flatten().collect()
}

/// Note, sources and credits.
fn footer(journey: &Journey, map: &str, fonts: &Fonts, theme: &Theme, unit: f64) -> Result<Stack, MissingGlyph> {
    let route = &journey.route;
    let mut stack = Stack::default();
    let column = |space: f64, part: f64| column(route.style.size, unit, space, part);
    let small = (Face::Regular, TYPE * unit);
    let note = route.note.clone().unwrap_or_else(|| disclaimer(route));
    stack.paragraph(fonts, ("note", &note), (Face::Regular, 21.0 * unit), theme.ink, column(0.0, NOTE))?;
    if let Some(sources) = sources(route) {
        stack.paragraph(fonts, ("list of sources", &sources), small, theme.faint_ink, column(5.0, SOURCES))?;
    }
    let credits = format!("{map} {} {}", boundaries(route.boundaries), credits(&journey.places));
    stack.paragraph(fonts, ("line of credits", &credits), small, theme.faint_ink, column(5.0, CREDITS))?;
    Ok(stack)
}

fn column(size: Size, unit: f64, space: f64, part: f64) -> Column {
    let width = Layout::new(size, unit, 0.0, 0.0).header.width();
    Column { width, space: space * unit, most: part * f64::from(size.height), is_balanced: false }
}

/// What the legs' lines are: for each kind of distance the modes that have it.
pub(crate) fn how_legs_run(journey: &Journey) -> String {
    let laid = || journey.route.legs.iter().zip(&journey.legs).filter(|(_, laid)| laid.track.is_some());
    let mut straight: Vec<Mode> =
        laid().filter(|(_, laid)| laid.kind == Kind::Geodesic).map(|(leg, _)| leg.mode).collect();
    straight.sort_unstable();
    straight.dedup();
    let straight: Vec<String> = straight.iter().map(|mode| mode.spoken()).collect();
    let follows = |mode| laid().any(|(leg, laid)| laid.kind == Kind::Network && leg.mode == mode);
    let mut words = Vec::new();
    if !straight.is_empty() {
        words.push(format!("Legs by {} run straight (as geodesics) from stop to stop.", straight.join(" and ")));
    }
    match (follows(Mode::Sea), &journey.rails) {
        (true, Some(rails)) => {
            words.push(format!("Legs take the shortest way over water and rails ({}).", rails.credit));
        }
        (true, None) => words.push("Legs by sea take the shortest way over water.".to_owned()),
        (false, Some(rails)) => {
            words.push(format!("Legs by rail take the shortest way over rails ({}).", rails.credit));
        }
        (false, None) => {}
    }
    words.join(" ")
}

/// What stands below a map whose file has no note of its own.
fn disclaimer(route: &Route) -> String {
    let mut by: Vec<&str> = Vec::new();
    for leg in &route.legs {
        for source in &leg.sources {
            if let Some(source) = route.source(&source.value) {
                let name = source.publisher.as_deref().unwrap_or_else(|| source.label());
                if !by.contains(&name) {
                    by.push(name);
                }
            }
        }
    }
    let computed = "Line computed, not reported.";
    if by.is_empty() { format!("Alleged. {computed}") } else { format!("Alleged by {}. {computed}", by.join(", ")) }
}

fn sources(route: &Route) -> Option<String> {
    let names: Vec<String> = route
        .sources
        .iter()
        .map(|source| {
            let name = source.publisher.as_deref().unwrap_or_else(|| source.label());
            source.date.map_or_else(|| name.to_owned(), |date| format!("{name} ({date})"))
        })
        .collect();
    (!names.is_empty()).then(|| format!("Sources: {}.", names.join("; ")))
}

fn boundaries(boundaries: Boundaries) -> &'static str {
    match boundaries {
        Boundaries::Recognised => "Boundaries as recognised internationally.",
        Boundaries::DeFacto => "Boundaries as held de facto.",
    }
}

fn credits(places: &[Located]) -> String {
    // Cities for orientation are theirs, too.
    let mut credits = vec![world::SOURCE, world::PLACES_SOURCE];
    if places.iter().any(|place| place.taken_for.as_ref().is_some_and(|taken| taken.source == world::PORTS_SOURCE)) {
        credits.push(world::PORTS_SOURCE);
    }
    // What belongs together is in one line.
    let credits = credits.join("; ").replace("CC BY 4.0", "CC\u{a0}BY\u{a0}4.0");
    format!("Data: {credits}. Made\u{a0}with\u{a0}portolan.")
}
