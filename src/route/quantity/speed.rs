//! A speed: `14 kn`, `about 600 km/d`, `12–16 kn`.

use super::super::wrong::{Wrong, nearest, shown};
use super::super::{Interval, Qualifier, Unit};
use super::amount::parse_amount;
use crate::diagnostic::catalog::{NOT_A_FIGURE, OUT_OF_RANGE, UNKNOWN_UNIT};

/// Nothing that carries freight covers more in a day: 1,500 km an hour.
const FASTEST_KM_PER_DAY: f64 = 36_000.0;
const EXAMPLE: &str = "14 kn";
const UNITS: [&str; 8] = ["kn", "knots", "km/h", "km/d", "mph", "mi/d", "nmi/d", "kmh"];

/// Reads a speed as kilometres a day: from, to; infinite where there is no end.
///
/// # Errors
/// No number, a negative one, nought, a reversed range, an unknown unit, faster than anything that carries freight.
///
/// ```
/// use portolan::route::parse_speed;
/// let speed = parse_speed("12–16 kn").unwrap();
/// assert!((speed.low - 12.0 * 1.852 * 24.0).abs() < 1e-9);
/// assert!(parse_speed("14 parsecs").is_err());
/// ```
pub fn parse_speed(text: &str) -> Result<Interval, Wrong> {
    let amount = parse_amount(text, EXAMPLE)?;
    let factor = km_per_day(&amount.unit, text)?;
    let highest = amount.upper.unwrap_or(amount.number);
    if highest <= 0.0 || (amount.number <= 0.0 && amount.qualifier == Qualifier::Bare) {
        let message = format!("nothing gets anywhere at `{}`", shown(text));
        return Err(Wrong::new(&OUT_OF_RANGE, message).help("write how fast it moved, or delete the key"));
    }
    if highest * factor > FASTEST_KM_PER_DAY {
        let message = format!("`{}` is faster than anything that carries freight", shown(text));
        return Err(Wrong::new(&OUT_OF_RANGE, message).help("see whether the unit is right: kn, km/h, km/d, mph, mi/d"));
    }
    Ok(amount.interval().times(factor))
}

/// Kilometres a day in one of the unit.
fn km_per_day(unit: &str, text: &str) -> Result<f64, Wrong> {
    if unit.is_empty() {
        let text = shown(text.trim());
        let help = format!("write \"{text} kn\", \"{text} km/h\" or \"{text} km/d\"");
        return Err(Wrong::new(&UNKNOWN_UNIT, format!("`{text}` has no unit")).help(help));
    }
    let lower = unit.trim_end_matches('.').to_lowercase();
    match lower.as_str() {
        "kn" | "kt" | "kts" | "knot" | "knots" => return Ok(Unit::Nmi.km() * 24.0),
        "kmh" | "kph" => return Ok(24.0),
        "mph" => return Ok(Unit::Mi.km() * 24.0),
        _ => {}
    }
    let per = [" per ", " a ", " an ", "/"].into_iter().find_map(|per| lower.split_once(per));
    let times = |word: &str| match word {
        "h" | "hr" | "hour" => Some(24.0),
        "d" | "day" => Some(1.0),
        _ => None,
    };
    if let Some((length, time)) = per {
        if Unit::parse(length.trim()) == Some(Unit::M) {
            return Err(Wrong::new(&NOT_A_FIGURE, format!("`{}` is no speed of freight", shown(text)))
                .help("write it in kn, km/h, km/d, mph or mi/d"));
        }
        if let (Some(length), Some(times)) = (Unit::parse(length.trim()), times(time.trim())) {
            return Ok(length.km() * times);
        }
    }
    let wrong = Wrong::new(&UNKNOWN_UNIT, format!("unknown unit of speed `{}`", shown(unit)));
    Err(match nearest(&lower, UNITS) {
        Some(unit) => {
            wrong.help(format!("did you mean `{unit}`? Speeds are written in kn, km/h, km/d, mph, mi/d or nmi/d"))
        }
        None => wrong.help("write it in kn, km/h, km/d, mph, mi/d or nmi/d"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_read_in_the_units_that_reports_use() {
        for (text, low, high) in [
            ("600 km/d", 595.0, 605.0),
            ("600 km a day", 595.0, 605.0),
            ("about 600 km per day", 591.0, 609.0),
            ("50 km/h", 1188.0, 1212.0),
            ("20–25 mph", 20.0 * 1.609_344 * 24.0, 25.0 * 1.609_344 * 24.0),
            ("over 10 knots", 10.0 * 1.852 * 24.0, f64::INFINITY),
            ("under 300 nmi/d", 0.0, 300.0 * 1.852),
        ] {
            let speed = parse_speed(text).unwrap();
            assert!((speed.low - low).abs() < 1e-9, "{text}: {speed:?}");
            assert!(speed.high.total_cmp(&high).is_eq() || (speed.high - high).abs() < 1e-9, "{text}: {speed:?}");
        }
    }

    #[test]
    fn what_is_no_speed_says_what_to_write() {
        for (text, words) in [
            ("14", "14 kn"),
            ("14 knotts", "did you mean `knots`"),
            ("0 kn", "delete the key"),
            ("900 kn", "unit"),
            ("14 km", "km/h"),
            ("10 m/d", "km/h"),
            ("fast", "14 kn"),
        ] {
            let wrong = parse_speed(text).unwrap_err();
            assert!(wrong.help.as_deref().is_some_and(|help| help.contains(words)), "{text}: {wrong:?}");
        }
    }
}
