//! Projections, against PROJ's own test cases and others computed with PROJ.

#![allow(clippy::unwrap_used, clippy::float_cmp, reason = "helpers of tests")]

mod reference;

use geo::Point;
use portolan::projection::{Azimuthal, Earth, Mapping, Projection, Rotation};
use std::collections::BTreeMap;

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
            // Hayford 1909, and Clarke 1866 by its two axes.
            Some("intl") => (6_378_388.0, 297.0),
            Some("clrk66") => (6_378_206.4, 6_378_206.4 / (6_378_206.4 - 6_356_583.8)),
            Some(other) if other != "GRS80" => panic!("no such ellipsoid here: {}", self.line),
            // Without any word PROJ takes GRS80.
            _ => match (self.figure("a"), self.figure("rf"), self.figure("f")) {
                (Some(radius), Some(rf), None) => (radius, rf),
                (Some(radius), None, Some(0.0) | None)
                    if self.figure("b").is_none_or(|b| (b - radius).abs() < 1e-5) =>
                {
                    return (Earth::SPHERE, radius);
                }
                (None, None, None) => (6_378_137.0, 298.257_222_101),
                _ => panic!("no such earth here: {}", self.line),
            },
        };
        let f: f64 = 1.0 / inverse_flattening;
        (Earth { eccentricity: (f * (2.0 - f)).sqrt() }, radius)
    }

    /// The projection, and the rotation that brings the case's centre to the middle; `None` for those that aren't ours:
    /// other projections, and on an ellipsoid those that are only for maps, which are drawn on the sphere.
    fn projection(&self) -> Option<(Projection, Rotation)> {
        let figure = |key: &str| self.figure(key).unwrap_or(0.0);
        let (lat_1, lat_2) = (figure("lat_1"), self.figure("lat_2").unwrap_or(figure("lat_1")));
        let upright = Rotation::centred_on(figure("lon_0"));
        let around = Rotation { phi: -figure("lat_0"), ..upright };
        let is_sphere = self.earth().0 == Earth::SPHERE;
        Some(match self.projection.as_str() {
            "lcc" => (Projection::LambertConformalConic { lat_1, lat_2 }, upright),
            "aea" => (Projection::AlbersEqualArea { lat_1, lat_2 }, upright),
            "eqearth" => (Projection::EqualEarth, upright),
            "natearth" => (Projection::NaturalEarth, upright),
            "robin" => (Projection::Robinson, upright),
            "merc" | "webmerc" => match self.figure("lat_ts") {
                // The cone through two parallels that mirror each other is Mercator's cylinder, true along both.
                Some(lat_ts) => (Projection::LambertConformalConic { lat_1: lat_ts, lat_2: -lat_ts }, upright),
                None => (Projection::Mercator, upright),
            },
            "tmerc" if is_sphere => (Projection::TransverseMercator, upright),
            "laea" if is_sphere => (Projection::Azimuthal(Azimuthal::EqualArea), around),
            "aeqd" if is_sphere => (Projection::Azimuthal(Azimuthal::Equidistant), around),
            "ortho" if is_sphere => (Projection::Azimuthal(Azimuthal::Orthographic), around),
            _ => return None,
        })
    }

    fn mapping(&self) -> Option<Mapping> {
        Some(self.projection()?.0.on(self.earth().0))
    }

    /// The angles that the mapping wants, for a position in degrees.
    fn turned(&self, lon: f64, lat: f64) -> Option<[f64; 2]> {
        let (projection, rotation) = self.projection()?;
        let turned = projection.aspect(rotation).rotate(Point::new(lon, lat));
        Some([turned.x().to_radians(), turned.y().to_radians()])
    }

    /// Where the mapping puts the point at which the case's coordinates are 0.
    fn origin(&self) -> Option<[f64; 2]> {
        let figure = |key: &str| self.figure(key).unwrap_or(0.0);
        let [lambda, phi] = self.turned(figure("lon_0"), figure("lat_0"))?;
        Some(self.mapping()?.forward(lambda, phi))
    }

    /// What is allowed; more between Robinson's nodes, where PROJ's own coefficients are in single precision.
    fn allowed_m(&self) -> f64 {
        let between_nodes = self.projection == "robin" && (self.lat / 5.0).fract() != 0.0;
        if between_nodes { 2.5 } else { self.tolerance }
    }
}

