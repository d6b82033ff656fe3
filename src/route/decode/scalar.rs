//! One value against what its key takes.

use super::super::keys::{Kind, Words};
use super::super::quantity::{
    parse_capacity, parse_count, parse_country, parse_date, parse_days, parse_length, parse_size, parse_speed,
    parse_window,
};
use super::super::tree::{Node, Value};
use super::super::wrong::{Wrong, either, nearest, shown};
use super::text::{check_id, check_text};
use crate::diagnostic::catalog::{OUT_OF_RANGE, UNKNOWN_WORD, WRONG_TYPE};

/// What is wrong with a value, if anything is. `label` is how the key is called in messages: `` `lat` ``.
pub fn check_scalar(kind: &Kind, node: &Node, label: &str, written: &str) -> Result<(), Wrong> {
    let mismatch = || Wrong::new(&WRONG_TYPE, format!("{label} takes {}, not {}", kind.takes(), node.what()));
    match kind {
        Kind::Number { least, most, .. } => {
            let number = node.number().ok_or_else(mismatch)?;
            check_range(number, *least, *most, label, written)
        }
        Kind::Integer { least, most } => {
            let number = node.number().ok_or_else(mismatch)?;
            check_range(number, *least as f64, *most as f64, label, written)?;
            if number.fract() == 0.0 { Ok(()) } else { Err(no_whole_number(label, written)) }
        }
        Kind::Count => match node.value {
            Value::Integer(number) if number < 0 => {
                Err(Wrong::new(&OUT_OF_RANGE, format!("{label} is {number}, and can't be negative"))
                    .help("write how many there were: 5, \"at least 5\" or \"5–8\""))
            }
            Value::Integer(_) => Ok(()),
            Value::Float(_) => Err(no_whole_number(label, written)),
            _ => parse_count(node.text().ok_or_else(mismatch)?).map(drop),
        },
        Kind::Date | Kind::Window => {
            let (Value::Date(text) | Value::String(text)) = &node.value else { return Err(mismatch()) };
            if *kind == Kind::Date { parse_date(text).map(drop) } else { parse_window(text).map(drop) }
        }
        Kind::LegId | Kind::ClaimId if matches!(node.value, Value::Integer(_)) => Ok(()),
        _ => check_words(kind, node.text().ok_or_else(mismatch)?, label),
    }
}

/// A value that is text.
fn check_words(kind: &Kind, text: &str, label: &str) -> Result<(), Wrong> {
    check_text(text, label, *kind == Kind::Note)?;
    match kind {
        Kind::Id => check_id(text, true),
        Kind::Word(words) => check_word(*words, text, label),
        Kind::Length { most_km } => {
            let length = parse_length(text)?;
            if length.km() <= *most_km {
                return Ok(());
            }
            let message = format!("{label} `{}` is more than half the way round the earth", shown(text));
            Err(Wrong::new(&OUT_OF_RANGE, message).help("no two places are farther apart than 20,004 km (12,430 mi)"))
        }
        Kind::Speed => parse_speed(text).map(drop),
        Kind::Days => parse_days(text).map(drop),
        Kind::Capacity => parse_capacity(text).map(drop),
        Kind::Size => parse_size(text).map(drop),
        Kind::Country => parse_country(text).map(drop),
        Kind::End => check_end(text),
        Kind::Url => check_url(text),
        _ => Ok(()),
    }
}

fn no_whole_number(label: &str, written: &str) -> Wrong {
    Wrong::new(&OUT_OF_RANGE, format!("{label} {} is no whole number", shown(written)))
}

fn check_range(number: f64, least: f64, most: f64, label: &str, written: &str) -> Result<(), Wrong> {
    if !number.is_finite() {
        let message = format!("{label} is `{}`, which is no number to reckon with", shown(written));
        return Err(Wrong::new(&OUT_OF_RANGE, message));
    }
    if (least..=most).contains(&number) {
        return Ok(());
    }
    let message = if most >= 1e9 {
        format!("{label} is {}, and can't be below {least} or that large", shown(written))
    } else {
        format!("{label} {} is not between {least} and {most}", shown(written))
    };
    Err(Wrong::new(&OUT_OF_RANGE, message))
}

fn check_word(words: Words, text: &str, label: &str) -> Result<(), Wrong> {
    let all = words.all();
    if all.contains(&text) {
        return Ok(());
    }
    let wrong = Wrong::new(&UNKNOWN_WORD, format!("{label} can't be `{}`", shown(text)));
    let takes = format!("it takes {}", either(all.iter().copied()));
    Err(match (words.meant(text), nearest(text, all)) {
        (Some(word), _) => wrong.help(format!("the word is `{word}`; {takes}")),
        (None, Some(word)) => wrong.help(format!("did you mean `{word}`? It{}", &takes[2..])),
        (None, None) => wrong.help(takes),
    })
}

/// An address that a reader can follow, and nothing that a program would run.
fn check_url(text: &str) -> Result<(), Wrong> {
    let lower = text.to_lowercase();
    let address = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    if address.is_some_and(|address| !address.is_empty() && !address.contains(char::is_whitespace)) {
        return Ok(());
    }
    let wrong = Wrong::new(&OUT_OF_RANGE, format!("`{}` is no address of a page", shown(text)));
    Err(wrong.help("write it as the browser shows it, with https:// in front and no spaces"))
}

/// `border of XX`, `coast`, or whatever else a place may be called.
fn check_end(text: &str) -> Result<(), Wrong> {
    let lower = text.trim().to_lowercase();
    let mut words = lower.split_whitespace();
    if !matches!(words.next(), Some("border" | "borders")) {
        return Ok(());
    }
    let country = text.trim().strip_prefix("border of ").unwrap_or("");
    if parse_country(country).is_ok() {
        return Ok(());
    }
    let start = text.to_lowercase().find(" of ").map_or(text.len(), |at| at + 4);
    let named = text.get(start..).unwrap_or("").trim().trim_start_matches("the ");
    let help = match parse_country(named) {
        Ok(code) => format!("write \"border of {code}\""),
        Err(wrong) => {
            let help = wrong.help.unwrap_or_default();
            let code = help.rsplit('"').nth(1).filter(|_| !help.contains(", as"));
            code.map_or("write it as \"border of UA\", with the country's two capital letters".to_owned(), |code| {
                format!("write \"border of {code}\"")
            })
        }
    };
    Err(Wrong::new(&UNKNOWN_WORD, format!("`{}` names no border", shown(text))).help(help))
}
