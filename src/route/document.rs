//! The texts that a route was read from, and places in them.

use crate::diagnostic::Location;

/// A text that the user wrote: a route file, or one `--set` argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The path as the user gave it, or the argument as it was typed.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// All texts that a route was read from; the first is the route file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents(pub Vec<Document>);

/// A stretch of bytes in one of the [`Documents`]; the default points nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Which document, counted from 1; 0 is none.
    pub document: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// How much of a long line is shown.
const SHOWN_CHARS: usize = 160;

impl Documents {
    /// Where `span` is, with the line that it stands in; `None` for a span that points nowhere.
    pub fn locate(&self, span: Span) -> Option<Location> {
        let document = self.0.get(span.document.checked_sub(1)?)?;
        let text = &document.text;
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let before = text[line_start..start].chars().count();
        let marked = text[start..end.min(line_end)].chars().count();
        let skipped = before.saturating_sub(SHOWN_CHARS / 2);
        let shown: String = line.chars().skip(skipped).take(SHOWN_CHARS).map(printable).collect();
        let width = marked.clamp(1, shown.chars().count().saturating_sub(before - skipped).max(1));
        Some(Location {
            file: document.name.clone(),
            line: text[..start].bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before + 1,
            text: shown,
            marker_start: before - skipped,
            marker_width: width,
        })
    }
}

/// Control characters would move the terminal's cursor, or worse.
fn printable(c: char) -> char {
    if c.is_control() && c != '\t' { '\u{FFFD}' } else { c }
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locate(text: &str, start: usize, end: usize) -> Location {
        let documents = Documents(vec![Document { name: "r.toml".into(), text: text.into() }]);
        documents.locate(Span { document: 1, start, end }).unwrap()
    }

    #[test]
    fn columns_are_counted_in_characters_not_bytes() {
        let at = locate("a = 1\nname = \"Дунай\" x", 22, 24);
        assert_eq!((at.line, at.text.as_str()), (2, "name = \"Дунай\" x"));
        assert_eq!(at.column, "name = \"Дунай".chars().count());
    }

    #[test]
    fn a_line_of_ten_million_characters_is_shown_around_the_mark() {
        let text = format!("title = \"{}\" oops", "x".repeat(10_000_000));
        let at = locate(&text, text.len() - 4, text.len());
        assert!(at.text.ends_with("oops") && at.text.chars().count() <= SHOWN_CHARS);
        assert_eq!(at.text.chars().skip(at.marker_start).take(at.marker_width).collect::<String>(), "oops");
    }

    #[test]
    fn a_span_past_the_end_points_at_the_last_line() {
        assert_eq!(locate("a\nb", 99, 120).line, 2);
    }
}