#[test]
fn every_published_case_of_our_projections_is_met() {
    let Some(cases) = cases() else { return };
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        let Some(mapping) = case.mapping() else { continue };
        let known =
            ["proj", "R", "ellps", "a", "b", "rf", "f", "lat_0", "lat_1", "lat_2", "lat_ts", "lon_0", "k_0", "k"];
        let shifts = ["x_0", "y_0"];
        let is_known = |key: &str| known.contains(&key) || shifts.contains(&key);
        assert!(case.parameters.keys().all(|key| is_known(key)), "a new parameter: {}", case.line);
        // What is a matter of scale and shift is a View's affair, so it's applied here.
        let scale = case.earth().1 * case.figure("k_0").or(case.figure("k")).unwrap_or(1.0);
        let shift = shifts.map(|key| case.figure(key).unwrap_or(0.0));
        let (origin, [lambda, phi]) = (case.origin().unwrap(), case.turned(case.lon, case.lat).unwrap());
        let [x, y] = mapping.forward(lambda, phi);
        let [x, y] = [scale * (x - origin[0]) + shift[0], scale * (y - origin[1]) + shift[1]];
        let off = (x - case.x).hypot(y - case.y);
        assert!(off <= case.allowed_m(), "{off} m off: {}", case.line);
        *met.entry(&case.projection).or_default() += 1;
    }
    let ours = ["aea", "aeqd", "eqearth", "laea", "lcc", "merc", "natearth", "ortho", "robin", "tmerc", "webmerc"];
    assert!(met.keys().copied().eq(ours), "{met:?}");
    assert!(met.values().all(|count| *count >= 200), "{met:?}");
}

#[test]
fn going_back_leads_to_where_one_came_from() {
    let Some(cases) = cases() else { return };
    for case in &cases {
        let Some(mapping) = case.mapping() else { continue };
        let [lambda, phi] = case.turned(case.lon, case.lat).unwrap();
        let [x, y] = mapping.forward(lambda, phi);
        let [back_lambda, back] = mapping.inverse(x, y).unwrap_or_else(|| panic!("no way back: {}", case.line));
        // Near the poles the plane changes slowly with the latitude, and not at all with the longitude.
        let turn = (back_lambda - lambda).sin().abs();
        let off = (back - phi).hypot(turn * phi.cos());
        // So it does near the rim of a globe.
        let is_flat = case.lat.abs() > 89.9 || case.projection == "ortho";
        assert!(off < if is_flat { 1e-6 } else { 1e-10 }, "{off} rad off: {}", case.line);
    }
}

/// The transverse aspect has its own published cases; every other is the same cylinder, turned.
#[test]
fn an_oblique_cylinder_is_true_along_its_circle_and_keeps_north_up() {
    for (lon, lat, azimuth) in [(-5.0, 30.0, 20.0), (100.0, -40.0, -60.0), (10.0, 0.0, 0.0), (170.0, 65.0, 90.0)] {
        let projection = Projection::ObliqueMercator { azimuth };
        let rotation = projection.aspect(Rotation { lambda: -lon, phi: -lat, gamma: 0.0 });
        let mapping = projection.on(Earth::SPHERE);
        let drawn = |lon: f64, lat: f64| {
            let turned = rotation.rotate(Point::new(lon, lat));
            mapping.forward(turned.x().to_radians(), turned.y().to_radians())
        };
        let [x, y] = drawn(lon, lat);
        assert!(x.hypot(y) < 1e-12, "{x} {y}");
        let [x, y] = drawn(lon, lat + 0.001);
        assert!(x.abs() < 1e-8 && (y / 0.001f64.to_radians() - 1.0).abs() < 1e-6, "north is up: {x} {y}");
        for away in [10.0f64, 50.0, 80.0] {
            let (sin_a, cos_a) = azimuth.to_radians().sin_cos();
            let (sin_d, cos_d) = away.to_radians().sin_cos();
            let (sin_0, cos_0) = lat.to_radians().sin_cos();
            let phi = (sin_0 * cos_d + cos_0 * sin_d * cos_a).asin();
            let turn = (sin_a * sin_d * cos_0).atan2(cos_d - sin_0 * phi.sin());
            let [x, y] = drawn(lon + turn.to_degrees(), phi.to_degrees());
            let wanted = [away.to_radians() * sin_a, away.to_radians() * cos_a];
            assert!((x - wanted[0]).hypot(y - wanted[1]) < 1e-9, "{away}° along {azimuth}°: {x} {y}");
        }
    }
}
