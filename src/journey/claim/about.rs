//! Claims about a key of the file: two reports of one thing, which can both be true or cannot.

use std::fmt::Write;

use crate::journey::time::Stretch;
use crate::route::{About, Boxes, Capacity, Claim, Date, Figure, Interval, Says, Unit, Window, days_in_month};

use super::words::interval;
use super::{Compared, Facts, Finding, Judgement, Verdict, trips};

pub(super) fn judge(claim: &Claim, about: &About, facts: &Facts) -> Judgement {
    let file = format!("the file says \"{}\" for `{}`", about.words.join(", "), about.key.value);
    let says = format!("the claim \"{}\"", claim.says.value);
    let pair = |ours: Interval, theirs: Interval, unit| {
        let verdict = Verdict::of(ours, theirs);
        let compared = Compared { unit, reported: ours, computed: None };
        Judgement { message: sentence(verdict, &file, &says), ..Judgement::compared(verdict, compared) }
    };
    match (&claim.statement, &about.reported) {
        (Says::Window(ours), Says::Window(theirs)) => windows(*ours, *theirs, &file, &says),
        (Says::Figure(ours), Says::Figure(theirs)) => figures(ours, theirs, &file, &says),
        (Says::Days(ours), Says::Days(theirs)) => pair(*ours, *theirs, "days"),
        (Says::Speed(ours), Says::Speed(theirs)) => pair(*ours, *theirs, "km/d"),
        (Says::Number(ours), Says::Number(theirs)) => numbers(*ours, *theirs, &file, &says),
        (Says::Count(ours), Says::Count(theirs)) => pair(trips::interval(*ours), trips::interval(*theirs), "things"),
        (Says::Capacity(ours), Says::Capacity(theirs)) => pair(teu(*ours), teu(*theirs), "TEU"),
        _ => words(claim, about, facts, &file, &says),
    }
}

fn sentence(verdict: Verdict, file: &str, says: &str) -> String {
    match verdict {
        Verdict::Agrees => format!("agrees: {file}, {says}; both can be true, which confirms nothing by itself"),
        Verdict::Disagrees => format!("disagrees: {file}, {says}; they cannot both be right"),
        Verdict::Undetermined => format!("undetermined: {file}, {says}; whether both mean the same can't be told"),
    }
}

fn windows(ours: Window, theirs: Window, file: &str, says: &str) -> Judgement {
    let stretch = Stretch::of(ours);
    let meets = |window: Window| Stretch::of(window).and(Stretch::of(theirs)).is_some();
    let reported = Interval { low: stretch.earliest, high: stretch.latest };
    let compared = Compared { unit: "days since 1970-01-01", reported, computed: None };
    if meets(ours) {
        return Judgement {
            message: sentence(Verdict::Agrees, file, says),
            ..Judgement::compared(Verdict::Agrees, compared)
        };
    }
    let doubtful = [ours, theirs]
        .into_iter()
        .any(|window| [window.start, window.end].into_iter().flatten().any(|date| date.uncertain));
    let verdict = if doubtful { Verdict::Undetermined } else { Verdict::Disagrees };
    let mut message = sentence(verdict, file, says);
    if doubtful {
        message += ", since a date is marked as uncertain (?)";
    }
    let exchanged = exchanged(ours).filter(|window| meets(*window));
    if let Some(window) = exchanged {
        let _ = write!(message, ". With day and month exchanged it would be {window}, which fits");
    }
    let finding = exchanged.map(|_| Finding::DateSlip);
    Judgement { finding, message, ..Judgement::compared(verdict, compared) }
}

/// The window with day and month of its dates exchanged, where that gives dates.
fn exchanged(window: Window) -> Option<Window> {
    let swap = |date: Date| {
        let (month, day) = (date.month?, date.day?);
        (month != day && day <= 12 && month <= days_in_month(date.year, day)).then_some(Date {
            month: Some(day),
            day: Some(month),
            ..date
        })
    };
    let side = |date: Option<Date>| match date {
        Some(date) => swap(date).map(Some),
        None => Some(None),
    };
    let window = Window { start: side(window.start)?, end: side(window.end)? };
    match (window.start, window.end) {
        (Some(start), Some(end)) => (start.first_day() <= end.last_day()).then_some(window),
        _ => Some(window),
    }
}

fn figures(ours: &Figure, theirs: &Figure, file: &str, says: &str) -> Judgement {
    let (reported, other) = (ours.interval_km(), theirs.interval_km());
    let verdict = Verdict::of(reported, other);
    let mut message = sentence(verdict, file, says);
    let mut finding = None;
    if verdict == Verdict::Disagrees {
        let fits = |unit: &Unit| *unit != ours.unit && ours.interval_in(*unit).meets(other);
        if let Some(unit) = Unit::LARGE.into_iter().find(fits) {
            finding = Some(Finding::UnitSlip);
            let _ = write!(message, ". The same number in {unit} would fit ({})", interval(ours.interval_in(unit)));
        }
    }
    let compared = Compared { unit: "km", reported, computed: None };
    Judgement { finding, message, ..Judgement::compared(verdict, compared) }
}

fn numbers(ours: Interval, theirs: Interval, file: &str, says: &str) -> Judgement {
    let verdict = Verdict::of(ours, theirs);
    let mut message = sentence(verdict, file, says);
    let negative = Interval { low: -ours.high, high: -ours.low };
    let lost = verdict == Verdict::Disagrees && negative.meets(theirs);
    if lost {
        message += ". With the other sign it would fit";
    }
    let compared = Compared { unit: "1", reported: ours, computed: None };
    Judgement { message, finding: lost.then_some(Finding::CoordinateSlip), ..Judgement::compared(verdict, compared) }
}

/// A container takes one or two TEU.
fn teu(capacity: Capacity) -> Interval {
    let count = trips::interval(capacity.count);
    match capacity.boxes {
        Boxes::Teu => count,
        Boxes::Containers => Interval { low: count.low, high: 2.0 * count.high },
    }
}

/// Words agree if one holds the other; of a list, any item will do. Prose and names of places may differ and mean the same.
fn words(claim: &Claim, about: &About, facts: &Facts, file: &str, says: &str) -> Judgement {
    let fold = |text: &str| text.trim().to_lowercase();
    let ours = fold(&claim.says.value);
    let mut theirs: Vec<String> = about.words.iter().map(|word| fold(word)).collect();
    if about.is_place {
        let places = about.words.iter().filter_map(|id| crate::journey::place::find(facts.ground.places, id));
        for place in places {
            theirs.push(fold(&place.name));
            theirs.extend(place.taken_for.as_ref().map(|taken| fold(&taken.name)));
        }
    }
    let verdict = match () {
        () if theirs.iter().any(|theirs| theirs.contains(&ours) || ours.contains(theirs.as_str())) => Verdict::Agrees,
        () if about.is_loose || theirs.is_empty() => Verdict::Undetermined,
        () => Verdict::Disagrees,
    };
    Judgement { verdict, ..Judgement::undetermined(None, sentence(verdict, file, says)) }
}
