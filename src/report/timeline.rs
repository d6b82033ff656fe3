//! `timeline` as data: when each leg left and arrived, as reported and as far as the other legs leave it open.

use serde::Serialize;

use crate::journey::{DaysFrom, Journey, Stretch};
use crate::numerals::{self, to_metre};
use crate::route::{Interval, day_of};

use super::table::{Align, Table};

/// A route in time.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineReport {
    /// The route's title.
    pub route: String,
    /// Loadings, departures and arrivals, leg by leg.
    pub events: Vec<TimelineEvent>,
    /// How long all of it took, in days, with the waits that are known.
    pub days: Option<Interval>,
}

/// Something that happened to a leg. Days are those of the Gregorian calendar, both included.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineEvent {
    /// The leg's place in the chain, from 1.
    pub leg: usize,
    /// The leg's id in the file.
    pub id: Option<String>,
    /// `loaded`, `leaves` or `arrives`.
    pub event: &'static str,
    /// Id of the place.
    pub place: String,
    #[serde(skip)]
    name: String,
    /// The first day that the leg's own dates allow; `null` if there is none.
    pub reported_start: Option<String>,
    /// The last day that they allow.
    pub reported_end: Option<String>,
    /// The first day that the other legs leave, by their dates and the days between.
    pub computed_start: Option<String>,
    /// The last day that they leave.
    pub computed_end: Option<String>,
    /// Whether the dates of the other legs leave no time at all.
    pub contradicted: bool,
    /// How long the leg took, in days; on its arrival.
    pub days: Option<Interval>,
    /// What that was found from.
    pub days_from: Option<DaysFrom>,
}

impl TimelineReport {
    /// What there is to say about a journey in time.
    pub fn of(journey: &Journey) -> TimelineReport {
        let route = &journey.route;
        let mut events = Vec::new();
        for (leg, time) in route.legs.iter().zip(&journey.timeline.legs) {
            let event = |event, place: &str, reported: Stretch, computed: Option<Stretch>| {
                let left = computed.unwrap_or(Stretch::ALWAYS);
                TimelineEvent {
                    leg: leg.number,
                    id: leg.id.as_ref().map(|id| id.value.clone()),
                    event,
                    place: place.to_owned(),
                    name: journey.place(place).map_or_else(|| place.to_owned(), |place| place.name.clone()),
                    reported_start: first_day(reported),
                    reported_end: last_day(reported),
                    computed_start: first_day(left),
                    computed_end: last_day(left),
                    contradicted: computed.is_none(),
                    days: None,
                    days_from: None,
                }
            };
            let loaded = leg.loaded.map(Stretch::of);
            events.extend(loaded.map(|loaded| event("loaded", &leg.from.value, loaded, Some(Stretch::ALWAYS))));
            events.push(event("leaves", &leg.from.value, time.reported_departure, time.computed_departure));
            let arrives = event("arrives", &leg.to.value, time.reported_arrival, time.computed_arrival);
            events.push(TimelineEvent { days: time.days, days_from: time.days_from, ..arrives });
        }
        TimelineReport { route: route.title.clone(), events, days: journey.timeline.total_days }
    }

    /// As a table for reading.
    pub fn table(&self) -> Table {
        let mut table = Table::new(&[
            ("leg", Align::Left),
            ("event", Align::Left),
            ("reported", Align::Left),
            ("left by the others", Align::Left),
            ("days", Align::Right),
            ("days by", Align::Left),
        ]);
        let span = |start: &Option<String>, end: &Option<String>| match (start, end) {
            (None, None) => String::new(),
            (start, end) if start == end => start.clone().unwrap_or_default(),
            (start, end) => {
                let open = || "..".to_owned();
                format!("{}/{}", start.clone().unwrap_or_else(open), end.clone().unwrap_or_else(open))
            }
        };
        for event in &self.events {
            table.rows.push(vec![
                event.id.clone().unwrap_or_else(|| event.leg.to_string()),
                match event.event {
                    "leaves" => format!("leaves {}", event.name),
                    other => format!("{other} at {}", event.name),
                },
                span(&event.reported_start, &event.reported_end),
                if event.contradicted {
                    "no time".to_owned()
                } else {
                    span(&event.computed_start, &event.computed_end)
                },
                event.days.map_or(String::new(), |days| numerals::days(days.low, days.high)),
                event.days_from.map_or("", DaysFrom::name).to_owned(),
            ]);
        }
        table
    }

    /// As a table for machines: the columns are those of the JSON, intervals in two.
    pub fn data_table(&self) -> Table {
        let mut table = Table::new(&[
            ("leg", Align::Right),
            ("id", Align::Left),
            ("event", Align::Left),
            ("place", Align::Left),
            ("reported_start", Align::Left),
            ("reported_end", Align::Left),
            ("computed_start", Align::Left),
            ("computed_end", Align::Left),
            ("contradicted", Align::Left),
            ("days_min", Align::Right),
            ("days_max", Align::Right),
            ("days_from", Align::Left),
        ]);
        let day = |day: &Option<String>| day.clone().unwrap_or_default();
        let figure = |days: Option<f64>| {
            days.filter(|days| days.is_finite()).map_or(String::new(), |days| to_metre(days).to_string())
        };
        for event in &self.events {
            table.rows.push(vec![
                event.leg.to_string(),
                event.id.clone().unwrap_or_default(),
                event.event.to_owned(),
                event.place.clone(),
                day(&event.reported_start),
                day(&event.reported_end),
                day(&event.computed_start),
                day(&event.computed_end),
                event.contradicted.to_string(),
                figure(event.days.map(|days| days.low)),
                figure(event.days.map(|days| days.high)),
                event.days_from.map_or("", DaysFrom::name).to_owned(),
            ]);
        }
        table
    }

    /// All of it for a terminal.
    pub fn text(&self) -> String {
        let days = self.days.map_or(String::new(), |days| {
            format!("\nAll of it took {} days, with the waits that are known.\n", numerals::days(days.low, days.high))
        });
        format!("{}\n\n{}{days}", self.route, self.table().text())
    }
}

fn first_day(stretch: Stretch) -> Option<String> {
    stretch.earliest.is_finite().then(|| day_of(stretch.earliest).to_string())
}

/// A stretch ends with the first instant that is too late.
fn last_day(stretch: Stretch) -> Option<String> {
    stretch.latest.is_finite().then(|| day_of(stretch.latest.ceil() - 1.0).to_string())
}
