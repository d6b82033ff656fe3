//! What the words of a claim say, and what the file says under the key that a claim is about.

use super::super::keys::Kind;
use super::super::quantity::{
    Amount, parse_amount, parse_capacity, parse_count, parse_days, parse_figure, parse_speed, parse_window,
};
use super::super::tree::{Node, Value};
use super::super::wrong::{Wrong, shown};
use super::super::{About, Interval, Says, Spanned, Subject};
use super::read;
use crate::diagnostic::catalog::NOT_A_FIGURE;

/// What a claim's words say, given what it speaks of.
///
/// # Errors
/// Words that hold no such figure.
pub fn statement(subject: &Subject, kind: Option<&Kind>, text: &str) -> Result<Says, Wrong> {
    match subject {
        Subject::Distance { .. } | Subject::Length { .. } => parse_figure(text).map(Says::Figure),
        Subject::Duration { .. } => parse_days(text).map(Says::Days),
        Subject::Trips { .. } => parse_count(without_word(text)).map(Says::Count),
        Subject::Passes { .. } | Subject::Nearest { .. } => Ok(Says::Words),
        Subject::About(_) => kind.map_or(Ok(Says::Words), |kind| of_kind(kind, text)),
    }
}

fn of_kind(kind: &Kind, text: &str) -> Result<Says, Wrong> {
    Ok(match kind {
        Kind::Window | Kind::Date => Says::Window(parse_window(text)?),
        Kind::Length { .. } => Says::Figure(parse_figure(text)?),
        Kind::Speed => Says::Speed(parse_speed(text)?),
        Kind::Days => Says::Days(parse_days(text)?),
        Kind::Count => Says::Count(parse_count(without_word(text))?),
        Kind::Capacity => Says::Capacity(parse_capacity(text)?),
        Kind::Number { .. } | Kind::Integer { .. } => Says::Number(number(text)?),
        _ => Says::Words,
    })
}

/// `at least 3 trips` without the last word, which says what is counted.
fn without_word(text: &str) -> &str {
    const COUNTED: [&str; 10] =
        ["trips", "trip", "voyages", "voyage", "sailings", "runs", "times", "shipments", "containers", "trains"];
    let text = text.trim();
    COUNTED.iter().find_map(|word| text.strip_suffix(word)).map_or(text, str::trim_end)
}

/// A bare number, as exact as it is written; it may be negative.
fn number(text: &str) -> Result<Interval, Wrong> {
    let clean = text.trim();
    let (sign, digits) = clean.strip_prefix(['-', '−']).map_or((1.0, clean), |digits| (-1.0, digits));
    let Amount { number, upper, rounding, unit, .. } = parse_amount(digits, "42.23")?;
    if !unit.trim_matches(['°', ' ']).is_empty() {
        let message = format!("`{}` stands behind the number in `{}`", shown(&unit), shown(text));
        return Err(Wrong::new(&NOT_A_FIGURE, message).help("write the number alone: the key is one without a unit"));
    }
    let (low, high) = upper.map_or((number - rounding, number + rounding), |upper| (number, upper));
    let ends = [sign * low, sign * high];
    Ok(Interval { low: ends[0].min(ends[1]), high: ends[0].max(ends[1]) })
}

/// Keys that take prose: of what is described in other words nobody can say that it is something else.
const PROSE: [&str; 6] = ["what", "title", "subtitle", "note", "name", "says"];

/// What the file says under a key.
pub fn reported(key: Spanned<String>, kind: Option<&Kind>, node: Option<&Node>) -> About {
    let words: Vec<String> = match node.map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().filter_map(text_of).collect(),
        _ => node.and_then(text_of).into_iter().collect(),
    };
    let (item, is_list) = match kind {
        Some(Kind::List(item)) => (Some(*item), true),
        kind => (kind, false),
    };
    let says = match (item, node) {
        (Some(Kind::Count), Some(node)) => read::count_of(node).map_or(Says::Words, Says::Count),
        // What the file gives as a number is reckoned with as it stands.
        (Some(Kind::Number { .. } | Kind::Integer { .. }), Some(node)) => {
            node.number().map_or(Says::Words, |number| Says::Number(Interval { low: number, high: number }))
        }
        (Some(kind), _) if !is_list => words.first().and_then(|text| of_kind(kind, text).ok()).unwrap_or(Says::Words),
        _ => Says::Words,
    };
    let is_place = matches!(item, Some(Kind::Place | Kind::End));
    let name = key.value.rsplit('.').next().unwrap_or_default();
    let is_loose = is_place || PROSE.contains(&name);
    About { key, reported: says, words, is_place, is_loose }
}

fn text_of(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::String(text) | Value::Date(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_as_exact_as_it_is_written_and_may_be_negative() {
        for (text, low, high) in [("42.2", 42.15, 42.25), ("-42.2°", -42.25, -42.15), ("3", 2.5, 3.5)] {
            let found = number(text).unwrap();
            assert!((found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9, "{text}: {found:?}");
        }
        assert!(number("42 km").is_err());
    }

    #[test]
    fn what_is_counted_may_stand_behind_the_number() {
        for text in ["at least 3", "at least 3 trips", "at least 3 voyages"] {
            assert_eq!(parse_count(without_word(text)).unwrap().at_least, Some(3));
        }
    }
}
