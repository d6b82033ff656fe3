//! A date: `2023-09-07`, `2023-09~`, `2023`.

use super::super::Date;
use super::super::date::days_in_month;
use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::NOT_A_DATE;

/// Reads a day, a month or a year (ISO 8601), with EDTF's `~`, `?` and `%` behind it and `XX` for what isn't known.
///
/// # Errors
/// Other notations, a time of day, days that don't exist.
///
/// ```
/// use portolan::route::parse_date;
/// assert_eq!(parse_date("2023-09-07~").unwrap().day, Some(7));
/// assert!(parse_date("2023-02-30").is_err());
/// ```
pub fn parse_date(text: &str) -> Result<Date, Wrong> {
    let none = || advise(text, Wrong::new(&NOT_A_DATE, format!("`{}` is no date", shown(text))));
    let clean = text.trim();
    let bare = clean.trim_end_matches(['~', '?', '%']);
    let marks = &clean[bare.len()..];
    if marks.len() > 1 {
        return Err(none());
    }
    let mut parts = bare.split('-');
    let year = digits(parts.next(), 4).ok_or_else(none)?;
    let month = part(parts.next()).ok_or_else(none)?;
    let day = part(parts.next()).ok_or_else(none)?;
    if parts.next().is_some() || (month.is_none() && day.is_some()) {
        return Err(none());
    }
    let impossible = |what: String, help: String| {
        Err(Wrong::new(&NOT_A_DATE, format!("`{}` doesn't exist: {what}", shown(text))).help(help))
    };
    if let Some(month) = month.filter(|month| !(1..=12).contains(month)) {
        return impossible(format!("there is no month {month:02}"), "months are 01 to 12, after the year".to_owned());
    }
    let last = month.map_or(31, |month| days_in_month(i32::from(year), month as u8));
    if let Some(day) = day.filter(|day| !(1..=u16::from(last)).contains(day)) {
        let month = &bare[..7];
        return impossible(format!("there is no day {day:02}"), format!("{month} has {last} days"));
    }
    Ok(Date {
        year: i32::from(year),
        month: month.map(|month| month as u8),
        day: day.map(|day| day as u8),
        approximate: marks == "~" || marks == "%",
        uncertain: marks == "?" || marks == "%",
    })
}

fn digits(text: Option<&str>, count: usize) -> Option<u16> {
    text.filter(|text| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// A month or a day; `XX`, or nothing, is one that is not known.
#[expect(clippy::option_option, reason = "outside: can it be read; inside: is it known")]
fn part(text: Option<&str>) -> Option<Option<u16>> {
    match text {
        None | Some("XX") => Some(None),
        text => digits(text, 2).map(Some),
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Adds what to write instead of another notation.
pub fn advise(text: &str, wrong: Wrong) -> Wrong {
    let lower = text.to_lowercase();
    for word in [" to ", " – ", "–", " - ", " until ", " and "] {
        if let Some((start, end)) = lower.split_once(word).filter(|(start, end)| is_date(start) && is_date(end)) {
            return wrong.help(format!("write an interval with a slash: \"{}/{}\"", start.trim(), end.trim()));
        }
    }
    if let Some((date, _)) = lower.split_once(['t', ' ']).filter(|(date, _)| is_date(date)) {
        return wrong.help(format!("the time of day isn't kept; write \"{date}\""));
    }
    let mut month = None;
    let mut numbers = Vec::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Some(at) = word.get(..3).and_then(|start| MONTHS.iter().position(|name| *name == start)) {
            month = Some(at + 1);
        } else if let Ok(number) = word.trim_end_matches(char::is_alphabetic).parse::<usize>() {
            numbers.push(number);
        }
    }
    let guess = match (month, numbers.as_slice()) {
        (Some(month), &[day, year]) if (1000..=9999).contains(&year) => format!("\"{year}-{month:02}-{day:02}\""),
        (Some(month), &[year]) if (1000..=9999).contains(&year) => format!("\"{year}-{month:02}\""),
        (None, &[year, month, day]) if (1000..=9999).contains(&year) => format!("\"{year}-{month:02}-{day:02}\""),
        (None, &[month, day, year]) if day > 12 && month <= 12 && year >= 1000 => {
            format!("\"{year}-{month:02}-{day:02}\"")
        }
        (None, &[day, month, year]) if day > 12 && year >= 1000 => format!("\"{year}-{month:02}-{day:02}\""),
        (None, &[first, second, year]) if (1000..=9999).contains(&year) => {
            format!("\"{year}-{second:02}-{first:02}\" or \"{year}-{first:02}-{second:02}\", whichever is meant")
        }
        (None, &[packed]) if (10_000_101..=99_991_231).contains(&packed) => {
            format!("\"{:04}-{:02}-{:02}\"", packed / 10_000, packed / 100 % 100, packed % 100)
        }
        _ => "2023-09-07, \"2023-09\", \"2023\" or an interval \"2023-09-07/2023-10-01\"".to_owned(),
    };
    wrong.help(format!("write year-month-day: {guess}"))
}

/// Whether `text` has the form of a date; unlike [`parse_date`] it gives no advice, so neither calls the other for ever.
fn is_date(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['~', '?', '%']);
    let length = |part: &str| if part.bytes().all(|byte| byte.is_ascii_digit()) { part.len() } else { 0 };
    let mut lengths = text.split('-').map(length);
    lengths.next() == Some(4) && lengths.all(|length| length == 2)
}
