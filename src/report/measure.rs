//! `measure`: the legs with their distances, and what they add up to.

use std::fmt::Write;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::journey::{Journey, Kind, LaidLeg};
use crate::numerals::{self, to_metre};
use crate::route::{Interval, Leg, Mode, Unit};

use super::table::{Align, Table};
use super::text::wrap;

/// Every leg measured.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// The route's title.
    pub route: String,
    /// Which variant of it; absent for the route as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The legs in order.
    pub legs: Vec<MeasuredLeg>,
    /// What they add up to.
    pub total: Total,
    /// Who is to be named for the rails that legs follow; absent if none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rails: Option<String>,
    /// The same for each variant of the route.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Measure>,
    /// What is doubtful or worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

/// One leg measured. Distances in kilometres; `null` where an end is unknown.
#[derive(Clone, Debug, Serialize)]
pub struct MeasuredLeg {
    /// Its number, from 1.
    pub leg: usize,
    /// Its id in the file.
    pub id: Option<String>,
    /// How the cargo moved.
    pub mode: Mode,
    /// The place that it starts at, as the file names it.
    pub from: String,
    /// The place that it ends at, as the file names it.
    pub to: String,
    /// What the distance was measured along.
    pub kind: Kind,
    /// Along the track.
    pub distance_km: Option<f64>,
    /// The shortest and the longest that it can be, as well as its ends' positions are known; `null` if these are certain
    /// or that was not computed.
    pub distance_km_interval: Option<Interval>,
    /// Straight between the ends.
    pub geodesic_km: Option<f64>,
    /// From the start to the network; `null` on a geodesic, which uses none.
    pub snap_from_km: Option<f64>,
    /// From the network to the end; `null` on a geodesic, which uses none.
    pub snap_to_km: Option<f64>,
    /// The passages that the track uses, in their order.
    pub passages: Vec<&'static str>,
    /// The countries that the track passes through; `null` where that is not computed.
    pub countries: Option<Vec<String>>,
    /// How long it takes; `null` where that is not computed.
    pub days: Option<f64>,
    #[serde(skip)]
    from_name: String,
    #[serde(skip)]
    to_name: String,
}

/// What the legs add up to, in kilometres.
#[derive(Clone, Debug, Serialize)]
pub struct Total {
    /// Along the tracks; of parallel legs the shortest.
    pub distance_km: f64,
    /// The shortest and the longest that it can be: by what is not known of positions, and by parallel legs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km_interval: Option<Interval>,
    /// Straight between the ends of each leg.
    pub geodesic_km: f64,
    /// Along the tracks, by mode.
    pub by_mode: serde_json::Map<String, serde_json::Value>,
    /// Numbers of the legs that an unknown end keeps out of the sums.
    pub left_out: Vec<usize>,
    /// Numbers of the legs that run beside the one before them, and are not added.
    pub parallel: Vec<usize>,
    /// Numbers of the legs that do not start where the one before them ends.
    pub after_gap: Vec<usize>,
}

