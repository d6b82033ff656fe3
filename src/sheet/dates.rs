//! Dates as maps say them: `7 Sep – 1 Oct 2023`.

use crate::route::{Date, Leg, Window};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// When a leg took place: as a whole, or from its departure to its arrival, or else the first that is known of it.
pub fn of_leg(leg: &Leg) -> Option<String> {
    if let (None, None, Some(departed), Some(arrived)) = (leg.dates, leg.loaded, leg.departed, leg.arrived)
        && let (Some(start), Some(end)) = (departed.start, arrived.end)
    {
        return Some(words(Window { start: Some(start), end: Some(end) }));
    }
    let known = [("", leg.dates), ("loaded ", leg.loaded), ("departed ", leg.departed), ("arrived ", leg.arrived)];
    known.into_iter().find_map(|(what, window)| Some(format!("{what}{}", words(window?))))
}

/// When, and with which carrier, as far as it is known; a carrier that has carried the leg `before` is not said again.
pub fn and_carrier(leg: &Leg, before: Option<&Leg>) -> Option<String> {
    let is_new = before.is_none_or(|before| before.carrier != leg.carrier);
    let known: Vec<String> = of_leg(leg).into_iter().chain(leg.carrier.clone().filter(|_| is_new)).collect();
    (!known.is_empty()).then(|| known.join(" · "))
}

/// A window in words; years and months that both ends share are said once.
fn words(window: Window) -> String {
    match (window.start, window.end) {
        (Some(start), Some(end)) if start == end => date(start, false, false),
        (Some(start), Some(end)) => {
            let same_year = start.year == end.year && end.month.is_some();
            let same_month = same_year && start.month == end.month && end.day.is_some();
            let is_vague = [start, end].iter().any(|date| date.approximate || date.uncertain);
            let dash = if same_month && !is_vague { "–" } else { " – " };
            format!("{}{dash}{}", date(start, same_year, same_month), date(end, false, false))
        }
        (Some(start), None) => format!("from {}", date(start, false, false)),
        (None, Some(end)) => format!("until {}", date(end, false, false)),
        (None, None) => "date unknown".to_owned(),
    }
}

fn date(date: Date, without_year: bool, without_month: bool) -> String {
    let about = if date.approximate || date.uncertain { "about " } else { "" };
    let day = date.day.map(|day| day.to_string());
    let month = date.month.filter(|_| !without_month).map(|month| MONTHS[usize::from(month - 1) % 12].to_owned());
    let year = (!without_year).then(|| date.year.to_string());
    let parts: Vec<String> = [day, month, year].into_iter().flatten().collect();
    format!("{about}{}", parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::parse_window;

    #[test]
    fn what_both_ends_share_is_said_once() {
        let said = |text: &str| parse_window(text).map(words).unwrap_or_default();
        assert_eq!(said("2023-09-07/2023-10-01"), "7 Sep – 1 Oct 2023");
        assert_eq!(said("2023-09-07/2023-09-12"), "7–12 Sep 2023");
        assert_eq!(said("2022-12-30/2023-01-02"), "30 Dec 2022 – 2 Jan 2023");
        assert_eq!(said("2023-09-03/2023-09-09~"), "3 – about 9 Sep 2023");
        assert_eq!(said("2023-08~"), "about Aug 2023");
        assert_eq!(said("2023-09-07/.."), "from 7 Sep 2023");
    }
}
