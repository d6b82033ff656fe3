//! Every parameter that a route file holds: what `portolan keys` lists and `--set` changes.

use serde::Serialize;

use super::keys::{Key, Kind, child, root};
use super::tree::{Node, Value};

/// A value of the file that `--set` can change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// Its path: `places.depot.radius`. Items of lists are named by their id, or by their number from 1.
    pub path: String,
    /// The value, as text.
    pub value: String,
    /// What kind of value it is: `number`, `length`, `word` …
    pub kind: &'static str,
    /// The unit, where the kind fixes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
}

/// The parameters of a tree, in its order.
pub fn parameters(tree: &Node) -> Vec<Parameter> {
    let mut list = Vec::new();
    collect(tree, root(), "", &mut list);
    list
}

fn collect(node: &Node, key: &'static Key, path: &str, list: &mut Vec<Parameter>) {
    let mut add = |path: String, kind: &Kind, value: &Node| {
        if let Some(value) = text_of(value) {
            let (kind, unit) = (kind.name(), kind.unit());
            list.push(Parameter { path, value, kind, unit, meaning: key.meaning });
        }
    };
    match (&key.kind, &node.value) {
        (Kind::List(item), Value::List(items)) => {
            for (at, value) in items.iter().enumerate() {
                add(format!("{path}.{}", at + 1), item, value);
            }
        }
        (_, Value::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                let name = item.get("id").and_then(Node::text).map_or((at + 1).to_string(), str::to_owned);
                if let Some(key) = child(key, &name) {
                    collect(item, key, &join(path, &name), list);
                }
            }
        }
        (_, Value::Table(table)) => {
            for entry in &table.entries {
                if let Some(key) = child(key, &entry.key.value) {
                    collect(&entry.node, key, &join(path, &entry.key.value), list);
                }
            }
        }
        _ => add(path.to_owned(), &key.kind, node),
    }
}

fn join(path: &str, name: &str) -> String {
    let name = if name.contains('.') { format!("\"{name}\"") } else { name.to_owned() };
    if path.is_empty() { name } else { format!("{path}.{name}") }
}

fn text_of(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Bool(truth) => truth.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::String(text) | Value::Date(text) => text.clone(),
        Value::Null | Value::List(_) | Value::Table(_) => return None,
    })
}
