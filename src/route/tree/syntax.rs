//! Syntax errors in words that somebody understands who has never read a grammar.

use jsonc_parser::errors::ParseErrorKind as Json;

use super::super::Span;
use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::SYNTAX;

/// What the TOML parser says, reworded by what stands at that place.
pub fn toml_words(text: &str, message: &str, span: Span) -> (Wrong, Span) {
    let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let line = text[line_start..line_end].trim();
    let (what, help) = if text.trim_start().starts_with('{') {
        ("this is JSON, not TOML".to_owned(), "give the file the extension .json".to_owned())
    } else if let Some(words) = odd_character(line, &text[span.start..]) {
        words
    } else {
        by_message(message, line, &text[span.start..line_end], text.get(span.start..span.end).unwrap_or(""))
    };
    (Wrong::new(&SYNTAX, what).help(help), span)
}

/// Whether a message says that lists or tables are nested more deeply than the parser follows.
pub fn is_too_deep(message: &str) -> bool {
    message == "recursion limit" || message.starts_with("cannot recurse")
}

/// Characters that look right and aren't, or that belong to another notation.
fn odd_character(line: &str, rest: &str) -> Option<(String, String)> {
    let first = rest.chars().next().unwrap_or('\n');
    let odd = match first {
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2018}' | '\u{2019}' | '\u{AB}' | '\u{BB}' => {
            (format!("`{first}` is a typographic quotation mark"), "write straight ones: \"…\"".to_owned())
        }
        '\u{FEFF}' | '\u{200B}' | '\u{A0}' | '\u{2028}' | '\u{202F}' => (
            format!("an invisible character (U+{:04X}) stands here", u32::from(first)),
            "delete the line's indentation and type it again".to_owned(),
        ),
        _ if line.starts_with("//") || line.starts_with("/*") => {
            ("this line is neither a key nor a table".to_owned(), "a comment starts with #".to_owned())
        }
        _ if !line.contains('=') && line.contains(':') && !line.starts_with('[') => {
            ("between a key and its value stands `=`, not `:`".to_owned(), format!("write `{}`", with_equals(line)))
        }
        _ => return None,
    };
    Some(odd)
}

fn with_equals(line: &str) -> String {
    line.split_once(':').map_or_else(String::new, |(key, value)| shown(&format!("{} = {}", key.trim(), value.trim())))
}

fn by_message(message: &str, line: &str, rest: &str, marked: &str) -> (String, String) {
    let starts = |word: &str| message.starts_with(word);
    let key = line.split('=').next().unwrap_or("").trim();
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let value = value.split(" #").next().unwrap_or(value).trim();
    if is_too_deep(message) {
        return (
            "lists or tables are nested too deeply here".to_owned(),
            "no key of a route file needs more than a list of tables; take the surplus brackets away".to_owned(),
        );
    }
    if message == "duplicate key" {
        let help = if line.starts_with("[[") {
            "a list of tables needs double brackets every time, and can't also be written as one table".to_owned()
        } else {
            "keep one of the two, or give the second another name".to_owned()
        };
        return (format!("`{}` stands twice", shown(marked)), help);
    }
    if starts("invalid basic string") || starts("invalid literal string") || starts("invalid multi-line") {
        return if message.contains("visible characters") {
            ("text can't hold this control character".to_owned(), "delete it".to_owned())
        } else {
            let quote = if message.contains('\'') { '\'' } else { '"' };
            let what = "the quotation mark that closes this text is missing";
            (what.to_owned(), format!("put a {quote} at the end of the text"))
        };
    }
    if message.contains("escape") {
        let help = "write the backslash twice (\\\\), or put the text into single quotation marks ('…')";
        return ("a backslash in text must be followed by a letter that means something".to_owned(), help.to_owned());
    }
    if starts("invalid date")
        || starts("invalid time")
        || value.chars().filter(|&c| c == '-').count() == 2 && starts("invalid")
    {
        let why = message.rsplit_once("expected ").map_or("", |(_, why)| why);
        let why = if why.chars().any(|c| c.is_ascii_digit()) { format!(": it wants a {why}") } else { String::new() };
        let help = "write year-month-day, as 2023-10-13; a month or an interval goes into quotation marks: \"2023-10\"";
        return (format!("`{}` is no date{why}", shown(marked)), help.to_owned());
    }
    if starts("key with no value") || starts("missing value for key") {
        let what = format!("`{}` has no value", shown(line));
        return (what, "a line is `key = value`, a `[table]`, or a comment that starts with #".to_owned());
    }
    if starts("unclosed") {
        let bracket = message.rsplit_once("expected ").map_or("`]`", |(_, bracket)| bracket);
        let help = if line.starts_with('[') && line.contains(' ') {
            "write the closing bracket; a name with spaces in it goes into quotation marks"
        } else {
            "write it where the list or the table ends"
        };
        return (format!("a closing {bracket} is missing"), help.to_owned());
    }
    if starts("unquoted keys cannot be empty") || starts("invalid key-value pair") {
        return ("a key is missing here".to_owned(), "a line is `key = value`".to_owned());
    }
    if starts("invalid unquoted key") {
        let help = format!("write it in quotation marks: \"{}\" = …", shown(key.trim_matches('"')));
        return (format!("the key `{}` holds a character that needs quotation marks", shown(marked)), help);
    }
    unquoted(message, key, value, rest)
}

