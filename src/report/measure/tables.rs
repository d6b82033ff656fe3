//! `measure` as tables, for reading and for machines.

use crate::journey::DaysFrom;
use crate::numerals::{self, to_metre};
use crate::report::table::{Align, Table};
use crate::route::{Interval, Unit};

use super::{Measure, days};

impl Measure {
    /// The legs as a table for reading, distances in `unit`.
    pub fn table(&self, unit: Unit) -> Table {
        let unit_name = unit.to_string();
        let mut table = Table::new(&[
            ("#", Align::Right),
            ("leg", Align::Left),
            ("mode", Align::Left),
            ("from", Align::Left),
            ("to", Align::Left),
            ("kind", Align::Left),
            (&unit_name, Align::Right),
            ("between", Align::Left),
            ("straight", Align::Right),
            ("days", Align::Right),
            ("days by", Align::Left),
        ]);
        let between = |km: Option<Interval>| {
            km.map_or(String::new(), |km| format!("({})", numerals::range(km.low / unit.km(), km.high / unit.km())))
        };
        let length = |km: Option<f64>| km.map_or("unknown".to_owned(), |km| numerals::length(km / unit.km()));
        for leg in &self.legs {
            table.rows.push(vec![
                leg.leg.to_string(),
                leg.id.clone().unwrap_or_default(),
                leg.mode.to_string(),
                leg.from_name.clone(),
                leg.to_name.clone(),
                if leg.distance_km.is_some() { leg.kind.name().to_owned() } else { String::new() },
                length(leg.distance_km),
                between(leg.distance_km_interval),
                length(leg.geodesic_km),
                leg.days.map_or("unknown".to_owned(), days::cell),
                leg.days_from.map_or(String::new(), |from| from.name().to_owned()),
            ]);
        }
        let mut total = vec![String::new(); 11];
        "total".clone_into(&mut total[1]);
        total[6] = length(Some(self.total.distance_km));
        total[7] = between(self.total.distance_km_interval);
        total[8] = length(Some(self.total.geodesic_km));
        total[9] = self.total.days.map_or(String::new(), days::cell);
        table.rows.push(total);
        table
    }

    /// The legs as a table for machines: the columns are those of the JSON.
    pub fn data_table(&self) -> Table {
        let mut table = Table::new(&[
            ("variant", Align::Left),
            ("leg", Align::Right),
            ("id", Align::Left),
            ("mode", Align::Left),
            ("from", Align::Left),
            ("to", Align::Left),
            ("kind", Align::Left),
            ("distance_km", Align::Right),
            ("distance_km_min", Align::Right),
            ("distance_km_max", Align::Right),
            ("geodesic_km", Align::Right),
            ("days_min", Align::Right),
            ("days_max", Align::Right),
            ("days_from", Align::Left),
        ]);
        let figure = |km: Option<f64>| km.map_or(String::new(), |km| km.to_string());
        for measure in std::iter::once(self).chain(&self.variants) {
            for leg in &measure.legs {
                table.rows.push(vec![
                    measure.variant.clone().unwrap_or_default(),
                    leg.leg.to_string(),
                    leg.id.clone().unwrap_or_default(),
                    leg.mode.to_string(),
                    leg.from.clone(),
                    leg.to.clone(),
                    leg.kind.name().to_owned(),
                    figure(leg.distance_km),
                    figure(leg.distance_km_interval.map(|km| to_metre(km.low))),
                    figure(leg.distance_km_interval.map(|km| to_metre(km.high))),
                    figure(leg.geodesic_km),
                    figure(leg.days.map(|days| to_metre(days.low))),
                    figure(leg.days.map(|days| to_metre(days.high)).filter(|days| days.is_finite())),
                    leg.days_from.map_or("", DaysFrom::name).to_owned(),
                ]);
            }
        }
        table
    }
}
