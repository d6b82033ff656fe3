//! Placemarks of KML; waypoints, routes and tracks of GPX.

use geo::Coord;
use quick_xml::events::{BytesStart, Event};

use super::super::error::Problem;
use super::super::gather::Gathered;
use super::super::xml::Xml;
use super::super::{gpx, kml};
use super::{Found, Properties};

/// The elements that are features of their own.
const FEATURES: [&str; 4] = ["Placemark", "wpt", "rte", "trk"];

/// A feature that is being read.
#[derive(Default)]
struct Feature {
    properties: Properties,
    points: Vec<Coord>,
    line: Vec<Coord>,
}

pub(super) fn read(text: &str, root: &'static str) -> Result<Found, Problem> {
    let mut xml = Xml::new(text, root);
    let mut found = Found::default();
    let mut feature = Feature::default();
    let mut open: Vec<String> = Vec::new();
    // What stands in the present element, and the name of the property that it is the value of.
    let (mut content, mut key) = (String::new(), String::new());
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                content.clear();
                let name = element.local_name().as_ref().to_owned();
                match name.as_str() {
                    "Data" | "SimpleData" => key = attribute(&element, "name"),
                    "SchemaData" => {
                        feature.properties.add("layer", attribute(&element, "schemaUrl").trim_start_matches('#'));
                    }
                    "wpt" | "rtept" | "trkpt" => {
                        let mut gathered = Gathered::new(gpx::ORDER);
                        gpx::vertex(&element, &mut gathered).map_err(|problem| xml.here(problem))?;
                        if name == "wpt" { &mut feature.points } else { &mut feature.line }.extend(gathered.take());
                    }
                    "Polygon" => found.areas += 1,
                    _ => {}
                }
                open.push(name);
            }
            Event::Text(text) => content.push_str(&text),
            Event::CData(text) => content.push_str(&text),
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().ok().flatten();
                content.extend(character);
                content.push_str(quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or_default());
            }
            Event::End(_) => {
                let name = open.pop().unwrap_or_default();
                let parent = open.last().map_or("", String::as_str);
                end(&name, parent, &content, &key, &mut feature).map_err(|problem| xml.here(problem))?;
                if FEATURES.contains(&name.as_str()) {
                    let Feature { properties, points, line } = std::mem::take(&mut feature);
                    found.add(&properties, points, line);
                }
                content.clear();
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Takes up what an element held.
fn end(name: &str, parent: &str, content: &str, key: &str, feature: &mut Feature) -> Result<(), Problem> {
    let of_feature = FEATURES.contains(&parent);
    match (name, parent) {
        ("name" | "type", _) if of_feature => feature.properties.add(name, content),
        ("mode", "extensions") => feature.properties.add(name, content),
        ("value", "Data") | ("SimpleData", _) => feature.properties.add(key, content),
        ("coordinates", "Point") => feature.points.extend(positions(content, ',')?),
        ("coordinates", "LineString") => feature.line.extend(positions(content, ',')?),
        ("coord", "Track") if !content.trim().is_empty() => feature.line.extend(positions(content, ' ')?),
        _ => {}
    }
    Ok(())
}

/// Positions of KML: numbers with commas between, positions with blanks; a moment of a track is one with blanks.
fn positions(content: &str, separator: char) -> Result<Vec<Coord>, Problem> {
    let mut gathered = Gathered::new("KML writes longitude,latitude");
    if separator == ' ' {
        kml::read_position(&content.split_whitespace().collect::<Vec<_>>(), &mut gathered)?;
    } else {
        for position in content.split_whitespace() {
            kml::read_position(&position.split(separator).collect::<Vec<_>>(), &mut gathered)?;
        }
    }
    Ok(gathered.take())
}

/// The attribute of that name; empty if there is none.
fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.try_get_attribute(name).ok().flatten();
    found.map(|found| found.value.into_owned()).unwrap_or_default()
}
