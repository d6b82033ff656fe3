//! Projections, against PROJ's own test cases and others computed with PROJ.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests")]

mod reference;

use std::collections::BTreeMap;
use std::f64::consts::PI;

use portolan::projection::{Earth, Mapping, Projection};

/// One row of the published cases.
struct Case {
    projection: String,
    parameters: BTreeMap<String, String>,
    line: String,
    lon: f64,
    lat: f64,
    x: f64,
    y: f64,
    tolerance: f64,
}

fn cases() -> Option<Vec<Case>> {
    let text = std::fs::read_to_string(reference::reference("projection")?.join("cases.csv")).unwrap();
    let cases = text.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let parameters = fields[1].split_whitespace().map(|word| {
            let (key, value) = word.trim_start_matches('+').split_once('=').unwrap_or((word, ""));
            (key.to_owned(), value.to_owned())
        });
        // PROJ's files part long figures by underscores.
        let figure = |column: usize| fields[column].replace('_', "").parse::<f64>().unwrap();
        Case {
            projection: fields[0].to_owned(),
            parameters: parameters.collect(),
            line: line.to_owned(),
            lon: figure(2),
            lat: figure(3),
            x: figure(4),
            y: figure(5),
            tolerance: figure(6),
        }
    });
    Some(cases.collect())
}

impl Case {
    fn figure(&self, key: &str) -> Option<f64> {
        self.parameters.get(key).map(|value| value.parse().unwrap())
    }

    /// The earth and its equatorial radius in metres.
    fn earth(&self) -> (Earth, f64) {
        if let Some(radius) = self.figure("R") {
            return (Earth::SPHERE, radius);
        }
        let (radius, inverse_flattening) = match self.parameters.get("ellps").map(String::as_str) {
            Some("sphere") => return (Earth::SPHERE, 6_370_997.0),
            // Web Mercator is defined as the sphere's formula on the ellipsoid's radius.
            _ if self.projection == "webmerc" => return (Earth::SPHERE, 6_378_137.0),
            Some("WGS84") => (6_378_137.0, 298.257_223_563),
            Some(other) if other != "GRS80" => panic!("no such ellipsoid here: {}", self.line),
            // Without any word PROJ takes GRS80.
            _ => match (self.figure("a"), self.figure("rf"), self.figure("f")) {
                (Some(radius), Some(rf), None) => (radius, rf),
                (Some(radius), None, Some(0.0)) => return (Earth::SPHERE, radius),
                (None, None, None) => (6_378_137.0, 298.257_222_101),
                _ => panic!("no such earth here: {}", self.line),
            },
        };
        let f: f64 = 1.0 / inverse_flattening;
        (Earth { eccentricity: (f * (2.0 - f)).sqrt() }, radius)
    }

    fn mapping(&self) -> Option<Mapping> {
        let lat_1 = self.figure("lat_1").unwrap_or(0.0);
        let projection = match self.projection.as_str() {
            "lcc" => Projection::LambertConformalConic { lat_1, lat_2: self.figure("lat_2").unwrap_or(lat_1) },
            "eqearth" => Projection::EqualEarth,
            "merc" | "webmerc" => match self.figure("lat_ts") {
                // The cone through two parallels that mirror each other is Mercator's cylinder, true along both.
                Some(lat_ts) => Projection::LambertConformalConic { lat_1: lat_ts, lat_2: -lat_ts },
                None => Projection::Mercator,
            },
            _ => return None,
        };
        Some(projection.on(self.earth().0))
    }

    /// The longitude from the central meridian.
    fn lambda(&self) -> f64 {
        let lambda = (self.lon - self.figure("lon_0").unwrap_or(0.0)).to_radians();
        if lambda.abs() > PI { lambda - (2.0 * PI).copysign(lambda) } else { lambda }
    }
}

#[test]
fn every_published_case_of_our_projections_is_met() {
    let Some(cases) = cases() else { return };
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        let Some(mapping) = case.mapping() else { continue };
        let known = ["proj", "R", "ellps", "a", "rf", "f", "lat_0", "lat_1", "lat_2", "lat_ts", "lon_0", "k_0"];
        assert!(case.parameters.keys().all(|key| known.contains(&key.as_str())), "a new parameter: {}", case.line);
        // What is a matter of scale and shift is a View's affair, so it's applied here.
        let scale = case.earth().1 * case.figure("k_0").unwrap_or(1.0);
        let origin = mapping.forward(0.0, case.figure("lat_0").unwrap_or(0.0).to_radians())[1];
        let [x, y] = mapping.forward(case.lambda(), case.lat.to_radians());
        let off = (scale * x - case.x).hypot(scale * (y - origin) - case.y);
        assert!(off <= case.tolerance, "{off} m off: {}", case.line);
        *met.entry(&case.projection).or_default() += 1;
    }
    assert!(met.keys().copied().eq(["eqearth", "lcc", "merc", "webmerc"]), "{met:?}");
    assert!(met.values().all(|count| *count >= 400), "{met:?}");
}

#[test]
fn going_back_leads_to_where_one_came_from() {
    let Some(cases) = cases() else { return };
    for case in &cases {
        let Some(mapping) = case.mapping() else { continue };
        let phi = case.lat.to_radians();
        let [x, y] = mapping.forward(case.lambda(), phi);
        let [lambda, back] = mapping.inverse(x, y).unwrap_or_else(|| panic!("no way back: {}", case.line));
        // Near the poles the plane changes slowly with the latitude, and not at all with the longitude.
        let off = (back - phi).hypot((lambda - case.lambda()) * phi.cos());
        assert!(off < if case.lat.abs() > 89.9 { 1e-6 } else { 1e-10 }, "{off} rad off: {}", case.line);
    }
}
