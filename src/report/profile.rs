//! `profile`: how far from something the journey is, and where it is at the distances that were reported.

use std::fmt::Write;

use serde::Serialize;

use crate::geodesy;
use crate::journey::{Crossing, Journey, Profile};
use crate::numerals::{self, to_metre, to_microdegree};
use crate::route::{Interval, Unit};

use super::table::{Align, Table};

/// Distances along a journey.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileReport {
    /// The route's title.
    pub route: String,
    /// What is measured to.
    pub to: String,
    /// Distances that were reported or asked for, and where they are crossed.
    pub thresholds: Vec<CrossedThreshold>,
    /// The distance along the journey, point by point.
    pub points: Vec<ProfilePoint>,
    /// Numbers of the legs that are left out: parallel ones, and those with an unknown end.
    pub left_out: Vec<usize>,
}

/// A distance that was reported or asked for.
#[derive(Clone, Debug, Serialize)]
pub struct CrossedThreshold {
    /// As it was written.
    pub says: String,
    /// The claim that says so, by id or number; `null` if it was asked for.
    pub claim: Option<String>,
    /// The distance.
    pub distance_km: f64,
    /// What the words can mean.
    pub reported_km: Interval,
    /// Where the journey is at that distance, in its order.
    pub crossings: Vec<Crossed>,
}

/// A point of the journey.
#[derive(Clone, Debug, Serialize)]
pub struct Crossed {
    /// The leg, by id or number.
    pub leg: String,
    /// How far along the leg.
    pub leg_km: f64,
    /// How far along the journey.
    pub along_km: f64,
    /// Latitude in degrees, north positive.
    pub lat: f64,
    /// Longitude in degrees, east positive.
    pub lon: f64,
}

/// A point of the profile.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ProfilePoint {
    /// The leg's number.
    pub leg: usize,
    /// How far along the journey.
    pub along_km: f64,
    /// How far from what is measured to.
    pub distance_km: f64,
}

impl ProfileReport {
    /// What there is to say about a profile of a journey.
    pub fn of(journey: &Journey, profile: &Profile) -> ProfileReport {
        let points = profile.legs.iter().flat_map(|leg| {
            leg.points.iter().map(|(along_km, distance_km)| ProfilePoint {
                leg: leg.number,
                along_km: to_metre(*along_km),
                distance_km: to_metre(*distance_km),
            })
        });
        let thresholds = profile.thresholds.iter().map(|threshold| CrossedThreshold {
            says: threshold.says.clone(),
            claim: threshold.claim.map(|at| journey.route.claims[at].label()),
            distance_km: to_metre(threshold.km),
            reported_km: threshold.interval_km,
            crossings: threshold.crossings.iter().map(|crossing| crossed(journey, crossing)).collect(),
        });
        ProfileReport {
            route: journey.route.title.clone(),
            to: profile.to.clone(),
            thresholds: thresholds.collect(),
            points: points.collect(),
            left_out: profile.left_out.clone(),
        }
    }

    /// Where each distance is crossed, as a table for reading; distances in `unit`.
    pub fn table(&self, unit: Unit) -> Table {
        let (along, on_leg) = (format!("along, {unit}"), format!("on the leg, {unit}"));
        let mut table = Table::new(&[
            ("distance", Align::Left),
            ("claim", Align::Left),
            ("leg", Align::Left),
            (&on_leg, Align::Right),
            (&along, Align::Right),
            ("where", Align::Left),
        ]);
        let length = |km: f64| numerals::length(km / unit.km());
        for threshold in &self.thresholds {
            let (says, claim) = (threshold.says.clone(), threshold.claim.clone().unwrap_or_default());
            if threshold.crossings.is_empty() {
                table.rows.push(vec![says, claim, "nowhere".to_owned(), String::new(), String::new(), String::new()]);
                continue;
            }
            for crossing in &threshold.crossings {
                let at = geodesy::format_position(geo::Point::new(crossing.lon, crossing.lat));
                let cells = [crossing.leg.clone(), length(crossing.leg_km), length(crossing.along_km), at];
                table.rows.push([says.clone(), claim.clone()].into_iter().chain(cells).collect());
            }
        }
        table
    }

    /// The same for machines.
    pub fn data_table(&self) -> Table {
        let mut table = Table::new(&[
            ("says", Align::Left),
            ("claim", Align::Left),
            ("distance_km", Align::Right),
            ("leg", Align::Left),
            ("leg_km", Align::Right),
            ("along_km", Align::Right),
            ("lat", Align::Right),
            ("lon", Align::Right),
        ]);
        for threshold in &self.thresholds {
            for crossing in &threshold.crossings {
                table.rows.push(vec![
                    threshold.says.clone(),
                    threshold.claim.clone().unwrap_or_default(),
                    threshold.distance_km.to_string(),
                    crossing.leg.clone(),
                    crossing.leg_km.to_string(),
                    crossing.along_km.to_string(),
                    crossing.lat.to_string(),
                    crossing.lon.to_string(),
                ]);
            }
        }
        table
    }

    /// All of it for a terminal, distances in `unit`.
    pub fn text(&self, unit: Unit) -> String {
        let length = |km: f64| format!("{} {unit}", numerals::length(km / unit.km()));
        let nearest = self.points.iter().min_by(|a, b| a.distance_km.total_cmp(&b.distance_km));
        let farthest = self.points.iter().max_by(|a, b| a.distance_km.total_cmp(&b.distance_km));
        let mut text = format!("{}: from {}\n\n", self.route, self.to);
        if self.thresholds.is_empty() {
            text.push_str("No claim measures to it; --at 290mi looks for a distance.\n");
        } else {
            text.push_str(&self.table(unit).text());
        }
        if let (Some(nearest), Some(farthest)) = (nearest, farthest) {
            let _ = write!(
                text,
                "\nNearest {}, after {}; farthest {}, after {}.\n",
                length(nearest.distance_km),
                length(nearest.along_km),
                length(farthest.distance_km),
                length(farthest.along_km)
            );
        }
        if !self.left_out.is_empty() {
            let legs: Vec<String> = self.left_out.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "Left out, parallel or with an unknown end: leg {}.", legs.join(", "));
        }
        text
    }
}

fn crossed(journey: &Journey, crossing: &Crossing) -> Crossed {
    Crossed {
        leg: journey.route.legs[crossing.leg - 1].label(),
        leg_km: to_metre(crossing.leg_km),
        along_km: to_metre(crossing.km),
        lat: to_microdegree(crossing.position.y()),
        lon: to_microdegree(crossing.position.x()),
    }
}
