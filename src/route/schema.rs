//! The JSON Schema of the route file, for editors: made from the key table.

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Kind};

const LENGTH: &str =
    r"^\s*[0-9][0-9., ']*\s*-?(km|mi|nmi|nm|m|[Kk]ilomet(er|re)s?|([Nn]autical )?[Mm]iles?|[Mm]et(er|re)s?)\.?\s*$";
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
    let unused = if key.used { "" } else { " (read and checked, not used yet)" };
    schema.insert("description".into(), json!(format!("{}{unused}", key.meaning)));
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
        Kind::Date => json!({"type": "string", "pattern": DATE}),
        Kind::Window => json!({"type": "string", "pattern": WINDOW}),
        Kind::Count => json!({"anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": "[0-9]"},
            table(key),
        ]}),
        Kind::Size => json!({"type": "string", "pattern": r"^\s*[0-9]{3,5}\s*[xX×*]\s*[0-9]{3,5}\s*$"}),
        Kind::Country => json!({"type": "string", "pattern": "^[A-Z]{2}$"}),
        Kind::LegId | Kind::ClaimId => json!({"type": ["string", "integer"]}),
        _ => json!({"type": "string", "minLength": 1}),
    })
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}
