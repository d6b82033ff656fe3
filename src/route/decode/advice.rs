//! What to write instead, where the value alone doesn't tell it.

use super::super::keys::{Key, Kind, all, children};
use super::super::quantity::parse_degrees;
use super::super::tree::{Node, Table, Value};
use super::super::wrong::{nearest, shown};

/// Advice for a value that its key doesn't take.
pub fn value_help(key: &Key, name: &str, node: &Node, siblings: &Table) -> String {
    let write = |value: &str| format!("write {name} = {value}");
    let number = node.number();
    match (&key.kind, &node.value) {
        (Kind::Number { .. }, Value::Integer(_) | Value::Float(_)) => {
            let number = number.unwrap_or(f64::NAN);
            let other = siblings.get("lon").and_then(Node::number);
            if name == "lat" && number.abs() <= 180.0 && other.is_some_and(|lon| lon.abs() <= 90.0) {
                return "are lat and lon swapped? lat is north–south, lon east–west".to_owned();
            }
            if name == "lon" && number > 180.0 && number <= 360.0 {
                return format!("longitudes west of Greenwich are negative: {}", write(&trimmed(number - 360.0)));
            }
            format!("{}, as {name} = {}", key.meaning, key.example)
        }
        (Kind::Integer { .. }, Value::Integer(_) | Value::Float(_)) => {
            format!("{}, as {name} = {}", key.meaning, key.example)
        }
        (Kind::Number { .. } | Kind::Integer { .. }, Value::String(text)) => match text.trim().parse::<f64>() {
            Ok(value) if value.is_finite() => format!("{} without quotation marks", write(text.trim())),
            _ => match parse_degrees(text).filter(|_| matches!(key.kind, Kind::Number { .. })) {
                Some(degrees) => format!("{}, in decimal degrees", write(&degrees.to_string())),
                None => format!("{}, a number without quotation marks", write(key.example)),
            },
        },
        (Kind::List(_), Value::String(text)) => write(&format!("[\"{}\"]", shown(text))),
        (Kind::List(_), Value::Integer(number)) => write(&format!("[{number}]")),
        (Kind::Speed, Value::Integer(_) | Value::Float(_)) => {
            let number = trimmed(number.unwrap_or(0.0));
            format!("say the unit: {} or {}", write(&format!("\"{number} kn\"")), write(&format!("\"{number} km/d\"")))
        }
        (Kind::Capacity, Value::Integer(number)) => {
            format!(
                "say the unit: {} or {}",
                write(&format!("\"{number} TEU\"")),
                write(&format!("\"{number} containers\""))
            )
        }
        (Kind::Days, Value::Integer(_) | Value::Float(_)) => {
            format!("say the unit: {}", write(&format!("\"{} d\"", trimmed(number.unwrap_or(0.0)))))
        }
        (Kind::Length { .. } | Kind::Says, Value::Integer(_) | Value::Float(_)) => {
            let number = trimmed(number.unwrap_or(0.0));
            format!("say the unit: {} or {}", write(&format!("\"{number} km\"")), write(&format!("\"{number} mi\"")))
        }
        (Kind::Date | Kind::Window | Kind::Text | Kind::Note, Value::Integer(number)) => {
            write(&format!("\"{number}\""))
        }
        (Kind::Tables, _) => {
            let entries: Vec<&str> =
                children(key.pattern).iter().flat_map(|item| children(item.pattern)).map(|key| key.name()).collect();
            format!(
                "write each as a table of its own, under [[{name}]] with double brackets, with {}",
                either_few(&entries)
            )
        }
        (Kind::Named, Value::List(_)) => format!("write the name into the header: [{name}.NAME] instead of [[{name}]]"),
        (Kind::Table, Value::List(_)) if !key.pattern.contains("*.") => {
            let header = key.pattern.strip_suffix('*').map_or(key.pattern.to_owned(), |start| format!("{start}{name}"));
            format!("write one table [{header}] with single brackets, or {}", write(key.example))
        }
        (Kind::Table, Value::String(text)) if key.pattern == "places.*" => {
            write(&format!("{{ near = \"{}\" }}, or give it lat and lon", shown(text)))
        }
        _ => write(key.example),
    }
}

