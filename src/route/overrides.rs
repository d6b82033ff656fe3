//! `--set KEY=VALUE`: a value that takes the place of one in the file.

use super::decode::{Change, Context, resolve};
use super::keys::Kind;
use super::quantity::parse_country;
use super::tree::{Node, Value, read_toml_value};
use super::wrong::{Wrong, shown};
use super::{Document, Span, Spanned};
use crate::diagnostic::catalog::UNKNOWN_PARAMETER;

/// The arguments as documents, so that mistakes in them can be pointed at.
pub fn documents<'a>(option: &'a str, changes: &'a [String]) -> impl Iterator<Item = Document> + 'a {
    changes.iter().map(move |text| Document { name: option.to_owned(), text: text.clone() })
}

/// Reads one argument, which is document number `document`, by what its key takes in the route `root`.
///
/// Mistakes are noted in `context`, and give `None`.
pub fn read_set(context: &mut Context, root: &Node, argument: &str, document: usize) -> Option<Change> {
    let whole = Span { document, start: 0, end: argument.len() };
    let Some(equals) = outside_quotes(argument, '=') else {
        let message = format!("`{}` gives no value to a key", shown(argument));
        context
            .wrong(whole, Wrong::new(&UNKNOWN_PARAMETER, message).help("write KEY=VALUE, as places.depot.radius=20km"));
        return None;
    };
    let (path, text) = (argument[..equals].trim(), &argument[equals + 1..]);
    let path_span = Span { end: equals, ..whole };
    if path.is_empty() {
        let message = format!("`{}` gives its value to no key", shown(argument));
        context
            .wrong(whole, Wrong::new(&UNKNOWN_PARAMETER, message).help("write KEY=VALUE, as places.depot.radius=20km"));
        return None;
    }
    let kind = match resolve(root, path) {
        Ok(target) => target.kind(),
        Err(wrong) => {
            context.wrong(path_span, wrong);
            return None;
        }
    };
    let start = equals + 1 + (text.len() - text.trim_start().len());
    let text = text.trim();
    let place = Place { document, start, end: start + text.len() };
    match read_value(kind, text, place) {
        Ok(value) => Some(Change { path: Spanned { value: path.to_owned(), span: path_span }, value }),
        Err((wrong, span)) => {
            context.wrong(span, wrong);
            None
        }
    }
}

fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == wanted && !quoted).then_some(at)
    })
}

#[derive(Clone, Copy)]
struct Place {
    document: usize,
    start: usize,
    end: usize,
}

/// Quotation marks, brackets and braces are read as TOML; everything else by what the key takes.
fn read_value(kind: &Kind, text: &str, place: Place) -> Result<Node, (Wrong, Span)> {
    let span = Span { document: place.document, start: place.start, end: place.end };
    if text.starts_with(['"', '\'', '[', '{']) {
        return read_toml_value(text, place.document, place.start);
    }
    let text_node = || Node { value: Value::String(text.to_owned()), span };
    Ok(match kind {
        Kind::Number { .. } | Kind::Integer { .. } | Kind::Count => {
            number(text).map_or_else(text_node, |value| Node { value, span })
        }
        Kind::List(item) => {
            let mut items: Vec<Node> = Vec::new();
            let mut start = place.start;
            for part in text.split(',') {
                let at = start + (part.len() - part.trim_start().len());
                let word = part.trim();
                start += part.len() + 1;
                let end = at + word.len();
                // `Berlin, DE, Paris, FR`: the country belongs to the name before it.
                if let (true, Some(before)) = (names_places(item) && parse_country(word).is_ok(), items.last_mut()) {
                    before.value = Value::String(text[before.span.start - place.start..end - place.start].to_owned());
                    before.span.end = end;
                    continue;
                }
                items.push(Node { value: Value::String(word.to_owned()), span: Span { start: at, end, ..span } });
            }
            Node { value: Value::List(items), span }
        }
        _ => text_node(),
    })
}

fn names_places(kind: &Kind) -> bool {
    matches!(kind, Kind::Place | Kind::End)
}

fn number(text: &str) -> Option<Value> {
    text.parse().map(Value::Integer).or_else(|_| text.parse().map(Value::Float)).ok()
}
