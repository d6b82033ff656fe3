//! Claims about how long legs took: against their dates, else against their length at usual speeds.

use crate::journey::chain;
use crate::journey::lay::LaidLeg;
use crate::journey::time::{DaysFrom, LegTime, by_speed, length, pace};
use crate::numerals;
use crate::route::{Interval, Leg, Spanned};

use super::{Compared, Facts, Finding, Judgement, Verdict};

/// Faster or slower than usual by more than this can be neither ruled out nor borne out, or is ruled out.
const BEYOND_USUAL: f64 = 1.5;

/// A leg with everything that is known of it.
type Known<'a> = (&'a Leg, &'a LaidLeg, &'a LegTime);

pub(super) fn judge(reported: Interval, names: &[Spanned<String>], facts: &Facts) -> Judgement {
    let known = |name: &Spanned<String>| -> Option<Known> {
        let leg = facts.route.leg(&name.value)?;
        Some((leg, facts.legs.get(leg.number - 1)?, facts.timeline.legs.get(leg.number - 1)?))
    };
    let mut legs: Vec<Known> = names.iter().filter_map(known).collect();
    legs.sort_by_key(|(leg, ..)| leg.number);
    let says = format!("the words mean {} days", numerals::days(reported.low, reported.high));
    let compared = |computed| Compared { unit: "days", reported, computed: Some(computed) };
    let implied = implied(reported, &legs).map_or(String::new(), |words| format!(". That would be {words}"));
    if let Some(days) = by_dates(&legs, facts) {
        let verdict = Verdict::of(reported, days);
        let but = if verdict == Verdict::Agrees { "and" } else { "but" };
        let end = match verdict {
            Verdict::Agrees => "; the figure could be true, which confirms nothing by itself",
            _ => "; the figure and the dates cannot both be right",
        };
        let fact = numerals::days(days.low, days.high);
        return Judgement {
            message: format!("{}: {says}, {but} the reported dates leave {fact} days{end}{implied}", verdict.name()),
            ..Judgement::compared(verdict, compared(days))
        };
    }
    let Some((days, from)) = by_length(&legs, facts) else {
        let message = "undetermined: neither dates nor the length of all its legs are known".to_owned();
        let unknown = Compared { unit: "days", reported, computed: None };
        return Judgement { message, ..Judgement::compared(Verdict::Undetermined, unknown) };
    };
    let (verdict, finding) = against(reported, days, from);
    let fact = format!(
        "at {} the way takes {} days",
        if from == DaysFrom::Speed { "the reported speed" } else { "usual speeds" },
        numerals::days(days.low, days.high)
    );
    let words = match (verdict, finding) {
        (Verdict::Agrees, None) => {
            format!("{says}, and {fact}; the figure could be true, which confirms nothing by itself")
        }
        (Verdict::Agrees, _) => format!(
            "{says}, and {fact}: slower than that, as cargo that waits on the way is. The figure could be true, which \
             confirms nothing by itself"
        ),
        (Verdict::Disagrees, _) => format!("{says}, but {fact}, and so much faster is not to be believed"),
        (Verdict::Undetermined, Some(Finding::FasterThanUsual)) => {
            format!("{says}, and {fact}: faster than that is unusual, not impossible")
        }
        (Verdict::Undetermined, _) => {
            format!("{says}, and {fact}: what the cargo did for the rest of the time, nobody says")
        }
    };
    Judgement {
        finding,
        message: format!("{}: {words}{implied}", verdict.name()),
        ..Judgement::compared(verdict, compared(days))
    }
}

/// Against the days that speeds give: faster can be ruled out, slower cannot, since cargo waits.
fn against(reported: Interval, days: Interval, from: DaysFrom) -> (Verdict, Option<Finding>) {
    if reported.meets(days) {
        return (Verdict::Agrees, None);
    }
    if reported.high < days.low {
        let verdict = if from == DaysFrom::Speed || reported.high * BEYOND_USUAL < days.low {
            Verdict::Disagrees
        } else {
            Verdict::Undetermined
        };
        return (verdict, Some(Finding::FasterThanUsual));
    }
    let verdict = if reported.low > days.high * BEYOND_USUAL { Verdict::Undetermined } else { Verdict::Agrees };
    (verdict, Some(Finding::SlowerThanUsual))
}

