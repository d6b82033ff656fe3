//! Writing files whole or not at all.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::failure::Failure;

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

impl Output {
    /// Makes missing folders, and sees whether the file can be written.
    pub fn open(path: &Path) -> Result<Output, Failure> {
        let sink = open(path).map_err(|error| Failure::output(path, error))?;
        Ok(Output { path: path.to_owned(), sink })
    }

    /// Writes the file.
    pub fn write(self, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.path;
        write(self.sink, bytes).map_err(|error| Failure::output(&path, error))
    }
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
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
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
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".portolan-");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    Ok(Sink::File(builder.tempfile_in(folder)?, target))
}

fn write(sink: Sink, bytes: &[u8]) -> io::Result<()> {
    match sink {
        Sink::Stdout => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes)?;
            stdout.flush()
        }
        Sink::Special(mut file) => {
            file.write_all(bytes)?;
            file.flush()
        }
        Sink::File(mut file, target) => {
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            file.persist(target).map(drop).map_err(|error| error.error)
        }
    }
}