impl Measure {
    /// What there is to say about a journey's distances.
    pub fn of(journey: &Journey, diagnostics: Vec<Diagnostic>) -> Measure {
        let (totals, uncertainty) = (&journey.totals, journey.uncertainty.as_ref());
        let by_mode = totals
            .by_mode
            .iter()
            .map(|(mode, km)| (mode.to_string(), serde_json::Value::from(to_metre(*km))))
            .collect();
        Measure {
            route: journey.route.title.clone(),
            variant: None,
            legs: journey
                .route
                .legs
                .iter()
                .zip(&journey.legs)
                .map(|(leg, laid)| measured(journey, leg, laid))
                .collect(),
            total: Total {
                distance_km: to_metre(totals.distance_km),
                distance_km_interval: uncertainty.map_or(totals.spread, |uncertainty| uncertainty.total_km),
                geodesic_km: to_metre(totals.geodesic_km),
                by_mode,
                left_out: totals.left_out.clone(),
                parallel: totals.parallel.clone(),
                after_gap: totals.after_gap.clone(),
            },
            rails: journey.rails.as_ref().map(|rails| rails.credit.clone()),
            variants: Vec::new(),
            diagnostics,
        }
    }

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
            ]);
        }
        let mut total = vec![String::new(); 9];
        "total".clone_into(&mut total[1]);
        total[6] = length(Some(self.total.distance_km));
        total[7] = between(self.total.distance_km_interval);
        total[8] = length(Some(self.total.geodesic_km));
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
                ]);
            }
        }
        table
    }

    /// All of it for a terminal, distances in `unit`.
    pub fn text(&self, unit: Unit) -> String {
        let mut text = String::new();
        for measure in std::iter::once(self).chain(&self.variants) {
            let variant = measure.variant.as_ref().map_or(String::new(), |name| format!(" · variant {name}"));
            let _ = writeln!(text, "{}{variant}\n\n{}", measure.route, measure.table(unit).text());
            text.push_str(&wrap(&measure.remarks(unit), 100, 0));
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// The total's interval and what it is due to, in brackets.
    fn between(&self, unit: Unit) -> String {
        let Some(km) = self.total.distance_km_interval else { return String::new() };
        let uncertain = self.legs.iter().any(|leg| leg.distance_km_interval.is_some());
        let why = match (uncertain, self.total.parallel.is_empty()) {
            (true, true) => "as well as positions are known",
            (true, false) => "as well as positions are known, and by parallel legs",
            (false, _) => "by parallel legs",
        };
        format!(" ({} {unit} {why})", numerals::range(km.low / unit.km(), km.high / unit.km()))
    }

    fn remarks(&self, unit: Unit) -> String {
        let length = |km: f64| format!("{} {unit}", numerals::length(km / unit.km()));
        let by_mode: Vec<String> = self
            .total
            .by_mode
            .iter()
            .map(|(mode, km)| format!("by {mode} {}", length(km.as_f64().unwrap_or_default())))
            .collect();
        let mut remarks = String::new();
        if !by_mode.is_empty() {
            let _ = write!(
                remarks,
                "In all {}{}: {}.",
                length(self.total.distance_km),
                self.between(unit),
                by_mode.join(", ")
            );
        }
        let numbers = |legs: &[usize]| legs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if !self.total.parallel.is_empty() {
            let _ =
                write!(remarks, " Parallel to the leg before, counted once: leg {}.", numbers(&self.total.parallel));
        }
        if !self.total.left_out.is_empty() {
            let _ = write!(remarks, " Left out, an end is unknown: leg {}.", numbers(&self.total.left_out));
        }
        if !self.total.after_gap.is_empty() {
            let _ = write!(remarks, " Gaps before leg {} are left out.", numbers(&self.total.after_gap));
        }
        let kinds = |kind| self.legs.iter().any(|leg| leg.distance_km.is_some() && leg.kind == kind);
        if kinds(Kind::Geodesic) {
            remarks.push_str(
                " geodesic: straight on the WGS84 ellipsoid from stop to stop, the shortest possible; no sea lane, track \
                 or road is followed.",
            );
        }
        if kinds(Kind::Track) {
            remarks.push_str(" track: along the line that the leg brings, without the joins at its ends.");
        }
        if kinds(Kind::Network) {
            remarks.push_str(" network: the shortest way over water or rails, with the joins at both ends.");
        }
        if let Some(credit) = &self.rails {
            let _ = write!(remarks, " Rails: {credit}.");
        }
        for leg in self.legs.iter().filter(|leg| !leg.passages.is_empty()) {
            let _ = write!(remarks, " Leg {} goes through {}.", leg.leg, leg.passages.join(", "));
        }
        remarks.push_str(" straight: between the two ends.");
        remarks
    }
}

fn measured(journey: &Journey, leg: &Leg, laid: &LaidLeg) -> MeasuredLeg {
    let name = |id: &str| journey.place(id).map_or_else(|| id.to_owned(), |place| place.name.clone());
    MeasuredLeg {
        leg: leg.number,
        id: leg.id.as_ref().map(|id| id.value.clone()),
        mode: leg.mode,
        from: leg.from.value.clone(),
        to: leg.to.value.clone(),
        kind: laid.kind,
        distance_km: laid.distance_km.map(to_metre),
        distance_km_interval: journey.uncertainty.as_ref().and_then(|all| all.legs.get(leg.number - 1)?.km),
        geodesic_km: laid.geodesic_km.map(to_metre),
        snap_from_km: laid.snap_from_km().map(to_metre),
        snap_to_km: laid.snap_to_km().map(to_metre),
        passages: laid.passages.clone(),
        countries: laid.countries.clone(),
        days: None,
        from_name: name(&leg.from.value),
        to_name: name(&leg.to.value),
    }
}
