//! GPX 1.0 and 1.1: tracks, or routes where there are none.

use quick_xml::events::{BytesStart, Event};

use super::error::{Problem, shown};
use super::gather::Gathered;
use super::xml::Xml;

pub(super) const ORDER: &str = "see which attribute is called lat";

pub(super) fn read(text: &str) -> Result<Gathered, Problem> {
    let mut xml = Xml::new(text, "gpx");
    let (mut tracks, mut routes) = (Gathered::new(ORDER), Gathered::new(ORDER));
    // The element of the last vertex.
    let mut last = "";
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "trkseg" => tracks.end_part(),
            "rte" => routes.end_part(),
            "trkpt" => {
                last = "trkpt";
                vertex(&element, &mut tracks).map_err(|problem| xml.here(problem))?;
            }
            "rtept" => {
                last = "rtept";
                vertex(&element, &mut routes).map_err(|problem| xml.here(problem))?;
            }
            "wpt" => {
                last = "wpt";
                tracks.leave_out("waypoint");
                routes.leave_out("waypoint");
            }
            "ele" if last == "rtept" => routes.elevation(),
            "ele" if last == "trkpt" => tracks.elevation(),
            _ => {}
        }
    }
    tracks.end_part();
    routes.end_part();
    if tracks.is_empty() {
        return Ok(routes);
    }
    if !routes.is_empty() {
        tracks.leave_out("route beside the tracks");
    }
    Ok(tracks)
}

pub(super) fn vertex(element: &BytesStart, gathered: &mut Gathered) -> Result<(), Problem> {
    gathered.vertex(attribute(element, "lat")?, attribute(element, "lon")?)
}

fn attribute(element: &BytesStart, name: &str) -> Result<f64, Problem> {
    let help = "a vertex is written <trkpt lat=\"42.2333\" lon=\"130.3\"/>";
    let found = element.try_get_attribute(name).map_err(|error| Problem::new(format!("is no XML: {error}")))?;
    let Some(found) = found else { return Err(Problem::new(format!("a vertex has no {name}")).help(help)) };
    let value = found.value.trim();
    value.parse().map_err(|_| Problem::new(format!("{name} is {}, which is no number", shown(value))).help(help))
}
