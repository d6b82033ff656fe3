//! A window of dates: `2023-09-07/2023-10-01`.

use super::super::wrong::{Wrong, shown};
use super::super::{Date, Window};
use super::date::{advise, parse_date};
use crate::diagnostic::catalog::{NOT_A_DATE, REVERSED};

/// Reads a date, or two with a slash between them; `..` (or nothing) is an end that is not known.
///
/// # Errors
/// What [`parse_date`] refuses, a window that ends before it starts, one without any end.
///
/// ```
/// use portolan::route::parse_window;
/// let window = parse_window("2023-08-15~/2023-10-14").unwrap();
/// assert!(window.start.unwrap().approximate);
/// assert!(parse_window("2023-10-01/2023-09-07").is_err());
/// ```
pub fn parse_window(text: &str) -> Result<Window, Wrong> {
    let Some((start, end)) = text.split_once('/') else {
        let date = parse_date(text)?;
        return Ok(Window { start: Some(date), end: Some(date) });
    };
    if end.contains('/') {
        return Err(advise(text, Wrong::new(&NOT_A_DATE, format!("`{}` is no date and no interval", shown(text)))));
    }
    let side = |text: &str| -> Result<Option<Date>, Wrong> {
        if matches!(text.trim(), "" | "..") { Ok(None) } else { parse_date(text).map(Some) }
    };
    let window = Window { start: side(start)?, end: side(end)? };
    match (window.start, window.end) {
        (None, None) => Err(Wrong::new(&NOT_A_DATE, format!("`{}` has no date in it", shown(text)))
            .help("write at least one end, as \"2023-09-07/..\", or delete the key")),
        (Some(start), Some(end)) if end.last_day() < start.first_day() => {
            let message = format!("the interval `{}` ends before it starts", shown(text));
            Err(Wrong::new(&REVERSED, message).help(format!("write \"{end}/{start}\", or correct one of the dates")))
        }
        _ => Ok(window),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_are_read_as_they_are_shown() {
        for text in ["2023-09-07/2023-10-01", "2023-09", "2023", "../2023-10-01", "2023-09-07~/..", "2023-09?/2023%"] {
            assert_eq!(parse_window(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_month_that_starts_after_the_day_it_ends_on_still_holds_that_day() {
        assert!(parse_window("2023-09-20/2023-09").is_ok());
    }

    #[test]
    fn other_ways_to_write_dates_are_refused_with_the_right_one() {
        for (text, words) in [
            ("07.09.2023", "2023-09-07"),
            ("25.09.2023", "2023-09-25"),
            ("9/25/2023", "2023-09-25"),
            ("2023/09/07", "2023-09-07"),
            ("2023-9-7", "2023-09-07"),
            ("7 September 2023", "2023-09-07"),
            ("Sept. 7, 2023", "2023-09-07"),
            ("September 2023", "2023-09"),
            ("2023-09-07 to 2023-10-01", "2023-09-07/2023-10-01"),
            ("2023-09-07T10:00:00Z", "2023-09-07"),
            ("20230907", "2023-09-07"),
            ("2023-02-30", "28"),
            ("2023-13-01", "01 to 12"),
            ("soon", "2023-09-07"),
            ("../..", "end"),
        ] {
            let wrong = parse_window(text).unwrap_err();
            assert_eq!(wrong.kind.id, "route/not-a-date", "{text}");
            assert!(wrong.help.as_deref().is_some_and(|help| help.contains(words)), "{text}: {wrong:?}");
        }
    }
}