/// A value that is neither number nor date nor quoted.
fn unquoted(message: &str, key: &str, value: &str, rest: &str) -> (String, String) {
    if value.is_empty() {
        return (
            format!("`{}` has no value", shown(key)),
            "write the value behind the =, or delete the line".to_owned(),
        );
    }
    let comma = value.replacen(',', ".", 1);
    if value.contains(',') && comma.parse::<f64>().is_ok() {
        return ("a number is written with a decimal point".to_owned(), format!("write `{} = {comma}`", shown(key)));
    }
    if value.starts_with('"') && message.starts_with("unexpected key or value") {
        let what = format!("`{}` stands behind a value that has ended", shown(rest));
        return (what, "write one key per line, and a quotation mark inside text as \\\"".to_owned());
    }
    if matches!(value.to_lowercase().as_str(), "true" | "false") {
        return (format!("`{value}` is written in small letters"), format!("write {}", value.to_lowercase()));
    }
    let bare = value.trim_matches(['"', '\'', '“', '”']);
    let number = bare.trim_start_matches('0');
    if value.chars().all(|c| c.is_ascii_digit() || c == '.') && number.parse::<f64>().is_ok() {
        let number = if number.starts_with('.') { format!("0{number}") } else { number.to_owned() };
        return (
            format!("`{}` isn't how a number is written", shown(value)),
            format!("write {}", number.trim_end_matches('.')),
        );
    }
    if value.starts_with(['[', '{']) {
        let help = "items of a list stand in quotation marks, with commas between them: [\"a\", \"b\"]";
        return ("this list or table isn't complete".to_owned(), help.to_owned());
    }
    (format!("`{}` needs quotation marks", shown(value)), format!("write `{} = \"{}\"`", shown(key), shown(bare)))
}

/// What the JSON parser says, reworded.
pub fn json_words(text: &str, kind: &Json, span: Span) -> (Wrong, Span) {
    let start = text.trim_start();
    let (what, help) = match kind {
        _ if !start.starts_with(['{', '[']) => ("this is no JSON", "a route file in TOML has the extension .toml"),
        Json::NestingDepthExceeded => ("lists or tables are nested too deeply here", "take the surplus brackets away"),
        Json::CommentsNotAllowed => ("JSON has no comments", "delete it, or write the file as TOML"),
        Json::TrailingCommasNotAllowed => ("a comma stands before a closing bracket", "delete the comma"),
        Json::ExpectedComma => ("a comma is missing here", "put a comma between two entries"),
        Json::SingleQuotedStringsNotAllowed => ("JSON takes no single quotation marks", "write double ones: \"…\""),
        Json::ExpectedStringObjectProperty => ("a key stands in quotation marks", "write it as \"key\""),
        Json::ExpectedColonAfterObjectKey => ("between a key and its value stands a colon", "write \"key\": value"),
        Json::ExpectedObjectValue => ("this key has no value", "write the value behind the colon, or delete the key"),
        Json::UnterminatedArray => ("a closing ] is missing for this list", "write it where the list ends"),
        Json::UnterminatedObject => ("a closing } is missing for this table", "write it where the table ends"),
        Json::MultipleRootJsonValues => ("something stands behind the end of the route", "delete what follows it"),
        Json::NonFiniteNumbersNotAllowed => ("infinity is no number here", "write a number with digits"),
        Json::UnexpectedCloseBrace | Json::UnexpectedCloseBracket => {
            ("a bracket closes here that was not opened", "delete it, or open it")
        }
        Json::UnexpectedComma => ("a value is missing in front of this comma", "delete the comma"),
        Json::UnexpectedWord | Json::UnexpectedToken | Json::UnexpectedTokenInObject => {
            ("this can't be read", "text, and every key, stands in double quotation marks")
        }
        Json::String(_) => {
            ("this text holds a backslash that means nothing", "write \\\\ for a backslash, \\n for a line break")
        }
        _ => ("this is not how a number is written", "write digits, a point for decimals: 42.2333"),
    };
    (Wrong::new(&SYNTAX, what).help(help), span)
}
