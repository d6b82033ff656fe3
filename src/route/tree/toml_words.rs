//! Syntax errors of TOML in words that somebody understands who has never read a grammar.

use super::super::Span;
use super::super::quantity::{parse_degrees, parse_window};
use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::SYNTAX;

/// What the parser says, reworded by what stands at that place, and where the mistake is to be shown.
pub fn toml_words(text: &str, message: &str, span: Span) -> (Wrong, Span) {
    let start = span.start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let place = Place {
        message,
        line: text[line_start..line_end].trim(),
        rest: &text[start..line_end],
        marked: text.get(start..span.end).unwrap_or(""),
        first_in_line: text[line_start..start].trim().is_empty(),
    };
    if message.starts_with("invalid multi-line") && !message.contains("visible") {
        // The parser points at the end of the file; what helps is where the text starts that never ends.
        let opened = if message.contains('\'') { "'''" } else { "\"\"\"" };
        let at = text[..start].rfind(opened).unwrap_or(start);
        let wrong =
            wrong("the three quotation marks that close this text are missing", format!("put {opened} at its end"));
        return (wrong, Span { start: at, end: at + opened.len(), ..span });
    }
    if place.follows_open_bracket() {
        // The parser points at the first thing that can't stand in a list; what helps is where the list stops.
        let end = text[..line_start].trim_end().len();
        let wrong = wrong("a list or a table isn't closed here", "write the closing ] or }");
        return (wrong, Span { start: end.saturating_sub(1), end, ..span });
    }
    let json = text.trim_start().starts_with('{');
    let found = if json { Some(wrong("this is JSON, not TOML", "give the file the extension .json")) } else { None };
    let found = found.or_else(|| place.odd_character()).or_else(|| place.structure()).unwrap_or_else(|| place.bare());
    (found, span)
}

/// Whether a message says that lists or tables are nested more deeply than the parser follows.
pub fn is_too_deep(message: &str) -> bool {
    message == "recursion limit" || message.starts_with("cannot recurse")
}

fn wrong(what: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong::new(&SYNTAX, what).help(help)
}

struct Place<'a> {
    message: &'a str,
    /// The whole line, trimmed.
    line: &'a str,
    /// The line from the mistake on.
    rest: &'a str,
    /// What the parser points at.
    marked: &'a str,
    first_in_line: bool,
}

