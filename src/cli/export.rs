//! `portolan export ROUTE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use portolan::diagnostic::{Diagnostic, catalog};
use portolan::export::{Format, Part, Settings};
use portolan::route::parse_length;

use super::args::ExportArgs;
use super::failure::Failure;
use super::{load, output, tell};

/// A format with the files that it goes to.
struct Wanted {
    format: Format,
    paths: Vec<PathBuf>,
}

pub fn run(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let settings = settings(args)?;
    let named =
        if args.output.is_empty() { vec![load::default_output(&args.route, "geojson")] } else { args.output.clone() };
    let formats: Vec<Format> = named.iter().map(|path| format(path)).collect::<Result<_, _>>()?;
    if args.split && !formats.contains(&Format::GeoJson) {
        let error = Diagnostic::error(&catalog::CALL, "--split is for GeoJSON, and none is asked for");
        return Err(error.help("leave --split out, or add -o FILE.geojson").into());
    }
    let loaded = load::uncertain(&args.route, args.route.variant.as_deref(), args.samples, 0)?;
    let route = &loaded.journey.route;
    let wanted: Vec<Wanted> = named
        .iter()
        .zip(formats)
        .map(|(path, format)| wanted(path, format, &format.parts(route, settings)))
        .collect::<Result<_, _>>()?;
    let wanted = without_doubles(wanted);
    let paths: Vec<PathBuf> = wanted.iter().flat_map(|wanted| wanted.paths.clone()).collect();
    let mut outputs = output::open_all(&paths)?.into_iter();
    tell::diagnostics(&loaded.diagnostics);
    for Wanted { format, paths } in &wanted {
        let files = format
            .write(&loaded.journey, settings, &stem(&paths[0]))
            .map_err(|error| Failure::output(&paths[0], error))?;
        for ((bytes, path), output) in files.iter().zip(paths).zip(&mut outputs) {
            output.write(bytes)?;
            tell::written(path);
        }
    }
    if wanted.iter().all(|wanted| wanted.format == Format::GeoJson && wanted.paths[0] != Path::new("-")) && !args.split
    {
        tell::line("hint: a .gpkg opens in QGIS already styled: -o FILE.gpkg; --split puts styles beside GeoJSON");
    }
    Ok(ExitCode::SUCCESS)
}

fn settings(args: &ExportArgs) -> Result<Settings, Failure> {
    let plain = Settings { split: args.split, ..Settings::default() };
    let Some(text) = &args.densify else { return Ok(plain) };
    match parse_length(text) {
        // Below a metre the sixth decimal is what limits it.
        Ok(length) if length.km() >= 0.001 => Ok(Settings { within_km: length.km(), ..plain }),
        Ok(_) => Err(Diagnostic::error(&catalog::CALL, "--densify is less than a metre")
            .help("write how far lines may stray from the geodesics: --densify \"100 m\"")
            .into()),
        Err(wrong) => Err(Diagnostic::error(&catalog::CALL, format!("--densify: {}", wrong.message))
            .help("write how far lines may stray from the geodesics: --densify \"100 m\"")
            .into()),
    }
}

fn wanted(path: &PathBuf, format: Format, parts: &[Part]) -> Result<Wanted, Failure> {
    if path == Path::new("-") {
        if parts.len() > 1 {
            let error = Diagnostic::error(&catalog::CALL, "several files can't go to standard output");
            return Err(error.help("name a file: -o FILE.geojson").into());
        }
        return Ok(Wanted { format, paths: vec![path.clone()] });
    }
    Ok(Wanted { format, paths: parts.iter().map(|part| beside(path, *part)).collect() })
}

/// A project brings the package that it draws: one of the same name is that package.
fn without_doubles(mut wanted: Vec<Wanted>) -> Vec<Wanted> {
    let brought: Vec<PathBuf> =
        wanted.iter().filter(|wanted| wanted.format == Format::Qgis).flat_map(|wanted| wanted.paths.clone()).collect();
    wanted.retain(|wanted| wanted.format != Format::GeoPackage || !brought.contains(&wanted.paths[0]));
    wanted
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// `route.csv` as `route.legs.csv`.
fn beside(path: &Path, part: Part) -> PathBuf {
    let Some(infix) = part.infix else {
        return part.extension.map_or_else(|| path.to_owned(), |extension| path.with_extension(extension));
    };
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(".");
    name.push(infix);
    name.push(".");
    match part.extension {
        Some(extension) => name.push(extension),
        None => name.push(path.extension().unwrap_or_default()),
    }
    path.with_file_name(name)
}

fn format(path: &Path) -> Result<Format, Failure> {
    if path == Path::new("-") {
        return Ok(Format::GeoJson);
    }
    let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    Format::of_extension(&extension).ok_or_else(|| {
        let known: Vec<String> = Format::EXTENSIONS.iter().map(|(extension, _)| format!(".{extension}")).collect();
        let message = format!("{} has no extension that portolan can export to", tell::path(path));
        Diagnostic::error(&catalog::CALL, message).help(format!("write one of {}", known.join(", "))).into()
    })
}
