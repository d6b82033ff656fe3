//! The JSON Schema of the route file, for editors: made from the key table.

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Kind};

const LENGTH: &str =
    r"^\s*[0-9][0-9., ']*\s*-?(km|mi|nmi|nm|m|[Kk]ilomet(er|re)s?|([Nn]autical )?[Mm]iles?|[Mm]et(er|re)s?)\.?\s*$";
const SPEED: &str = r"[0-9]\s*([Kk]n|[Kk]t|[Kk]not|[Kk]m|[Mm]i|[Nn]m|[Mm]ph|[Kk]ph|[Nn]autical)";
const DAYS: &str = r"[0-9]\s*-?(d|h|[Dd]ays?|[Ww]eeks?|[Hh]ours?)\s*$";
const CAPACITY: &str = r"[0-9]\s*([Tt][Ee][Uu]|[Cc]ontainers?)\s*$";
const DATE: &str = r"^[0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[~?%]?$";
const WINDOW: &str = r"^([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[~?%]?|\.\.)?(/([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[~?%]?|\.\.)?)?$";

/// The JSON Schema (draft 7, which TOML editors take) of the route file.
///
/// ```
/// let schema = portolan::route::json_schema();
/// assert_eq!(schema["properties"]["legs"]["items"]["properties"]["mode"]["enum"][0], "sea");
/// ```
pub fn json_schema() -> Value {
    let mut schema = table(keys::root());
    let mut head = Map::new();
    head.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    head.insert("title".into(), json!("portolan route file"));
    head.append(&mut schema);
    Value::Object(head)
}

fn table(key: &Key) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for child in keys::children(key.pattern) {
        properties.insert(child.name().to_owned(), Value::Object(described(child)));
        if child.required {
            required.push(child.name());
        }
    }
    let mut schema = object(json!({"type": "object", "additionalProperties": false}));
    schema.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema
}

fn described(key: &Key) -> Map<String, Value> {
    let mut schema = of_kind(&key.kind, key);
    schema.insert("description".into(), json!(key.meaning));
    if let (Some(default), Kind::Word(_) | Kind::Size) = (key.default, key.kind) {
        schema.insert("default".into(), json!(default));
    }
    schema
}

fn item(key: &Key) -> Value {
    keys::child(key, "*").map_or(json!({}), |item| Value::Object(described(item)))
}

fn of_kind(kind: &Kind, key: &Key) -> Map<String, Value> {
    object(match kind {
        Kind::Table => return table(key),
        Kind::Named => json!({"type": "object", "additionalProperties": item(key)}),
        Kind::Tables => json!({"type": "array", "minItems": usize::from(key.required), "items": item(key)}),
        Kind::Changes => json!({"type": "object"}),
        Kind::List(kind) => json!({"type": "array", "items": of_kind(kind, key)}),
        Kind::Number { least, most, .. } => json!({"type": "number", "minimum": least, "maximum": most}),
        Kind::Integer { least, most } => json!({"type": "integer", "minimum": least, "maximum": most}),
        Kind::Word(words) => json!({"type": "string", "enum": words.all()}),
        Kind::Length { .. } => json!({"type": "string", "pattern": LENGTH}),
        Kind::Speed => json!({"type": "string", "pattern": SPEED}),
        Kind::Days => json!({"type": "string", "pattern": DAYS}),
        Kind::Capacity => json!({"type": "string", "pattern": CAPACITY}),
        Kind::Date => json!({"type": "string", "pattern": DATE}),
        Kind::Window => json!({"type": "string", "pattern": WINDOW}),
        Kind::Count => json!({"anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": "[0-9]"},
            table(key),
        ]}),
        Kind::Size => {
            json!({"type": "string", "pattern": r"^\s*([0-9]{3,5}\s*[xX×*]\s*[0-9]{3,5}|wide|square|portrait|column|a4|a4-landscape)\s*$"})
        }
        Kind::Country => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        Kind::LegId | Kind::ClaimId => json!({"type": ["string", "integer"]}),
        _ => json!({"type": "string", "minLength": 1}),
    })
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

#[cfg(test)]
mod tests {
    use super::super::decode::{Context, check};
    use super::super::tree::{Node, Table, read_toml};
    use super::super::{Document, Documents};
    use super::*;

    /// The schema of a key, found as an editor would.
    fn in_schema<'a>(schema: &'a Value, pattern: &str) -> Option<&'a Value> {
        pattern.split('.').try_fold(schema, |at, name| {
            let at = at.get("anyOf").map_or(at, |kinds| &kinds[2]);
            let listed = if name == "*" { None } else { at["properties"].get(name) };
            listed.or(at.get("items")).or(at.get("additionalProperties")).filter(|found| found.is_object())
        })
    }

    #[test]
    fn every_key_stands_in_the_schema_with_its_meaning() {
        let schema = json_schema();
        for key in keys::all() {
            let found = in_schema(&schema, key.pattern).unwrap_or_else(|| panic!("{} is missing", key.pattern));
            assert!(found["description"].as_str().is_some_and(|text| text.starts_with(key.meaning)), "{}", key.pattern);
        }
    }

    #[test]
    fn the_example_of_every_key_is_a_value_that_the_key_takes() {
        for key in keys::all() {
            let name = if key.name() == "*" { "some" } else { key.name() };
            let text = format!("{name} = {}", key.example);
            let documents = Documents(vec![Document { name: key.pattern.into(), text: text.clone() }]);
            let root = read_toml(&text, 1).unwrap();
            let mut context = Context::new(&documents, false);
            check(&mut context, key, name, root.get(name).unwrap(), &Table::default());
            assert!(!context.failed(), "{}: {:?}", key.pattern, context.findings);
            let text_value = root.get(name).and_then(Node::text);
            if let (Kind::Word(words), Some(word)) = (key.kind, text_value) {
                assert!(words.all().contains(&word));
            }
        }
    }

    #[test]
    fn no_key_takes_just_anything() {
        for key in keys::all() {
            let documents = Documents(vec![Document { name: key.pattern.into(), text: "x = true".into() }]);
            let root = read_toml("x = true", 1).unwrap();
            let mut context = Context::new(&documents, false);
            check(&mut context, key, "x", root.get("x").unwrap(), &Table::default());
            assert!(context.failed(), "{} takes true", key.pattern);
        }
    }
}