impl Place<'_> {
    /// Whether a right line is wrong only since something further up goes on into it.
    fn follows_open_bracket(&self) -> bool {
        let values = ["missing comma", "string values must be quoted", "unexpected `=` in array", "missing assignment"];
        let key = self.line.contains('=') && !self.line.starts_with('=');
        self.first_in_line
            && (key || self.line.starts_with('['))
            && values.iter().any(|message| self.message.starts_with(message))
    }

    /// Characters that look right and aren't, or that belong to another notation.
    fn odd_character(&self) -> Option<Wrong> {
        let first = self.rest.chars().next().unwrap_or('\n');
        Some(match first {
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2018}' | '\u{2019}' | '\u{AB}' | '\u{BB}' => {
                wrong(format!("`{first}` is a typographic quotation mark"), "write straight ones: \"…\"")
            }
            '\u{FEFF}' | '\u{200B}' | '\u{A0}' | '\u{2028}' | '\u{202F}' => wrong(
                format!("an invisible character (U+{:04X}) stands here", u32::from(first)),
                "delete it; if it can't be seen, delete the whole line and type it again",
            ),
            _ if self.line.contains('\r') => {
                wrong("this line ends in a way that TOML doesn't know (CR alone)", "save the file with line endings LF")
            }
            ']' | '}' if self.first_in_line => {
                wrong(format!("this `{first}` closes nothing"), "delete it, or open the list or table that it closes")
            }
            _ if self.line.starts_with("//") || self.line.starts_with("/*") => {
                wrong("this line is neither a key nor a table", "a comment starts with #")
            }
            _ if !self.line.contains('=') && self.line.contains(':') && !self.line.starts_with('[') => {
                let (key, value) = self.line.split_once(':')?;
                let right = shown(&format!("{} = {}", key.trim(), value.trim()));
                wrong("between a key and its value stands `=`, not `:`", format!("write `{right}`"))
            }
            _ => return None,
        })
    }

    /// Tables, lists, keys and quotation marks.
    fn structure(&self) -> Option<Wrong> {
        let starts = |word: &str| self.message.starts_with(word);
        let marked = shown(self.marked);
        Some(if is_too_deep(self.message) {
            wrong("lists or tables are nested too deeply here", "take the surplus brackets away")
        } else if self.message == "duplicate key" && self.line.starts_with("[[") {
            let help = "write double brackets every time: [[legs]] is one of several, [legs] the only one";
            wrong(format!("`{marked}` stands twice"), help)
        } else if self.message == "duplicate key" {
            wrong(format!("`{marked}` stands twice"), "keep one of the two, or give the second another name")
        } else if starts("cannot extend") {
            wrong(format!("`{marked}` has a value already, and can't be a table too"), "keep one of the two")
        } else if starts("invalid basic string") || starts("invalid literal string") || starts("invalid multi-line") {
            if self.message.contains("visible characters") {
                wrong("text can't hold this control character", "delete it")
            } else {
                let quote = if self.message.contains('\'') { '\'' } else { '"' };
                let what = "the quotation mark that closes this text is missing";
                wrong(what, format!("put a {quote} at the end of the text"))
            }
        } else if self.message.contains("escape") {
            let help = "write the backslash twice (\\\\), or put the text into single quotation marks ('…')";
            wrong("a backslash in text must be followed by a letter that means something", help)
        } else if starts("key with no value") || starts("missing value for key") {
            let help = "a line is `key = value`, a `[table]`, or a comment that starts with #";
            wrong(format!("`{}` has no value", shown(self.line)), help)
        } else if (starts("unclosed table") || starts("unclosed array table")) && self.line.contains(' ') {
            let help = "write the closing bracket; a name with spaces in it goes into quotation marks";
            wrong("this table's header isn't closed", help)
        } else if starts("unclosed") {
            let bracket = self.message.rsplit_once("expected ").map_or("`]`", |(_, bracket)| bracket);
            wrong(format!("a closing {bracket} is missing"), "write it where the list or the table ends")
        } else if starts("unquoted keys cannot be empty") || starts("invalid key-value pair") {
            wrong("a key is missing here", "a line is `key = value`, a table's header is [places.NAME]")
        } else if starts("invalid unquoted key") {
            let what = format!("the key `{marked}` holds a character that needs quotation marks");
            wrong(what, format!("write \"{marked}\" with quotation marks"))
        } else if self.message.contains("missing comma") {
            wrong("a comma is missing in front of this", "put commas between the items of a list or table")
        } else if starts("extra comma") {
            wrong("a value is missing in front of this comma", "delete the comma")
        } else if starts("extra `=`") {
            wrong("a second `=` follows the first", "write one `=` between key and value")
        } else {
            return None;
        })
    }

    /// A value that is neither a number nor a date nor in quotation marks.
    fn bare(&self) -> Wrong {
        let (key, value) = self.line.split_once('=').unwrap_or((self.line, ""));
        let (key, value) = (shown(key.trim()), value.split(" #").next().unwrap_or("").trim());
        let quoted = |value: &str| format!("write `{key} = \"{}\"`", shown(value));
        let comma = value.replacen(',', ".", 1);
        let plain = value.trim_start_matches('0').trim_end_matches('.');
        let lower = value.to_lowercase();
        if value.is_empty() {
            wrong(format!("`{key}` has no value"), "write the value behind the =, or delete the line")
        } else if value.starts_with('"') && self.message.starts_with("unexpected key or value") {
            let what = format!("`{}` stands behind a value that has ended", shown(self.rest));
            wrong(what, "write one key per line, and a quotation mark inside text as \\\"")
        } else if value.starts_with('"') && (value.contains("\\u") || value.contains("\\U")) {
            let help =
                "write the character itself; \\u takes four digits and \\U eight, and JSON's pairs are one character";
            wrong(format!("an escape in `{}` stands for no character", shown(value)), help)
        } else if value.starts_with(['[', '{']) {
            let help = "items stand in quotation marks, with commas between them: [\"a\", \"b\"]";
            wrong("this list or table isn't complete", help)
        } else if parse_window(value).is_ok() {
            wrong(format!("`{}` needs quotation marks", shown(value)), quoted(value))
        } else if is_like_a_date(value) {
            parse_window(value)
                .map_or_else(|date| Wrong { kind: &SYNTAX, ..date }, |_| wrong("this is no date", quoted(value)))
        } else if let Some(degrees) = parse_degrees(value) {
            wrong("a position is written in decimal degrees", format!("write `{key} = {degrees}`"))
        } else if value.contains(',') && comma.parse::<f64>().is_ok() {
            wrong("a number is written with a decimal point", format!("write `{key} = {comma}`"))
        } else if value.chars().all(|c| c.is_ascii_digit() || c == '.') && plain.parse::<f64>().is_ok() {
            let right = if plain.starts_with('.') { format!("0{plain}") } else { plain.to_owned() };
            wrong(format!("`{}` isn't how a number is written", shown(value)), format!("write `{key} = {right}`"))
        } else if lower == "true" || lower == "false" {
            wrong(format!("`{value}` is written in small letters"), format!("write `{key} = {lower}`"))
        } else {
            let what = format!("`{}` needs quotation marks", shown(value));
            wrong(what, quoted(value.trim_matches(['"', '\'', '\u{201C}', '\u{201D}'])))
        }
    }
}

/// Digits with two or more dots, dashes or slashes between them.
fn is_like_a_date(value: &str) -> bool {
    let parts = value.split(['.', '-', '/', 'T', ':', ' ']);
    parts.clone().count() >= 3
        && parts.clone().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