/// From the departure of the first leg to the arrival of the last if they follow one another, else all their days.
fn by_dates(legs: &[Known], facts: &Facts) -> Option<Interval> {
    let follow = legs.windows(2).all(|pair| pair[1].0.number == pair[0].0.number + 1);
    if follow {
        let (first, last) = (legs.first()?.2, legs.last()?.2);
        let (leaves, arrives) = (first.reported_departure, last.reported_arrival);
        let high = arrives.latest - leaves.earliest;
        let low = (arrives.earliest - leaves.latest).max(least(legs, facts));
        return (high.is_finite() && high >= 0.0).then_some(Interval { low: low.min(high), high });
    }
    let days = legs.iter().map(|(.., time)| time.days.filter(|_| time.days_from == Some(DaysFrom::Dates)));
    days.collect::<Option<Vec<Interval>>>()?.into_iter().reduce(plus)
}

/// What legs that follow one another take at least: by the dates of each, and the waiting between them. One that goes several
/// times, or beside another, need not have ended when the next one starts.
fn least(legs: &[Known], facts: &Facts) -> f64 {
    let dated = |bundle: &[Leg]| {
        let [leg] = bundle else { return None };
        let (.., time) = legs.iter().find(|(known, ..)| known.number == leg.number)?;
        let at_once = leg.trips.is_none_or(|trips| trips.at_most == Some(1));
        time.days.filter(|_| at_once && time.days_from == Some(DaysFrom::Dates)).map(|days| days.low)
    };
    let moving: f64 = chain::bundles(&facts.route.legs).filter_map(dated).sum();
    moving + waits(legs, facts).map(|days| days.low).sum::<f64>()
}

/// The known waiting between these legs.
fn waits<'a>(legs: &'a [Known], facts: &'a Facts) -> impl Iterator<Item = Interval> + 'a {
    let named = |number: usize| legs.iter().any(|(leg, ..)| leg.number == number);
    let between = move |before: usize| named(before) && named(before - 1);
    facts.timeline.waits.iter().filter(move |wait| between(wait.before_leg)).map(|wait| wait.days)
}

/// What the legs take by their lengths, with the known waiting between them; by usual speeds if one of them is.
fn by_length(legs: &[Known], facts: &Facts) -> Option<(Interval, DaysFrom)> {
    let days = legs.iter().map(|(leg, laid, _)| by_speed(leg, laid, length(laid)?, facts.route));
    let days: Vec<(Interval, DaysFrom)> = days.collect::<Option<_>>()?;
    let usual = days.iter().any(|(_, from)| *from == DaysFrom::Usual);
    let all = days.iter().map(|(days, _)| *days).chain(waits(legs, facts)).reduce(plus)?;
    Some((all, if usual { DaysFrom::Usual } else { DaysFrom::Speed }))
}

/// `412 km a day by rail: usual (300–1,200 km/d)`, for legs of one mode.
fn implied(reported: Interval, legs: &[Known]) -> Option<String> {
    let mode = legs.first()?.0.mode;
    if legs.iter().any(|(leg, ..)| leg.mode != mode) {
        return None;
    }
    let km: f64 = legs.iter().map(|(_, laid, _)| laid.distance_km).sum::<Option<f64>>()?;
    let over = |days: f64| if days > 0.0 { km / days } else { f64::INFINITY };
    pace::in_words(mode, Interval { low: over(reported.high), high: over(reported.low) })
}

fn plus(a: Interval, b: Interval) -> Interval {
    Interval { low: a.low + b.low, high: a.high + b.high }
}
