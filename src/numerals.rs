//! Numbers as people read them: grouped by thousands, with no more digits than they are good for.

/// Degrees to the tenth of a metre; never −0.
pub fn to_microdegree(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6 + 0.0
}

/// `1234567` as `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A length with three digits, or all that stand before the point: `8,016`, `202`, `12.3`, `0.45`.
pub fn length(value: f64) -> String {
    match value.abs() {
        large if large >= 99.95 => format!("{}{}", if value < 0.0 { "−" } else { "" }, grouped(large.round() as u64)),
        medium if medium >= 9.995 => format!("{value:.1}"),
        _ if value == 0.0 => "0".to_owned(),
        _ => format!("{value:.2}"),
    }
}

/// All lengths between two, with as many digits as it takes to tell the ends from the middle: `459–475`, `12.45–12.55`,
/// `over 9,000` where there is no end; `202` where both are the same.
pub fn range(low: f64, high: f64) -> String {
    let half = (high - low) / 2.0;
    match half {
        _ if half.is_infinite() => format!("over {}", length(low)),
        _ if half < 5e-7 => length(low),
        _ if half >= 1.0 => format!("{}–{}", length(low), length(high)),
        _ => {
            let decimals = if half >= 0.0999 {
                1
            } else if half >= 0.00999 {
                2
            } else {
                3
            };
            format!("{}–{}", fixed(low, decimals), fixed(high, decimals))
        }
    }
}

/// A span of days, with as few digits as it takes: `4–6`, `0.4–1`, `over 10`, `12`.
pub fn days(low: f64, high: f64) -> String {
    let (from, to) = (few(low), few(high));
    match () {
        () if high.is_infinite() => format!("over {from}"),
        () if from == to => from,
        () => format!("{from}–{to}"),
    }
}

/// With one decimal below a hundred, and two below one tenth, unless they are nought.
fn few(value: f64) -> String {
    match value {
        large if large >= 99.95 => grouped(large.round() as u64),
        small if small >= 0.1 => format!("{small:.1}").trim_end_matches(".0").to_owned(),
        _ if value <= 0.0 => "0".to_owned(),
        _ => format!("{value:.2}"),
    }
}

fn fixed(value: f64, decimals: usize) -> String {
    let digits = format!("{value:.decimals$}");
    match digits.split_once('.') {
        _ if value == 0.0 => "0".to_owned(),
        Some((whole, part)) => format!("{}.{part}", whole.parse().map_or(whole.to_owned(), grouped)),
        None => digits,
    }
}

/// Rounded to the metre, for data that other programs read.
pub fn to_metre(km: f64) -> f64 {
    (km * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (604_901, "604,901"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn a_length_has_three_digits_whatever_its_size() {
        for (value, text) in
            [(8016.4, "8,016"), (99.96, "100"), (12.34, "12.3"), (9.999, "10.0"), (0.449, "0.45"), (0.0, "0")]
        {
            assert_eq!(length(value), text);
        }
    }
    #[test]
    fn days_have_no_digits_that_say_nothing() {
        for (low, high, text) in [
            (4.0, 6.0, "4–6"),
            (0.37, 1.02, "0.4–1"),
            (8.2, 33.42, "8.2–33.4"),
            (10.0, f64::INFINITY, "over 10"),
            (12.0, 12.0, "12"),
            (0.0, 25.0, "0–25"),
            (0.02, 0.05, "0.02–0.05"),
        ] {
            assert_eq!(days(low, high), text);
        }
    }

    #[test]
    fn the_ends_of_a_range_are_told_from_its_middle() {
        for (low, high, text) in [
            (458.7, 474.8, "459–475"),
            (12.45, 12.55, "12.45–12.55"),
            (0.295, 0.305, "0.295–0.305"),
            (286.5, 287.5, "286.5–287.5"),
            (12_344.5, 12_345.5, "12,344.5–12,345.5"),
            (0.0, 0.5, "0–0.5"),
            (0.0, 9.26, "0–9.26"),
            (9000.0, f64::INFINITY, "over 9,000"),
            (896.2, 896.2, "896"),
        ] {
            assert_eq!(range(low, high), text);
        }
    }
}
