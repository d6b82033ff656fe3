//! Writing files whole or not at all.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use portolan::diagnostic::{Diagnostic, catalog};
use tempfile::NamedTempFile;

use super::failure::Failure;
use super::tell;

/// A place to write to, opened before the work starts, so that a bad path fails early.
pub struct Output {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    /// Standard output.
    Stdout,
    /// A file beside the real one, which takes its name when it is complete.
    File(NamedTempFile, PathBuf),
    /// A device or a pipe, which cannot be replaced.
    Special(fs::File),
}

impl Sink {
    fn is_same(&self, other: &Sink) -> bool {
        match (self, other) {
            (Sink::Stdout, Sink::Stdout) => true,
            (Sink::File(_, one), Sink::File(_, two)) => one == two,
            _ => false,
        }
    }
}

impl Output {
    /// Makes missing folders, and sees whether the file can be written.
    pub fn open(path: &Path) -> Result<Output, Failure> {
        let sink = open(path).map_err(|error| Failure::output(path, error))?;
        Ok(Output { path: path.to_owned(), sink })
    }

    /// Writes the file.
    pub fn write(mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.put(bytes)?;
        self.finish()
    }

    /// Writes a part of the file.
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        put(&mut self.sink, bytes).map_err(|error| Failure::output(&self.path, error))
    }

    /// Gives the file its name, now that it is complete.
    pub fn finish(self) -> Result<(), Failure> {
        let path = self.path;
        finish(self.sink).map_err(|error| Failure::output(&path, error))
    }
}

/// Opens all of them, or none.
///
/// # Errors
///
/// One that cannot be written, or two that are the same.
pub fn open_all(paths: &[PathBuf]) -> Result<Vec<Output>, Failure> {
    let outputs: Vec<Output> = paths.iter().map(|path| Output::open(path)).collect::<Result<_, _>>()?;
    for (at, output) in outputs.iter().enumerate() {
        if outputs[..at].iter().any(|other| other.sink.is_same(&output.sink)) {
            let what =
                if output.path == Path::new("-") { "standard output".to_owned() } else { tell::path(&output.path) };
            let error = Diagnostic::error(&catalog::CALL, format!("{what} is named twice"));
            return Err(error.help("leave one -o out, or give it another name").into());
        }
    }
    Ok(outputs)
}

/// Writes to `path`, or to standard output if it is `-`.
pub fn write_to(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Output::open(path)?.write(bytes)
}

fn open(path: &Path) -> io::Result<Sink> {
    if path.as_os_str() == OsStr::new("-") {
        return Ok(Sink::Stdout);
    }
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| pointed_at(path));
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::Error::other("it is a folder; name a file in it")),
        Ok(metadata) if !metadata.is_file() => {
            return Ok(Sink::Special(fs::OpenOptions::new().write(true).open(&target)?));
        }
        Ok(metadata) if metadata.permissions().readonly() => {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is write-protected"));
        }
        _ => {}
    }
    let folder = folder_of(&target);
    if let Some(file) = folder.ancestors().find(|folder| folder.is_file()) {
        return Err(io::Error::other(format!("{} is a file, not a folder", file.display())));
    }
    fs::create_dir_all(folder)?;
    let target = fs::canonicalize(folder)?.join(target.file_name().unwrap_or_default());
    let folder = folder_of(&target);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".portolan-");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    Ok(Sink::File(builder.tempfile_in(folder)?, target))
}

/// What a link points to that is not there yet.
fn pointed_at(path: &Path) -> PathBuf {
    fs::read_link(path).map_or_else(|_| path.to_owned(), |target| folder_of(path).join(target))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn put(sink: &mut Sink, bytes: &[u8]) -> io::Result<()> {
    match sink {
        Sink::Stdout => io::stdout().lock().write_all(bytes),
        Sink::Special(file) => file.write_all(bytes),
        Sink::File(file, _) => file.write_all(bytes),
    }
}

fn finish(sink: Sink) -> io::Result<()> {
    match sink {
        Sink::Stdout => io::stdout().lock().flush(),
        Sink::Special(mut file) => file.flush(),
        Sink::File(file, target) => {
            // A program that is killed, or a file for which there is no room leaves the old one as it was. That a figure which can be
            // drawn again also outlives a loss of power is not worth the wait for the disk.
            file.persist(target).map(drop).map_err(|error| error.error)
        }
    }
}
