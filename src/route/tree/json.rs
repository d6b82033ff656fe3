//! JSON into the tree: strictly as RFC 8259 has it.

use std::collections::BTreeMap;

use jsonc_parser::ast::{ObjectProp, Value as Json};
use jsonc_parser::common::Range;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::super::wrong::{Wrong, shown};
use super::super::{Span, Spanned};
use super::{Entry, Node, Table, Value, json_words::json_words};
use crate::diagnostic::catalog::SYNTAX;

/// Reads a JSON document.
///
/// # Errors
/// The first syntax error in the text, and where it stands; a key that stands twice in one object is one.
pub fn read_json(text: &str, document: usize) -> Result<Node, (Wrong, Span)> {
    if let Some(at) = unclosed_string(text) {
        let wrong = Wrong::new(&SYNTAX, "the quotation mark that closes this text is missing")
            .help("put a \" at its end; a line break inside text is written \\n");
        return Err((wrong, Span { document, start: at, end: at + 1 }));
    }
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict)
        .map_err(|error| json_words(text, error.kind(), span_of(document, error.range())))?;
    match parsed.value {
        Some(value) => node(value, document),
        None => Ok(Node { value: Value::Table(Table::default()), span: Span { document, start: 0, end: 0 } }),
    }
}

fn span_of(document: usize, range: Range) -> Span {
    Span { document, start: range.start, end: range.end }
}

fn node(value: Json<'_>, document: usize) -> Result<Node, (Wrong, Span)> {
    let (value, range) = match value {
        Json::StringLit(text) => (Value::String(text.value.into_owned()), text.range),
        Json::NumberLit(number) => (read_number(number.value), number.range),
        Json::BooleanLit(truth) => (Value::Bool(truth.value), truth.range),
        Json::NullKeyword(null) => (Value::Null, null.range),
        Json::Array(array) => {
            let items: Result<Vec<Node>, _> = array.elements.into_iter().map(|item| node(item, document)).collect();
            (Value::List(items?), array.range)
        }
        Json::Object(object) => (Value::Table(table(object.properties, document)?), object.range),
    };
    Ok(Node { value, span: span_of(document, range) })
}

fn table(properties: Vec<ObjectProp<'_>>, document: usize) -> Result<Table, (Wrong, Span)> {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    let mut entries = Vec::with_capacity(properties.len());
    for property in properties {
        let span = span_of(document, jsonc_parser::common::Ranged::range(&property.name));
        let key = property.name.into_string();
        if seen.insert(key.clone(), span).is_some() {
            let wrong = Wrong::new(&SYNTAX, format!("the key `{}` stands twice", shown(&key)))
                .help("keep one of the two, or give the second another name");
            return Err((wrong, span));
        }
        entries.push(Entry { key: Spanned { value: key, span }, node: node(property.value, document)? });
    }
    Ok(Table { entries })
}

fn read_number(digits: &str) -> Value {
    digits.parse().map_or_else(|_| Value::Float(digits.parse().unwrap_or(f64::NAN)), Value::Integer)
}

/// Where a string starts that has a line break inside it, which JSON forbids and the parser would run past.
fn unclosed_string(text: &str) -> Option<usize> {
    let mut start = None;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match (start, byte) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(_), b'"') => start = None,
            (Some(opened), b'\n') => return Some(opened),
            (None, b'"') => start = Some(at),
            _ => {}
        }
    }
    start
}
