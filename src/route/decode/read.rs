//! Values out of the tree, once the key table has found nothing wrong with them; what it found wrong is left out.

use super::super::quantity::{
    parse_capacity, parse_count, parse_date, parse_days, parse_length, parse_speed, parse_window,
};
use super::super::tree::{Node, Value};
use super::super::{Capacity, Count, Date, Interval, Length, Spanned, Window};

/// A text.
pub fn text(table: &Node, key: &str) -> Option<String> {
    table.get(key)?.text().map(str::to_owned)
}

/// A text and where it stands; a whole number counts as its digits, since legs are named by either.
pub fn spanned(table: &Node, key: &str) -> Option<Spanned<String>> {
    spanned_node(table.get(key)?)
}

fn spanned_node(node: &Node) -> Option<Spanned<String>> {
    let value = match &node.value {
        Value::String(text) => text.trim().to_owned(),
        Value::Integer(number) => number.to_string(),
        _ => return None,
    };
    Some(Spanned { value, span: node.span })
}

/// A text that must be there; where it isn't, the mistake is known, and an empty one takes its place.
pub fn required(table: &Node, key: &str) -> Spanned<String> {
    spanned(table, key).unwrap_or(Spanned { value: String::new(), span: table.span })
}

/// A list of texts.
pub fn list(table: &Node, key: &str) -> Vec<Spanned<String>> {
    table.get(key).and_then(Node::list).unwrap_or_default().iter().filter_map(spanned_node).collect()
}

/// A word of a set.
pub fn word<T: Copy>(table: &Node, key: &str, names: &[(&'static str, T)]) -> Option<T> {
    let text = table.get(key)?.text()?;
    names.iter().find(|(name, _)| *name == text).map(|(_, value)| *value)
}

/// A whole number on the Admiralty scale.
pub fn credibility(table: &Node) -> Option<u8> {
    table.get("credibility")?.number().filter(|number| (1.0..=6.0).contains(number)).map(|number| number as u8)
}

/// A length.
pub fn length(table: &Node, key: &str) -> Option<Length> {
    parse_length(table.get(key)?.text()?).ok()
}

/// A list of lengths.
pub fn lengths(table: &Node, key: &str) -> Vec<Length> {
    let items = table.get(key).and_then(Node::list).unwrap_or_default();
    items.iter().filter_map(|item| parse_length(item.text()?).ok()).collect()
}

/// A speed, in kilometres a day.
pub fn speed(table: &Node, key: &str) -> Option<Interval> {
    parse_speed(table.get(key)?.text()?).ok()
}

/// A span of time, in days.
pub fn days(table: &Node, key: &str) -> Option<Interval> {
    parse_days(table.get(key)?.text()?).ok()
}

/// How many containers a carrier holds.
pub fn capacity(table: &Node, key: &str) -> Option<Capacity> {
    parse_capacity(table.get(key)?.text()?).ok()
}

fn date_text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::String(text) | Value::Date(text) => Some(text),
        _ => None,
    }
}

/// A date.
pub fn date(table: &Node, key: &str) -> Option<Date> {
    parse_date(date_text(table.get(key)?)?).ok()
}

/// A window of dates.
pub fn window(table: &Node, key: &str) -> Option<Window> {
    parse_window(date_text(table.get(key)?)?).ok()
}

/// A number of things.
pub fn count(table: &Node, key: &str) -> Option<Count> {
    count_of(table.get(key)?)
}

/// The number of things that a value says.
pub fn count_of(node: &Node) -> Option<Count> {
    let whole = |node: &Node| if let Value::Integer(number) = node.value { u64::try_from(number).ok() } else { None };
    match &node.value {
        Value::Table(ends) => {
            Some(Count { at_least: ends.get("at-least").and_then(whole), at_most: ends.get("at-most").and_then(whole) })
        }
        Value::String(text) => parse_count(text).ok(),
        _ => whole(node).map(|number| Count { at_least: Some(number), at_most: Some(number) }),
    }
}
