//! Running the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub const SHIPPED: &str = "data/routes/najin-tikhoretsk.toml";

/// What a run printed, and its exit code.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the program in the project's folder.
pub fn portolan<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Run {
    let output = command().args(args).output().unwrap();
    told(&output)
}

/// The program, ready for arguments; what it reads is empty.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portolan"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command
}

pub fn told(output: &Output) -> Run {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Run { code: output.status.code().unwrap_or(-1), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}

/// Runs the program and reads what it printed as JSON.
pub fn json(args: &[&str]) -> serde_json::Value {
    let run = portolan(args);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

/// A route file in a folder of its own, which lives as long as what is returned.
pub fn route(text: &str) -> (TempDir, PathBuf) {
    named_route("route.toml", text)
}

pub fn named_route(name: &str, text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

pub fn str(path: &Path) -> &str {
    path.to_str().unwrap()
}
