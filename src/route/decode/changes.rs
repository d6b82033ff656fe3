//! Values that take the place of others: `--set`, and what a variant sets.

use super::super::keys::{self, Key, Kind, Target};
use super::super::parameters::parameters;
use super::super::tree::{Node, Table, Value, find, list_item, put, split};
use super::super::wrong::{Wrong, nearest, shown};
use super::super::{Span, Spanned};
use super::Context;
use super::shape::check as check_shape;
use crate::diagnostic::catalog::UNKNOWN_PARAMETER;

/// How many parameters of the route are compared with one that it doesn't have.
const COMPARED: usize = 1000;

/// A path and the value that it gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The path, and where it stands.
    pub path: Spanned<String>,
    /// The value.
    pub value: Node,
}

/// What a variant sets: paths in quotation marks, or tables within tables, which TOML makes of paths without them.
pub fn flatten(set: &Table) -> Vec<Change> {
    let mut changes = Vec::new();
    for entry in &set.entries {
        collect(entry.key.value.clone(), entry.key.span, &entry.node, &mut changes);
    }
    changes
}

fn collect(path: String, span: Span, node: &Node, changes: &mut Vec<Change>) {
    let holds_tables = keys::by_path(&split(&path)).is_ok_and(|target| {
        target.item.is_none() && matches!(target.key.kind, Kind::Named | Kind::Tables | Kind::Table)
    });
    match &node.value {
        Value::Table(table) if holds_tables && !table.entries.is_empty() => {
            for entry in &table.entries {
                collect(format!("{path}.{}", quoted(&entry.key.value)), entry.key.span, &entry.node, changes);
            }
        }
        _ => changes.push(Change { path: Spanned { value: path, span }, value: node.clone() }),
    }
}

fn quoted(name: &str) -> String {
    if name.contains('.') { format!("\"{name}\"") } else { name.to_owned() }
}

/// Checks the values that a variant sets; whether their paths exist is known only beside the whole tree.
pub fn check(context: &mut Context, node: &Node) {
    for change in node.table().map(flatten).unwrap_or_default() {
        if split(&change.path.value).first().is_some_and(|name| name == "variants") {
            let wrong = Wrong::new(&UNKNOWN_PARAMETER, "a variant can't change the variants");
            context
                .wrong(change.path.span, wrong.help("set what it changes in the route: places, legs, claims, style"));
            continue;
        }
        if let Ok(target) = keys::by_path(&split(&change.path.value)) {
            check_value(context, target, &change);
        }
    }
}

fn check_value(context: &mut Context, target: Target, change: &Change) {
    let siblings = Table::default();
    if target.item.is_none() {
        check_shape(context, target.key, target.key.name(), &change.value, &siblings);
    }
}

/// The key that a path of this route means.
///
/// # Errors
/// A name that the key table or the route doesn't have, with the nearest one that it has.
pub fn resolve(root: &Node, path: &str) -> Result<Target, Wrong> {
    let names = split(path);
    let mut key: &'static Key = keys::root();
    for (depth, name) in names.iter().enumerate() {
        let node = find(root, &names[..depth]);
        let is_item = match key.kind {
            Kind::Tables | Kind::List(_) => {
                node.and_then(Node::list).is_some_and(|items| list_item(items, name).is_some())
            }
            Kind::Named => node.is_some_and(|node| node.get(name).is_some()),
            _ => keys::child(key, name).is_some(),
        };
        if !is_item {
            return Err(unknown(root, path, &names, depth, &known_names(key, node)));
        }
        if let Kind::List(item) = &key.kind {
            return if depth + 1 == names.len() {
                Ok(Target { key, item: Some(item) })
            } else {
                Err(unknown(root, path, &names, depth + 1, &[]))
            };
        }
        match keys::child(key, name) {
            Some(child) => key = child,
            None => return Err(unknown(root, path, &names, depth, &[])),
        }
    }
    Ok(Target { key, item: None })
}

/// The names that may follow a key in a path.
fn known_names(key: &Key, node: Option<&Node>) -> Vec<String> {
    match key.kind {
        Kind::Named => {
            let entries = node.and_then(Node::table).map(|table| table.entries.as_slice()).unwrap_or_default();
            entries.iter().map(|entry| entry.key.value.clone()).collect()
        }
        Kind::Tables | Kind::List(_) => {
            let items = node.and_then(Node::list).unwrap_or_default().iter().enumerate();
            items
                .map(|(at, item)| item.get("id").and_then(Node::text).map_or((at + 1).to_string(), str::to_owned))
                .collect()
        }
        _ => keys::children(key.pattern).iter().map(|key| key.name().to_owned()).collect(),
    }
}

fn unknown(root: &Node, path: &str, names: &[String], depth: usize, known: &[String]) -> Wrong {
    let name = names.get(depth).map_or("", String::as_str);
    let wrong = Wrong::new(&UNKNOWN_PARAMETER, format!("this route has no parameter `{}`", shown(path)));
    let mut meant = names.to_vec();
    let sibling = nearest(name, known.iter().map(String::as_str)).map(|name| {
        name.clone_into(&mut meant[depth]);
        meant.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(".")
    });
    let all = parameters(root);
    let guess = sibling
        .or_else(|| nearest(path, all.iter().map(|known| known.path.as_str()).take(COMPARED)).map(str::to_owned));
    match (guess, known) {
        (Some(guess), _) => wrong.help(format!("did you mean `{guess}`?")),
        (None, []) => wrong.help("`portolan keys ROUTE` lists every parameter of a route"),
        (None, known) => {
            let known: Vec<&str> = known.iter().map(String::as_str).take(20).collect();
            let start = if depth == 0 {
                "a path starts with".to_owned()
            } else {
                format!("`{}` has", names[..depth].join("."))
            };
            wrong.help(format!("{start} {}", super::super::wrong::either(known)))
        }
    }
}

/// Puts values into the tree, and tells which paths the route doesn't have.
pub fn apply(context: &mut Context, root: &mut Node, changes: Vec<Change>) {
    for change in changes {
        match resolve(root, &change.path.value) {
            Ok(_) => {
                let span = change.path.span;
                let path: Vec<Spanned<String>> =
                    split(&change.path.value).into_iter().map(|value| Spanned { value, span }).collect();
                if !put(root, &path, change.value) {
                    let message =
                        format!("`{}` lies below a key that has a value of its own", shown(&change.path.value));
                    let help = "set the key above it, or write that one as a table in the file";
                    context.wrong(span, Wrong::new(&UNKNOWN_PARAMETER, message).help(help));
                }
            }
            Err(wrong) => context.wrong(change.path.span, wrong),
        }
    }
}
