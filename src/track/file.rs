//! The file of a track: where it may lie, how large it may be.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::{Problem, line_after, shown};

/// How large the file of a track may be, in megabytes.
pub const LIMIT_MB: u64 = 64;

const LIMIT: u64 = LIMIT_MB * 1_000_000;

/// The text of the file, without a byte order mark.
pub(super) fn text(path: &Path, folder: &Path) -> Result<String, Problem> {
    text_anywhere(&within(path, folder)?)
}

/// The same of a file that may lie anywhere.
pub(super) fn text_anywhere(file: &Path) -> Result<String, Problem> {
    let metadata = fs::metadata(file).map_err(|error| unreadable(&error))?;
    // Opening a pipe would wait for somebody to write into it.
    if !metadata.is_file() {
        return Err(Problem::new(if metadata.is_dir() { "is a folder, not a file" } else { "is no ordinary file" }));
    }
    let mut bytes = Vec::new();
    // Read to the limit and not as much as the metadata says: the file may be growing.
    File::open(file)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > LIMIT {
        let help = "bring a simpler line: one vertex every 100 m is plenty";
        return Err(Problem::new(format!("is larger than {LIMIT_MB} MB")).help(help));
    }
    decode(bytes)
}

/// Where the file lies, if that is in the folder or below.
fn within(path: &Path, folder: &Path) -> Result<PathBuf, Problem> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = fs::canonicalize(folder).map_err(|error| unreadable(&error))?;
    let file = fs::canonicalize(folder.join(path)).map_err(|error| {
        let problem = unreadable(&error);
        let missing = error.kind() == io::ErrorKind::NotFound;
        if missing { problem.help("the name is taken from the folder of the route file") } else { problem }
    })?;
    if file.starts_with(&folder) {
        return Ok(file);
    }
    let help = "put the file beside the route file and write its name: track = \"angara.geojson\"";
    Err(Problem::new("lies outside of the route file's folder; nothing else is read").help(help))
}

fn unreadable(error: &io::Error) -> Problem {
    if error.kind() == io::ErrorKind::NotFound {
        return Problem::new("is not there");
    }
    Problem::new(format!("cannot be read: {error}"))
}

fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        Problem::new("is not UTF-8").line(line_after(valid)).help("save the file again with the encoding UTF-8")
    })?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

/// The extension in lower case; empty if there is none.
pub(super) fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// That no track is read from files with this extension.
pub(super) fn unknown(extension: &str) -> Problem {
    let help = match extension {
        "kmz" => "unpack it: it is a zip archive with a .kml in it",
        "shp" | "gpkg" | "tcx" | "fit" => "convert it to GeoJSON",
        _ => "bring a .geojson, .gpx, .kml or .csv",
    };
    let what =
        if extension.is_empty() { "no extension".to_owned() } else { format!("the extension {}", shown(extension)) };
    Problem::new(format!("has {what}, so its format is not known")).help(help)
}
