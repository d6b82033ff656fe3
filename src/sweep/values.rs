//! The values that a parameter takes one after the other.

use crate::diagnostic::catalog::NOT_A_RANGE;
use crate::route::{Date, Wrong, day_of, parse_date};

use super::decimal::Decimal;

/// Values of a parameter, each as it is written after `--set KEY=`.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// As they were listed.
    List(Vec<String>),
    /// Evenly apart.
    Range {
        /// The first.
        from: Decimal,
        /// From one to the next.
        step: Decimal,
        /// How many there are.
        count: usize,
        /// What stands behind the numbers: `mi`; empty for bare numbers.
        unit: String,
    },
    /// Days of the calendar, evenly apart.
    Days {
        /// The first, in days since 1970-01-01.
        from: i64,
        /// From one to the next.
        step: u32,
        /// How many there are.
        count: usize,
    },
}

impl Values {
    /// Reads `200mi..400mi:10mi`, or values with commas between them: `[],["suez"]`.
    ///
    /// # Errors
    /// A range without a step, or of which an end is no number; units that differ; a step that leads nowhere; no value.
    pub fn parse(text: &str) -> Result<Values, Wrong> {
        let items: Vec<String> = split(text).into_iter().map(|item| item.trim().to_owned()).collect();
        if items.iter().any(String::is_empty) {
            let message = if items.len() == 1 { "there is no value to take" } else { "a value of the list is empty" };
            return Err(Wrong::new(&NOT_A_RANGE, message).help(HELP));
        }
        match items.as_slice() {
            [one] if is_range(one) => range(one),
            _ => match items.iter().find(|item| is_range(item)) {
                Some(item) => Err(Wrong::new(&NOT_A_RANGE, format!("`{item}` is a range in a list"))
                    .help("write a range alone, or list all values; thousands are written without commas")),
                None => Ok(Values::List(items)),
            },
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Values::List(items) => items.len(),
            Values::Range { count, .. } | Values::Days { count, .. } => *count,
        }
    }

    /// Whether there is none; there always is one.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value number `at`, from 0.
    pub fn at(&self, at: usize) -> String {
        match self {
            Values::List(items) => items.get(at).cloned().unwrap_or_default(),
            Values::Range { from, step, unit, .. } => {
                let number = from.plus_times(*step, at);
                if unit.is_empty() { number.to_string() } else { format!("{number} {unit}") }
            }
            Values::Days { .. } => self.number(at).map_or(String::new(), |day| day_of(day).to_string()),
        }
    }

    /// The number of the value `at`, from 0; of a day, those since 1970-01-01; `None` in a list.
    pub fn number(&self, at: usize) -> Option<f64> {
        match self {
            Values::List(_) => None,
            Values::Range { from, step, .. } => from.plus_times(*step, at).to_string().parse().ok(),
            Values::Days { from, step, .. } => Some(*from as f64 + f64::from(*step) * at as f64),
        }
    }

    /// What stands behind the numbers of a range, nothing behind days; `None` for a list.
    pub fn unit(&self) -> Option<&str> {
        match self {
            Values::List(_) => None,
            Values::Days { .. } => Some(""),
            Values::Range { unit, .. } => Some(unit),
        }
    }
}

const HELP: &str = "write FROM..TO:STEP, as 200mi..400mi:10mi or 2023-09-07..2023-10-01:1d, or values with commas between them, as 200mi,290mi";

/// Two dots between two things; an interval of dates that is open at an end has a slash beside them.
fn is_range(item: &str) -> bool {
    !item.starts_with(['"', '\'', '[', '{'])
        && item.split_once("..").is_some_and(|(from, _)| !from.is_empty() && !item.contains('/'))
}

fn range(text: &str) -> Result<Values, Wrong> {
    let wrong = |message: String, help: String| Err(Wrong::new(&NOT_A_RANGE, message).help(help));
    let (from, rest) = text.split_once("..").unwrap_or((text, ""));
    let Some((to, step)) = rest.split_once(':') else {
        return wrong(
            format!("the range `{text}` has no step"),
            format!("write how far from one value to the next: {text}:1"),
        );
    };
    if is_day(from) || is_day(to) {
        return days(text, from, to, step);
    }
    let mut unit = String::new();
    let mut numbers = Vec::new();
    for part in [from, to, step] {
        let (number, word) = number_and_unit(part);
        let Ok(number) = number.parse::<Decimal>() else {
            return wrong(format!("`{}` in `{text}` is no number", part.trim()), HELP.to_owned());
        };
        if !unit.is_empty() && !word.is_empty() && unit != word {
            let help = format!("write the same unit behind all three, or behind one: {unit}");
            return wrong(format!("the range `{text}` has two units, {unit} and {word}"), help);
        }
        if !word.is_empty() {
            word.clone_into(&mut unit);
        }
        numbers.push(number);
    }
    let [from, to, step] = [numbers[0], numbers[1], numbers[2]];
    match from.steps_to(to, step) {
        Some(steps) => Ok(Values::Range { from, step, count: steps.saturating_add(1), unit }),
        None if from > to => {
            let space = if unit.is_empty() { "" } else { " " };
            wrong(
                format!("the range `{text}` ends below its start"),
                format!("write {to}{space}{unit}..{from}{space}{unit}:STEP"),
            )
        }
        None => wrong(format!("the step of `{text}` leads nowhere"), "write a step above zero".to_owned()),
    }
}

