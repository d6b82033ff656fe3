//! `portolan distance FROM TO`

use std::path::Path;
use std::process::ExitCode;

use geo::Point;
use portolan::Journey;
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::export;
use portolan::journey::Located;
use portolan::network::Networks;
use portolan::report::Measure;
use portolan::route::{self, Mode, Place, Position, Route};
use serde::Serialize;
use serde_json::{Value, json};

use super::args::{DistanceArgs, Format};
use super::failure::Failure;
use super::output::Output;
use super::{load, output, pairs, tell};

/// What `--format json` writes. Distances in kilometres.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are those of the JSON")]
struct Distance {
    from: End,
    to: End,
    mode: Mode,
    kind: &'static str,
    distance_km: Option<f64>,
    geodesic_km: Option<f64>,
    snap_from_km: Option<f64>,
    snap_to_km: Option<f64>,
    passages: Vec<&'static str>,
    track: Value,
}

#[derive(Serialize)]
struct End {
    name: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// A latitude may begin with a dash; what else does is an option that nobody knows.
fn no_option(end: &str) -> Result<(), Failure> {
    let is_option =
        end.strip_prefix('-').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    if !is_option {
        return Ok(());
    }
    let found = Diagnostic::error(&catalog::CALL, format!("`{}` is no option of distance", tell::shown(end)));
    Err(found.help("`portolan distance --help` lists them; places are names, UN/LOCODEs or LAT,LON").into())
}

pub fn run(args: &DistanceArgs) -> Result<ExitCode, Failure> {
    if let Some(pairs) = &args.pairs {
        return pairs::run(args, pairs);
    }
    [&args.from, &args.to].into_iter().flatten().try_for_each(|end| no_option(end))?;
    let output = args.output.as_deref().map(track_output).transpose()?;
    let networks = load::networks(&args.networks)?;
    let journey = journey(args, &networks).map_err(Failure::Input)?;
    let measure = Measure::of(&journey, journey.diagnostics.clone());
    let text = match args.format {
        Format::Text => measure.text(args.units.into()),
        Format::Json => load::json(&distance(&journey, &measure)),
        Format::Csv => measure.data_table().csv(),
        Format::Markdown => measure.table(args.units.into()).markdown(),
    };
    tell::diagnostics(&journey.diagnostics);
    if let (Some(output), Some(path)) = (output, &args.output) {
        output.write(&export::geojson(&journey, export::Settings::default()))?;
        tell::written(path);
    }
    output::write_to(Path::new("-"), text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn track_output(path: &Path) -> Result<Output, Failure> {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("geojson")) {
        return Output::open(path);
    }
    Err(Diagnostic::error(&catalog::CALL, format!("`{}` does not end in .geojson", path.display()))
        .help("the track is written as GeoJSON: -o track.geojson")
        .into())
}

/// The two places as a route of one leg.
///
/// # Errors
///
/// What is wrong with the names, or why there is no way.
pub fn journey(args: &DistanceArgs, networks: &Networks) -> Result<Journey, Vec<Diagnostic>> {
    lay(route(args)?, networks)
}

/// The same as a route that is not laid yet.
///
/// # Errors
///
/// What is wrong with the words.
pub fn route(args: &DistanceArgs) -> Result<Route, Vec<Diagnostic>> {
    let [from, to] = [&args.from, &args.to].map(|end| end.clone().unwrap_or_default());
    let ends = [("from", &from), ("to", &to)];
    let places: serde_json::Map<String, Value> =
        ends.iter().filter_map(|(id, words)| Some(((*id).to_owned(), position(words)?))).collect();
    let end = |id: &str, words: &String| if places.contains_key(id) { json!(id) } else { json!(words) };
    let mut leg = json!({ "mode": args.mode, "from": end("from", &from), "to": end("to", &to) });
    for (key, names) in
        [("via", &args.via), ("avoid", &args.avoid), ("through", &args.through), ("within", &args.within)]
    {
        if !names.is_empty() {
            leg[key] = json!(names);
        }
    }
    let title = format!("From {from} to {to}");
    let file = json!({ "title": title, "places": places, "legs": [leg] }).to_string();
    route::read_text("distance.json", &file, &[], None).map(|reading| reading.route).map_err(without_places)
}

/// The route between two positions that is else as this one between two others; `None` if these are none.
pub fn between(other: &Route, from: &str, to: &str) -> Option<Route> {
    let place = |id: &str, words: &str| {
        let (lat, lon) = coordinates(words).filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0)?;
        let position = Position::At(Point::new(lon, lat));
        let other = other.place(id)?;
        Some(Place { name: Some(words.to_owned()), position, ..other.clone() })
    };
    let places = vec![place("from", from)?, place("to", to)?];
    Some(Route { places, ..other.clone() })
}

/// The route laid on the earth.
///
/// # Errors
///
/// What is wrong with the names, or why there is no way.
pub fn lay(route: Route, networks: &Networks) -> Result<Journey, Vec<Diagnostic>> {
    let mut journey = Journey::lay_on(route, networks).map_err(without_places)?;
    for diagnostic in &mut journey.diagnostics {
        diagnostic.location = None;
    }
    Ok(journey)
}

/// `LAT,LON`, as a place of a route file.
fn position(words: &str) -> Option<Value> {
    coordinates(words).map(|(lat, lon)| json!({ "name": words, "lat": lat, "lon": lon }))
}

fn coordinates(words: &str) -> Option<(f64, f64)> {
    let (lat, lon) = words.split_once(',')?;
    Some((lat.trim().parse().ok()?, lon.trim().parse().ok()?))
}

/// There is no file that the user could look into.
fn without_places(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        diagnostic.location = None;
    }
    diagnostics
}

fn distance(journey: &Journey, measure: &Measure) -> Distance {
    let leg = &measure.legs[0];
    let end = |id: &str| {
        let place: Option<&Located> = journey.place(id);
        let position = place.and_then(|place| place.position);
        End {
            name: place.map_or_else(|| id.to_owned(), |place| place.name.clone()),
            lat: position.map(geo::Point::y),
            lon: position.map(geo::Point::x),
        }
    };
    Distance {
        from: end(&leg.from),
        to: end(&leg.to),
        mode: leg.mode,
        kind: leg.kind.name(),
        distance_km: leg.distance_km,
        geodesic_km: leg.geodesic_km,
        snap_from_km: leg.snap_from_km,
        snap_to_km: leg.snap_to_km,
        passages: leg.passages.clone(),
        track: export::leg_geometry(journey, 0),
    }
}
