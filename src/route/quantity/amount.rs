//! `about 1,200 …`: a word, a number or a range of numbers, and whatever follows.

use super::super::wrong::{Wrong, shown};
use super::super::{Figure, Interval, Qualifier};
use crate::diagnostic::catalog::{NOT_A_FIGURE, OUT_OF_RANGE, REVERSED};

/// A number with the word in front of it and the text behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The word in front.
    pub qualifier: Qualifier,
    /// The number; the lower one of a range.
    pub number: f64,
    /// The upper number of a range.
    pub upper: Option<f64>,
    /// How far off the number may be from rounding alone.
    pub rounding: f64,
    /// What stands behind the number, trimmed.
    pub unit: String,
}

impl Amount {
    /// What it can mean, in its own unit.
    pub fn interval(&self) -> Interval {
        Interval::meant(self.qualifier, self.number, self.upper, self.rounding)
    }
}

/// Longer ones first where one starts with another.
const WORDS: [(&str, Qualifier); 22] = [
    ("approximately", Qualifier::About),
    ("roughly", Qualifier::About),
    ("nearly", Qualifier::About),
    ("almost", Qualifier::About),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("approx.", Qualifier::About),
    ("circa", Qualifier::About),
    ("some", Qualifier::About),
    ("ca.", Qualifier::About),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    ("more than", Qualifier::Over),
    ("at least", Qualifier::Over),
    ("over", Qualifier::Over),
    (">", Qualifier::Over),
    ("less than", Qualifier::Under),
    ("at most", Qualifier::Under),
    ("up to", Qualifier::Under),
    ("under", Qualifier::Under),
    ("<", Qualifier::Under),
    ("between", Qualifier::Range),
];

/// Reads a text; `example` is a right one, for the advice.
pub fn parse_amount(text: &str, example: &str) -> Result<Amount, Wrong> {
    let clean = text.trim();
    let (qualifier, rest) = WORDS
        .iter()
        .find_map(|&(word, qualifier)| Some((qualifier, strip_word(clean, word)?)))
        .unwrap_or((Qualifier::Bare, clean));
    let none = || {
        Wrong::new(&NOT_A_FIGURE, format!("no number can be read from `{}`", shown(text)))
            .help(format!("write it like \"{example}\""))
    };
    if let Some(positive) = rest.strip_prefix(['-', '−']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        let message = format!("`{}` is negative", shown(text));
        return Err(Wrong::new(&OUT_OF_RANGE, message).help(format!("write \"{}\"", shown(positive))));
    }
    let (digits, rest) = take_number(rest).ok_or_else(none)?;
    let number = read(&digits, text)?;
    let rounding = Figure::rounding_of(&plain(&digits));
    let Some((second, unit)) = second_number(rest) else {
        if qualifier == Qualifier::Range {
            return Err(none());
        }
        return Ok(Amount { qualifier, number, upper: None, rounding, unit: unit_of(rest) });
    };
    let upper = read(&second, text)?;
    if !matches!(qualifier, Qualifier::Bare | Qualifier::Range) {
        let message = format!("`{}` is a range with another word in front of it", shown(text));
        return Err(Wrong::new(&NOT_A_FIGURE, message).help(format!("write the range alone: \"{digits}–{second} …\"")));
    }
    if upper < number {
        let message = format!("the range `{}` ends below its start", shown(text));
        return Err(Wrong::new(&REVERSED, message).help(format!("write \"{second}–{digits} {}\"", unit_of(unit))));
    }
    Ok(Amount { qualifier: Qualifier::Range, number, upper: Some(upper), rounding, unit: unit_of(unit) })
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.get(..word.len()).filter(|head| head.to_lowercase() == word)?;
    let rest = &text[head.len()..];
    let whole = !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric);
    whole.then(|| rest.trim_start())
}

/// The upper number of a range, and what stands behind it. The lower one may have had a unit of its own.
fn second_number(rest: &str) -> Option<(String, &str)> {
    let joined = |text: &'_ str| -> Option<usize> {
        let text = text.trim_start();
        ["–", "—", "-", "to ", "and "].iter().find(|word| text.starts_with(**word)).map(|word| word.len())
    };
    let trimmed = rest.trim_start();
    if let Some(skip) = joined(trimmed) {
        return take_number(trimmed[skip..].trim_start());
    }
    // `280 mi – 300 mi`
    let unit_end = trimmed.find(|c: char| !c.is_alphabetic())?;
    let behind = trimmed[unit_end..].trim_start();
    let (second, unit) = take_number(behind[joined(behind)?..].trim_start())?;
    (unit_of(unit) == unit_of(&trimmed[..unit_end])).then_some((second, unit))
}

fn unit_of(text: &str) -> String {
    let text = text.trim();
    // "290-mile"
    text.strip_prefix('-').unwrap_or(text).to_owned()
}

/// The number that a text starts with, and the rest. Between digits may stand a comma, a space or an apostrophe.
fn take_number(text: &str) -> Option<(String, &str)> {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let separator = matches!(c, '.' | ',' | ' ' | '\'' | '’' | '\u{A0}' | '\u{2009}' | '\u{202F}');
        if c.is_ascii_digit() || (end > 0 && separator && next_is_digit) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    (end > 0).then(|| (text[..end].to_owned(), &text[end..]))
}

fn read(digits: &str, text: &str) -> Result<f64, Wrong> {
    let unclear = |message: String, help: String| Err(Wrong::new(&NOT_A_FIGURE, message).help(help));
    let whole = digits.split('.').next().unwrap_or("");
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or("");
    let mut rest = groups.peekable();
    let behind_point = digits.split_once('.').map_or("", |(_, behind)| behind);
    let mixed = behind_point.contains(|c: char| !c.is_ascii_digit() && c != '.');
    if mixed || rest.peek().is_some() && (first.len() > 3 || rest.any(|group| group.len() != 3)) {
        let help = if digits.matches(',').count() == 1 && !digits.contains('.') {
            format!("decimals take a point: \"{}\"; thousands are written 9,000", digits.replacen(',', ".", 1))
        } else {
            "write thousands as 9,000 or 9000".to_owned()
        };
        return unclear(format!("`{digits}` in `{}` can be read in several ways", shown(text)), help);
    }
    if is_thousands_or_decimals(digits) {
        let number = digits.trim_end_matches('0').trim_end_matches('.');
        let help = format!("for a thousand write \"{}\", else \"{number}\"", digits.replacen('.', ",", 1));
        return unclear(format!("`{digits}` in `{}` can be read in several ways", shown(text)), help);
    }
    let plain = plain(digits);
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() && plain.len() <= 20 => Ok(number),
        _ => unclear(format!("`{}` is no number", shown(digits)), "write digits, and a point for decimals".to_owned()),
    }
}

/// `1.000` is one in English and a thousand in much of the world. Without a nought at its end it is taken as decimals.
fn is_thousands_or_decimals(digits: &str) -> bool {
    let Some((whole, part)) = digits.split_once('.') else { return false };
    !whole.starts_with('0') && whole.len() <= 3 && part.len() == 3 && part.ends_with('0')
}

fn plain(digits: &str) -> String {
    digits.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}
