//! Syntax errors of JSON in words that somebody understands who has never read a grammar.

use jsonc_parser::errors::ParseErrorKind as Json;

use super::super::Span;
use super::super::wrong::Wrong;
use crate::diagnostic::catalog::SYNTAX;

/// What the parser says, reworded.
pub fn json_words(text: &str, kind: &Json, span: Span) -> (Wrong, Span) {
    let start = text.trim_start();
    let marked = text.get(span.start..span.end).unwrap_or("").to_lowercase();
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
        _ if matches!(marked.as_str(), "nan" | "infinity" | "-infinity" | "inf") => {
            ("this is no number to reckon with", "write a number with digits")
        }
        Json::NonFiniteNumbersNotAllowed => ("this is no number to reckon with", "write a number with digits"),
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
