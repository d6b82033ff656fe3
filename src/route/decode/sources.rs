//! The sources, and whether what names a source names one of them.

use std::collections::BTreeSet;

use super::super::tree::Node;
use super::super::wrong::{Wrong, nearest, shown};
use super::super::{Reliability, Source, Spanned};
use super::{Context, circles, read};
use crate::diagnostic::catalog::{CYCLE, UNKNOWN_SOURCE};

const RELIABILITY: [(&str, Reliability); 6] = [
    ("A", Reliability::A),
    ("B", Reliability::B),
    ("C", Reliability::C),
    ("D", Reliability::D),
    ("E", Reliability::E),
    ("F", Reliability::F),
];

/// The sources of a file.
pub fn build_sources(root: &Node) -> Vec<Source> {
    let entries = root.get("sources").and_then(Node::table).map(|table| table.entries.as_slice()).unwrap_or_default();
    entries
        .iter()
        .map(|entry| Source {
            id: entry.key.value.clone(),
            span: entry.node.span,
            title: read::text(&entry.node, "title"),
            publisher: read::text(&entry.node, "publisher"),
            date: read::date(&entry.node, "date"),
            url: read::text(&entry.node, "url"),
            reliability: read::word(&entry.node, "reliability", &RELIABILITY),
            credibility: read::credibility(&entry.node),
            quotes: read::list(&entry.node, "quotes"),
        })
        .collect()
}

/// Checks that every source that is named exists, and that none quotes itself.
pub fn check_sources<'a>(
    context: &mut Context,
    sources: &'a [Source],
    named: impl IntoIterator<Item = &'a Spanned<String>>,
) {
    let known: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let quoted = sources.iter().flat_map(|source| &source.quotes);
    for name in quoted.chain(named).filter(|name| !known.contains(name.value.as_str())) {
        if context.is_full() {
            break;
        }
        let wrong = Wrong::new(&UNKNOWN_SOURCE, format!("the file defines no source `{}`", shown(&name.value)));
        let help = match nearest(&name.value, known.iter().copied()) {
            Some(id) => format!("did you mean `{}`?", shown(id)),
            None => format!("add it: [sources.{}] with title = \"…\"", shown(&name.value)),
        };
        context.wrong(name.span, wrong.help(help));
    }
    let number = |id: &str| sources.iter().position(|source| source.id == id);
    let arrows: Vec<Vec<usize>> =
        sources.iter().map(|source| source.quotes.iter().filter_map(|quote| number(&quote.value)).collect()).collect();
    if let Some(circle) = circles::find(&arrows) {
        let names: Vec<String> = circle.iter().map(|&at| format!("`{}`", shown(&sources[at].id))).collect();
        let message = format!("sources quote each other in a circle: {}", names.join(", which quotes "));
        let first = &sources[circle[0]];
        let span = first.quotes.first().map_or(first.span, |quote| quote.span);
        context
            .wrong(span, Wrong::new(&CYCLE, message).help("take the quote away that the later source can't have made"));
    }
}
