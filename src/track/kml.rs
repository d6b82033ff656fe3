//! KML 2.2: line strings, and Google's extension of tracks with times.

use quick_xml::events::Event;

use super::error::{Problem, shown};
use super::gather::Gathered;
use super::xml::Xml;

/// The element whose positions are vertices.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    /// `<coordinates>`: longitude, latitude and height with commas between, positions with blanks.
    String,
    /// `<gx:coord>`: one position, with blanks between.
    Track,
}

pub(super) fn read(text: &str) -> Result<Gathered, Problem> {
    let mut gathered = Gathered::new("KML writes longitude,latitude");
    let mut xml = Xml::new(text, "kml");
    let mut line = None;
    // The text of the positions, and the byte at which it starts.
    let mut positions: Option<(String, usize)> = None;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match (element.local_name().as_ref(), line) {
                ("LineString", _) => line = Some(Line::String),
                ("Track", _) => line = Some(Line::Track),
                ("coordinates", Some(Line::String)) | ("coord", Some(Line::Track)) => {
                    positions = Some((String::new(), xml.offset()));
                }
                ("Point", _) => gathered.leave_out("point"),
                ("Polygon", _) => gathered.leave_out("polygon"),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "LineString" | "Track" => {
                    gathered.end_part();
                    line = None;
                }
                "coordinates" | "coord" => {
                    if let Some((found, offset)) = positions.take() {
                        read_positions(&found, line, &mut gathered)
                            .map_err(|(problem, within)| problem.at(text, offset + within))?;
                    }
                }
                _ => {}
            },
            Event::Text(found) => positions.iter_mut().for_each(|(text, _)| text.push_str(&found)),
            Event::CData(found) => positions.iter_mut().for_each(|(text, _)| text.push_str(&found)),
            Event::GeneralRef(entity) if positions.is_some() => {
                let entity = shown(&format!("&{};", &*entity));
                let problem = Problem::new(format!("{entity} stands among the positions"));
                return Err(xml.here(problem.help("write the numbers themselves")));
            }
            _ => {}
        }
    }
    Ok(gathered)
}

/// The positions in the text; what is wrong comes with the byte at which it stands.
fn read_positions(text: &str, line: Option<Line>, gathered: &mut Gathered) -> Result<(), (Problem, usize)> {
    if line == Some(Line::Track) {
        // A moment without a position is written as an empty one.
        if text.trim().is_empty() {
            gathered.leave_out("moment without a position");
            return Ok(());
        }
        return read_position(&text.split_whitespace().collect::<Vec<_>>(), gathered).map_err(|problem| (problem, 0));
    }
    for tuple in text.split_whitespace() {
        read_position(&tuple.split(',').collect::<Vec<_>>(), gathered)
            .map_err(|problem| (problem, tuple.as_ptr() as usize - text.as_ptr() as usize))?;
    }
    Ok(())
}

pub(super) fn read_position(numbers: &[&str], gathered: &mut Gathered) -> Result<(), Problem> {
    let help = "a position is written longitude,latitude without blanks: 130.3,42.2333";
    let parse =
        |text: &str| text.parse::<f64>().map_err(|_| Problem::new(format!("{} is no number", shown(text))).help(help));
    let (lon, lat) = match numbers {
        [lon, lat] => (lon, lat),
        [lon, lat, _] => {
            gathered.elevation();
            (lon, lat)
        }
        _ => return Err(Problem::new(format!("a position has {} and not 2 or 3 numbers", numbers.len())).help(help)),
    };
    gathered.vertex(parse(lat)?, parse(lon)?)
}
