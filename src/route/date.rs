//! Dates and windows of dates: ISO 8601, with EDTF's `~` (approximate) and `?` (uncertain) read and kept.

use std::fmt;

/// A day, a month or a year, perhaps approximate or uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Gregorian year.
    pub year: i32,
    /// 1 to 12, if known.
    pub month: Option<u8>,
    /// 1 to 31, if known.
    pub day: Option<u8>,
    /// Written with `~`.
    pub approximate: bool,
    /// Written with `?`.
    pub uncertain: bool,
}

/// Some time within these dates, both included. An end that is not known is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The earliest day.
    pub start: Option<Date>,
    /// The latest day.
    pub end: Option<Date>,
}

impl Date {
    /// The first day that it can mean, in days since 1970-01-01.
    pub fn first_day(self) -> i64 {
        days_from_civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it can mean, in days since 1970-01-01.
    pub fn last_day(self) -> i64 {
        let month = self.month.unwrap_or(12);
        days_from_civil(self.year, month, self.day.unwrap_or_else(|| days_in_month(self.year, month)))
    }
}

/// How many days a month has, in the proleptic Gregorian calendar.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day that an instant lies in, given in days since the start of 1970-01-01.
///
/// ```
/// assert_eq!(portolan::route::day_of(19_607.5).to_string(), "2023-09-07");
/// ```
pub fn day_of(instant: f64) -> Date {
    // Counted from March of the year 0, in cycles of 400 years.
    let days = instant.floor() as i64 + 719_468;
    let (cycle, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    Date {
        year: (year + cycle * 400 + i64::from(month <= 2)) as i32,
        month: Some(month as u8),
        day: Some((day_of_year - (153 * from_march + 2) / 5 + 1) as u8),
        approximate: false,
        uncertain: false,
    }
}

/// Days since 1970-01-01, counting years from March so that a leap day comes last.
fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let month = i64::from(month);
    let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i64::from(day) - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + day_of_year - 719_468
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match (self.uncertain, self.approximate) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("?"),
            (false, true) => f.write_str("~"),
            (false, false) => Ok(()),
        }
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.start, self.end) {
            (Some(start), Some(end)) if start == end => write!(f, "{start}"),
            (start, end) => {
                let text = |date: Option<Date>| date.map_or("..".to_owned(), |date| date.to_string());
                write!(f, "{}/{}", text(start), text(end))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Date {
        Date { year, month: Some(month), day: Some(day), approximate: false, uncertain: false }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        assert_eq!(day(1970, 1, 1).first_day(), 0);
        assert_eq!(day(2000, 3, 1).first_day() - day(2000, 2, 28).first_day(), 2);
        assert_eq!(day(1900, 3, 1).first_day() - day(1900, 2, 28).first_day(), 1);
        assert_eq!(day(2023, 10, 1).first_day() - day(2023, 9, 7).first_day(), 24);
    }

    #[test]
    fn every_day_is_found_again_from_its_number() {
        for number in (-800_000..800_000).step_by(17) {
            assert_eq!(day_of(f64::from(number)).first_day(), i64::from(number));
        }
    }

    #[test]
    fn a_month_lasts_from_its_first_day_to_its_last() {
        let february = Date { day: None, ..day(2024, 2, 1) };
        assert_eq!(february.last_day() - february.first_day(), 28);
    }
}