/// Whether it is written as a date with its day: digits, and two dashes between them.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split('-').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit()))
}

fn days(text: &str, from: &str, to: &str, step: &str) -> Result<Values, Wrong> {
    let ends = [parse_date(from.trim())?, parse_date(to.trim())?];
    let [first, last] = ends.map(Date::first_day);
    if ends.iter().any(|end| end.day.is_none() || end.approximate || end.uncertain) {
        let wrong = Wrong::new(&NOT_A_RANGE, format!("an end of `{text}` is no day of the calendar"));
        return Err(wrong.help("write both with their days: 2023-09-07..2023-10-01:1d"));
    }
    let (number, unit) = number_and_unit(step);
    let times = match unit {
        "" | "d" | "day" | "days" => Some(1),
        "w" | "week" | "weeks" => Some(7),
        _ => None,
    };
    let step = times.zip(number.parse::<u32>().ok()).and_then(|(times, number)| number.checked_mul(times));
    let Some(step) = step.filter(|step| *step > 0) else {
        let wrong = Wrong::new(&NOT_A_RANGE, format!("the step of `{text}` is no whole number of days or weeks"));
        return Err(wrong.help(format!("write it as 1d or 2 weeks: {}..{}:1d", from.trim(), to.trim())));
    };
    if first > last {
        let wrong = Wrong::new(&NOT_A_RANGE, format!("the range `{text}` ends before its start"));
        return Err(wrong.help(format!("write {}..{}:{step}d", to.trim(), from.trim())));
    }
    let count = usize::try_from((last - first) / i64::from(step)).map_or(usize::MAX, |steps| steps.saturating_add(1));
    Ok(Values::Days { from: first, step, count })
}

fn number_and_unit(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '−' | '+'))).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}

/// At commas that stand in no quotation marks, brackets or braces.
fn split(text: &str) -> Vec<&str> {
    let (mut items, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                items.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&text[start..]);
    items
}

/// A value without the marks that a list or a text has in the file.
pub fn plain(value: &str) -> String {
    let plain: String = value.chars().filter(|c| !matches!(c, '[' | ']' | '"')).collect();
    if plain.trim().is_empty() { "none".to_owned() } else { plain.replace(',', ", ").replace(",  ", ", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let values = Values::parse(text).unwrap();
        (0..values.len()).map(|at| values.at(at)).collect()
    }

    #[test]
    fn ranges_are_decimal_in_whatever_unit() {
        assert_eq!(all("0..0.5:0.1"), ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]);
        assert_eq!(all("200mi..220 mi:10mi"), ["200 mi", "210 mi", "220 mi"]);
        assert_eq!(all("14..16:1kn"), ["14 kn", "15 kn", "16 kn"]);
        assert_eq!(all("-1..1:0.75"), ["-1", "-0.25", "0.5"]);
    }

    #[test]
    fn ranges_of_days_follow_the_calendar() {
        assert_eq!(all("2024-02-28..2024-03-02:1d"), ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]);
        assert_eq!(all("2023-09-07..2023-10-01:1 week"), ["2023-09-07", "2023-09-14", "2023-09-21", "2023-09-28"]);
        assert_eq!(all("2023-12-31..2024-01-02:2"), ["2023-12-31", "2024-01-02"]);
    }

    #[test]
    fn lists_are_parted_at_commas_that_stand_free() {
        assert_eq!(all("[],[\"suez\"],[\"suez\", \"panama\"]"), ["[]", "[\"suez\"]", "[\"suez\", \"panama\"]"]);
        assert_eq!(all("\"Berlin, DE\", 'Paris, FR'"), ["\"Berlin, DE\"", "'Paris, FR'"]);
        assert_eq!(all("sea"), ["sea"]);
        assert_eq!(all("2023-09-07/..,2023-10"), ["2023-09-07/..", "2023-10"]);
    }

    #[test]
    fn what_is_no_range_says_what_to_write() {
        for (text, words) in [
            ("200mi..400mi", "has no step"),
            ("400mi..200mi:10mi", "ends below its start"),
            ("200mi..400km:10mi", "two units"),
            ("200..400:0", "leads nowhere"),
            ("200..400:-5", "leads nowhere"),
            ("a..b:1", "no number"),
            ("2023-09-07..2023-10:1d", "no day"),
            ("2023-09-07..2023-02-30:1d", "2023-02-30"),
            ("2023-10-01..2023-09-07:1d", "before its start"),
            ("2023-09-07..2023-10-01:0d", "no whole number of days"),
            ("2023-09-07..2023-10-01:1km", "no whole number of days"),
            ("2023-09-07..2023-10-01", "has no step"),
            ("1,000km..2,000km:10km", "a range in a list"),
            ("", "no value"),
            ("sea,,rail", "is empty"),
        ] {
            let wrong = Values::parse(text).unwrap_err();
            assert!(wrong.message.contains(words) && wrong.help.is_some(), "{text}: {wrong:?}");
        }
    }
}
