//! The whole tree against the key table: unknown keys, missing ones, values that their keys don't take.

use super::super::Span;
use super::super::keys::{Key, Kind, child, children};
use super::super::tree::{Node, Table, Value};
use super::super::wrong::{Wrong, either, shown};
use super::scalar::check_scalar;
use super::text::check_id;
use super::{Context, advice, changes};
use crate::diagnostic::catalog::{MISSING_KEY, OUT_OF_RANGE, REVERSED, UNKNOWN_KEY, WRONG_TYPE};

/// More entries than this in one list or table are no route.
const MOST: usize = 10_000;
/// More changes than this are no variant.
const MOST_CHANGES: usize = 200;

/// Checks a value, and everything below it, against its key. `name` is what the file calls it.
pub fn check(context: &mut Context, key: &'static Key, name: &str, node: &Node, siblings: &Table) {
    let length = match &node.value {
        Value::List(items) => items.len(),
        Value::Table(table) => table.entries.len(),
        _ => 0,
    };
    let most = if key.kind == Kind::Changes { MOST_CHANGES } else { MOST };
    if length > most {
        let message = format!("`{}` has {length} entries", shown(name));
        context.wrong(node.span, Wrong::new(&OUT_OF_RANGE, message).help(format!("it may have {most} at most")));
        return;
    }
    match (&key.kind, &node.value) {
        (Kind::Table, Value::Table(table)) => check_table(context, key, table, node.span),
        (Kind::Named, Value::Table(table)) => {
            for entry in &table.entries {
                if let Err(wrong) = check_id(&entry.key.value, false) {
                    context.wrong(entry.key.span, wrong);
                }
                check_child(context, key, &entry.key.value, &entry.node, table);
            }
        }
        (Kind::Tables, Value::List(items)) => {
            if items.is_empty() && key.required {
                let wrong = Wrong::new(&MISSING_KEY, format!("the list of {name} is empty"));
                context.wrong(node.span, wrong.help("a route has at least one leg: [[legs]] with mode, from and to"));
            }
            for item in items {
                if item.table().is_some() {
                    check_child(context, key, name, item, siblings);
                } else {
                    let message = format!("an item of `{}` is a table, not {}", shown(name), item.what());
                    let help = advice::value_help(key, name, item, siblings);
                    context.wrong(item.span, Wrong::new(&WRONG_TYPE, message).help(help));
                }
            }
        }
        (Kind::Changes, Value::Table(_)) => changes::check(context, node),
        (Kind::Count, Value::Table(table)) => {
            check_table(context, key, table, node.span);
            check_count(context, table, node.span);
        }
        (Kind::List(kind), Value::List(items)) => {
            for item in items {
                let label = format!("an item of `{}`", shown(name));
                let written = context.written(item.span);
                if let Err(wrong) = check_scalar(kind, item, &label, written) {
                    let wrong = wrong.of(&label).or_help(|| format!("write {name} = {}", key.example));
                    context.wrong(item.span, wrong);
                }
            }
        }
        (kind, value) if kind.is_container() || matches!(kind, Kind::List(_)) || *value == Value::Null => {
            let message = format!("`{}` takes {}, not {}", shown(name), kind.takes(), node.what());
            let help = if *value == Value::Null {
                "leave the key out if there is no value".to_owned()
            } else {
                advice::value_help(key, name, node, siblings)
            };
            context.wrong(node.span, Wrong::new(&WRONG_TYPE, message).help(help));
        }
        (kind, _) => {
            let written = context.written(node.span);
            let label = format!("`{}`", shown(name));
            if let Err(wrong) = check_scalar(kind, node, &label, written) {
                context.wrong(node.span, wrong.of(&label).or_help(|| advice::value_help(key, name, node, siblings)));
            }
        }
    }
}

fn check_child(context: &mut Context, parent: &Key, name: &str, node: &Node, siblings: &Table) {
    if let Some(key) = child(parent, "*") {
        check(context, key, name, node, siblings);
    }
}

fn check_table(context: &mut Context, parent: &Key, table: &Table, span: Span) {
    let mut meant = Vec::new();
    for entry in &table.entries {
        let name = &entry.key.value;
        if let Some(key) = child(parent, name) {
            check(context, key, name, &entry.node, table);
            continue;
        }
        let suggestion = advice::meant(parent, name, table);
        meant.extend(suggestion);
        let message = format!("unknown key `{}`", shown(name));
        context.wrong(entry.key.span, Wrong::new(&UNKNOWN_KEY, message).help(key_help(parent, name, suggestion)));
    }
    for key in children(parent.pattern) {
        if key.required && table.get(key.name()).is_none() && !meant.contains(&key.name()) {
            let message = format!("{} has no `{}`", table_name(parent), key.name());
            let help = match key.kind {
                Kind::Tables => format!("write at least one table [[{}]]: {}", key.name(), first_lines(key)),
                _ => format!("write {} = {}: {}", key.name(), key.example, key.meaning),
            };
            context.wrong(span, Wrong::new(&MISSING_KEY, message).help(help));
        }
    }
}

fn table_name(key: &Key) -> String {
    match key.pattern {
        "" => "the file".to_owned(),
        "legs.*" => "this leg".to_owned(),
        "claims.*" => "this claim".to_owned(),
        "variants.*" => "this variant".to_owned(),
        _ => format!("`{}`", key.name()),
    }
}

fn first_lines(key: &Key) -> String {
    let table = child(key, "*").map_or("", |item| item.example);
    table.trim_matches(['{', '}', ' ']).to_owned()
}

fn key_help(parent: &Key, name: &str, suggestion: Option<&str>) -> String {
    if let Some(key) = suggestion {
        return format!("did you mean `{key}`?");
    }
    let known = || format!("known here: {}", either(children(parent.pattern).iter().map(|key| key.name())));
    advice::elsewhere(name).map_or_else(known, |table| format!("`{name}` belongs to {table}"))
}

/// `{ at-least = 5, at-most = 8 }`
fn check_count(context: &mut Context, table: &Table, span: Span) {
    let end = |key: &str| table.get(key).and_then(Node::number);
    match (end("at-least"), end("at-most")) {
        (Some(least), Some(most)) if least > most => {
            let wrong = Wrong::new(&REVERSED, format!("at least {least} and at most {most} is nothing"));
            context.wrong(span, wrong.help(format!("write {{ at-least = {most}, at-most = {least} }}")));
        }
        _ if table.entries.is_empty() => {
            let wrong = Wrong::new(&MISSING_KEY, "this number of things is empty");
            context.wrong(span, wrong.help("write { at-least = 5 }, { at-most = 8 } or both"));
        }
        _ => {}
    }
}