fn either_few(names: &[&str]) -> String {
    names.iter().filter(|name| **name != "id").take(3).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn trimmed(number: f64) -> String {
    format!("{}", (number * 1e6).round() / 1e6)
}

/// Other words for keys, as people write them.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("lat", &["latitude", "y", "north"]),
    ("lon", &["longitude", "lng", "long", "x", "east"]),
    ("from", &["start", "origin", "source", "begin", "departure"]),
    ("to", &["end", "destination", "dest", "until", "target", "arrival"]),
    ("mode", &["type", "transport", "means", "by", "vehicle", "transport-mode"]),
    ("via", &["stops", "waypoints", "through", "stopovers", "route", "path"]),
    ("speed", &["velocity", "pace", "knots"]),
    ("stay", &["wait", "waiting", "stop", "days", "dwell"]),
    ("carrier", &["ship", "vessel", "train", "operator", "company"]),
    ("dates", &["date", "when", "period", "time", "window"]),
    ("departed", &["departure-date", "left", "start-date"]),
    ("arrived", &["arrival-date", "end-date", "reached"]),
    ("says", &["value", "figure", "text", "statement", "claim", "quote"]),
    ("title", &["name", "headline", "heading", "titel"]),
    ("name", &["title", "label"]),
    ("subtitle", &["description", "subheading", "deck"]),
    ("note", &["notes", "comment", "remark", "disclaimer", "footnote"]),
    ("boundaries", &["borders", "view", "worldview", "boundary"]),
    ("publisher", &["author", "by", "outlet", "newspaper"]),
    ("url", &["link", "href", "website", "web", "address"]),
    ("quotes", &["cites", "repeats", "based-on"]),
    ("radius", &["accuracy", "uncertainty", "precision", "error"]),
    ("near", &["place", "city", "town", "location", "at"]),
    ("what", &["description", "goods", "name", "type"]),
    ("capacity", &["teu", "size", "holds"]),
    ("containers", &["count", "number", "teu", "amount", "quantity"]),
    ("sources", &["source", "references", "refs"]),
    ("certainty", &["confidence", "status", "likelihood"]),
    ("set", &["changes", "override", "overrides"]),
    ("size", &["width", "height", "dimensions", "resolution"]),
    ("at-least", &["min", "minimum", "atleast", "at_least", "least", "from"]),
    ("at-most", &["max", "maximum", "atmost", "at_most", "most", "to"]),
];

/// What somebody meant who wrote an unknown key: a key of the same table.
pub fn meant(parent: &Key, name: &str, siblings: &Table) -> Option<&'static str> {
    let free: Vec<&'static str> = children(parent.pattern)
        .iter()
        .filter(|key| key.kind.is_container() || siblings.get(key.name()).is_none())
        .map(|key| key.name())
        .collect();
    let lower = name.to_lowercase().replace('_', "-");
    let same = free.iter().copied().find(|key| *key == lower);
    let listed = || {
        let others = |key: &str| SYNONYMS.iter().find(|(word, _)| *word == key).map_or(&[][..], |(_, others)| *others);
        free.iter().copied().find(|key| others(key).contains(&lower.as_str()))
    };
    same.or_else(listed).or_else(|| nearest(&lower, free.iter().copied()))
}

/// Where a key belongs that isn't known where it stands.
pub fn elsewhere(name: &str) -> Option<String> {
    let mut tables: Vec<String> = all()
        .filter(|key| key.name() == name)
        .map(|key| match key.pattern.rsplit_once('.').map_or("", |(parent, _)| parent) {
            "" => "the top of the file, above the first [table]".to_owned(),
            "legs.*" => "[[legs]]".to_owned(),
            "claims.*" => "[[claims]]".to_owned(),
            table => format!("[{}]", table.replace('*', "NAME")),
        })
        .collect();
    tables.truncate(3);
    let last = tables.pop()?;
    Some(if tables.is_empty() { last } else { format!("{} or {last}", tables.join(", ")) })
}
