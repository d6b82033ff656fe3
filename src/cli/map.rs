//! `portolan map ROUTE`

use std::hint::black_box;
use std::mem;
use std::path::Path;
use std::process::ExitCode;

use portolan::Journey;
use portolan::at_once::begin;
use portolan::canvas::Fonts;
use portolan::diagnostic::{Diagnostic, catalog};
use portolan::sheet::{Picture, Sheet};

use super::args::{MapArgs, RouteArgs};
use super::failure::Failure;
use super::{form, load, output, tell};

/// So much memory is asked for at once: more than most maps take, in each of two threads.
const ROOM: usize = 16 << 20;
/// Giving back a piece of this size, the largest that does, tells GNU's allocator to keep memory.
const SIGN: usize = 31 << 20;

pub fn run(args: &MapArgs) -> Result<ExitCode, Failure> {
    make_room();
    begin(make_room);
    let paths = if args.output.is_empty() && !args.alt {
        vec![load::default_output(&args.route, "png")]
    } else {
        args.output.clone()
    };
    let pictures: Vec<Picture> = paths.iter().map(|path| picture(path, args)).collect::<Result<_, _>>()?;
    contradictions(args, &pictures)?;
    let fonts = args.font.as_deref().map(with_substitute).transpose()?;
    let route = with_style(args);
    let reading = load::reading(&route)?;
    // What is needed first is begun first.
    Journey::begin(&reading.route);
    if fonts.is_none() {
        begin(|| drop(Fonts::embedded()));
    }
    let loaded = load::uncertain_of(reading, &route, args.samples, 0)?;
    let outputs = output::open_all(&paths)?;
    let fonts = fonts.unwrap_or_else(Fonts::embedded);
    let sheet = Sheet::compose_with(&loaded.journey, &fonts).map_err(Failure::Input)?;
    tell::diagnostics(&loaded.diagnostics);
    tell::diagnostics(&sheet.diagnostics);
    for ((output, picture), path) in outputs.into_iter().zip(pictures).zip(&paths) {
        let bytes = sheet.draw(picture).map_err(|error| Failure::output(path, error))?;
        output.write(&bytes)?;
        tell::written(path);
    }
    if args.alt {
        output::write_to(Path::new("-"), format!("{}\n", sheet.description()).as_bytes())?;
    }
    // The process ends: the system takes all memory back sooner than it is given back piece by piece.
    mem::forget((sheet, loaded));
    Ok(ExitCode::SUCCESS)
}

/// Asks for memory and gives it back untouched. What is free is then kept for what comes next, instead of being returned to
/// the system and asked for again in small pieces, for each of which the threads have to wait for each other.
fn make_room() {
    for size in [SIGN, ROOM] {
        drop(black_box(Vec::<u8>::with_capacity(size)));
    }
}

/// The embedded fonts, and one that stands in for them.
fn with_substitute(path: &Path) -> Result<Fonts, Failure> {
    let wrong = |message: String| Diagnostic::error(&catalog::CALL, message).help("name a .ttf or .otf file");
    let data = std::fs::read(path).map_err(|error| wrong(format!("cannot read {}: {error}", path.display())))?;
    let fonts = Fonts::embedded().with_substitute(data);
    Ok(fonts.ok_or_else(|| wrong(format!("`{}` is no font", path.display())))?)
}

/// Options that can't be followed together.
fn contradictions(args: &MapArgs, pictures: &[Picture]) -> Result<(), Failure> {
    let wrong = |message: &str, help: &str| Err(Diagnostic::error(&catalog::CALL, message).help(help).into());
    if args.alt && args.output.iter().any(|path| path == Path::new("-")) {
        return wrong("a picture and --alt can't both go to standard output", "name a file after -o");
    }
    if args.svg_text && !pictures.contains(&Picture::SvgText) {
        return wrong("--svg-text is for .svg, and none is asked for", "add -o FILE.svg");
    }
    Ok(())
}

/// The options are parameters of the file like all others.
fn with_style(args: &MapArgs) -> RouteArgs {
    let mut route = args.route.clone();
    let options = [
        ("style.projection", &args.projection),
        ("style.size", &args.size),
        ("style.scale", &args.scale),
        ("style.theme", &args.theme),
        ("style.language", &args.lang),
    ];
    route.sets.extend(options.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value.as_ref()?))));
    route
}

/// The picture that the extension asks for, with text in it if that is wanted.
fn picture(path: &Path, args: &MapArgs) -> Result<Picture, Failure> {
    Ok(match form::picture(path)? {
        Picture::Svg if args.svg_text => Picture::SvgText,
        other => other,
    })
}
