//! Numbers as people read them: grouped by thousands, with no more digits than they are good for.

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
}
