//! The unit slip: 290 miles that were kilometres. Found on evidence only.

use std::fmt::Write;

use crate::route::{Figure, Route, Says, Unit};

use super::length;
use super::words::km;
use super::{Finding, Judgement, Verdict};

/// Looks for unit slips among the claims that disagree, and says what speaks for them.
pub(super) fn find_all(route: &Route, judgements: &mut [Judgement]) {
    for index in 0..route.claims.len() {
        let claim = &route.claims[index];
        let (Says::Figure(figure), Verdict::Disagrees) = (&claim.statement, judgements[index].verdict) else {
            continue;
        };
        if let Some(words) = fits_in_another_unit(figure, &judgements[index])
            .or_else(|| said_in_another_unit(index, figure, route, judgements))
        {
            let judgement = &mut judgements[index];
            judgement.finding = Some(Finding::UnitSlip);
            let _ = write!(judgement.message, ". {words}");
        }
    }
}

/// The same number in another unit would be true.
fn fits_in_another_unit(figure: &Figure, judgement: &Judgement) -> Option<String> {
    let mut computed = judgement.computed_km?;
    if computed.high.is_infinite() {
        // A length has no upper end, but almost any number fits somewhere above the shortest way, in one unit or another.
        computed.high = length::NEAR_SHORTEST * judgement.distance_km?;
    }
    let unit = Unit::LARGE.into_iter().find(|&unit| unit != figure.unit && figure.interval_in(unit).meets(computed))?;
    Some(format!("The same number in {unit} would fit: perhaps {} {unit} was meant", number(figure)))
}

/// Another claim about the same thing says the same number in another unit.
fn said_in_another_unit(index: usize, figure: &Figure, route: &Route, judgements: &[Judgement]) -> Option<String> {
    let claim = &route.claims[index];
    let (other, other_figure) = route.claims.iter().enumerate().find_map(|(at, other)| match &other.statement {
        Says::Figure(theirs) if at != index && claim.subject.is_same(&other.subject) && same_number(figure, theirs) => {
            Some((at, theirs))
        }
        _ => None,
    })?;
    let number = number(figure);
    let mut words = format!(
        "Claim {} says the same number in {}: {number} {} and {number} {} cannot both be meant",
        route.claims[other].label(),
        other_figure.unit,
        figure.unit,
        other_figure.unit
    );
    if judgements[other].verdict == Verdict::Disagrees {
        let _ = write!(
            words,
            ", and {number} {} does not fit either. Why is open: the unit, or the point that was measured to",
            other_figure.unit
        );
    }
    // A point that either figure would fit is worth naming.
    for at in [index, other] {
        for reading in judgements[at].readings.iter().filter(|reading| reading.verdict == Verdict::Agrees) {
            if let Some(distance_km) = reading.distance_km {
                let _ = write!(
                    words,
                    " ({} is {} away, which \"{}\" would fit)",
                    reading.to,
                    km(distance_km),
                    route.claims[at].says.value
                );
            }
        }
    }
    Some(words)
}

/// `290`, `280–300`
fn number(figure: &Figure) -> String {
    match figure.upper {
        Some(upper) => format!("{}–{upper}", figure.number),
        None => figure.number.to_string(),
    }
}

fn same_number(a: &Figure, b: &Figure) -> bool {
    let same = |a: Option<f64>, b: Option<f64>| a.unwrap_or(-1.0).total_cmp(&b.unwrap_or(-1.0)).is_eq();
    a.unit != b.unit && same(Some(a.number), Some(b.number)) && same(a.upper, b.upper)
}
