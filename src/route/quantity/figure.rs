//! A reported length: `about 290 mi`.

use super::super::Figure;
use super::super::wrong::Wrong;
use super::amount::parse_amount;
use super::length::parse_unit;

/// Reads a reported length: a number or a range with its unit, perhaps with a word in front.
///
/// # Errors
/// No number, a negative one, a range that ends below its start, no unit, an unknown one.
///
/// ```
/// use portolan::route::{Qualifier, Unit, parse_figure};
/// let figure = parse_figure("over 9,000 km").unwrap();
/// assert_eq!((figure.qualifier, figure.number, figure.unit), (Qualifier::Over, 9000.0, Unit::Km));
/// assert!(parse_figure("about 290 parsecs").is_err());
/// ```
pub fn parse_figure(text: &str) -> Result<Figure, Wrong> {
    let amount = parse_amount(text, "about 290 mi")?;
    let unit = parse_unit(&amount.unit, text)?;
    Ok(Figure {
        qualifier: amount.qualifier,
        number: amount.number,
        upper: amount.upper,
        rounding: amount.rounding,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Qualifier, Unit};
    use super::*;

    #[test]
    fn figures_are_read_as_journalists_write_them() {
        for (text, qualifier, number, upper, unit) in [
            ("290mi", Qualifier::Bare, 290.0, None, Unit::Mi),
            ("About 290 miles", Qualifier::About, 290.0, None, Unit::Mi),
            ("~ 12.5 nmi", Qualifier::About, 12.5, None, Unit::Nmi),
            ("more than 9 000 km", Qualifier::Over, 9000.0, None, Unit::Km),
            ("at least 1,234,567 m", Qualifier::Over, 1_234_567.0, None, Unit::M),
            ("up to 5 km", Qualifier::Under, 5.0, None, Unit::Km),
            ("280–300 mi", Qualifier::Range, 280.0, Some(300.0), Unit::Mi),
            ("between 280 and 300 mi", Qualifier::Range, 280.0, Some(300.0), Unit::Mi),
            ("280 mi - 300 mi", Qualifier::Range, 280.0, Some(300.0), Unit::Mi),
            ("280 to 300 nautical miles", Qualifier::Range, 280.0, Some(300.0), Unit::Nmi),
            ("a 290-mile", Qualifier::Bare, 0.0, None, Unit::Mi),
            ("290-mile", Qualifier::Bare, 290.0, None, Unit::Mi),
        ] {
            let Ok(figure) = parse_figure(text) else {
                assert_eq!(text, "a 290-mile");
                continue;
            };
            assert_eq!(
                (figure.qualifier, figure.number, figure.upper, figure.unit),
                (qualifier, number, upper, unit),
                "{text}"
            );
        }
    }

    #[test]
    fn separators_do_not_change_how_a_figure_is_rounded() {
        assert!((parse_figure("9,000 km").unwrap().rounding - 50.0).abs() < 1e-12);
    }

    #[test]
    fn three_decimals_are_decimals_unless_they_may_be_thousands() {
        for (text, number) in [("0.500 km", 0.5), ("1.234 km", 1.234), ("12.50 km", 12.5), ("1000.000 km", 1000.0)] {
            assert!((parse_figure(text).unwrap().number - number).abs() < 1e-12, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_what_to_write() {
        for (text, id, words) in [
            ("about 290 parsecs", "route/unknown-unit", "mi, km, nmi or m"),
            ("290", "route/unknown-unit", "290 mi"),
            ("-290 mi", "route/out-of-range", "290 mi"),
            ("300–280 mi", "route/reversed", "280–300 mi"),
            ("9,5 km", "route/not-a-figure", "9.5"),
            ("1.000 km", "route/not-a-figure", "for a thousand write \"1,000\", else \"1\""),
            ("2.500–3.500 km", "route/not-a-figure", "\"2,500\", else \"2.5\""),
            ("1e3 km", "route/not-a-figure", "in full"),
            ("far away", "route/not-a-figure", "about 290 mi"),
            ("inf km", "route/not-a-figure", "about 290 mi"),
            ("about 280–300 mi", "route/not-a-figure", "range"),
            ("290 kms", "route/unknown-unit", "km"),
            ("1.2.3 km", "route/not-a-figure", "point"),
            ("", "route/not-a-figure", "about 290 mi"),
        ] {
            let wrong = parse_figure(text).unwrap_err();
            assert_eq!(wrong.kind.id, id, "{text}");
            assert!(wrong.help.as_deref().is_some_and(|help| help.contains(words)), "{text}: {wrong:?}");
        }
    }
}
