//! A route file from what was drawn: points are places, lines are legs in their order; without lines, the points are the
//! stops of a chain. What only a human knows is marked TODO.

use std::fmt::Write;

use geo::{LineString, Point};
use geojson::Geometry;

use super::{Drawing, Shape};
use crate::geodesy::distance_km;
use crate::numerals::to_microdegree;
use crate::route::Mode;

/// An end of a line this near to a point is that place.
const SAME_KM: f64 = 10.0;

/// A route file, and the files that its legs bring their lines in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The route file's text.
    pub route: String,
    /// Name and text of each line's file, beside the route file.
    pub tracks: Vec<(String, String)>,
}

struct Spot {
    id: String,
    name: String,
    at: Point,
    /// Whether somebody drew it, rather than only the end of a line.
    drawn: bool,
}

struct Leg<'a> {
    name: Option<&'a str>,
    mode: Option<Mode>,
    from: usize,
    to: usize,
    line: Option<&'a LineString>,
}

/// The route file of a drawing. `stem` is the name of the route file without its extension: lines go to `STEM.leg-1.geojson`
/// and so on. Without a stem (on standard output) no leg brings a line.
pub fn draft(drawing: &Drawing, stem: Option<&str>) -> Draft {
    let mut spots = Vec::new();
    for drawn in &drawing.features {
        if let Shape::Point(at) = drawn.shape {
            add(&mut spots, drawn.name.as_deref(), at, true);
        }
    }
    let legs = legs(drawing, &mut spots);
    let mut tracks = Vec::new();
    let mut text = head(drawing);
    for spot in &spots {
        let todo = if spot.drawn { "" } else { "   # TODO: what this end of a line is called" };
        let _ = writeln!(text, "\n[places.{}]\nname = {}{todo}", spot.id, quoted(&spot.name));
        let _ = writeln!(text, "lat  = {}\nlon  = {}", to_microdegree(spot.at.y()), to_microdegree(spot.at.x()));
    }
    if !drawing.features.is_empty() {
        text.push_str(
            "# TODO: radius = \"5 km\" for a place that is not known well, sources = [\"…\"] for who named it\n",
        );
    }
    for (number, leg) in legs.iter().enumerate() {
        let name = leg.name.map_or(String::new(), |name| format!("   # {}", clean(name)));
        let _ = writeln!(text, "\n[[legs]]{name}");
        match leg.mode {
            Some(mode) => writeln!(text, "mode = \"{mode}\""),
            None => writeln!(
                text,
                "mode = \"road\"   # TODO: sea, inland-waterway, rail, road or air: the drawing does not say"
            ),
        }
        .unwrap_or_default();
        let _ = writeln!(text, "from = \"{}\"\nto   = \"{}\"", spots[leg.from].id, spots[leg.to].id);
        if let (Some(stem), Some(line)) = (stem, leg.line) {
            let file = format!("{stem}.leg-{}.geojson", number + 1);
            let _ = writeln!(
                text,
                "track = {}   # the line as it was drawn; without it a leg finds its own way",
                quoted(&file)
            );
            tracks.push((file, geojson(line)));
        }
        text.push_str("# TODO: dates = \"2024-01\", certainty = \"reported\", sources = [\"…\"]\n");
    }
    Draft { route: text, tracks }
}

fn head(drawing: &Drawing) -> String {
    let source = clean(&drawing.source);
    format!(
        "# A route file made from {source}. Lines that start with # are remarks; TODO marks what the drawing does not say.\n\
         # `portolan new FILE` without --from writes one that explains every key.\n\n\
         title = {}   # TODO: what the map is called\n\
         # TODO: who said it: [sources.NAME] with title, publisher, date, url\n",
        quoted(&format!("From {source}"))
    )
}

/// The lines as legs; the points as stops of a chain where there are no lines.
fn legs<'a>(drawing: &'a Drawing, spots: &mut Vec<Spot>) -> Vec<Leg<'a>> {
    let mut legs = Vec::new();
    for drawn in &drawing.features {
        if let Shape::Line(line) = &drawn.shape
            && let (Some(first), Some(last)) = (line.points().next(), line.points().next_back())
        {
            let from = end(spots, first, None);
            let to = end(spots, last, Some(from));
            legs.push(Leg { name: drawn.name.as_deref(), mode: drawn.mode, from, to, line: Some(line) });
        }
    }
    if legs.is_empty() {
        for (to, drawn) in drawing.features.iter().enumerate().skip(1) {
            legs.push(Leg { name: None, mode: drawn.mode, from: to - 1, to, line: None });
        }
    }
    legs
}

/// The place at the end of a line: the nearest that is near enough, or one of its own.
fn end(spots: &mut Vec<Spot>, at: Point, other: Option<usize>) -> usize {
    let near = spots.iter().enumerate().filter(|(number, _)| Some(*number) != other);
    let near = near.map(|(number, spot)| (number, distance_km(spot.at, at))).filter(|(_, km)| *km <= SAME_KM);
    if let Some((number, _)) = near.min_by(|a, b| a.1.total_cmp(&b.1)) {
        return number;
    }
    add(spots, None, at, false);
    spots.len() - 1
}

fn add(spots: &mut Vec<Spot>, name: Option<&str>, at: Point, drawn: bool) {
    let number = spots.len() + 1;
    let name = name.map(clean).filter(|name| !name.is_empty());
    let mut id = name.as_deref().map(slug).unwrap_or_default();
    if id.is_empty() || id == "unknown" || spots.iter().any(|spot| spot.id == id) {
        id = format!("{}place-{number}", if id.is_empty() { String::new() } else { format!("{id}-") });
    }
    spots.push(Spot { id, name: name.unwrap_or_else(|| format!("Place {number}")), at, drawn });
}

/// What an id may have: small letters, digits, hyphens.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-").chars().take(40).collect()
}

/// A name as a route file takes it: on one line, nothing invisible in it, not too long.
fn clean(name: &str) -> String {
    const MOST: usize = 200;
    let invisible = |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    let visible: String =
        name.chars().filter(|c| !invisible(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MOST).collect()
}

/// A basic string of TOML; what is clean has only these two to be escaped.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn geojson(line: &LineString) -> String {
    let vertices: Vec<[f64; 2]> =
        line.coords().map(|vertex| [to_microdegree(vertex.x), to_microdegree(vertex.y)]).collect();
    format!("{}\n", Geometry::new_line_string(vertices))
}
