//! TOML into the tree.

use toml::de::{DeTable, DeValue};

use super::super::wrong::Wrong;
use super::super::{Span, Spanned};
use super::{Entry, Node, Table, Value, toml_words};

/// In larger files not every syntax error is collected to find the first: there may be millions.
const LOOKED_THROUGH: usize = 1_000_000;

/// Reads a TOML document.
///
/// # Errors
/// The first syntax error in the text, and where it stands.
pub fn read_toml(text: &str, document: usize) -> Result<Node, (Wrong, Span)> {
    match DeTable::parse(text) {
        Ok(root) => {
            let place = Place { document, offset: 0 };
            let table = place.table(root.into_inner());
            Ok(Node { value: Value::Table(table), span: Span { document, start: 0, end: 0 } })
        }
        Err(first) => {
            if text.len() > LOOKED_THROUGH {
                return Err(place_of(text, &first, document));
            }
            // Lexer, grammar and values are looked at one after another: the first that fails need not stand first.
            let (_, all) = DeTable::parse_recoverable(text);
            let rank = |error: &toml::de::Error| {
                (!toml_words::is_too_deep(error.message()), error.span().map(|span| span.start))
            };
            let error = all.into_iter().min_by_key(rank).unwrap_or(first);
            Err(place_of(text, &error, document))
        }
    }
}

fn place_of(text: &str, error: &toml::de::Error, document: usize) -> (Wrong, Span) {
    let range = error.span().unwrap_or(0..0);
    toml_words::toml_words(text, error.message(), Span { document, start: range.start, end: range.end })
}

/// Reads one TOML value that stands at byte `offset` of a document.
///
/// # Errors
/// The first syntax error, and where it stands.
pub fn read_toml_value(text: &str, document: usize, offset: usize) -> Result<Node, (Wrong, Span)> {
    let place = Place { document, offset };
    DeValue::parse(text).map(|value| place.node(value)).map_err(|error| {
        let range = error.span().unwrap_or(0..text.len());
        let (wrong, span) =
            toml_words::toml_words(text, error.message(), Span { document, start: range.start, end: range.end });
        (wrong, Span { start: span.start + offset, end: span.end + offset, ..span })
    })
}

#[derive(Clone, Copy)]
struct Place {
    document: usize,
    offset: usize,
}

impl Place {
    fn span(self, range: &std::ops::Range<usize>) -> Span {
        Span { document: self.document, start: range.start + self.offset, end: range.end + self.offset }
    }

    fn table(self, table: DeTable<'_>) -> Table {
        let mut entries: Vec<Entry> = table
            .into_iter()
            .map(|(key, value)| Entry {
                key: Spanned { span: self.span(&key.span()), value: key.into_inner().into_owned() },
                node: self.node(value),
            })
            .collect();
        // The parser sorts by name.
        entries.sort_by_key(|entry| entry.key.span.start);
        Table { entries }
    }

    fn node(self, value: toml::Spanned<DeValue<'_>>) -> Node {
        let span = self.span(&value.span());
        let value = match value.into_inner() {
            DeValue::String(text) => Value::String(text.into_owned()),
            DeValue::Integer(digits) => integer(digits.as_str(), digits.radix()),
            DeValue::Float(digits) => Value::Float(digits.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(truth) => Value::Bool(truth),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => Value::List(items.into_iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => Value::Table(self.table(table)),
        };
        Node { value, span }
    }
}

/// A whole number; one that fits no `i64` stays as a float, so that the message about it can name its limits.
fn integer(digits: &str, radix: u32) -> Value {
    i64::from_str_radix(digits, radix).map_or_else(|_| Value::Float(digits.parse().unwrap_or(f64::MAX)), Value::Integer)
}
